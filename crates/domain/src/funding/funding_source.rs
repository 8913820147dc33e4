// SPDX-License-Identifier: AGPL-3.0-or-later
//! Funding sources: where money comes from, how much, and until when it can be committed.
mod access;
pub mod decide;
mod facts;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use facts::{FundingAnswer, FundingFacts, FundingQuestion, FundingTopic};
pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::id::{FundingSourceId, PersonId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{calendar::Timestamp, money::Money};

/// Where money comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FundingSource {
    /// Identity.
    pub id: FundingSourceId,
    /// Of which kind.
    pub kind: SourceKind,
    /// Whether it can be committed. A state that only a newer version knows reads as closed.
    #[serde(default = "SourceState::closed")]
    pub state: SourceState,
    /// What is known about it.
    #[serde(default)]
    pub facts: FundingFacts,
    /// Invented for demonstration.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// Who opened it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl FundingSource {
    /// Name by which people call it; empty where a newer version left none.
    pub fn name(&self) -> &str {
        self.facts.name.known().map_or("", String::as_str)
    }

    /// How much there is; nothing while it is not known.
    pub fn amount(&self) -> Money {
        self.facts.amount.known().copied().unwrap_or_default()
    }
}

/// Of which kind the money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The initial contribution of the City: not to be paid back.
    Grant,
    /// The share of a partner: own means, fundraising, targeted calls.
    CoFunding,
    /// Anything else.
    #[serde(other)]
    Other,
}

impl SourceKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Grant, Self::CoFunding, Self::Other];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::CoFunding => "co_funding",
            Self::Other => "other",
        }
    }
}

soglia_kernel::choices!(SourceKind);

/// Whether a source can be committed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceState {
    /// It can.
    Open,
    /// Not any more; what was committed stands.
    Closed {
        /// Why.
        reason: String,
    },
}

impl SourceState {
    const fn closed() -> Self {
        Self::Closed {
            reason: String::new(),
        }
    }
}

impl std::fmt::Debug for SourceState {
    /// The state without its reason, which may speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Open => "Open",
            Self::Closed { .. } => "Closed",
        })
    }
}
