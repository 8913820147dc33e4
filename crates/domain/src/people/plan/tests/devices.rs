// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two people write in one plan without having seen each other.
use super::*;
use crate::{
    id::{ChangeId, DeviceId},
    record::{LogPosition, Review, Revision, beginning},
    rooms::{EditOp, Room as _, Stored, apply},
    world::author,
};
use soglia_kernel::{
    edit::Edit,
    merge::Meeting,
    review::{Choosing, ReviewChoice},
};

const MINE: DeviceId = DeviceId(Uuid::from_u128(1));
const YOURS: DeviceId = DeviceId(Uuid::from_u128(2));
const THEIRS: ChangeId = ChangeId(Uuid::from_u128(51));

const SEEN: LogPosition = LogPosition(5);

fn of_goal(fact: GoalAnswer) -> EditOp {
    let part = PlanPartId::Goal(samples::GOAL);
    Plan::op(Edit::SayOf { part, fact })
}

fn put(goal: GoalId) -> EditOp {
    let facts = GoalFacts::default();
    Plan::op(Edit::Put(PlanPart::Goal(Box::new(Goal { id: goal, facts }))))
}

/// The record after a change from your device, which mine has not seen.
fn after_yours(op: &EditOp) -> Stored {
    let mut stored = beginning(samples::signed().into_record(), SEEN);
    let position = LogPosition(6);
    stored.position = position;
    let revision = Revision {
        position,
        device: YOURS,
    };
    stored.revisions.insert(op.field(), revision);
    stored.record = apply(Some(stored.record), op).expect("the record stays");
    stored
}

fn after_mine(stored: Stored, op: &EditOp) -> Plan {
    let both = apply(Some(stored.record), op).expect("the record stays");
    Plan::of(&both).expect("it is a plan").clone()
}

#[test]
fn two_facts_of_one_goal_written_on_two_devices_both_stand() {
    let stored = after_yours(&of_goal(GoalAnswer::Who(Answer::Known("la sorella".to_owned()))));
    let mine = of_goal(GoalAnswer::Due(Answer::Known(TODAY)));
    assert_eq!(mine.meet(&stored, SEEN, MINE), Meeting::Clear);
    let both = after_mine(stored, &mine);
    let facts = &both.goal(samples::GOAL).expect("the goal stands").facts;
    assert_eq!(facts.who.known().map(String::as_str), Some("la sorella"));
    assert_eq!(facts.due.known(), Some(&TODAY));
}

#[test]
fn two_outcomes_of_one_goal_wait_for_a_person() {
    let stored = after_yours(&of_goal(outcome(GoalOutcome::Partly)));
    let meeting = |value| of_goal(outcome(value)).meet(&stored, SEEN, MINE);
    assert_eq!(meeting(GoalOutcome::NotReached), Meeting::ToReview);
    assert_eq!(meeting(GoalOutcome::Partly), Meeting::Merged);
}

#[test]
fn goals_added_on_two_devices_unite() {
    let stored = after_yours(&put(GoalId(21)));
    let mine = put(GoalId(22));
    assert_eq!(mine.meet(&stored, SEEN, MINE), Meeting::Clear);
    let goals: Vec<u32> = after_mine(stored, &mine)
        .goals
        .iter()
        .map(|goal| goal.id.0)
        .collect();
    assert_eq!(goals, [samples::GOAL.0, 21, 22]);
}

#[test]
fn what_was_written_offline_after_the_signature_comes_back() {
    let mut known = with_goal();
    let offline = [
        said_of(GOAL, GoalAnswer::Who(Answer::Known("la sorella".to_owned()))),
        added(OTHER_GOAL, "Una casa"),
    ];
    for action in &offline {
        assert!(decided(&known, OFFICER, action).is_ok());
    }
    let action = signed(&known, TODAY);
    act(&mut known, WORKER, &action);
    for action in &offline {
        refused(&known, OFFICER, action, Refusal::Signed);
    }
}

#[test]
fn of_two_signatures_under_one_draft_the_second_comes_back() {
    let mut known = with_goal();
    let (mine, yours) = (signed(&known, TODAY), signed(&known, TODAY.plus_days(-1)));
    act(&mut known, WORKER, &mine);
    refused(&known, OFFICER, &yours, Refusal::Signed);
    assert_eq!(plan(&known).signatures.len(), 1);
}

/// A world in which another value waits for a choice.
fn with_review(mut known: Known, op: EditOp) -> (Known, impl Fn(ReviewChoice) -> Action) {
    let field = op.field();
    known.reviews = vec![Review {
        field: field.clone(),
        change: THEIRS,
        op,
        by: author(OFFICER).person,
        by_name: "Bruno".to_owned(),
        role: OFFICER,
        device: YOURS,
        at: NOW,
        present: None,
    }];
    let choose = move |choice| {
        let (field, seen) = (field.clone(), vec![THEIRS]);
        on(Verb::Resolve(Choosing { field, choice, seen }))
    };
    (known, choose)
}

#[test]
fn after_the_signature_a_choice_keeps_what_stands_and_writes_no_words() {
    let (known, choose) = with_review(with_signed(), Plan::op(Edit::Say(aim("Altro"))));
    refused(
        &known,
        WORKER,
        &choose(ReviewChoice::Other(THEIRS)),
        Refusal::Signed,
    );
    refused(&known, WORKER, &choose(ReviewChoice::Both), Refusal::Signed);
    assert!(decided(&known, WORKER, &choose(ReviewChoice::Present)).is_ok());
    let role = PARTNER;
    refused(
        &known,
        role,
        &choose(ReviewChoice::Present),
        Common::NotYourTask { role },
    );
    let part = PlanPartId::Goal(GOAL);
    let fact = outcome(GoalOutcome::Partly);
    let (known, choose) = with_review(with_signed(), Plan::op(Edit::SayOf { part, fact }));
    assert!(decided(&known, WORKER, &choose(ReviewChoice::Other(THEIRS))).is_ok());
}

#[test]
fn two_aims_are_both_kept_as_far_as_they_fit() {
    let mut known = with_draft();
    act(&mut known, WORKER, &said(aim(&"a".repeat(1_500))));
    let (fits, choose) = with_review(known.clone(), Plan::op(Edit::Say(aim("b"))));
    assert!(decided(&fits, WORKER, &choose(ReviewChoice::Both)).is_ok());
    let (long, choose) = with_review(known, Plan::op(Edit::Say(aim(&"b".repeat(1_500)))));
    let most = 2_000;
    refused(
        &long,
        WORKER,
        &choose(ReviewChoice::Both),
        Common::TextTooLong { most },
    );
}
