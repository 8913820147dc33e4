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
    /// Whoever watches who looked at what: auditor, data protection officer. Sees no records.
    Auditor,
    /// Whoever lets people in and out. Sees no records.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::SocialWorker,
        Self::HousingOfficer,
        Self::ManagingPartner,
        Self::Coordinator,
        Self::Auditor,
        Self::Administrator,
    ];

    /// Those that work with records.
    pub const OF_RECORDS: [Self; 4] = [
        Self::SocialWorker,
        Self::HousingOfficer,
        Self::ManagingPartner,
        Self::Coordinator,
    ];

    /// Whether it works with records. The others see none of any kind, whatever a record says.
    pub const fn is_of_records(self) -> bool {
        !matches!(self, Self::Auditor | Self::Administrator)
    }

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SocialWorker => "social_worker",
            Self::HousingOfficer => "housing_officer",
            Self::ManagingPartner => "managing_partner",
            Self::Coordinator => "coordinator",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
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
