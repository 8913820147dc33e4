// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan is signed with its words in view, and then says what was signed until it is revised.
use super::*;

#[test]
fn a_signed_plan_keeps_who_signed_it_when_and_what() {
    let mut known = with_goal();
    let hash = text_hash(plan(&known));
    assert_eq!(
        act(
            &mut known,
            OFFICER,
            &signed_with(TODAY, " Maria Prova ", hash.clone())
        ),
        2
    );
    let made = plan(&known);
    assert_eq!(made.state, PlanState::Signed { day: TODAY });
    let signature = &made.signatures[0];
    assert_eq!((signature.number, signature.day), (1, TODAY));
    assert_eq!(
        (signature.by_name.as_str(), &signature.text_hash),
        ("Maria Prova", &hash)
    );
}

#[test]
fn a_plan_is_signed_from_the_day_it_was_begun_until_today() {
    let known = with_goal();
    let before = signed(&known, BEGUN.plus_days(-1));
    refused(&known, WORKER, &before, Refusal::TooEarly { first: BEGUN });
    assert!(decided(&known, WORKER, &signed(&known, BEGUN)).is_ok());
    assert!(decided(&known, WORKER, &signed(&known, TODAY.plus_days(1))).is_ok());
    let ahead = signed(&known, TODAY.plus_days(2));
    refused(&known, WORKER, &ahead, Common::DateInFuture);
}

#[test]
fn somebody_signs() {
    let known = with_goal();
    for name in ["", "  ", &"x".repeat(121)] {
        let nobody = signed_with(TODAY, name, text_hash(plan(&known)));
        refused(&known, WORKER, &nobody, Common::LabelNotUsable);
    }
}

#[test]
fn a_plan_without_goals_is_not_signed() {
    let known = with_draft();
    refused(&known, WORKER, &signed(&known, TODAY), Refusal::NoGoals);
}

#[test]
fn a_goal_about_which_the_person_was_not_asked_is_not_signed() {
    let mut known = with_goal();
    act(&mut known, WORKER, &added(OTHER_GOAL, "Una casa"));
    refused(&known, WORKER, &signed(&known, TODAY), Refusal::ConsentMissing);
    let later = GoalAnswer::Consent(Answer::NotKnownYet);
    act(&mut known, WORKER, &said_of(OTHER_GOAL, later));
    refused(&known, WORKER, &signed(&known, TODAY), Refusal::ConsentMissing);
    // Who does not agree with one goal was asked, and signs knowing it.
    act(&mut known, WORKER, &said_of(OTHER_GOAL, consent(false)));
    assert!(decided(&known, WORKER, &signed(&known, TODAY)).is_ok());
}

#[test]
fn words_that_changed_since_they_were_shown_are_not_signed() {
    let mut known = with_goal();
    let shown = signed(&known, TODAY);
    act(&mut known, OFFICER, &said(aim("Vivere in autonomia")));
    refused(&known, WORKER, &shown, Refusal::TextChanged);
    assert!(decided(&known, WORKER, &signed(&known, TODAY)).is_ok());
}

#[test]
fn a_signed_plan_says_what_was_signed() {
    let mut known = with_signed();
    let changes = [
        said(aim("Altro")),
        said(PlanAnswer::Strengths(Answer::Known("Altro".to_owned()))),
        said(PlanAnswer::Months(Answer::Known(12))),
        added(OTHER_GOAL, "Una casa"),
        dropped(GOAL),
        said_of(GOAL, GoalAnswer::Domain(Answer::Known(NeedDomain::Housing))),
        said_of(GOAL, GoalAnswer::Text(Answer::Known("Altro".to_owned()))),
        said_of(GOAL, GoalAnswer::Measure(Answer::Known("Altro".to_owned()))),
        said_of(GOAL, GoalAnswer::Actions(Answer::Known("Altro".to_owned()))),
        said_of(GOAL, GoalAnswer::Who(Answer::Known("Altro".to_owned()))),
        said_of(GOAL, GoalAnswer::Due(Answer::Known(TODAY))),
        said_of(GOAL, consent(false)),
        signed(&known, TODAY),
    ];
    for action in &changes {
        refused(&known, WORKER, action, Refusal::Signed);
    }
    // What stands may be stated again, and what became of a goal is no word that was signed.
    assert_eq!(act(&mut known, WORKER, &said_of(GOAL, consent(true))), 0);
    assert_eq!(
        act(&mut known, WORKER, &said_of(GOAL, outcome(GoalOutcome::Partly))),
        1
    );
}

