// SPDX-License-Identifier: AGPL-3.0-or-later
//! Attempts, and the list that is gone through.
use super::*;

#[test]
fn an_attempt_keeps_day_reason_and_note() {
    let mut known = with(WORKER);
    let yesterday = TODAY.plus_days(-1);
    assert_eq!(
        act(&mut known, OFFICER, &tried_on(1, yesterday, " citofono rotto ")),
        1
    );
    let made = Attempt {
        id: AttemptId(1),
        day: yesterday,
        at: NOW,
        reason: AttemptReason::NobodyHome,
        note: "citofono rotto".to_owned(),
    };
    assert_eq!(visit(&known).attempts, [made]);
    assert_eq!(visit(&known).state, VisitState::Planned, "it is still to come");
}

#[test]
fn the_same_attempt_twice_is_one_and_another_one_needs_a_number_of_its_own() {
    let mut known = after(&[tried(1)]);
    assert_eq!(act(&mut known, WORKER, &tried(1)), 0);
    refused(
        &known,
        WORKER,
        &tried_on(1, TODAY, "dal cortile"),
        Common::AlreadyExists,
    );
    assert_eq!(act(&mut known, WORKER, &tried(2)), 1);
    assert_eq!(visit(&known).attempts.len(), 2);
}

#[test]
fn somebody_tried_on_a_day_that_has_come_and_is_not_long_past() {
    let known = with(WORKER);
    refused(
        &known,
        WORKER,
        &tried_on(1, TODAY.plus_days(2), ""),
        Common::DateInFuture,
    );
    let first = TODAY.plus_days(-30);
    refused(
        &known,
        WORKER,
        &tried_on(1, first.plus_days(-1), ""),
        Refusal::TooFarBack { first },
    );
    assert!(decided(&known, WORKER, &tried_on(1, first, "")).is_ok());
}

#[test]
fn a_note_of_an_attempt_is_short() {
    let known = with(WORKER);
    let longest = "è".repeat(LONGEST_ATTEMPT_NOTE as usize);
    assert!(decided(&known, WORKER, &tried_on(1, TODAY, &longest)).is_ok());
    let most = LONGEST_ATTEMPT_NOTE;
    refused(
        &known,
        WORKER,
        &tried_on(1, TODAY, &(longest + "è")),
        Common::TextTooLong { most },
    );
}

#[test]
fn nobody_tries_without_end() {
    let mut known = with(WORKER);
    for id in 0..MOST_ATTEMPTS as u32 {
        act(&mut known, WORKER, &tried(id));
    }
    let most = MOST_ATTEMPTS as u32;
    refused(&known, WORKER, &tried(99), Refusal::TooManyAttempts { most });
}

#[test]
fn nobody_tries_what_was_called_off_or_was_held_before() {
    let called_off = after(&[cancelled("trasferiti")]);
    refused(&called_off, WORKER, &tried(1), Refusal::Over);
    let was_held = after(&[held_on(TODAY.plus_days(-1), "")]);
    refused(&was_held, WORKER, &tried(1), Refusal::Over);
}

#[test]
fn a_line_of_the_list_is_ticked_and_the_tick_taken_away() {
    let mut known = with(WORKER);
    for item in CheckItem::ALL {
        assert_eq!(act(&mut known, OFFICER, &ticked(item, true)), 1, "{item}");
        assert_eq!(act(&mut known, OFFICER, &ticked(item, true)), 0, "{item}");
    }
    assert_eq!(visit(&known).checks, CheckItem::ALL);
    let damp = CheckItem::HeatingAndDamp;
    assert_eq!(act(&mut known, OFFICER, &ticked(damp, false)), 1);
    assert_eq!(act(&mut known, OFFICER, &ticked(damp, false)), 0);
    assert!(!visit(&known).checks.contains(&damp));
}

#[test]
fn the_list_is_gone_through_at_a_visit_and_after_it_but_not_without_one() {
    let papers = CheckItem::IdentityPapers;
    let was_held = after(&[held("")]);
    assert!(decided(&was_held, WORKER, &ticked(papers, true)).is_ok());
    for known in [
        after(&[cancelled("trasferiti")]),
        after(&[tried(1), given_up("")]),
    ] {
        refused(&known, WORKER, &ticked(papers, true), Refusal::Over);
    }
}
