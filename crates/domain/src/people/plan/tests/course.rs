// SPDX-License-Identifier: AGPL-3.0-or-later
//! After the signature: reviews, outcomes, the end, and who asks after it.
use super::*;
use crate::record::{Around, LogPosition, beginning};
use crate::rooms::Record;

fn review_with(words: &str, next: Option<Day>) -> Action {
    let (review, day, words) = (PlanReviewId(1), TODAY, words.to_owned());
    on(Verb::Review {
        review,
        day,
        words,
        next,
    })
}

fn asked(after: FollowUpTime, day: Day, words: &str) -> Action {
    let words = words.to_owned();
    on(Verb::FollowUp { after, day, words })
}

fn with_ended() -> Known {
    let mut known = with_signed();
    act(&mut known, WORKER, &ended(TODAY));
    known
}

#[test]
fn a_review_is_written_once_and_keeps_who_wrote_it() {
    let mut known = with_signed();
    let next = Some(TODAY.plus_months(3));
    let action = review_with(" Il corso va bene. ", next);
    assert_eq!(act(&mut known, OFFICER, &action), 1);
    assert_eq!(act(&mut known, OFFICER, &action), 0);
    let made = &plan(&known).reviews[0];
    assert_eq!(
        (made.words.as_str(), made.day, made.next),
        ("Il corso va bene.", TODAY, next)
    );
    assert_eq!((made.by_name.as_str(), made.role), ("Prova", OFFICER));
}

#[test]
fn a_review_has_words_a_day_within_the_plan_and_a_next_one_after_it() {
    let known = with_signed();
    refused(&known, WORKER, &review_with(" ", None), Refusal::WordsMissing);
    let most = 2_000;
    let long = review_with(&"x".repeat(2_001), None);
    refused(&known, WORKER, &long, Common::TextTooLong { most });
    let before = reviewed(1, BEGUN.plus_days(-1));
    refused(&known, WORKER, &before, Refusal::TooEarly { first: BEGUN });
    let ahead = reviewed(1, TODAY.plus_days(2));
    refused(&known, WORKER, &ahead, Common::DateInFuture);
    let same_day = review_with("Bene.", Some(TODAY));
    refused(&known, WORKER, &same_day, Refusal::NextNotAfter);
    assert!(decided(&known, WORKER, &review_with("Bene.", Some(TODAY.plus_days(1)))).is_ok());
}

#[test]
fn a_plan_is_reviewed_at_most_sixty_times() {
    let mut known = with_signed();
    let most = MOST_REVIEWS as u32;
    for id in 1..=most {
        act(&mut known, WORKER, &reviewed(id, TODAY));
    }
    refused(
        &known,
        WORKER,
        &reviewed(most + 1, TODAY),
        Refusal::TooManyReviews { most },
    );
}

#[test]
fn the_latest_review_says_when_the_next_one_is() {
    let mut plan = samples::signed();
    assert_eq!(plan.next_review(), plan.reviews[0].next);
    let mut earlier = plan.reviews[0].clone();
    earlier.id = PlanReviewId(99);
    earlier.day = earlier.day.plus_days(-30);
    earlier.next = None;
    plan.reviews.push(earlier);
    assert_eq!(plan.next_review(), plan.reviews[0].next);
    assert_eq!(
        samples::record().next_review(),
        None,
        "a plan that is over has none"
    );
    plan.reviews.clear();
    assert_eq!(plan.next_review(), None);
}

#[test]
fn a_plan_ends_once_with_its_reason_and_not_before_it_was_signed() {
    let mut known = with_signed();
    let before = ended(TODAY.plus_days(-1));
    refused(&known, WORKER, &before, Refusal::TooEarly { first: TODAY });
    let ahead = ended(TODAY.plus_days(2));
    refused(&known, WORKER, &ahead, Common::DateInFuture);
    let long = on(Verb::End {
        day: TODAY,
        reason: EndReason::Other,
        destination: "x".repeat(121),
    });
    refused(&known, WORKER, &long, Common::TextTooLong { most: 120 });
    assert_eq!(act(&mut known, WORKER, &ended(TODAY)), 1);
    let state = PlanState::Ended {
        day: TODAY,
        reason: EndReason::Autonomous,
        destination: "casa propria".to_owned(),
    };
    assert_eq!(plan(&known).state, state);
    refused(&known, OFFICER, &ended(TODAY), Refusal::Ended);
}

