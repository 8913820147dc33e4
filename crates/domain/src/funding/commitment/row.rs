// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a commitment, held in memory on the device.
use super::{Commitment, CommitmentState};
use crate::id::{CommitmentId, DwellingId, FundingSourceId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::Timestamp,
    key::{Identity as _, Key},
    money::Money,
    stored::{Around, LogPosition},
};

/// What lists need of a commitment.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: CommitmentId,
    /// Of which source.
    pub source: FundingSourceId,
    /// How much.
    pub amount: Money,
    /// For what.
    pub purpose: String,
    /// For which dwelling.
    pub dwelling: Option<DwellingId>,
    /// Whether it counts.
    pub counts: bool,
    /// Name of who committed it.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub fn root(&self) -> Option<Key> {
        Some(self.source.key())
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        0
    }

    /// The row of a commitment.
    pub fn of(commitment: &Commitment, around: &Around) -> Self {
        Self {
            id: commitment.id,
            source: commitment.source,
            amount: commitment.amount,
            purpose: commitment.purpose.clone(),
            dwelling: commitment.dwelling,
            counts: commitment.state == CommitmentState::Committed,
            by_name: commitment.by_name.clone(),
            at: commitment.at,
            position: around.position,
        }
    }
}

impl std::fmt::Debug for Row {
    /// Without its purpose, which may speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "commitment::Row({}, {:?})", self.id, self.amount)
    }
}
