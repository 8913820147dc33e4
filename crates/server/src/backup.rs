// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything in one file, the same for every engine: a tar packed with zstd, with the tables as lines of JSON, the photos
//! as they are, and in the end a manifest with the hash of each part. It is written and read piece by piece.
mod cipher;
mod key_file;
mod open;
mod pack;
mod seal;
mod unpack;

pub(crate) use key_file::Keys;
pub(crate) use open::{Closed, Opener};
pub(crate) use pack::Packer;
pub(crate) use seal::Sealer;
pub(crate) use unpack::{Piece, Trouble, unpack};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the file; another one is not read.
const FORMAT: &str = "soglia backup 1\n";

/// The first part, which says what the file is.
const LABEL: &str = "soglia-backup";

/// The last part.
const MANIFEST: &str = "manifest.json";

/// No part is larger: lines are packed by the megabyte, and photos have a limit of their own.
const MOST_OF_PART: u64 = 64_000_000;

/// What the file holds, written last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of Soglia that wrote it.
    pub(crate) version: String,
    /// When, in milliseconds since 1970.
    pub(crate) made_ms: i64,
    /// Rows of each table.
    pub(crate) rows: BTreeMap<String, u64>,
    /// The parts in their order.
    pub(crate) parts: Vec<Part>,
}

/// One part of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) name: String,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
}

#[cfg(test)]
mod tests;
