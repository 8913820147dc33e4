// SPDX-License-Identifier: AGPL-3.0-or-later
//! The keys of households, in a file apart from the backup. Of it one is kept, the last: without the key of a household no
//! backup says anything of it, however old.
use super::cipher::Secret;
use crate::private_file;
use serde::{Deserialize, Serialize};
use soglia_domain::record::Key;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Write as _},
    path::Path,
};

const FORMAT: &str = "soglia keys 1";

/// What the file says.
#[derive(Serialize, Deserialize)]
struct Shape {
    format: String,
    /// When it was written, in milliseconds since 1970.
    made_ms: i64,
    /// The key of each household, in hexadecimal letters.
    keys: BTreeMap<Key, String>,
    /// The households that were erased, and by which act.
    erased: BTreeMap<Key, String>,
}

/// The keys of households.
#[derive(Default)]
pub(crate) struct Keys {
    pub(super) secrets: BTreeMap<Key, Secret>,
    /// The households that were erased, and by which act.
    pub(crate) erased: BTreeMap<Key, String>,
}

impl Keys {
    /// From what rests in a store.
    pub(crate) fn of(kept: Vec<(Key, String)>, erased: Vec<(Key, String)>) -> Option<Self> {
        let secrets = kept.into_iter().map(|(root, text)| Some((root, secret(&text)?)));
        Some(Self {
            secrets: secrets.collect::<Option<_>>()?,
            erased: erased.into_iter().collect(),
        })
    }

    /// As they rest in a store.
    pub(crate) fn kept(&self) -> Vec<(Key, String)> {
        let kept = self.secrets.iter();
        kept.map(|(root, secret)| (*root, hex(secret))).collect()
    }

    /// Whether nothing is lost when these take the place of others: each of them is here, or was erased.
    pub(crate) fn take_the_place_of(&self, others: &Self) -> bool {
        others
            .secrets
            .iter()
            .all(|(root, secret)| self.erased.contains_key(root) || self.secrets.get(root) == Some(secret))
    }

    /// Reads a file; a sentence where it does not read, or where others read it too.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let shown = path.display();
        let text = private_file::read(path)?;
        let shape: Shape =
            serde_json::from_str(&text).map_err(|_| format!("{shown} holds no keys of a backup"))?;
        let keys = Self::of(
            shape.keys.into_iter().collect(),
            shape.erased.into_iter().collect(),
        );
        keys.filter(|_| shape.format == FORMAT)
            .ok_or_else(|| format!("{shown} holds no keys that this version reads"))
    }

    /// Writes a file in the place of the one before: of keys only the last ones are kept.
    pub(crate) fn write(&self, path: &Path, made_ms: i64) -> io::Result<()> {
        let shape = Shape {
            format: FORMAT.to_owned(),
            made_ms,
            keys: self.kept().into_iter().collect(),
            erased: self.erased.clone(),
        };
        let begun = path.with_added_extension("part");
        let mut options = File::options();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&begun)?;
        file.write_all(&serde_json::to_vec_pretty(&shape)?)?;
        file.sync_all()?;
        std::fs::rename(&begun, path)
    }
}

fn hex(secret: &Secret) -> String {
    secret.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn secret(text: &str) -> Option<Secret> {
    if !text.is_ascii() || text.len() != 64 {
        return None;
    }
    let bytes = (0..32).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok());
    bytes.collect::<Option<Vec<u8>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_another_store_are_not_replaced() {
        let key = |n: u8| format!("household:00000000-0000-0000-0000-0000000000{n:02}").parse::<Key>();
        let keys = |secrets: &[(u8, u8)], erased: &[u8]| Keys {
            secrets: secrets
                .iter()
                .filter_map(|(n, secret)| Some((key(*n).ok()?, [*secret; 32])))
                .collect(),
            erased: erased
                .iter()
                .filter_map(|n| Some((key(*n).ok()?, String::new())))
                .collect(),
        };
        let before = keys(&[(1, 1), (2, 2)], &[]);
        assert_eq!(before.secrets.len(), 2);
        assert!(before.take_the_place_of(&before) && before.take_the_place_of(&Keys::default()));
        assert!(keys(&[(1, 1), (2, 2), (3, 3)], &[]).take_the_place_of(&before));
        assert!(keys(&[(1, 1)], &[2]).take_the_place_of(&before), "erased since");
        assert!(!keys(&[(1, 1)], &[]).take_the_place_of(&before));
        assert!(!keys(&[(1, 1), (2, 9)], &[]).take_the_place_of(&before));
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let one: Secret = std::array::from_fn(|at| u8::try_from(at * 7).unwrap_or_default());
        assert_eq!(secret(&hex(&one)), Some(one));
        for text in ["", "00", "zz", &"é".repeat(32), &"g0".repeat(32)] {
            assert_eq!(secret(text), None, "{text}");
        }
    }
}
