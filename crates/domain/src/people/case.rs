// SPDX-License-Identifier: AGPL-3.0-or-later
//! The case of a household: from the first contact to its end, step by step. A record of its own beside the household,
//! which holds facts and members: an appeal, a reassessment or a second case years later is history, and overwrites nothing.
//!
//! Where a case stands is its last step, and stands nowhere else: so the steps and the state cannot disagree.
mod access;
pub mod decide;
mod letter;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod stage;
#[cfg(test)]
mod tests;
mod verbs;

pub use letter::{Ground, Letter, Remedies, letter, unmet};
pub use refusal::Refusal;
pub use row::Row;
pub use stage::{CaseStage, CaseStageKind, Conclusion};
pub use verbs::Verb;

use crate::{
    finding::Requirement,
    id::{CaseId, HouseholdId, PersonId},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
};

/// A household taken into care: the presa in carico.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// Whose case.
    pub household: HouseholdId,
    /// Every step so far; the first one opened the case.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// One step of a case: where it led, who took it, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Its place: steps count from one.
    pub number: u16,
    /// Where it led.
    pub stage: CaseStage,
    /// Why, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The last day for what comes next: for the work of a stage, for an appeal against a refusal, for the answer to an
    /// appeal. None where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Who took it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

impl Case {
    /// The step that counts: the last one, in whatever order they came in.
    pub fn last(&self) -> Option<&Step> {
        self.steps.iter().max_by_key(|step| step.number)
    }

    /// Where the case stands. One without a step, which nobody writes, stands at its beginning.
    pub fn stage(&self) -> CaseStageKind {
        self.last()
            .map_or(CaseStageKind::Access, |step| step.stage.kind())
    }

    /// The last refusal, and the conditions it rests on; none where nobody refused.
    pub fn refused(&self) -> Option<(&Step, &[Requirement])> {
        let refusals = self.steps.iter().filter_map(|step| match &step.stage {
            CaseStage::Refused { grounds } => Some((step, grounds.as_slice())),
            CaseStage::Access
            | CaseStage::Assessment
            | CaseStage::Project
            | CaseStage::Delivery
            | CaseStage::Appealed { .. }
            | CaseStage::Withdrawn
            | CaseStage::Concluded { .. } => None,
        });
        refusals.max_by_key(|(step, _)| step.number)
    }
}

soglia_kernel::parts! {
    /// A part of a case.
    part CasePart;
    /// Which part of a case.
    id CasePartId;
    of Case;
    /// A step.
    steps Step: Step, u16, |step| step.number;
}

impl std::fmt::Debug for Case {
    /// Where it stands, without the reasons, which speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Case({}, {}, {:?})", self.id, self.household, self.stage())
    }
}

impl std::fmt::Debug for Step {
    /// Where it led, without its reason.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Step({}, {:?})", self.number, self.stage.kind())
    }
}
