// SPDX-License-Identifier: AGPL-3.0-or-later
//! One signature under a plan.
use crate::photo::PhotoId;
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;
use std::fmt;

/// One signature under a plan, with a checksum of the words that were signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// The first is 1.
    pub number: u32,
    /// The day of the signature, in Milan.
    pub day: Day,
    /// Who signed.
    pub by_name: String,
    /// The image of the signature, named by the SHA-256 of its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<PhotoId>,
    /// The checksum of what was signed: see [`text_hash`](super::text_hash).
    pub text_hash: String,
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({}, {})", self.number, self.day)
    }
}
