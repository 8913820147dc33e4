// SPDX-License-Identifier: AGPL-3.0-or-later
//! Placements: a dwelling offered to a household, and what becomes of it. One state machine, from the offer on.
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
    certificate::RentCertificate,
    eligibility::Basis,
    id::{DwellingId, HouseholdId, OrganisationId, PersonId, PlacementId},
    rent::RentTier,
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::{Day, Timestamp},
    money::Money,
};

/// A dwelling offered to a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placement {
    /// Identity.
    pub id: PlacementId,
    /// To whom.
    pub household: HouseholdId,
    /// What.
    pub dwelling: DwellingId,
    /// Code of the dwelling, so that the offer reads well without it.
    pub dwelling_code: String,
    /// Under which ceiling.
    pub tier: RentTier,
    /// Monthly rent; none while the surface is still to be measured. Never above the ceiling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_rent: Option<Money>,
    /// Service charges a month, apart from the rent; none while they are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_charges: Option<Money>,
    /// The last day of the contract offered; none while it is open. Never after the end of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The partner that runs the dwelling, who sees the household while the offer is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<OrganisationId>,
    /// Who offered it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Why this dwelling, in the worker's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What became of it.
    pub state: PlacementState,
    /// The calculation of the highest rent; none while the surface is still to be measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<RentCertificate>,
    /// What was known and found about the household when it was offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// What became of an offer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlacementState {
    /// Offered; waiting for an answer.
    Offered,
    /// Taken back.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

impl PlacementState {
    /// Whether the offer still holds the dwelling.
    pub const fn is_open(&self) -> bool {
        match self {
            Self::Offered => true,
            Self::Withdrawn { .. } => false,
        }
    }
}

impl std::fmt::Debug for Placement {
    /// Which offer of which dwelling, without the words of the worker.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Placement({}, {}, {:?})", self.id, self.dwelling, self.state)
    }
}

impl std::fmt::Debug for PlacementState {
    /// The state without its reason, which may speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Offered => "Offered",
            Self::Withdrawn { .. } => "Withdrawn",
        })
    }
}
