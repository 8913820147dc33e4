// SPDX-License-Identifier: AGPL-3.0-or-later
//! What awaits the person at work, from what the rows tell at once, the most urgent first.
use super::{
    about::{About, Line, Waits},
    terms,
};
use crate::state::Rows;
use soglia_domain::{
    author::{Author, Role},
    case::{Case, CaseStageKind},
    referral::{Referral, ReferralStateKind},
    rulebook::Rules,
    task::Task,
    visit::Visit,
};

/// What is due later than in this many days is not yet awaited.
const DAYS_AHEAD: i64 = 7;

/// What awaits somebody: the first lines, the most urgent first, and how many there are in all.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Awaited {
    pub(super) lines: Vec<Line>,
    pub(super) n: usize,
}

/// What awaits somebody, with so many lines at most.
pub(super) fn awaited(rows: &Rows, author: &Author, rules: &Rules, most: usize) -> Awaited {
    let today = rules.day();
    let mut all = Vec::new();
    visits(rows, author, &mut all);
    tasks(rows, author, &mut all);
    if author.role == Role::ManagingPartner {
        referrals(rows, &mut all);
    } else {
        cases(rows, author.role, &mut all);
    }
    terms::add(rows, author.role, rules, &mut all);
    let last = today.plus_days(DAYS_AHEAD);
    // Somebody waits for the answer to a referral, however long it may take.
    all.retain(|waits| waits.due <= last || matches!(waits.about, About::Referral(_)));
    let all = soglia_search::sorted_by_number(&all, Waits::order);
    let n = all.len();
    let first = all.into_iter().take(most);
    Awaited {
        lines: first.filter_map(|waits| Line::of(rows, waits)).collect(),
        n,
    }
}

/// Visits of this person that were not held so far.
fn visits(rows: &Rows, author: &Author, all: &mut Vec<Waits>) {
    let planned = rows.of_kind::<Visit>().filter(|row| row.awaits(author));
    all.extend(planned.map(|row| Waits {
        from: row.from,
        ..Waits::on(row.day, About::Visit(row.id), row.household)
    }));
}

/// What this person, or anybody in the same role, was asked to do.
fn tasks(rows: &Rows, author: &Author, all: &mut Vec<Waits>) {
    let open = rows.of_kind::<Task>().filter(|row| row.awaits(author));
    all.extend(open.map(|row| {
        let about = About::Task(row.id, !row.what.needs_answer());
        Waits::on(row.due, about, row.household)
    }));
}

/// Households that a partner is asked to take on: it sees them once it accepted.
fn referrals(rows: &Rows, all: &mut Vec<Waits>) {
    let sent = rows
        .of_kind::<Referral>()
        .filter(|row| row.state == ReferralStateKind::Sent);
    all.extend(sent.map(|row| Waits {
        about: About::Referral(row.id),
        due: row.answer_by,
        from: None,
        household: None,
    }));
}

/// Cases whose next step is due. The coordination is told of those that are waited for outside: appeals.
fn cases(rows: &Rows, role: Role, all: &mut Vec<Waits>) {
    let waits = |stage: CaseStageKind| match stage {
        CaseStageKind::Appealed => true,
        CaseStageKind::Access
        | CaseStageKind::Assessment
        | CaseStageKind::Project
        | CaseStageKind::Delivery => role != Role::Coordinator,
        CaseStageKind::Refused | CaseStageKind::Withdrawn | CaseStageKind::Concluded => false,
    };
    let due = rows
        .of_kind::<Case>()
        .filter(|row| waits(row.stage))
        .filter_map(|row| Some(Waits::on(row.due?, About::Case(row.id), row.household)));
    all.extend(due);
}
