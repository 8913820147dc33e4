// SPDX-License-Identifier: AGPL-3.0-or-later
//! The key of a record: its kind as text, and its identity. It can be read, stored, compared and removed by who does not
//! know the kind.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};
use uuid::Uuid;

/// Longest name of a kind, in letters.
const LONGEST: usize = 24;

/// The kind of a record as text: small letters and underscores, such as "household". Kinds of a newer version are kinds
/// too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind([u8; LONGEST]);

impl Kind {
    /// A kind of this version, by its name.
    ///
    /// # Panics
    /// When the name is none; it is only called on constants.
    pub const fn new(name: &str) -> Self {
        match Self::of(name.as_bytes()) {
            Some(kind) => kind,
            None => panic!("a kind has 1 to 24 small letters or underscores"),
        }
    }

    /// A kind from its name; none where the text is no name of a kind.
    pub const fn parse(name: &str) -> Option<Self> {
        Self::of(name.as_bytes())
    }

    const fn of(name: &[u8]) -> Option<Self> {
        if name.is_empty() || name.len() > LONGEST {
            return None;
        }
        let mut letters = [0; LONGEST];
        let mut at = 0;
        while at < name.len() {
            if !name[at].is_ascii_lowercase() && name[at] != b'_' {
                return None;
            }
            letters[at] = name[at];
            at += 1;
        }
        Some(Self(letters))
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|letter| *letter == 0).unwrap_or(LONGEST);
        // Made of ASCII letters only.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Kind and identity of a record. On the wire: "household:0198…".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Kind.
    pub kind: Kind,
    /// Identity inside its kind.
    pub id: Uuid,
}

impl Hash for Key {
    /// Identities are random; the kind would only cost time.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.id.as_bytes());
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text is not the key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record key is a kind and an identity, such as kind:0198…")
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (kind, id) = text.split_once(':').ok_or(NotAKey)?;
        Ok(Self {
            kind: Kind::parse(kind).ok_or(NotAKey)?,
            id: id.parse().map_err(|_| NotAKey)?,
        })
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(NotAKey))
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// The identity of records of one kind.
pub trait Identity: Copy {
    /// The kind.
    const KIND: Kind;

    /// From a bare identity.
    fn of(id: Uuid) -> Self;

    /// The bare identity.
    fn uuid(self) -> Uuid;

    /// The key of the record.
    fn key(self) -> Key {
        Key {
            kind: Self::KIND,
            id: self.uuid(),
        }
    }

    /// From a key of this kind; none where it is of another one.
    fn of_key(key: Key) -> Option<Self> {
        (key.kind == Self::KIND).then(|| Self::of(key.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_any_kind_is_read_and_written_back() {
        let text = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007";
        let key: Key = text.parse().expect("it is a key");
        assert_eq!(key.to_string(), text);
        assert_eq!(
            serde_json::to_string(&key).expect("it can be written"),
            format!("\"{text}\"")
        );
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "",
            "household",
            "household:",
            ":0",
            "Household:00000000-0000-0000-0000-000000000007",
            "a kind:00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(text.parse::<Key>(), Err(NotAKey), "{text}");
        }
    }

    #[test]
    fn kinds_sort_as_their_names() {
        assert!(Kind::new("a") < Kind::new("ab") && Kind::new("ab") < Kind::new("b"));
        assert_eq!(Kind::new("needs_assessment").as_str(), "needs_assessment");
    }
}
