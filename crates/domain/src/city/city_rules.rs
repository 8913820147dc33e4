// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules of the City: what it decided about the published rulebook. There is one record, the same for everybody.
mod access;
pub mod decide;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::{
    id::{AmendmentId, ScenarioId},
    rulebook::{Amendment, Rulebook, Scenario},
};
use serde::{Deserialize, Serialize};

/// What the City decided about its rulebook: one record, the same for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CityRules {
    /// Amendments, in the order in which they were written.
    #[serde(default)]
    pub amendments: Vec<Amendment>,
    /// Scenarios that were saved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scenarios: Vec<Scenario>,
}

impl CityRules {
    /// The published rulebook with these amendments.
    pub fn rulebook(&self) -> Rulebook {
        Rulebook::amended(self.amendments.clone())
    }
}

soglia_kernel::parts! {
    /// A part of the rules.
    part CityRulesPart;
    /// Which part of the rules.
    id CityRulesPartId;
    of CityRules;
    /// An amendment.
    amendments Amendment: Amendment, AmendmentId, |amendment| amendment.id;
    /// A scenario.
    scenarios Scenario: Scenario, ScenarioId, |scenario| scenario.id;
}
