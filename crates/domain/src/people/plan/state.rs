// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far a plan is: draft, signed, ended. A signed one goes back to a draft when it is revised.
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;
use std::fmt;

/// How far a plan is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// It is being written.
    Draft,
    /// It holds: its words are those that were signed.
    Signed {
        /// On which day.
        day: Day,
    },
    /// It is over.
    Ended {
        /// On which day.
        day: Day,
        /// Why.
        reason: EndReason,
        /// Where the household went; empty where nobody knows.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        destination: String,
    },
}

/// How far a plan is, without what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanStateKind {
    /// It is being written.
    Draft,
    /// It holds.
    Signed,
    /// It is over.
    Ended,
}

impl PlanStateKind {
    /// All of them, in the order of a plan.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Signed, Self::Ended];
}

impl PlanState {
    /// Without what belongs to it.
    pub const fn kind(&self) -> PlanStateKind {
        match self {
            Self::Draft => PlanStateKind::Draft,
            Self::Signed { .. } => PlanStateKind::Signed,
            Self::Ended { .. } => PlanStateKind::Ended,
        }
    }
}

impl fmt::Debug for PlanState {
    /// The state without where the household went.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind().fmt(f)
    }
}

/// Why a plan is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// The household manages by itself.
    Autonomous,
    /// It moved away.
    Moved,
    /// It wishes to go on no more.
    Withdrawn,
    /// It was broken off.
    Interrupted,
    /// Anything else.
    #[serde(other)]
    Other,
}

impl EndReason {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Autonomous,
        Self::Moved,
        Self::Withdrawn,
        Self::Interrupted,
        Self::Other,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Autonomous => "autonomous",
            Self::Moved => "moved",
            Self::Withdrawn => "withdrawn",
            Self::Interrupted => "interrupted",
            Self::Other => "other",
        }
    }
}

soglia_kernel::choices!(EndReason);
