// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a shared link shows, field by field. The server makes it for whoever has the link, and the device of whoever shares
//! makes the same beforehand: what is previewed is what is read.
#![warn(missing_docs)]

mod contractor;
#[cfg(feature = "drawn")]
mod drawn;

pub use contractor::{contractor, left_out_for_a_contractor};
#[cfg(feature = "drawn")]
pub use drawn::drawn;

use serde::{Deserialize, Serialize};
use soglia_domain::{calendar::Day, photo::PhotoId};

/// What a link shows: words that are ready to be read, in the language that was asked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPage {
    /// What it is about.
    pub title: String,
    /// For what it is shown.
    pub purpose: String,
    /// The last day on which the link shows it.
    pub until: Day,
    /// When it was read, in milliseconds since 1970: it follows the record.
    pub read_ms: i64,
    /// Its sections, in order. None of them is empty.
    pub sections: Vec<Section>,
    /// Its photos, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<SharedPhoto>,
}

/// Lines under a title.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Title.
    pub title: String,
    /// Lines.
    pub lines: Vec<Line>,
}

/// What something is, and what is known of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// What it is.
    pub term: String,
    /// What is known of it.
    pub value: String,
}

/// A photo that is asked for by its identity.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPhoto {
    /// Identity.
    pub id: PhotoId,
    /// What it shows.
    pub caption: String,
}

impl std::fmt::Debug for SharedPage {
    /// How much it shows, and not what.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "SharedPage({} sections, {} photos)",
            self.sections.len(),
            self.photos.len()
        )
    }
}
