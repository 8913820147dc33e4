// SPDX-License-Identifier: AGPL-3.0-or-later
//! Commitments: money of a source set aside for something. One record for each, because a source serves hundreds of works.
mod access;
pub mod decide;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use decide::committed;
pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::id::{CommitmentId, DwellingId, FundingSourceId, PersonId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{calendar::Timestamp, money::Money};

/// Money of a source set aside for something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Commitment {
    /// Identity.
    pub id: CommitmentId,
    /// Of which source.
    pub source: FundingSourceId,
    /// How much.
    pub amount: Money,
    /// For what.
    pub purpose: String,
    /// For which dwelling, where it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dwelling: Option<DwellingId>,
    /// Whether it still counts. A state that only a newer version knows counts.
    #[serde(default)]
    pub state: CommitmentState,
    /// Who committed it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
}

/// Whether a commitment counts.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommitmentState {
    /// It does.
    #[default]
    Committed,
    /// The money is free again.
    Released {
        /// Why.
        reason: String,
    },
}

impl std::fmt::Debug for Commitment {
    /// How much of which source, without purpose and names, which speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Commitment({}, {}, {:?}, {:?})",
            self.id, self.source, self.amount, self.state
        )
    }
}

impl std::fmt::Debug for CommitmentState {
    /// The state without its reason.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Committed => "Committed",
            Self::Released { .. } => "Released",
        })
    }
}
