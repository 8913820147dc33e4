// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households: who is followed and what is known. What is offered to them, their case and to which partners they are sent
//! stands in records of its own.
mod access;
pub mod alike;
mod citizenship;
pub mod decide;
pub mod doubts;
mod facts;
mod housing_situation;
mod isee;
mod marks;
mod member;
mod refusal;
mod relation;
mod response;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod sender;
#[cfg(test)]
mod tests;
mod verbs;

pub use citizenship::Citizenship;
pub use facts::{
    HouseholdAnswer, HouseholdFacts, HouseholdQuestion, HouseholdTopic, MemberAnswer, MemberFacts,
    MemberQuestion, MemberTopic,
};
pub use housing_situation::HousingSituation;
pub use isee::{Isee, IseeKind};
pub use member::Member;
pub use refusal::Refusal;
pub use relation::Relation;
pub use response::{ChosenResponse, ResponseModel};
pub use row::Row;
pub use sender::Sender;
pub use verbs::Verb;

use crate::id::{HouseholdId, MemberId, OrganisationId, PersonId, PlacementId, ReferralId};
use crate::photo::{Photo, PhotoId};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Timestamp;

/// More people than this under one roof is a slip of the finger.
pub const MOST_MEMBERS: usize = 30;

/// An attestation has few pages.
pub const MOST_PAGES: usize = 10;

/// A household and its case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Household {
    /// Identity.
    pub id: HouseholdId,
    /// Invented for demonstration.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// Who opened it.
    pub opened_by: PersonId,
    /// Whether the case counts.
    #[serde(default)]
    pub state: CaseState,
    /// Who lives together, in the order in which they were named; the first is the head of household.
    #[serde(default)]
    pub members: Vec<Member>,
    /// What is known about the household.
    #[serde(default)]
    pub facts: HouseholdFacts,
    /// The pages of the ISEE attestation, photographed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attestation: Vec<Photo>,
    /// Offers that are open: their partners see the household.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<OpenOffer>,
    /// Referrals that are open: their partners see the household once they accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referrals: Vec<OpenReferral>,
    /// Households that look alike and are others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distinct: Vec<HouseholdId>,
}

impl Household {
    /// A household of which only the name is known.
    pub fn opened(id: HouseholdId, label: &str, at: Timestamp, by: PersonId) -> Self {
        Self {
            id,
            demonstration: false,
            opened_at: at,
            opened_by: by,
            state: CaseState::Open,
            members: Vec::new(),
            facts: HouseholdFacts {
                label: Some(label.to_owned()).into(),
                ..HouseholdFacts::default()
            },
            attestation: Vec::new(),
            open: Vec::new(),
            referrals: Vec::new(),
            distinct: Vec::new(),
        }
    }

    /// Name by which colleagues call it; empty where a newer version left none.
    pub fn label(&self) -> &str {
        self.facts.label.known().map_or("", String::as_str)
    }

    /// The member who answers for the household: the first one named.
    pub fn head_of_household(&self) -> Option<&Member> {
        self.members.first()
    }

    /// A member by the number inside the household.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The case that counts in the place of this one, where the household was taken in twice.
    pub const fn joined(&self) -> Option<HouseholdId> {
        match self.state {
            CaseState::Open => None,
            CaseState::Joined { into } => Some(into),
        }
    }
}

/// Whether a case counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// It does.
    #[default]
    Open,
    /// The household was taken in twice: another case counts.
    Joined {
        /// That case.
        into: HouseholdId,
    },
}

/// An offer to the household that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenOffer {
    /// The placement.
    pub placement: PlacementId,
    /// The partner that runs the dwelling, who therefore sees this household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<OrganisationId>,
}

/// A referral of the household that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenReferral {
    /// The referral.
    pub referral: ReferralId,
    /// The partner to which it is sent.
    pub to: OrganisationId,
    /// Whether that partner accepted, and therefore sees this household.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub accepted: bool,
}

soglia_kernel::parts! {
    /// A part of a household.
    part HouseholdPart;
    /// Which part of a household.
    id HouseholdPartId;
    of Household;
    /// A member.
    members Member: Member, MemberId, |member| member.id;
    /// An offer that is open.
    open Offer: OpenOffer, PlacementId, |offer| offer.placement;
    /// A household that looks alike and is another one.
    distinct Distinct: HouseholdId, HouseholdId, |id| *id;
    /// A page of the attestation.
    attestation Page: Photo, PhotoId, |page| page.id;
    /// A referral that is open.
    referrals Referral: OpenReferral, ReferralId, |open| open.referral;
}

impl std::fmt::Debug for Household {
    /// Counts only: everything else is personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Household({}, {} members)", self.id, self.members.len())
    }
}
