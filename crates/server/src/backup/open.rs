// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening what a backup holds of households. Of those that were erased since nothing comes back.
use super::{cipher, key_file::Keys, seal::columns};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Map, Value};
use soglia_domain::{
    photo::PhotoId,
    record::{Key, LogPosition},
};
use std::collections::{BTreeMap, BTreeSet};

/// Why a value does not open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    /// There is no key for a household, and nothing says that it was erased.
    NoKey,
    /// It is not what was sealed.
    Altered,
}

/// Opens the rows of a backup as they come, and notes what of it was erased since.
#[derive(Default)]
pub(crate) struct Opener {
    keys: Keys,
    /// What is left out: records and lines, by the household of which they are.
    pub(crate) gone: BTreeMap<Key, Gone>,
    /// Images of which there is nothing any more.
    pub(crate) images: BTreeSet<PhotoId>,
}

/// What is left out of a household that was erased since.
#[derive(Default)]
pub(crate) struct Gone {
    pub(crate) records: BTreeSet<Key>,
    pub(crate) lines: BTreeSet<LogPosition>,
}

enum Opened {
    Text(String),
    Erased(Vec<Key>),
}

impl Opener {
    /// With these keys.
    pub(crate) fn new(keys: Keys) -> Self {
        Self {
            keys,
            ..Self::default()
        }
    }

    /// The keys.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// By which act a household was erased.
    pub(crate) fn act(&self, root: &Key) -> &str {
        self.keys.erased.get(root).map_or("", String::as_str)
    }

    /// A row as a store keeps it; none where it is about somebody who was erased.
    pub(crate) fn row(
        &mut self,
        table: &str,
        mut row: Map<String, Value>,
    ) -> Result<Option<Map<String, Value>>, Closed> {
        let mut erased = Vec::new();
        for column in columns(table) {
            let Some(Value::Object(sealed)) = row.get(*column) else {
                continue;
            };
            let text = match self.text(sealed, &format!("{table}.{column}"))? {
                Opened::Text(text) => text,
                Opened::Erased(roots) => {
                    erased = roots;
                    String::new()
                }
            };
            row.insert((*column).to_owned(), Value::from(text));
        }
        Ok(self.note(table, &row, &erased).then_some(row))
    }

    /// Whether a row stays, of which some households were erased.
    fn note(&mut self, table: &str, row: &Map<String, Value>, erased: &[Key]) -> bool {
        let mut stays = true;
        for root in erased {
            let gone = self.gone.entry(*root).or_default();
            match table {
                "changes" => {
                    let place = row.get("position").and_then(Value::as_u64);
                    gone.lines.extend(place.map(LogPosition));
                }
                // The answer is asked for again, and what it was about is gone.
                "refused" => stays = false,
                _ => {
                    let key = row.get("key").and_then(Value::as_str);
                    gone.records.extend(key.and_then(|key| key.parse::<Key>().ok()));
                    stays = false;
                }
            }
        }
        stays
    }

    /// The bytes of an image that was sealed; none where it was erased.
    pub(crate) fn image(&mut self, id: PhotoId, all: &[u8]) -> Result<Option<Vec<u8>>, Closed> {
        let at = all
            .iter()
            .position(|byte| *byte == b'\n')
            .ok_or(Closed::Altered)?;
        let head: Value = serde_json::from_slice(&all[..at]).map_err(|_| Closed::Altered)?;
        match self.secrets(&head["of"])? {
            Ok(secrets) => {
                let bytes = cipher::open(&secrets, &id.to_string(), &all[at + 1..]);
                bytes.map(Some).ok_or(Closed::Altered)
            }
            Err(_) => {
                self.images.insert(id);
                Ok(None)
            }
        }
    }

    fn text(&self, sealed: &Map<String, Value>, place: &str) -> Result<Opened, Closed> {
        let of = sealed.get("of").unwrap_or(&Value::Null);
        let secrets = match self.secrets(of)? {
            Ok(secrets) => secrets,
            Err(erased) => return Ok(Opened::Erased(erased)),
        };
        let text = sealed
            .get("sealed")
            .and_then(Value::as_str)
            .ok_or(Closed::Altered)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(|_| Closed::Altered)?;
        let bytes = cipher::open(&secrets, place, &bytes).ok_or(Closed::Altered)?;
        String::from_utf8(bytes)
            .map(Opened::Text)
            .map_err(|_| Closed::Altered)
    }

    /// The keys of all of them, or those that were erased.
    fn secrets(&self, of: &Value) -> Result<Result<Vec<cipher::Secret>, Vec<Key>>, Closed> {
        let of = of.as_array().ok_or(Closed::Altered)?;
        let (mut secrets, mut erased) = (Vec::new(), Vec::new());
        for text in of {
            let root: Key = text
                .as_str()
                .and_then(|text| text.parse().ok())
                .ok_or(Closed::Altered)?;
            if self.keys.erased.contains_key(&root) {
                erased.push(root);
            } else {
                secrets.push(*self.keys.secrets.get(&root).ok_or(Closed::NoKey)?);
            }
        }
        Ok(if erased.is_empty() {
            Ok(secrets)
        } else {
            Err(erased)
        })
    }
}
