// SPDX-License-Identifier: AGPL-3.0-or-later
//! What awaits the person at work, from what the rows tell at once, the most urgent first.
use super::{
    about::{About, Line, label, path_of},
    terms,
};
use crate::{
    state::Rows,
    text::{language, today as text},
};
use soglia_domain::{
    author::{Author, Role},
    case::{Case, CaseStageKind},
    id::{CaseId, ReferralId, TaskId, VisitId},
    record::Identity as _,
    referral::{Referral, ReferralStateKind},
    rulebook::Rules,
    task::Task,
    visit::Visit,
};
use soglia_wording as wording;

/// What is due later than in this many days is not yet awaited.
const DAYS_AHEAD: i64 = 7;

/// Everything that awaits somebody, the most urgent first.
pub(super) fn awaited(rows: &Rows, author: &Author, rules: &Rules) -> Vec<Line> {
    let today = rules.day();
    let mut lines = Vec::new();
    visits(rows, author, &mut lines);
    tasks(rows, author, &mut lines);
    if author.role == Role::ManagingPartner {
        referrals(rows, &mut lines);
    } else {
        cases(rows, author.role, &mut lines);
    }
    terms::add(rows, author.role, rules, &mut lines);
    let last = today.plus_days(DAYS_AHEAD);
    // Somebody waits for the answer to a referral, however long it may take.
    lines.retain(|line| line.due <= last || matches!(line.about, About::Referral(_)));
    let order = |line: &Line| (line.due, line.from, line.about.kind());
    soglia_search::sorted(lines, &mut |a, b| order(a).cmp(&order(b)))
}

/// Visits of this person that were not held so far.
fn visits(rows: &Rows, author: &Author, lines: &mut Vec<Line>) {
    let planned = rows
        .of_kind::<Visit>(VisitId::KIND)
        .filter(|row| row.awaits(author));
    lines.extend(planned.map(|row| Line {
        about: About::Visit(row.id),
        due: row.day,
        from: row.from,
        words: text::visit(
            wording::visit_purpose(row.purpose, language()),
            &wording::visit_hours(row.from, row.to, language()).unwrap_or_default(),
            &row.place,
        ),
        household: label(rows, row.household),
        address: path_of(row.household),
    }));
}

/// What this person, or anybody in the same role, was asked to do.
fn tasks(rows: &Rows, author: &Author, lines: &mut Vec<Line>) {
    let open = rows
        .of_kind::<Task>(TaskId::KIND)
        .filter(|row| row.awaits(author));
    lines.extend(open.map(|row| Line {
        about: About::Task(row.id, !row.what.needs_answer()),
        due: row.due,
        from: None,
        words: row.beginning.clone(),
        household: label(rows, row.household),
        address: path_of(row.household),
    }));
}

/// Households that a partner is asked to take on: it sees them once it accepted.
fn referrals(rows: &Rows, lines: &mut Vec<Line>) {
    let sent = rows
        .of_kind::<Referral>(ReferralId::KIND)
        .filter(|row| row.state == ReferralStateKind::Sent);
    lines.extend(sent.map(|row| Line {
        about: About::Referral(row.id),
        due: row.answer_by,
        from: None,
        words: text::referral().to_owned(),
        household: row.household_label.clone(),
        address: None,
    }));
}

/// Cases whose next step is due. The coordination is told of those that are waited for outside: appeals.
fn cases(rows: &Rows, role: Role, lines: &mut Vec<Line>) {
    let waits = |stage: CaseStageKind| match stage {
        CaseStageKind::Appealed => true,
        CaseStageKind::Access
        | CaseStageKind::Assessment
        | CaseStageKind::Project
        | CaseStageKind::Delivery => role != Role::Coordinator,
        CaseStageKind::Refused | CaseStageKind::Withdrawn | CaseStageKind::Concluded => false,
    };
    let due = rows
        .of_kind::<Case>(CaseId::KIND)
        .filter(|row| waits(row.stage))
        .filter_map(|row| Some((row, row.due?)));
    lines.extend(due.map(|(row, due)| Line {
        about: About::Case(row.id),
        due,
        from: None,
        words: text::case_step(wording::case_stage(row.stage, language())),
        household: label(rows, row.household),
        address: path_of(row.household),
    }));
}
