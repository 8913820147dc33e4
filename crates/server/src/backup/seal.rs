// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a backup holds of a household rests there under the key of the household. Whoever has the backup without the keys
//! reads of dwellings, money and people who work, and of households that there are some.
use super::{
    cipher::{self, Secret},
    key_file::Keys,
};
use crate::{
    blobs::named_in,
    secret::{self, SecretError},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use soglia_domain::{
    id::HouseholdId,
    photo::PhotoId,
    record::{Identity as _, Key},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// The columns that speak of people, by table.
pub(super) const SEALED: [(&str, &[&str]); 5] = [
    ("records", &["body"]),
    ("baseline_records", &["body"]),
    ("changes", &["action", "edits", "salt"]),
    ("refused", &["action", "answer"]),
    ("quarantine", &["change"]),
];

/// The columns of a table that are sealed.
pub(super) fn columns(table: &str) -> &'static [&'static str] {
    let found = SEALED.iter().find(|(name, _)| *name == table);
    found.map_or(&[], |(_, columns)| columns)
}

/// Seals the rows of a backup as they come.
pub(crate) struct Sealer {
    keys: Keys,
    /// The households of each record, by identity.
    owners: HashMap<Uuid, Vec<Key>>,
    /// The households that name an image.
    images: BTreeMap<String, BTreeSet<Key>>,
}

impl Sealer {
    /// With the keys that there are; others are made on the way.
    pub(crate) fn new(keys: Keys) -> Self {
        Self {
            keys,
            owners: HashMap::new(),
            images: BTreeMap::new(),
        }
    }

    /// The keys, with those that were made on the way.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The keys at the end.
    pub(crate) fn into_keys(self) -> Keys {
        self.keys
    }

    /// A row as the backup holds it. The roots of records have to come before what is sealed.
    pub(crate) fn row(&mut self, table: &str, mut row: Value) -> Result<Value, SecretError> {
        if table == "record_roots" {
            self.learn(&row);
        }
        let columns = columns(table);
        if columns.is_empty() {
            return Ok(row);
        }
        let text: String = columns
            .iter()
            .chain(&["key"])
            .filter_map(|name| row[name].as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let of = self.about(&text);
        if of.is_empty() {
            return Ok(row);
        }
        for name in named_in(&text) {
            let owners = self.images.entry(name.to_owned()).or_default();
            owners.extend(of.iter().copied());
        }
        let secrets = self.secrets(&of)?;
        let shown: Vec<String> = of.iter().map(Key::to_string).collect();
        for column in columns {
            let Some(text) = row[column].as_str() else {
                continue;
            };
            let place = format!("{table}.{column}");
            let sealed = cipher::seal(&secrets, &place, text.as_bytes()).ok_or(SecretError)?;
            row[column] = json!({ "of": shown, "sealed": BASE64_STANDARD.encode(sealed) });
        }
        Ok(row)
    }

    /// An image of a household, sealed, with the line that says whose; none where it is of no household.
    pub(crate) fn image(&mut self, id: PhotoId, bytes: &[u8]) -> Result<Option<Vec<u8>>, SecretError> {
        let Some(of) = self.images.get(&id.to_string()).cloned() else {
            return Ok(None);
        };
        let secrets = self.secrets(&of)?;
        let sealed = cipher::seal(&secrets, &id.to_string(), bytes).ok_or(SecretError)?;
        let shown: Vec<String> = of.iter().map(Key::to_string).collect();
        let mut all = json!({ "of": shown }).to_string().into_bytes();
        all.push(b'\n');
        all.extend(sealed);
        Ok(Some(all))
    }

    fn learn(&mut self, row: &Value) {
        let key = |name: &str| row[name].as_str().and_then(|text| text.parse::<Key>().ok());
        if let (Some(root), Some(record)) = (key("root"), key("key"))
            && root.kind == HouseholdId::KIND
        {
            let owners = self.owners.entry(record.id).or_default();
            if !owners.contains(&root) {
                owners.push(root);
            }
            self.owners.insert(root.id, vec![root]);
        }
    }

    /// The households that a text speaks of.
    fn about(&self, text: &str) -> BTreeSet<Key> {
        let words = text.split(|letter: char| !letter.is_ascii_hexdigit() && letter != '-');
        let ids = words
            .filter(|word| word.len() == 36)
            .filter_map(|word| word.parse().ok());
        let named = ids.filter_map(|id: Uuid| self.owners.get(&id));
        let mut of: BTreeSet<Key> = named.flatten().copied().collect();
        // A household in which nothing is rooted so far names itself.
        let keys = text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter));
        let keys = keys.filter_map(|word| word.parse().ok());
        of.extend(keys.filter(|key: &Key| key.kind == HouseholdId::KIND));
        // Of those that were erased only the line is left that says so.
        of.retain(|root| !self.keys.erased.contains_key(root));
        of
    }

    fn secrets(&mut self, of: &BTreeSet<Key>) -> Result<Vec<Secret>, SecretError> {
        let mut secrets = Vec::with_capacity(of.len());
        for root in of {
            let secret = match self.keys.secrets.get(root) {
                Some(secret) => *secret,
                None => {
                    let made = secret::random()?;
                    self.keys.secrets.insert(*root, made);
                    made
                }
            };
            secrets.push(secret);
        }
        Ok(secrets)
    }
}
