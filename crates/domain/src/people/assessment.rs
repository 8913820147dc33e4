// SPDX-License-Identifier: AGPL-3.0-or-later
//! The needs assessment of a household: where it stands in six domains on a day. A later one is a record of its own, so that
//! what was seen before is never written over.
mod access;
mod comparison;
pub mod decide;
mod facts;
mod need_domain;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod urgency;
mod verbs;

pub use comparison::{Levels, changes};
pub use facts::{AssessmentAnswer, AssessmentFacts, AssessmentQuestion, AssessmentTopic, SCALE};
pub use need_domain::NeedDomain;
pub use refusal::Refusal;
pub use row::Row;
pub use urgency::Urgency;
pub use verbs::Verb;

use crate::id::{AssessmentId, HouseholdId, PersonId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
};

/// Where a household stands on one day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Identity.
    pub id: AssessmentId,
    /// Whose case.
    pub household: HouseholdId,
    /// The day it is about, in Milan.
    pub day: Day,
    /// Whether it can still be written in.
    pub state: AssessmentState,
    /// What was seen.
    #[serde(default)]
    pub facts: AssessmentFacts,
    /// Who began it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

/// Whether an assessment can still be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssessmentState {
    /// It can.
    Draft,
    /// Not any more: what was seen stands, and a new one says what came after.
    Closed {
        /// Since when.
        at: Timestamp,
    },
}

impl std::fmt::Debug for Assessment {
    /// Which assessment of which case: the words are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Assessment({}, {})", self.id, self.household)
    }
}
