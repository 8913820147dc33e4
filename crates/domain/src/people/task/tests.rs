// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of tasks: how they are asked and end; who sees them; what two devices do together. Here stands what they share.
mod asking;
mod closing;
mod seen;
mod together;

use super::*;
use crate::{
    action::Action,
    assignee::Colleague,
    context::Known,
    household,
    record::{Around, Identity, LogPosition, beginning},
    rooms::Record,
    world::{FAMILY, NOW, OFFER, OTHER_FAMILY, TODAY, act, author, content, decided, offer, refused, world},
};
use soglia_kernel::refusal::Refusal as Common;
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const PARTNER: Role = Role::ManagingPartner;
const COORDINATOR: Role = Role::Coordinator;

const TASK: TaskId = TaskId(Uuid::from_u128(81));

/// A week to do it.
fn due() -> Day {
    TODAY.plus_days(7)
}

/// A task, for stories that change one thing about it.
struct Asked {
    what: TaskKind,
    about: Option<&'static str>,
    text: String,
    due: Day,
    assignee: Assignee,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            what: TaskKind::Other,
            about: None,
            text: "Portare le chiavi.".to_owned(),
            due: due(),
            assignee: Assignee::Role(OFFICER),
        }
    }
}

fn asked(asked: Asked) -> Action {
    let Asked {
        what,
        about,
        text,
        due,
        assignee,
    } = asked;
    let (household, about) = (FAMILY, about.map(str::to_owned));
    let verb = Verb::Ask {
        household,
        what,
        about,
        text,
        due,
        assignee,
    };
    Action::on(TASK, verb)
}

fn of_kind(what: TaskKind) -> Action {
    asked(Asked {
        what,
        ..Asked::default()
    })
}

fn for_whom(assignee: Assignee) -> Action {
    asked(Asked {
        assignee,
        ..Asked::default()
    })
}

fn finish(answer: &str) -> Action {
    let answer = Some(answer.to_owned()).filter(|answer| !answer.is_empty());
    Action::on(TASK, Verb::Finish { answer })
}

fn dropped(reason: &str) -> Action {
    let reason = reason.to_owned();
    Action::on(TASK, Verb::Drop { reason })
}

fn reopen() -> Action {
    Action::on(TASK, Verb::Reopen {})
}

fn postponed(due: Day) -> Action {
    let reason = String::new();
    Action::on(TASK, Verb::Postpone { due, reason })
}

fn handed_over(to: Assignee) -> Action {
    Action::on(TASK, Verb::Say(TaskFact::Assignee(to)))
}

/// Whoever acts in a role, by name.
fn person(role: Role) -> Assignee {
    Assignee::Person(Colleague::of(&author(role)))
}

fn task(known: &Known) -> &Task {
    content(known, TASK)
}

/// A world in which a social worker asked for something.
#[track_caller]
fn with(action: &Action) -> Known {
    with_by(WORKER, action)
}

#[track_caller]
fn with_by(role: Role, action: &Action) -> Known {
    let mut known = world();
    act(&mut known, role, action);
    known
}
