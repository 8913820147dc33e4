// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a visit ends: held, given up, called off.
use super::*;

/// A visit that was held, for stories that change one thing about it.
fn closed(present: &[&str], hours: (Option<u16>, Option<u16>), notes: &str) -> Action {
    let verb = Verb::Close {
        day: TODAY,
        from: hours.0,
        to: hours.1,
        present: present.iter().map(|name| (*name).to_owned()).collect(),
        notes: notes.to_owned(),
    };
    Action::on(VISIT, verb)
}

#[test]
fn a_visit_that_was_held_keeps_when_who_was_there_and_what_was_said() {
    let mut known = with(WORKER);
    let close = closed(&[" Maria ", "", "la mediatrice"], HOURS, " Tutto bene.\n");
    assert_eq!(act(&mut known, OFFICER, &close), 1);
    let done = VisitState::Done {
        day: TODAY,
        from: HOURS.0,
        to: HOURS.1,
        present: vec!["Maria".to_owned(), "la mediatrice".to_owned()],
        notes: "Tutto bene.".to_owned(),
    };
    assert_eq!(visit(&known).state, done);
    assert_eq!(
        visit(&known).appointment,
        tomorrow(),
        "what was planned stays written"
    );
}

#[test]
fn a_visit_was_held_on_a_day_that_has_come_and_is_not_long_past() {
    let known = with(WORKER);
    refused(
        &known,
        WORKER,
        &held_on(TODAY.plus_days(2), ""),
        Common::DateInFuture,
    );
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &held_on(TODAY.plus_days(1), "")).is_ok());
    let first = TODAY.plus_days(-30);
    assert!(decided(&known, WORKER, &held_on(first, "")).is_ok());
    refused(
        &known,
        WORKER,
        &held_on(Day::constant(1926, 3, 20), ""),
        Refusal::TooFarBack { first },
    );
}

#[test]
fn a_visit_that_was_held_ended_after_it_began() {
    let known = with(WORKER);
    let backwards = closed(&[], (Some(630), Some(570)), "");
    refused(&known, WORKER, &backwards, Refusal::EndsBeforeItBegan);
    let no_hour = closed(&[], (Some(DAY_MINUTES), None), "");
    refused(&known, WORKER, &no_hour, Refusal::NoSuchHour);
    assert!(decided(&known, WORKER, &closed(&[], (None, None), "")).is_ok());
}

#[test]
fn notes_and_names_have_their_limits() {
    let known = with(WORKER);
    let notes = "è".repeat(LONGEST_NOTES as usize);
    assert!(decided(&known, WORKER, &closed(&[], HOURS, &notes)).is_ok());
    let most = LONGEST_NOTES;
    let longer = closed(&[], HOURS, &(notes + "è"));
    refused(&known, WORKER, &longer, Common::TextTooLong { most });
    let name = "è".repeat(101);
    let most = LONGEST_PRESENT;
    refused(
        &known,
        WORKER,
        &closed(&[&name], HOURS, ""),
        Common::TextTooLong { most },
    );
    let crowd = vec!["Maria"; MOST_PRESENT];
    assert!(decided(&known, WORKER, &closed(&crowd, HOURS, "")).is_ok());
    let crowd = vec!["Maria"; MOST_PRESENT + 1];
    let most = MOST_PRESENT as u32;
    refused(
        &known,
        WORKER,
        &closed(&crowd, HOURS, ""),
        Refusal::TooManyPresent { most },
    );
}

#[test]
fn a_visit_is_given_up_only_after_somebody_tried() {
    let mut known = with(WORKER);
    refused(&known, WORKER, &given_up(""), Refusal::NotTried);
    act(&mut known, WORKER, &tried(1));
    let most = LONGEST_ATTEMPT_NOTE;
    refused(
        &known,
        WORKER,
        &given_up(&"è".repeat(301)),
        Common::TextTooLong { most },
    );
    assert_eq!(act(&mut known, WORKER, &given_up(" non rispondono ")), 1);
    let not_possible = VisitState::NotPossible {
        reason: AttemptReason::NobodyHome,
        note: "non rispondono".to_owned(),
    };
    assert_eq!(visit(&known).state, not_possible);
}

#[test]
fn a_visit_is_called_off_for_a_reason() {
    let mut known = with(WORKER);
    refused(&known, WORKER, &cancelled(" "), Common::ReasonMissing);
    act(&mut known, WORKER, &cancelled(" in ospedale "));
    let reason = "in ospedale".to_owned();
    assert_eq!(visit(&known).state, VisitState::Cancelled { reason });
}

#[test]
fn what_is_over_is_over() {
    for end in [
        held("Tutto bene."),
        given_up("non rispondono"),
        cancelled("trasferiti"),
    ] {
        let known = after(&[tried(1), end.clone()]);
        assert_eq!(
            decided(&known, OFFICER, &end),
            Ok(Vec::new()),
            "{end:?} once more"
        );
        for other in [
            held("Altro."),
            given_up("altro"),
            cancelled("altro"),
            moved(on(TODAY)),
            safety("cane"),
            said(VisitFact::Who(Colleague::of(&author(OFFICER)))),
        ] {
            refused(&known, OFFICER, &other, Refusal::Over);
        }
    }
}

#[test]
fn what_is_not_there_is_not_worked_on() {
    for action in [
        moved(tomorrow()),
        safety("cane"),
        tried(1),
        ticked(CheckItem::Condition, true),
        held(""),
        given_up(""),
        cancelled("x"),
    ] {
        refused(&world(), WORKER, &action, Refusal::Unknown);
    }
}
