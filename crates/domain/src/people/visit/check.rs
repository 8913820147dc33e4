// SPDX-License-Identifier: AGPL-3.0-or-later
//! The checklist of a visit. What was done stands in the record as a part, and what was not does not: two people who tick
//! different lines without a network have ticked both.
use serde::{Deserialize, Serialize};
use std::fmt;

/// A line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// Identity papers were seen.
    IdentityPapers,
    /// The people present are those of the household.
    PeoplePresent,
    /// The ISEE attestation was photographed.
    Attestation,
    /// The condition of the dwelling was looked at.
    Condition,
    /// Heating and damp were looked at.
    HeatingAndDamp,
    /// Whether children are safe there was looked at.
    ChildSafety,
    /// What support is needed was talked about.
    SupportNeeds,
    /// The next appointment was made.
    NextAppointment,
}

impl CheckItem {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::IdentityPapers,
        Self::PeoplePresent,
        Self::Attestation,
        Self::Condition,
        Self::HeatingAndDamp,
        Self::ChildSafety,
        Self::SupportNeeds,
        Self::NextAppointment,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::IdentityPapers => "identity_papers",
            Self::PeoplePresent => "people_present",
            Self::Attestation => "attestation",
            Self::Condition => "condition",
            Self::HeatingAndDamp => "heating_and_damp",
            Self::ChildSafety => "child_safety",
            Self::SupportNeeds => "support_needs",
            Self::NextAppointment => "next_appointment",
        }
    }
}

impl fmt::Display for CheckItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
