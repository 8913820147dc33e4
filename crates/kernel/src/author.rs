// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who acts, in which role, and for whom.
use crate::id::{OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Social worker of the Welfare department.
    SocialWorker,
    /// Housing officer of the Public Housing department.
    HousingOfficer,
    /// Someone of a partner to which dwellings are entrusted.
    ManagingPartner,
    /// Whoever coordinates the experiment for the two departments, and keeps its rules.
    Coordinator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::SocialWorker,
        Self::HousingOfficer,
        Self::ManagingPartner,
        Self::Coordinator,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SocialWorker => "social_worker",
            Self::HousingOfficer => "housing_officer",
            Self::ManagingPartner => "managing_partner",
            Self::Coordinator => "coordinator",
        }
    }
}

/// Someone who signs in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Author {
    /// Identity.
    pub person: PersonId,
    /// Name as colleagues know it.
    pub name: String,
    /// What the person may do.
    pub role: Role,
    /// The department or partner the person works for.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
}

impl std::fmt::Debug for Author {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Author({}, {:?})", self.person, self.role)
    }
}
