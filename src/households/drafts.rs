// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was typed and could not be saved yet: it survives leaving the field, the topic and the page.
use super::sections::Section;
use crate::prelude::*;
use serde::{Deserialize, Serialize};
use soglia_domain::{
    calendar::Day,
    eligibility::ResponseModel,
    household::{IseeKind, Member, RentTier},
    id::{ChangeId, DwellingId, HouseholdId, MemberId, PersonId},
    money::Money,
};
use std::{cell::RefCell, collections::BTreeMap};

/// A text that was not accepted, with the reason.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) error: String,
}

/// A proposal being written.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Proposal {
    /// The dwelling whose reasons are open.
    pub(super) dwelling: Option<DwellingId>,
    /// Whether the form of the proposal is open too.
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
    /// The refused proposal that this one takes the place of.
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
    /// Typed texts that were not accepted, by field.
    pub(super) fields: BTreeMap<String, Draft>,
    /// The topic that is open.
    pub(super) section: Option<Section>,
    /// The member whose questions are open.
    pub(super) member: Option<MemberId>,
    /// The member that was taken out last, for undoing.
    pub(super) removed: Option<Member>,
    /// Kind of ISEE chosen before the value was written.
    pub(super) isee_kind: Option<IseeKind>,
    /// Day of the declaration written before the value.
    pub(super) isee_date: Option<Day>,
    /// The proposal being written.
    pub(super) proposal: Proposal,
    /// The response being chosen; none while the saved one stands.
    pub(super) response: Option<ResponseDraft>,
}

thread_local! {
    /// By person too: a tablet may pass from hand to hand.
    static KEPT: RefCell<BTreeMap<(PersonId, HouseholdId), ArcRwSignal<Drafts>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The unfinished texts of one person about one household.
pub(super) fn kept(person: PersonId, household: HouseholdId) -> RwSignal<Drafts> {
    let kept = KEPT.with_borrow_mut(|kept| {
        let found = kept.entry((person, household));
        found.or_insert_with(|| ArcRwSignal::new(read(household))).clone()
    });
    kept.into()
}

/// Writes the unfinished texts down at every change, so that they survive a reload and an empty battery. Rests with the
/// reactive owner of the page.
pub(super) fn write_down(household: HouseholdId, drafts: RwSignal<Drafts>) {
    Effect::new(move |_| {
        let drafts = drafts.get();
        let text = (drafts != Drafts::default()).then(|| soglia_json::to_string(&drafts).unwrap_or_default());
        crate::state::keep_draft(&place(household), text);
    });
}

fn read(household: HouseholdId) -> Drafts {
    crate::state::draft(&place(household))
        // What an older version wrote in another form is given up: it was never an answer.
        .and_then(|text| soglia_json::from_slice(text.as_bytes()).ok())
        .unwrap_or_default()
}

fn place(household: HouseholdId) -> String {
    format!("household/{household}")
}
