// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reads and writes the types of this workspace as JSON, with the least code.
//!
//! The general reader explains what it could not read, takes structures written as lists, and carries the words for all
//! of it into the WebAssembly, once for each type. A device only asks whether a text can be read. So this reader knows
//! one form of each thing (the one in which serde's derived code writes it) and answers "no" without a reason. What it
//! reads, it reads as `serde_json` does, and what it writes is the same to the letter: the tests hold the two against
//! each other.
#![warn(missing_docs)]

mod error;
mod mend;
mod raw;
mod read;
mod reader;
mod text;
mod walk;
mod write;

pub use error::{Unreadable, Unwritable};
pub use mend::from_slice_in_part;
pub use raw::Raw;

use reader::Reader;
use serde::{Deserialize, Serialize};

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
