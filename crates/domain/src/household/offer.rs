// SPDX-License-Identifier: AGPL-3.0-or-later
//! A proposal of one dwelling to a household, and the rent tiers under which it is made.
use crate::{
    calendar::{Day, Timestamp},
    certificate::RentCertificate,
    eligibility::Basis,
    id::{DwellingId, OfferId, OrganisationId, PersonId},
    money::Money,
};
use serde::{Deserialize, Serialize};

/// The two rent ceilings of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RentTier {
    /// Canone calmierato.
    Capped,
    /// Canone calmierato ridotto.
    ReducedCapped,
}

impl RentTier {
    /// Both, the higher first.
    pub const ALL: [Self; 2] = [Self::Capped, Self::ReducedCapped];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capped => "capped",
            Self::ReducedCapped => "reduced_capped",
        }
    }
}

/// A proposal of one dwelling to the household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Identity.
    pub id: OfferId,
    /// What is proposed.
    pub dwelling: DwellingId,
    /// Code of the dwelling, so that the proposal reads well without it.
    pub dwelling_code: String,
    /// Under which ceiling.
    pub tier: RentTier,
    /// Monthly rent; none while the surface is still to be measured. Never above the ceiling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_rent: Option<Money>,
    /// Service charges a month, apart from the rent; none while they are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_charges: Option<Money>,
    /// The last day of the contract proposed; none while it is open. Never after the end of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The partner that runs the dwelling, who then sees this household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<OrganisationId>,
    /// Who proposed it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Why this dwelling, in the worker's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What became of it.
    pub state: OfferState,
    /// The calculation of the highest rent; none while the surface is still to be measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<RentCertificate>,
    /// What was known and found about the household when it was proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// A monthly rent that was proposed, with its tier. It holds the surface of the dwelling: a surface at which the rent would
/// pass its ceiling is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedRent {
    /// Under which ceiling.
    pub tier: RentTier,
    /// How much a month.
    pub monthly: Money,
    /// Service charges a month, apart from the rent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_charges: Option<Money>,
}

/// What became of a proposal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferState {
    /// Waiting for an answer.
    Proposed,
    /// Taken back.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

impl std::fmt::Debug for Offer {
    /// Which proposal of which dwelling, without the words of the worker.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Offer({}, {}, {:?})", self.id, self.dwelling, self.state)
    }
}

impl std::fmt::Debug for OfferState {
    /// The state without its reason, which may speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Proposed => "Proposed",
            Self::Withdrawn { .. } => "Withdrawn",
        })
    }
}
