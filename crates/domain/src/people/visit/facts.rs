// SPDX-License-Identifier: AGPL-3.0-or-later
//! What may change about a visit. Appointment and who goes always have a value, so they are no questions of a form; of the
//! safety note two that met can be kept beside each other.
use super::appointment::Appointment;
use crate::assignee::Colleague;
use serde::{Deserialize, Serialize};
use soglia_kernel::{access::Roles, answer::Answer, content::Fact};

/// Longest safety note, in characters.
pub const LONGEST_SAFETY: u32 = 500;

/// What is said about a visit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VisitFact {
    /// When and where: moving a visit is saying this.
    Appointment(Appointment),
    /// Who goes.
    Who(Colleague),
    /// What whoever goes should know for their safety.
    Safety(Answer<String>),
}

/// The fields, in the order of the variants, and to whom each is told. The coordination, which does not go, needs no
/// safety note.
const TABLE: [(&str, Roles); 3] = [
    ("appointment", Roles::ALL),
    ("who", Roles::ALL),
    ("safety", Roles::TEAM_AND_PARTNER),
];

impl VisitFact {
    const fn line(&self) -> (&'static str, Roles) {
        let [appointment, who, safety] = TABLE;
        match self {
            Self::Appointment(_) => appointment,
            Self::Who(_) => who,
            Self::Safety(_) => safety,
        }
    }
}

impl Fact for VisitFact {
    fn field(&self) -> &'static str {
        self.line().0
    }

    fn free_text(&self) -> Option<&Answer<String>> {
        match self {
            Self::Appointment(_) | Self::Who(_) => None,
            Self::Safety(text) => Some(text),
        }
    }

    fn with_text(&self, text: Answer<String>) -> Option<Self> {
        match self {
            Self::Appointment(_) | Self::Who(_) => None,
            Self::Safety(_) => Some(Self::Safety(text)),
        }
    }

    fn by(&self) -> Roles {
        Roles::TEAM_AND_PARTNER
    }

    fn told(&self) -> Roles {
        self.line().1
    }

    fn table() -> Vec<(&'static str, Roles, Roles)> {
        TABLE
            .map(|(field, told)| (field, told, Roles::TEAM_AND_PARTNER))
            .to_vec()
    }
}

impl std::fmt::Debug for VisitFact {
    /// Names the field, never what is said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(…)", self.field())
    }
}
