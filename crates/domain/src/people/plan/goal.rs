// SPDX-License-Identifier: AGPL-3.0-or-later
//! One goal of a plan.
use super::{GoalFacts, GoalOutcome};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A goal within one plan: a number drawn by the device, unique in that plan only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct GoalId(pub u32);

impl fmt::Display for GoalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One goal of a plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// Number inside the plan.
    pub id: GoalId,
    /// What is agreed about it.
    #[serde(default)]
    pub facts: GoalFacts,
}

impl Goal {
    /// What became of it; open while nobody said.
    pub fn outcome(&self) -> GoalOutcome {
        self.facts.outcome.known().copied().unwrap_or_default()
    }
}

impl fmt::Debug for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Goal({})", self.id)
    }
}
