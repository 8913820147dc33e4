// SPDX-License-Identifier: AGPL-3.0-or-later
//! How tasks end, begin again and move.
use super::*;

#[test]
fn what_is_done_keeps_who_did_it_and_what_came_of_it() {
    let mut known = with(&of_kind(TaskKind::Call));
    assert_eq!(act(&mut known, OFFICER, &finish("  Richiamano lunedì. ")), 1);
    let done = TaskState::Done {
        at: NOW,
        by_name: "Prova".to_owned(),
        role: OFFICER,
        answer: Some("Richiamano lunedì.".to_owned()),
    };
    assert_eq!(task(&known).state, done);
}

#[test]
fn an_opinion_without_words_is_none() {
    for what in TaskKind::ALL {
        let known = with(&of_kind(what));
        for silent in ["", "  \n"] {
            if what.needs_answer() {
                refused(&known, OFFICER, &finish(silent), Refusal::AnswerMissing);
            } else {
                assert!(decided(&known, OFFICER, &finish(silent)).is_ok(), "{what:?}");
            }
        }
        assert!(
            decided(&known, OFFICER, &finish("Favorevole.")).is_ok(),
            "{what:?}"
        );
    }
    let most = 2_000;
    refused(
        &with(&of_kind(TaskKind::Opinion)),
        OFFICER,
        &finish(&"è".repeat(2_001)),
        Common::TextTooLong { most },
    );
}

#[test]
fn what_is_dropped_is_dropped_for_a_reason() {
    let mut known = with(&of_kind(TaskKind::Call));
    refused(&known, OFFICER, &dropped(" "), Common::ReasonMissing);
    act(&mut known, OFFICER, &dropped("hanno già chiamato"));
    let TaskState::Dropped { reason, by_name, at } = &task(&known).state else {
        panic!("it was dropped");
    };
    assert_eq!(
        (reason.as_str(), by_name.as_str(), *at),
        ("hanno già chiamato", "Prova", NOW)
    );
}

#[test]
fn what_is_closed_is_neither_moved_nor_handed_over_until_it_is_open_again() {
    for close in [finish("Fatto."), dropped("non serve")] {
        let mut known = with(&of_kind(TaskKind::Call));
        act(&mut known, OFFICER, &close);
        let later = postponed(due().plus_days(1));
        refused(&known, WORKER, &later, Refusal::Closed);
        refused(
            &known,
            WORKER,
            &handed_over(Assignee::Role(WORKER)),
            Refusal::Closed,
        );
        assert_eq!(act(&mut known, WORKER, &reopen()), 1);
        assert_eq!(act(&mut known, WORKER, &reopen()), 0);
        act(&mut known, WORKER, &later);
        assert_eq!(task(&known).due, due().plus_days(1));
    }
}

#[test]
fn another_day_is_one_to_come_and_says_why_in_a_few_words() {
    let mut known = with(&of_kind(TaskKind::Call));
    refused(&known, WORKER, &postponed(TODAY.plus_days(-1)), Refusal::DuePast);
    let last = Day::constant(2031, 3, 20);
    refused(
        &known,
        WORKER,
        &postponed(last.plus_days(1)),
        Refusal::DueTooFar { last },
    );
    let wordy = Verb::Postpone {
        due: last,
        reason: "x".repeat(2_001),
    };
    let most = 2_000;
    refused(
        &known,
        WORKER,
        &Action::on(TASK, wordy),
        Common::TextTooLong { most },
    );
    assert_eq!(act(&mut known, COORDINATOR, &postponed(TODAY)), 1);
    assert_eq!(act(&mut known, COORDINATOR, &postponed(TODAY)), 0);
    let said = Action::on(TASK, Verb::Say(TaskFact::Due(due())));
    assert_eq!(act(&mut known, WORKER, &said), 1);
}

#[test]
fn what_is_not_there_is_not_worked_on() {
    let known = world();
    for action in [
        finish(""),
        dropped("non serve"),
        reopen(),
        postponed(due()),
        handed_over(Assignee::Role(WORKER)),
    ] {
        refused(&known, WORKER, &action, Refusal::Unknown);
    }
}
