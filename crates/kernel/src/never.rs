// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a kind of records does not have: a type without values.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// No value: stands where a kind has no facts, no parts or no states. Nothing can be read as it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<'de> Deserialize<'de> for Never {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("this kind of records has none"))
    }
}
