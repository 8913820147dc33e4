// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was typed and could not be saved yet: it survives leaving the field, the topic and the page.
use super::sections::Section;
use leptos::prelude::*;
use soglia_domain::{
    calendar::Day,
    household::{IseeKind, Member, RentTier},
    id::{ChangeId, DwellingId, HouseholdId, MemberId, PersonId},
};
use std::{cell::RefCell, collections::BTreeMap};

/// A text that was not accepted, with the reason.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) error: String,
}

/// A proposal being written.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Proposal {
    /// The dwelling whose reasons are open.
    pub(super) dwelling: Option<DwellingId>,
    /// Whether the form of the proposal is open too.
    pub(super) writing: bool,
    /// Tier, as far as it was chosen.
    pub(super) tier: Option<RentTier>,
    /// Rent as typed; none while the ceiling stands in its place.
    pub(super) rent: Option<String>,
    /// Note as typed.
    pub(super) note: String,
    /// The refused proposal that this one takes the place of.
    pub(super) instead_of: Option<ChangeId>,
}

/// Everything unfinished about one household on this device.
#[derive(Clone, Default, PartialEq, Eq)]
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
}

thread_local! {
    /// By person too: a tablet may pass from hand to hand.
    static KEPT: RefCell<BTreeMap<(PersonId, HouseholdId), ArcRwSignal<Drafts>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The unfinished texts of one person about one household.
pub(super) fn kept(person: PersonId, household: HouseholdId) -> RwSignal<Drafts> {
    KEPT.with_borrow_mut(|kept| kept.entry((person, household)).or_default().clone())
        .into()
}
