// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of plans: who writes what, and when. The signature, the course after it, the partner and two devices stand in
//! files of their own.
mod course;
mod devices;
mod partner;
mod signing;

use super::*;
use crate::{
    action::Action,
    assessment::NeedDomain,
    author::Role,
    context::Known,
    household,
    record::Identity,
    rulebook::Rulebook,
    world::{FAMILY, NOW, TODAY, act, content, decided, refused, world},
};
use soglia_kernel::{answer::Answer, refusal::Refusal as Common};
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const PARTNER: Role = Role::ManagingPartner;

const PLAN: PlanId = PlanId(Uuid::from_u128(91));
const GOAL: GoalId = GoalId(1);
const OTHER_GOAL: GoalId = GoalId(2);

/// Four days before everything happens.
const BEGUN: Day = Day::constant(2026, 3, 16);

fn on(verb: Verb) -> Action {
    Action::on(PLAN, verb)
}

fn begun(day: Day) -> Action {
    let household = FAMILY;
    on(Verb::Begin { household, day })
}

fn said(fact: PlanAnswer) -> Action {
    on(Verb::Say(fact))
}

fn aim(text: &str) -> PlanAnswer {
    PlanAnswer::Aim(Answer::Known(text.to_owned()))
}

fn added(goal: GoalId, text: &str) -> Action {
    let (domain, text) = (NeedDomain::Work, text.to_owned());
    on(Verb::AddGoal { goal, domain, text })
}

fn dropped(goal: GoalId) -> Action {
    on(Verb::DropGoal { goal })
}

fn said_of(goal: GoalId, fact: GoalAnswer) -> Action {
    let part = PlanPartId::Goal(goal);
    on(Verb::SayOf { part, fact })
}

fn consent(yes: bool) -> GoalAnswer {
    GoalAnswer::Consent(Answer::Known(yes))
}

fn outcome(outcome: GoalOutcome) -> GoalAnswer {
    GoalAnswer::Outcome(Answer::Known(outcome))
}

fn reviewed(id: u32, day: Day) -> Action {
    let (review, words, next) = (PlanReviewId(id), "Il corso va bene.".to_owned(), None);
    on(Verb::Review {
        review,
        day,
        words,
        next,
    })
}

fn signed_with(day: Day, name: &str, text_hash: String) -> Action {
    let (name, image) = (name.to_owned(), None);
    on(Verb::Sign {
        day,
        name,
        image,
        text_hash,
    })
}

/// A signature under the words as they stand.
fn signed(known: &Known, day: Day) -> Action {
    signed_with(day, "Maria Prova", text_hash(plan(known)))
}

fn ended(day: Day) -> Action {
    let destination = "casa propria".to_owned();
    on(Verb::End {
        day,
        reason: EndReason::Autonomous,
        destination,
    })
}

fn plan(known: &Known) -> &Plan {
    content(known, PLAN)
}

/// A world in which a plan was begun.
fn with_draft() -> Known {
    let mut known = world();
    act(&mut known, WORKER, &begun(BEGUN));
    known
}

/// The same with a goal to which the person agrees.
fn with_goal() -> Known {
    let mut known = with_draft();
    act(&mut known, WORKER, &added(GOAL, "Un lavoro stabile"));
    act(&mut known, WORKER, &said_of(GOAL, consent(true)));
    known
}

/// The same, signed today.
fn with_signed() -> Known {
    let mut known = with_goal();
    let action = signed(&known, TODAY);
    act(&mut known, WORKER, &action);
    known
}

#[test]
fn a_plan_begins_empty_and_keeps_who_began_it_and_when() {
    let mut known = world();
    assert_eq!(act(&mut known, OFFICER, &begun(BEGUN)), 1);
    let made = plan(&known);
    assert_eq!((made.household, made.begun, made.at), (FAMILY, BEGUN, NOW));
    assert_eq!((made.by_name.as_str(), &made.state), ("Prova", &PlanState::Draft));
    assert!(made.goals.is_empty() && made.signatures.is_empty());
    refused(&known, OFFICER, &begun(BEGUN), Common::AlreadyExists);
}

#[test]
fn a_plan_begins_on_a_day_that_has_come_and_for_a_household_in_view() {
    let mut known = world();
    refused(&known, WORKER, &begun(TODAY.plus_days(2)), Common::DateInFuture);
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &begun(TODAY.plus_days(1))).is_ok());
    known.remove(&FAMILY.key());
    refused(&known, WORKER, &begun(BEGUN), household::Refusal::Unknown);
}

#[test]
fn section_7_2_a_plan_is_to_be_signed_twenty_working_days_after_its_beginning() {
    let begun = Day::constant(2026, 3, 10);
    let rules = Rulebook::published().as_of(begun);
    // Easter Monday does not count.
    assert_eq!(due(begun, &rules), Day::constant(2026, 4, 8));
    assert_eq!(
        due(Day::constant(2026, 12, 24), &rules),
        Day::constant(2027, 1, 26)
    );
}

