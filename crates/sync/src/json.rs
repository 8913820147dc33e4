// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reads and writes the types of this workspace as JSON, with the least code.
//!
//! The general reader explains what it could not read, takes structures written as lists, and carries the words for all
//! of it into the WebAssembly, once for each type. A device only asks whether a text can be read. So this reader knows
//! one form of each thing (the one in which serde's derived code writes it) and answers "no" without a reason. What it
//! reads, it reads as `serde_json` does, and what it writes is the same to the letter: the tests hold the two against
//! each other.
mod mend;
mod read;
mod text;
mod walk;
mod write;

pub(crate) use mend::from_slice_in_part;
use read::Reader;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Visitor},
    ser,
};
use std::fmt;

/// A text that cannot be read as what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

/// Every reason is left out here, so that no code that words one is loaded.
impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a whole text.
///
/// # Errors
/// It is not JSON, or not of this form.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Unreadable> {
    let mut reader = Reader::of(bytes);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// A value that has no form in JSON here: fractions and bytes. No type of this workspace has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unwritable")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Writes a value.
///
/// # Errors
/// It holds what has no form here.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Unwritable> {
    let mut writer = write::Writer::default();
    value.serialize(&mut writer)?;
    Ok(writer.text)
}

/// Writes a value as bytes.
///
/// # Errors
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Unwritable> {
    to_string(value).map(String::into_bytes)
}

/// A part of a text that is read later, or by somebody else: exactly as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// How [`Raw`] asks for the text of a value. No other type has this name.
const RAW: &str = "soglia::json::Raw";

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
                f.write_str("a value, read by soglia_sync::json")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, text: D) -> Result<Raw<'de>, D::Error> {
                <&str>::deserialize(text).map(Raw)
            }
        }

        deserializer.deserialize_newtype_struct(RAW, OfRaw)
    }
}
