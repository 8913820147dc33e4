// SPDX-License-Identifier: AGPL-3.0-or-later
//! A partner that sees the household reads the plan, says what became of goals and reviews; nothing else.
use super::*;
use crate::{
    record::{LogPosition, beginning},
    rooms::{Record, Room as _},
    scope::{sees, told},
    world::{OFFER, author, offer, withdrawal},
};

/// Whether the plan is seen in a role, with the household as its root.
fn is_seen(known: &Known, role: Role) -> bool {
    let made = known.get(&PLAN.key()).expect("the plan was begun");
    sees(&author(role), made, |key| known.get(&key))
}

/// A plan as the partner is told it.
fn as_told(plan: Plan) -> Plan {
    let stored = beginning(Record::Plan(plan), LogPosition(1));
    let seen = told(&author(PARTNER), &stored).record;
    Plan::of(&seen).expect("it is a plan").clone()
}

#[test]
fn a_partner_sees_the_plan_while_it_sees_the_household() {
    let mut known = with_draft();
    for role in [WORKER, OFFICER, Role::Coordinator] {
        assert!(is_seen(&known, role), "{role:?}");
    }
    assert!(!is_seen(&known, PARTNER));
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    assert!(is_seen(&known, PARTNER));
    act(&mut known, WORKER, &withdrawal(OFFER));
    assert!(!is_seen(&known, PARTNER));
}

#[test]
fn a_partner_says_what_became_of_a_goal_and_reviews() {
    let mut known = with_signed();
    assert_eq!(
        act(&mut known, PARTNER, &said_of(GOAL, outcome(GoalOutcome::Reached))),
        1
    );
    assert_eq!(act(&mut known, PARTNER, &reviewed(1, TODAY)), 1);
    assert_eq!(plan(&known).reviews[0].role, PARTNER);
}

#[test]
fn a_partner_does_nothing_else() {
    let known = with_goal();
    let role = PARTNER;
    for verb in samples::verbs() {
        let is_its_own = matches!(
            verb,
            Verb::Review { .. }
                | Verb::SayOf {
                    fact: GoalAnswer::Outcome(_),
                    ..
                }
        );
        if !is_its_own {
            refused(&known, role, &on(verb), Common::NotYourTask { role });
        }
    }
}

#[test]
fn a_partner_reads_the_aim_the_goals_and_the_reviews() {
    let whole = samples::signed();
    let seen = as_told(whole.clone());
    assert_eq!(seen.facts.aim, whole.facts.aim);
    assert_eq!(seen.facts.months, whole.facts.months);
    assert_eq!((&seen.goals, &seen.reviews), (&whole.goals, &whole.reviews));
    assert_eq!(seen.state, whole.state);
}

#[test]
fn strengths_signatures_and_what_came_after_are_not_told_to_a_partner() {
    let seen = as_told(samples::record());
    assert!(seen.facts.strengths.is_not_asked());
    assert!(seen.signatures.is_empty() && seen.follow_ups.is_empty());
    let PlanState::Ended {
        reason, destination, ..
    } = seen.state
    else {
        panic!("it is over");
    };
    assert_eq!((reason, destination.as_str()), (EndReason::Autonomous, ""));
}
