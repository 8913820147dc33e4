// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two devices without a network. Both decide on what they know; the server decides the second one anew, on the record as
//! the first one left it.
use super::*;
use crate::{
    record::{Edit, FieldKey, Review},
    rooms::EditOp,
    world::decided_at,
};
use soglia_kernel::{
    edit::Edit as Of,
    id::{ChangeId, DeviceId},
    moment::Moment,
    review::{Choosing, ReviewChoice},
};

/// What the server says to the second of two actions that both devices had allowed.
#[track_caller]
fn second(asked: &Action, first: &Action, second: &Action) -> (Known, crate::context::Decided) {
    let mut known = with(asked);
    for action in [first, second] {
        assert!(decided(&known, OFFICER, action).is_ok(), "both devices allow it");
    }
    act(&mut known, OFFICER, first);
    let at_server = Moment::at_server(NOW, NOW.ms);
    let decided = decided_at(&known, OFFICER, second, at_server);
    (known, decided)
}

fn opinion() -> Action {
    of_kind(TaskKind::Opinion)
}

fn answer(known: &Known) -> Option<&str> {
    match &task(known).state {
        TaskState::Done { answer, .. } => answer.as_deref(),
        TaskState::Open | TaskState::Dropped { .. } => None,
    }
}

#[test]
fn the_same_answer_twice_is_one_answer() {
    let (known, decided) = second(&opinion(), &finish("Favorevole."), &finish(" Favorevole.\n"));
    assert_eq!(
        decided,
        Ok(Vec::new()),
        "the second is at peace, and changes nothing"
    );
    assert_eq!(answer(&known), Some("Favorevole."));
}

#[test]
fn done_without_words_adds_nothing_to_an_answer() {
    let call = of_kind(TaskKind::Call);
    let (known, decided) = second(&call, &finish("Richiamano lunedì."), &finish(""));
    assert_eq!(decided, Ok(Vec::new()));
    assert_eq!(answer(&known), Some("Richiamano lunedì."));
}

/// The first stands in the record; the second stays with its author as a draft, and from there comes in after it.
#[test]
fn two_answers_are_both_kept() {
    let (mut known, decided) = second(&opinion(), &finish("Favorevole."), &finish("Contrario."));
    assert_eq!(
        decided,
        Err(Refusal::Closed.into()),
        "it goes back with its words"
    );
    assert_eq!(answer(&known), Some("Favorevole."));
    act(&mut known, OFFICER, &reopen());
    act(&mut known, OFFICER, &finish("Favorevole. Luca: contrario."));
    assert_eq!(answer(&known), Some("Favorevole. Luca: contrario."));
}

#[test]
fn an_answer_that_comes_after_a_drop_is_not_swallowed() {
    let (known, decided) = second(&opinion(), &dropped("non serve"), &finish("Favorevole."));
    assert_eq!(decided, Err(Refusal::Closed.into()));
    assert_eq!(answer(&known), None);
    let (known, decided) = second(&opinion(), &finish("Favorevole."), &dropped("non serve"));
    assert_eq!(decided, Err(Refusal::Closed.into()));
    assert_eq!(answer(&known), Some("Favorevole."));
}

#[test]
fn two_who_drop_it_for_one_reason_agree_and_for_two_reasons_do_not() {
    let (_, decided) = second(&opinion(), &dropped("trasferiti"), &dropped(" trasferiti "));
    assert_eq!(decided, Ok(Vec::new()));
    let (_, decided) = second(&opinion(), &dropped("trasferiti"), &dropped("doppione"));
    assert_eq!(decided, Err(Refusal::Closed.into()));
}

#[test]
fn a_day_moved_after_the_task_was_done_goes_back_to_its_author() {
    let (known, decided) = second(&opinion(), &finish("Favorevole."), &postponed(TODAY));
    assert_eq!(decided, Err(Refusal::Closed.into()));
    assert_eq!(task(&known).due, due());
}

fn of_task(fact: TaskFact) -> EditOp {
    EditOp::Task(Of::Say(fact))
}

/// Two days that met are a question for a person, like any two values; see the tests of all rooms for how they meet.
#[test]
fn of_two_days_a_person_chooses() {
    let mut known = with(&opinion());
    let other = TODAY.plus_days(20);
    waiting(&mut known, TaskFact::Due(other));
    let edits = decided(&known, COORDINATOR, &choice("due")).expect("it may be chosen");
    crate::world::follow(&mut known, Ok(edits));
    assert_eq!(task(&known).due, other);
}

#[test]
fn a_choice_does_not_open_to_partners_what_stays_inside() {
    let mut known = with(&opinion());
    waiting(&mut known, TaskFact::Assignee(Assignee::Role(PARTNER)));
    refused(&known, WORKER, &choice("assignee"), Refusal::StaysInside);
}

const WAITING: ChangeId = ChangeId(Uuid::from_u128(5));

fn waiting(known: &mut Known, fact: TaskFact) {
    let edit = Edit {
        record: TASK.key(),
        op: of_task(fact),
    };
    let by = author(OFFICER);
    known.reviews = vec![Review {
        field: edit.op.field(),
        change: WAITING,
        op: edit.op,
        by: by.person,
        by_name: by.name,
        role: by.role,
        device: DeviceId(Uuid::nil()),
        at: NOW,
        present: None,
    }];
}

fn choice(field: &str) -> Action {
    let choosing = Choosing {
        field: FieldKey(field.to_owned()),
        choice: ReviewChoice::Other(WAITING),
        seen: vec![WAITING],
    };
    Action::on(TASK, Verb::Resolve(choosing))
}
