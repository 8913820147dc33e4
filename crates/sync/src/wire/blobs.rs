// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos on their way: announced, then sent in parts, named by what they contain.
use serde::{Deserialize, Serialize};

/// Bytes in each part of a photo but the last.
pub const PART_BYTES: usize = 262_144;

/// The largest photo taken, in bytes.
pub const MOST_BLOB_BYTES: usize = 8_000_000;

/// `POST /api/blobs`: a photo is to come. Announcing it again asks how much of it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlobAnnounced {
    /// SHA-256 of its bytes, 64 hexadecimal digits in small letters.
    #[cfg_attr(feature = "schema", schemars(with = "soglia_domain::photo::PhotoId"))]
    pub sha256: String,
    /// Bytes.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_BLOB_BYTES)))]
    pub size: u64,
    /// "image/jpeg", "image/png" or "image/webp".
    #[cfg_attr(feature = "schema", schemars(extend("enum" = soglia_domain::photo::MEDIA_TYPES)))]
    pub media_type: String,
}

/// Answer to `POST /api/blobs` and to each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlobReceived {
    /// Bytes received so far, without a gap.
    pub received: u64,
    /// Whether all of it is there and was checked.
    pub complete: bool,
}
