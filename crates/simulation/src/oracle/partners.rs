// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a partner has on its devices, said anew in the words of the mandate and not by the code that gives it out.
use super::records::{Records, all};
use soglia_domain::{
    author::{Author, Role},
    diary_entry::{Circle, DiaryEntry},
    household::Household,
    id::{CaseId, HouseholdId, OrganisationId},
    placement::Placement,
    plan::{Plan, PlanState},
    record::{Identity as _, Stored},
    referral::{Referral, ReferralStateKind},
    rooms::Room as _,
};

/// A partner has of a household what it was sent or what it is offered for, and of that nothing that it need not know.
///
/// # Errors
/// In words, what it has besides.
pub(super) fn has_what_it_was_given(
    author: &Author,
    stored: &Stored,
    records: &Records,
) -> Result<(), String> {
    if author.role != Role::ManagingPartner {
        return Ok(());
    }
    let partner = author.organisation;
    let what = if stored.key.kind == CaseId::KIND {
        Some("is a case")
    } else if let Some(household) = Household::of(&stored.record) {
        of_a_household(household, partner, records)
    } else if let Some(entry) = DiaryEntry::of(&stored.record) {
        (entry.circle != Circle::Partners || !follows(partner, entry.household, records))
            .then_some("is an entry that is not for it")
    } else if let Some(plan) = Plan::of(&stored.record) {
        of_a_plan(plan, partner, records)
    } else if let Some(referral) = Referral::of(&stored.record) {
        (referral.to != partner || !referral.state.kind().is_open())
            .then_some("went to somebody else, or is over")
    } else {
        None
    };
    what.map_or(Ok(()), |what| {
        Err(format!("a partner has {}, which {what}", stored.key))
    })
}

/// Whether a household is with a partner: it accepted it, or a dwelling of its own is offered to it.
fn follows(partner: OrganisationId, household: HouseholdId, records: &Records) -> bool {
    let accepted = |referral: &Referral| {
        let is_theirs = (referral.household, referral.to) == (household, partner);
        is_theirs && referral.state.kind() == ReferralStateKind::Accepted
    };
    let offered = |offer: &Placement| {
        let is_theirs = (offer.household, offer.partner) == (household, Some(partner));
        is_theirs && offer.state.is_open()
    };
    all::<Referral>(records).any(accepted) || all::<Placement>(records).any(offered)
}

fn of_a_household(household: &Household, partner: OrganisationId, records: &Records) -> Option<&'static str> {
    let facts = &household.facts;
    let of_others = household.open.iter().any(|offer| offer.partner != Some(partner))
        || household.referrals.iter().any(|open| open.to != partner);
    if !follows(partner, household.id, records) {
        Some("it does not follow")
    } else if facts.net_monthly_income.is_known() || facts.sap_patrimony.is_known() {
        Some("tells its income")
    } else if of_others || !household.distinct.is_empty() {
        Some("tells of others")
    } else {
        None
    }
}

fn of_a_plan(plan: &Plan, partner: OrganisationId, records: &Records) -> Option<&'static str> {
    let tells_where_to =
        matches!(&plan.state, PlanState::Ended { destination, .. } if !destination.is_empty());
    if !follows(partner, plan.household, records) {
        Some("is of a household that it does not follow")
    } else if plan.facts.strengths.is_known()
        || !plan.signatures.is_empty()
        || !plan.follow_ups.is_empty()
        || tells_where_to
    {
        Some("tells what is for the City")
    } else {
        None
    }
}