#[test]
fn a_plan_that_was_never_signed_ends_too() {
    let mut known = with_draft();
    let before = ended(BEGUN.plus_days(-1));
    refused(&known, WORKER, &before, Refusal::TooEarly { first: BEGUN });
    assert_eq!(act(&mut known, WORKER, &ended(BEGUN)), 1);
}

#[test]
fn a_plan_that_is_over_is_not_written_any_more() {
    let known = with_ended();
    for action in [
        said(aim("Altro")),
        added(OTHER_GOAL, "Una casa"),
        dropped(GOAL),
        said_of(GOAL, consent(false)),
        signed(&known, TODAY),
        on(Verb::Revise {}),
    ] {
        refused(&known, WORKER, &action, Refusal::Ended);
    }
}

#[test]
fn what_was_found_before_the_end_may_come_in_after_it() {
    let mut known = with_ended();
    assert_eq!(
        act(&mut known, WORKER, &said_of(GOAL, outcome(GoalOutcome::Reached))),
        1
    );
    assert_eq!(plan(&known).n_reached(), 1);
    assert_eq!(act(&mut known, WORKER, &reviewed(1, TODAY)), 1);
    refused(&known, WORKER, &reviewed(2, TODAY.plus_days(1)), Refusal::Ended);
}

#[test]
fn after_the_end_somebody_asks_twice_at_most() {
    let mut known = with_ended();
    for after in FollowUpTime::ALL {
        assert_eq!(
            act(&mut known, OFFICER, &asked(after, TODAY, " Stanno bene. ")),
            1
        );
        let again = asked(after, TODAY, "Stanno benissimo.");
        refused(&known, WORKER, &again, Refusal::FollowUpWritten);
    }
    assert_eq!(plan(&known).next_follow_up(), None, "everybody was asked");
    let made = &plan(&known).follow_ups;
    assert_eq!((made.len(), made[0].words.as_str()), (2, "Stanno bene."));
    assert_eq!(FollowUpTime::ALL.map(FollowUpTime::months), [6, 12]);
}

#[test]
fn the_next_to_be_asked_counts_from_the_end() {
    assert_eq!(plan(&with_signed()).next_follow_up(), None);
    let mut known = with_ended();
    assert_eq!(plan(&known).next_follow_up(), Some(TODAY.plus_months(6)));
    act(
        &mut known,
        OFFICER,
        &asked(FollowUpTime::SixMonths, TODAY, "Bene."),
    );
    assert_eq!(plan(&known).next_follow_up(), Some(TODAY.plus_months(12)));
}

#[test]
fn nobody_is_asked_after_before_the_end_or_without_words() {
    let six = FollowUpTime::SixMonths;
    for known in [with_draft(), with_signed()] {
        refused(&known, WORKER, &asked(six, TODAY, "Bene."), Refusal::NotEnded);
    }
    let known = with_ended();
    refused(
        &known,
        WORKER,
        &asked(six, TODAY.plus_days(-1), "Bene."),
        Refusal::TooEarly { first: TODAY },
    );
    refused(
        &known,
        WORKER,
        &asked(six, TODAY.plus_days(2), "Bene."),
        Common::DateInFuture,
    );
    refused(&known, WORKER, &asked(six, TODAY, "\n"), Refusal::WordsMissing);
}

#[test]
fn a_row_holds_what_lists_need() {
    let row = |plan: Plan| {
        let stored = beginning(Record::Plan(plan.clone()), LogPosition(3));
        Row::of(&plan, &Around::of(&stored, false))
    };
    let signed = row(samples::signed());
    assert_eq!((signed.state, signed.was_signed), (PlanStateKind::Signed, true));
    assert_eq!((signed.n_goals, signed.n_reached), (1, 1));
    assert_eq!(signed.next_review, samples::signed().next_review());
    let draft = Plan {
        state: PlanState::Draft,
        signatures: Vec::new(),
        ..samples::signed()
    };
    assert!(!row(draft).was_signed);
    assert_eq!(row(samples::record()).state, PlanStateKind::Ended);
}

#[test]
fn a_reason_of_a_newer_version_reads_as_another_one() {
    let wire = serde_json::to_string(&samples::record()).expect("a plan can be written");
    let newer = wire.replace("\"autonomous\"", "\"adopted\"");
    let read: Plan = serde_json::from_str(&newer).expect("a newer plan can be read");
    let PlanState::Ended { reason, .. } = read.state else {
        panic!("it is over");
    };
    assert_eq!(reason, EndReason::Other);
}
