// SPDX-License-Identifier: AGPL-3.0-or-later
//! What became of a goal.
use serde::{Deserialize, Serialize};

/// What became of a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalOutcome {
    /// It is worked on.
    #[default]
    Open,
    /// Reached.
    Reached,
    /// Reached in part.
    Partly,
    /// Not reached.
    NotReached,
}

impl GoalOutcome {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Reached, Self::Partly, Self::NotReached];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reached => "reached",
            Self::Partly => "partly",
            Self::NotReached => "not_reached",
        }
    }
}

soglia_kernel::choices!(GoalOutcome);
