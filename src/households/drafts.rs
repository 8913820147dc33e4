// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is unfinished about a household besides the texts of its fields.
use super::sections::Section;
use crate::record::Unfinished;
use serde::{Deserialize, Serialize};
use soglia_domain::{
    calendar::Day,
    eligibility::ResponseModel,
    household::{IseeKind, Member},
    id::{ChangeId, DwellingId, HouseholdId, MemberId},
    money::Money,
    record::Identity as _,
    rent::RentTier,
};

/// The sort of these drafts.
const SORT: &str = "household";

/// An offer being written.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OfferDraft {
    /// The dwelling whose reasons are open.
    pub(super) dwelling: Option<DwellingId>,
    /// Whether the form of the offer is open too.
    pub(super) writing: bool,
    /// Tier, as far as it was chosen.
    pub(super) tier: Option<RentTier>,
    /// Rent as typed; none while the ceiling stands in its place.
    pub(super) rent: Option<String>,
    /// Service charges a month, once they are an amount.
    pub(super) charges: Option<Money>,
    /// Last day of the contract.
    pub(super) until: Option<Day>,
    /// Note as typed.
    pub(super) note: String,
    /// The refused offer that this one takes the place of.
    pub(super) instead_of: Option<ChangeId>,
}

/// A response being chosen.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ResponseDraft {
    /// Which one is picked.
    pub(super) model: Option<ResponseModel>,
    /// Why, as typed.
    pub(super) reason: String,
}

/// Everything unfinished about one household on this device.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Drafts {
    /// The section that is open; the list of all while none is.
    pub(super) section: Option<Section>,
    /// Whether only what decides is asked.
    pub(super) is_brief: bool,
    /// The member whose questions are open.
    pub(super) member: Option<MemberId>,
    /// The member that was taken out last, for undoing.
    pub(super) removed: Option<Member>,
    /// Kind of ISEE chosen before the value was written.
    pub(super) isee_kind: Option<IseeKind>,
    /// Day of the declaration written before the value.
    pub(super) isee_date: Option<Day>,
    /// Its protocol written before the value.
    pub(super) isee_protocol: Option<String>,
    /// The offer being written.
    pub(super) offer: OfferDraft,
    /// The response being chosen; none while the saved one stands.
    pub(super) response: Option<ResponseDraft>,
}

/// What is unfinished about one household.
pub(super) fn unfinished(household: HouseholdId) -> Unfinished<Drafts> {
    Unfinished::of(SORT, household.key())
}

/// Changes what is unfinished about a household whose page is not open.
pub(super) fn amend(household: HouseholdId, change: impl FnOnce(&mut Drafts)) {
    crate::record::amend(SORT, household.key(), change);
}