#[test]
fn both_departments_write_and_the_coordination_only_reads() {
    let known = with_goal();
    let role = Role::Coordinator;
    let actions = samples::verbs().into_iter().map(on);
    for action in actions {
        refused(&known, role, &action, Common::NotYourTask { role });
    }
    for role in [WORKER, OFFICER] {
        assert!(decided(&known, role, &said(aim("Vivere in autonomia"))).is_ok());
        assert!(decided(&known, role, &added(OTHER_GOAL, "Una casa")).is_ok());
    }
}

#[test]
fn a_goal_has_words_and_not_too_many() {
    let mut known = with_draft();
    for text in ["", "  \n"] {
        refused(&known, WORKER, &added(GOAL, text), Refusal::WordsMissing);
    }
    let most = 2_000;
    let long = "è".repeat(most as usize + 1);
    refused(&known, WORKER, &added(GOAL, &long), Common::TextTooLong { most });
    assert_eq!(act(&mut known, WORKER, &added(GOAL, " Un lavoro ")), 1);
    let made = &plan(&known).goals[0];
    assert_eq!(made.facts.text.known().map(String::as_str), Some("Un lavoro"));
    assert_eq!(made.facts.domain.known(), Some(&NeedDomain::Work));
    assert_eq!(made.outcome(), GoalOutcome::Open);
    let text = |text: Answer<String>| said_of(GOAL, GoalAnswer::Text(text));
    refused(&known, WORKER, &text(Answer::NotKnownYet), Refusal::WordsMissing);
    refused(
        &known,
        WORKER,
        &text(Answer::Known(" ".to_owned())),
        Refusal::WordsMissing,
    );
    refused(
        &known,
        WORKER,
        &text(Answer::Known(long)),
        Common::TextTooLong { most },
    );
}

#[test]
fn a_plan_lasts_some_months() {
    let known = with_draft();
    let months = |months| said(PlanAnswer::Months(Answer::Known(months)));
    for (number, fits) in [(0, false), (1, true), (60, true), (61, false)] {
        assert_eq!(decided(&known, WORKER, &months(number)).is_ok(), fits, "{number}");
    }
    refused(&known, WORKER, &months(0), Common::OutOfRange);
}

#[test]
fn a_plan_has_at_most_thirty_goals() {
    let mut known = with_draft();
    for id in 1..=MOST_GOALS as u32 {
        act(&mut known, WORKER, &added(GoalId(id), "Un passo"));
    }
    let most = MOST_GOALS as u32;
    refused(
        &known,
        WORKER,
        &added(GoalId(99), "Un passo"),
        Refusal::TooManyGoals { most },
    );
    // One that is there already is no further one.
    assert_eq!(act(&mut known, WORKER, &added(GOAL, "Un passo")), 0);
}

#[test]
fn the_same_twice_changes_nothing_the_second_time() {
    let mut known = with_draft();
    let facts = samples::facts().into_iter().map(said);
    let of_goal = samples::goal_facts().into_iter().map(|fact| said_of(GOAL, fact));
    // The goal comes in with other words and in the same domain.
    let mut actions = vec![added(GOAL, "Un lavoro")];
    actions.extend(
        facts
            .chain(of_goal)
            .filter(|action| *action != said_of(GOAL, GoalAnswer::Domain(Answer::Known(NeedDomain::Work)))),
    );
    actions.push(dropped(GOAL));
    for action in actions {
        assert_eq!(act(&mut known, WORKER, &action), 1, "{action:?}");
        assert_eq!(act(&mut known, OFFICER, &action), 0, "{action:?}");
    }
}

#[test]
fn what_is_said_of_a_goal_that_is_gone_is_refused() {
    let mut known = with_goal();
    act(&mut known, WORKER, &dropped(GOAL));
    refused(
        &known,
        WORKER,
        &said_of(GOAL, consent(true)),
        Refusal::UnknownGoal,
    );
    for part in [
        PlanPartId::Review(PlanReviewId(1)),
        PlanPartId::Signature(1),
        PlanPartId::FollowUp(FollowUpTime::SixMonths),
    ] {
        let fact = consent(true);
        refused(
            &known,
            WORKER,
            &on(Verb::SayOf { part, fact }),
            Refusal::UnknownGoal,
        );
    }
}

#[test]
fn what_is_not_there_is_not_changed() {
    let known = world();
    for verb in samples::verbs() {
        if !matches!(verb, Verb::Begin { .. }) {
            refused(&known, WORKER, &on(verb), Refusal::Unknown);
        }
    }
}