#[test]
fn a_revised_plan_is_a_draft_again_and_keeps_what_was_signed() {
    let mut known = with_signed();
    assert_eq!(act(&mut known, OFFICER, &on(Verb::Revise {})), 1);
    assert_eq!(act(&mut known, OFFICER, &on(Verb::Revise {})), 0);
    assert_eq!(plan(&known).state, PlanState::Draft);
    let first = plan(&known).signatures[0].clone();
    act(&mut known, WORKER, &said(aim("Vivere in autonomia")));
    let earlier = signed(&known, TODAY.plus_days(-1));
    refused(&known, WORKER, &earlier, Refusal::TooEarly { first: TODAY });
    let again = signed(&known, TODAY);
    act(&mut known, WORKER, &again);
    let signatures = &plan(&known).signatures;
    assert_eq!((signatures.len(), &signatures[0]), (2, &first));
    assert_eq!(signatures[1].number, 2);
    assert_ne!(signatures[1].text_hash, first.text_hash);
}

#[test]
fn the_checksum_is_of_the_words_alone() {
    let plan = samples::record();
    let hash = text_hash(&plan);
    let mut other = plan.clone();
    other.reviews.clear();
    other.signatures.clear();
    other.follow_ups.clear();
    other.state = PlanState::Draft;
    other.goals[0].facts.set(outcome(GoalOutcome::NotReached));
    assert_eq!(text_hash(&other), hash);
    // To have been asked without an answer says no more than not to have been asked.
    let mut other = plan.clone();
    other.facts.set(PlanAnswer::Months(Answer::NotAsked));
    let not_asked = text_hash(&other);
    other.facts.set(PlanAnswer::Months(Answer::NotKnownYet));
    assert_eq!(text_hash(&other), not_asked);
    assert_ne!(not_asked, hash);
}

#[test]
fn every_fact_that_is_signed_changes_the_checksum() {
    let plan = samples::record();
    let hash = text_hash(&plan);
    for question in PlanQuestion::ALL {
        let mut other = plan.clone();
        let missing = question.answer(&Answer::NotKnownYet);
        other.facts.set(missing.expect("every question can be open"));
        assert_ne!(text_hash(&other), hash, "{question:?}");
    }
    for question in GoalQuestion::ALL {
        let mut other = plan.clone();
        let missing = question.answer(&Answer::NotKnownYet);
        other.goals[0]
            .facts
            .set(missing.expect("every question can be open"));
        assert_eq!(
            text_hash(&other) == hash,
            *question == GoalQuestion::Outcome,
            "{question:?}"
        );
    }
}

#[test]
fn the_checksum_of_two_goals_does_not_depend_on_who_added_which_first() {
    let mut plan = samples::record();
    let second = Goal {
        id: OTHER_GOAL,
        facts: GoalFacts::default(),
    };
    plan.goals.push(second);
    let hash = text_hash(&plan);
    plan.goals.reverse();
    assert_eq!(text_hash(&plan), hash);
    plan.goals.pop();
    assert_ne!(text_hash(&plan), hash);
}

#[test]
fn a_line_break_in_a_text_stands_for_no_other_fact() {
    let mut one = samples::record();
    one.facts = PlanFacts::default();
    let mut other = one.clone();
    one.facts.set(aim("a\nmonths=3"));
    other.facts.set(aim("a"));
    other.facts.set(PlanAnswer::Months(Answer::Known(3)));
    assert_ne!(text_hash(&one), text_hash(&other));
}
