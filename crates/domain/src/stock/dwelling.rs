// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings: what the stock consists of.
mod access;
pub mod decide;
mod energy_class;
mod facts;
pub mod measure;
pub mod photo;
#[cfg(test)]
mod photo_tests;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod state;
mod surface;
#[cfg(test)]
mod tests;
pub mod title;
#[cfg(test)]
mod title_tests;
mod verbs;

pub use energy_class::EnergyClass;
pub use facts::{
    Address, CadastralKey, DwellingAnswer, DwellingFacts, DwellingQuestion, DwellingTopic, Position,
    SourceRow,
};
pub use refusal::Refusal;
pub use row::Row;
pub use state::{DwellingState, DwellingStateKind, Origin};
pub use verbs::Verb;

use crate::id::DwellingId;
use photo::{Photo, PhotoId};
use serde::{Deserialize, Serialize};

/// One dwelling of the stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dwelling {
    /// Identity.
    pub id: DwellingId,
    /// Short code by which people call it, such as "C-0042".
    pub code: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Invented for demonstration, not a real dwelling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// What it is ready for, and who holds it. A state that only a newer version knows reads as taken, so that nobody
    /// offers the dwelling meanwhile.
    #[serde(default = "DwellingState::taken")]
    pub state: DwellingState,
    /// What is known about it.
    #[serde(default)]
    pub facts: DwellingFacts,
    /// Photos, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

soglia_kernel::parts! {
    /// A part of a dwelling.
    part DwellingPart;
    /// Which part of a dwelling.
    id DwellingPartId;
    of Dwelling;
    /// A photo.
    photos Photo: Photo, PhotoId, |photo| photo.id;
}
