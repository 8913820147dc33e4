// SPDX-License-Identifier: AGPL-3.0-or-later
//! An answer that may be missing, with the difference between "nobody asked" and "not known yet".
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The answer to one question of a form.
///
/// On the wire an unasked question is absent, "not known yet" is null, and a known answer is its value.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Answer<T> {
    /// Nobody asked so far.
    #[default]
    NotAsked,
    /// It was asked, and the person does not know yet.
    NotKnownYet,
    /// The answer.
    Known(T),
}

impl<T> Answer<T> {
    /// The value, where it is known.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotAsked | Self::NotKnownYet => None,
        }
    }

    /// Whether the question was never asked.
    pub const fn is_not_asked(&self) -> bool {
        matches!(self, Self::NotAsked)
    }

    /// Whether the value is known.
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }
}

impl<T> From<Option<T>> for Answer<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::NotKnownYet, Self::Known)
    }
}

impl<T> std::fmt::Debug for Answer<T> {
    /// Tells whether there is an answer, never which: answers are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotAsked => "NotAsked",
            Self::NotKnownYet => "NotKnownYet",
            Self::Known(_) => "Known(…)",
        })
    }
}

impl<T: Serialize> Serialize for Answer<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.known().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Answer<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
