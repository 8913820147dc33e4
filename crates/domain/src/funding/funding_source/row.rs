// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a funding source, held in memory on the device.
use super::{FundingSource, SourceKind, SourceState};
use crate::id::FundingSourceId;
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::Day,
    key::Key,
    money::Money,
    stored::{Around, LogPosition},
};

/// What lists need of a source.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: FundingSourceId,
    /// Name.
    pub name: String,
    /// Of which kind.
    pub kind: SourceKind,
    /// How much there is.
    pub amount: Money,
    /// The last day on which it can be committed.
    pub committed_by: Option<Day>,
    /// Whether it can be committed.
    pub is_open: bool,
    /// Invented for demonstration.
    pub demonstration: bool,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub const fn root(&self) -> Option<Key> {
        None
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        self.n_reviews
    }

    /// The row of a source.
    pub fn of(source: &FundingSource, around: &Around) -> Self {
        Self {
            id: source.id,
            name: source.name().to_owned(),
            kind: source.kind,
            amount: source.amount(),
            committed_by: source.facts.committed_by.known().copied(),
            is_open: source.state == SourceState::Open,
            demonstration: source.demonstration,
            position: around.position,
            n_reviews: around.n_reviews,
        }
    }
}

impl std::fmt::Debug for Row {
    /// Without its name, which may be that of a person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "funding_source::Row({}, {:?})", self.id, self.amount)
    }
}
