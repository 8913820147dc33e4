// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts that are handed on as they were written.
use serde::{Deserialize, Deserializer, de::Visitor};
use std::fmt;

/// A part of a text that is read later, or by somebody else: exactly as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// How [`Raw`] asks for the text of a value. No other type has this name.
pub(crate) const RAW: &str = "soglia::json::Raw";

impl<'a> Raw<'a> {
    /// The text.
    pub const fn get(self) -> &'a str {
        self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfRaw;

        impl<'de> Visitor<'de> for OfRaw {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value, read by soglia_json")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, text: D) -> Result<Raw<'de>, D::Error> {
                <&str>::deserialize(text).map(Raw)
            }
        }

        deserializer.deserialize_newtype_struct(RAW, OfRaw)
    }
}
