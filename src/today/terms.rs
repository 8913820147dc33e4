// SPDX-License-Identifier: AGPL-3.0-or-later
//! What runs out by itself: the time to sign or review a plan, to answer an offer, and attestations.
use super::about::{About, Line, label};
use crate::{
    routes::{Address, HouseholdTab},
    state::Rows,
    text::today as text,
};
use soglia_domain::{
    author::Role,
    calendar::Day,
    eligibility::isee_last_day,
    id::{HouseholdId, PlacementId, PlanId},
    placement::Placement,
    plan::{self, Plan, PlanStateKind},
    record::Identity as _,
    rulebook::{ParameterName, Rules},
};

/// More attestations than this are one line: at the end of the year they all end on one day.
const MOST_ISEE: usize = 3;

/// For how many days the end of an attestation is said ahead, and for how many after it: a new one takes its time.
const ISEE_DAYS: (i64, i64) = (7, 60);

/// Adds what runs out to the lines.
pub(super) fn add(rows: &Rows, role: Role, rules: &Rules, lines: &mut Vec<Line>) {
    plans(rows, role, rules, lines);
    match role {
        Role::SocialWorker | Role::HousingOfficer => {
            offers(rows, rules, lines);
            attestations(rows, rules, lines);
        }
        Role::Coordinator | Role::ManagingPartner => {}
    }
}

fn line(
    rows: &Rows,
    about: About,
    due: Day,
    words: String,
    household: HouseholdId,
    tab: HouseholdTab,
) -> Line {
    Line {
        about,
        due,
        from: None,
        words,
        household: label(rows, household),
        address: Some(Address::Household(household, tab)),
    }
}

/// Drafts that were never signed, agreed reviews, and households to ask after the end.
fn plans(rows: &Rows, role: Role, rules: &Rules, lines: &mut Vec<Line>) {
    for row in rows.of_kind::<Plan>(PlanId::KIND) {
        let step = match row.state {
            PlanStateKind::Draft if !row.was_signed => Some((plan::due(row.begun, rules), text::to_sign())),
            PlanStateKind::Draft | PlanStateKind::Signed => {
                row.next_review.map(|day| (day, text::plan_review()))
            }
            PlanStateKind::Ended => row.next_follow_up.map(|day| (day, text::follow_up())),
        };
        // A partner reviews; signing and asking afterwards is the City's.
        let is_theirs = role != Role::ManagingPartner || row.next_review.is_some();
        if let Some((due, words)) = step.filter(|_| is_theirs) {
            let tab = HouseholdTab::Path;
            lines.push(line(rows, About::Plan, due, words.to_owned(), row.household, tab));
        }
    }
}

/// Offers that nobody answered in the time that the rulebook gives.
fn offers(rows: &Rows, rules: &Rules, lines: &mut Vec<Line>) {
    let n_days = i64::from(rules.number(ParameterName::OfferAnswerDays));
    let open = rows
        .of_kind::<Placement>(PlacementId::KIND)
        .filter(|row| row.is_open);
    lines.extend(open.map(|row| {
        let due = row.at.day().plus_days(n_days);
        let words = text::offer(&row.dwelling_code);
        line(
            rows,
            About::Offer,
            due,
            words,
            row.household,
            HouseholdTab::Offers,
        )
    }));
}

/// Attestations that end soon or ended not long ago.
fn attestations(rows: &Rows, rules: &Rules, lines: &mut Vec<Line>) {
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
        lines.push(Line {
            about: About::Isee,
            due: first,
            from: None,
            words: text::isees(ending.len()),
            household: String::new(),
            address: Some(Address::Households),
        });
        return;
    }
    for (last, household) in ending {
        let words = text::isee().to_owned();
        lines.push(line(
            rows,
            About::Isee,
            last,
            words,
            household,
            HouseholdTab::Situation,
        ));
    }
}
