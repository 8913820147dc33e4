// SPDX-License-Identifier: AGPL-3.0-or-later
//! What runs out by itself: the time to sign or review a plan, to answer an offer, and attestations.
use super::about::{About, PlanStep, Waits};
use crate::state::Rows;
use soglia_domain::{
    author::Role,
    calendar::Day,
    eligibility::isee_last_day,
    id::HouseholdId,
    placement::Placement,
    plan::{self, Plan, PlanStateKind},
    rulebook::{ParameterName, Rules},
};

/// More attestations than this are one line: at the end of the year they all end on one day.
const MOST_ISEE: usize = 3;

/// For how many days the end of an attestation is said ahead, and for how many after it: a new one takes its time.
const ISEE_DAYS: (i64, i64) = (7, 60);

/// Adds what runs out.
pub(super) fn add(rows: &Rows, role: Role, rules: &Rules, all: &mut Vec<Waits>) {
    plans(rows, role, rules, all);
    match role {
        Role::SocialWorker | Role::HousingOfficer => {
            offers(rows, rules, all);
            attestations(rows, rules, all);
        }
        Role::Coordinator | Role::ManagingPartner | Role::Auditor | Role::Administrator => {}
    }
}

/// Drafts that were never signed, agreed reviews, and households to ask after the end.
fn plans(rows: &Rows, role: Role, rules: &Rules, all: &mut Vec<Waits>) {
    for row in rows.of_kind::<Plan>() {
        let step = match row.state {
            PlanStateKind::Draft if !row.was_signed => Some((plan::due(row.begun, rules), PlanStep::Sign)),
            PlanStateKind::Draft | PlanStateKind::Signed => {
                row.next_review.map(|day| (day, PlanStep::Review))
            }
            PlanStateKind::Ended => row.next_follow_up.map(|day| (day, PlanStep::FollowUp)),
        };
        // A partner reviews; signing and asking afterwards is the City's.
        let is_theirs = role != Role::ManagingPartner || row.next_review.is_some();
        if let Some((due, step)) = step.filter(|_| is_theirs) {
            all.push(Waits::on(due, About::Plan(step), row.household));
        }
    }
}

/// Offers that nobody answered in the time that the rulebook gives.
fn offers(rows: &Rows, rules: &Rules, all: &mut Vec<Waits>) {
    let n_days = i64::from(rules.number(ParameterName::OfferAnswerDays));
    let open = rows.of_kind::<Placement>().filter(|row| row.is_open);
    all.extend(open.map(|row| {
        let due = row.at.day().plus_days(n_days);
        Waits::on(due, About::Offer(row.id), row.household)
    }));
}

/// Attestations that end soon or ended not long ago.
fn attestations(rows: &Rows, rules: &Rules, all: &mut Vec<Waits>) {
    let today = rules.day();
    let mut ending: Vec<(Day, HouseholdId)> = Vec::new();
    for row in &rows.households {
        let Some((kind, presented)) = row.isee else {
            continue;
        };
        let last = isee_last_day(kind, presented, rules);
        let is_near = last <= today.plus_days(ISEE_DAYS.0) && last.plus_days(ISEE_DAYS.1) >= today;
        if is_near && row.joined.is_none() {
            ending.push((last, row.id));
        }
    }
    if ending.len() > MOST_ISEE {
        let first = ending
            .iter()
            .map(|(last, _)| *last)
            .fold(today.plus_days(ISEE_DAYS.0), Day::min);
        all.push(Waits {
            about: About::Isees(ending.len()),
            due: first,
            from: None,
            household: None,
        });
        return;
    }
    let ending = ending.into_iter();
    all.extend(ending.map(|(last, household)| Waits::on(last, About::Isee, household)));
}
