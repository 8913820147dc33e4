// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a task.
use super::{LONGEST_TASK, Refusal, Task, TaskFact, TaskKind, TaskState, Verb};
use crate::{
    assignee::{Assignee, Colleague},
    context::Known,
    id::TaskId,
    samples::{AT, BY_NAME, HOUSEHOLD, PERSON, broken},
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The task of the samples.
pub const TASK: TaskId = TaskId(Uuid::from_u128(0xb1));

/// The day by which it is due.
pub const DUE: Day = Day::constant(2026, 4, 10);

/// What it says of the household.
const TEXT: &str = "Chiedere a Ionescu le ultime buste paga.";

/// For somebody of the samples by name.
fn person(role: Role) -> Assignee {
    Assignee::Person(Colleague {
        id: PERSON,
        name: BY_NAME.to_owned(),
        role,
    })
}

/// A task that is still to be done, with everything filled in.
pub fn record() -> Task {
    Task {
        id: TASK,
        household: HOUSEHOLD,
        what: TaskKind::FindOut,
        about: Some("net_monthly_income".to_owned()),
        text: TEXT.to_owned(),
        due: DUE,
        assignee: person(Role::HousingOfficer),
        state: TaskState::Open,
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        at: AT,
    }
}

/// Both facts as they stand.
fn facts() -> Vec<TaskFact> {
    every!(TaskFact {
        Due => TaskFact::Due(DUE),
        Assignee => TaskFact::Assignee(person(Role::HousingOfficer)),
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let mut said = facts().into_iter().map(Verb::Say);
    let mut choices = choosings("due").into_iter().map(Verb::Resolve);
    let (first, choice) = (said.next(), choices.next());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        Resolve => choice.expect("there are choices"),
        Ask => Verb::Ask {
            household: HOUSEHOLD,
            what: TaskKind::FindOut,
            about: Some("net_monthly_income".to_owned()),
            text: TEXT.to_owned(),
            due: DUE,
            assignee: Assignee::Role(Role::HousingOfficer),
        },
        Finish => Verb::Finish { answer: Some("Ionescu le porta lunedì".to_owned()) },
        Drop => Verb::Drop { reason: "Ionescu le ha già mandate".to_owned() },
        Reopen => Verb::Reopen {},
        Postpone => Verb::Postpone {
            due: Day::constant(2026, 4, 17),
            reason: "Ionescu è fuori Milano".to_owned(),
        },
    });
    verbs.extend(said);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Task>> {
    let by_name = || BY_NAME.to_owned();
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: every!(TaskState {
            Open => TaskState::Open,
            Done => TaskState::Done {
                at: AT,
                by_name: by_name(),
                role: Role::HousingOfficer,
                answer: Some("Ionescu le porta lunedì".to_owned()),
            },
            Dropped => TaskState::Dropped {
                at: AT,
                by_name: by_name(),
                reason: "Ionescu le ha già mandate".to_owned(),
            },
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        Empty => Refusal::Empty,
        NoQuestion => Refusal::NoQuestion,
        DuePast => Refusal::DuePast,
        DueTooFar => Refusal::DueTooFar { last: Day::constant(2031, 3, 20) },
        AnswerMissing => Refusal::AnswerMissing,
        Closed => Refusal::Closed,
        StaysInside => Refusal::StaysInside,
        ForOthers => Refusal::ForOthers,
    })
}

/// Tasks that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Task)> {
    let of = |role, assignee| Task {
        role,
        assignee,
        ..record()
    };
    let officer = Assignee::Role(Role::HousingOfficer);
    vec![
        (
            "of one department for the other",
            of(Role::SocialWorker, officer.clone()),
        ),
        ("for somebody of the City", record()),
        (
            "for partners",
            of(Role::SocialWorker, Assignee::Role(Role::ManagingPartner)),
        ),
        (
            "for somebody of a partner",
            of(Role::SocialWorker, person(Role::ManagingPartner)),
        ),
        ("asked by a partner", of(Role::ManagingPartner, officer)),
    ]
}

/// What does not hold about a task.
pub fn invariants(task: &Task, _: &Known) -> Vec<&'static str> {
    let n_letters = task.text.chars().count();
    let is_answered = match &task.state {
        TaskState::Open | TaskState::Dropped { .. } => true,
        TaskState::Done { answer, .. } => answer.is_some() || !task.what.needs_answer(),
    };
    let has_reason = match &task.state {
        TaskState::Open | TaskState::Done { .. } => true,
        TaskState::Dropped { reason, .. } => !reason.trim().is_empty(),
    };
    broken(&[
        (
            !task.text.trim().is_empty() && n_letters <= LONGEST_TASK as usize,
            "a task has words, and not too many",
        ),
        (
            task.about.is_none() || task.what == TaskKind::FindOut,
            "a task about a question is there to find it out",
        ),
        (is_answered, "an opinion has words"),
        (has_reason, "what is dropped is dropped for a reason"),
    ])
}
