// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of assessments: written by both departments, closed once, never written over. Two devices stand in `devices`.
mod devices;

use super::*;
use crate::{
    action::Action,
    context::Known,
    household,
    record::Identity,
    scope::sees,
    world::{FAMILY, NOW, TODAY, act, author, content, decided, refused, world},
};
use soglia_kernel::{answer::Answer, refusal::Refusal as Common};
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;

const FIRST: AssessmentId = AssessmentId(Uuid::from_u128(71));
const SECOND: AssessmentId = AssessmentId(Uuid::from_u128(72));

fn begun(id: AssessmentId, day: Day) -> Action {
    let household = FAMILY;
    Action::on(id, Verb::Begin { household, day })
}

fn said(fact: AssessmentAnswer) -> Action {
    Action::on(FIRST, Verb::Say(fact))
}

fn close() -> Action {
    Action::on(FIRST, Verb::Close {})
}

fn housing(level: u8) -> AssessmentAnswer {
    AssessmentAnswer::Housing(Answer::Known(level))
}

fn urgency(urgency: Urgency) -> AssessmentAnswer {
    AssessmentAnswer::Urgency(Answer::Known(urgency))
}

fn reason(text: &str) -> AssessmentAnswer {
    AssessmentAnswer::UrgencyReason(Answer::Known(text.to_owned()))
}

fn assessment(known: &Known, id: AssessmentId) -> &Assessment {
    content(known, id)
}

/// A world in which an assessment was begun.
fn with_draft() -> Known {
    let mut known = world();
    act(&mut known, WORKER, &begun(FIRST, TODAY));
    known
}

/// The same, closed with one level.
fn with_closed() -> Known {
    let mut known = with_draft();
    act(&mut known, WORKER, &said(housing(2)));
    act(&mut known, WORKER, &close());
    known
}

#[test]
fn an_assessment_begins_empty_and_keeps_who_began_it_and_when() {
    let mut known = world();
    let yesterday = TODAY.plus_days(-1);
    assert_eq!(act(&mut known, OFFICER, &begun(FIRST, yesterday)), 1);
    let made = assessment(&known, FIRST);
    assert_eq!((made.household, made.day), (FAMILY, yesterday));
    assert_eq!(
        (made.by_name.as_str(), made.role, made.at),
        ("Prova", OFFICER, NOW)
    );
    assert_eq!(made.state, AssessmentState::Draft);
    assert_eq!(made.levels(), [None; 6]);
    refused(&known, OFFICER, &begun(FIRST, yesterday), Common::AlreadyExists);
}

#[test]
fn a_new_assessment_leaves_the_one_before_as_it_was() {
    let mut known = with_closed();
    let before = assessment(&known, FIRST).clone();
    act(&mut known, WORKER, &begun(SECOND, TODAY));
    act(&mut known, WORKER, &Action::on(SECOND, Verb::Say(housing(4))));
    assert_eq!(assessment(&known, FIRST), &before);
    assert_eq!(
        assessment(&known, SECOND).facts.level(NeedDomain::Housing),
        Some(4)
    );
}

#[test]
fn an_assessment_is_about_a_day_that_has_come_and_a_household_in_view() {
    let mut known = world();
    refused(
        &known,
        WORKER,
        &begun(FIRST, TODAY.plus_days(2)),
        Common::DateInFuture,
    );
    let long_ago = Day::constant(1905, 12, 31);
    refused(&known, WORKER, &begun(FIRST, long_ago), Common::DateTooOld);
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &begun(FIRST, TODAY.plus_days(1))).is_ok());
    known.remove(&FAMILY.key());
    refused(&known, WORKER, &begun(FIRST, TODAY), household::Refusal::Unknown);
}

#[test]
fn both_departments_write_and_neither_the_coordination_nor_a_partner_does() {
    let known = with_draft();
    let actions = [begun(SECOND, TODAY), said(housing(3)), close()];
    for role in [Role::Coordinator, Role::ManagingPartner] {
        for action in &actions {
            refused(&known, role, action, Common::NotYourTask { role });
        }
    }
    for role in [WORKER, OFFICER] {
        assert!(decided(&known, role, &said(housing(3))).is_ok());
    }
}

#[test]
fn the_city_sees_an_assessment_and_a_partner_that_sees_the_household_does_not() {
    let known = with_draft();
    let made = known.get(&FIRST.key()).expect("it was begun");
    for role in Role::OF_RECORDS {
        let seen = sees(&author(role), made, |key| known.get(&key));
        assert_eq!(seen, role != Role::ManagingPartner, "{role:?}");
    }
}

#[test]
fn a_level_stands_on_the_scale() {
    let known = with_draft();
    for level in SCALE {
        assert!(decided(&known, WORKER, &said(housing(level))).is_ok(), "{level}");
    }
    for level in [0, 6, u8::MAX] {
        refused(&known, WORKER, &said(housing(level)), Common::OutOfRange);
    }
}

#[test]
fn what_a_level_rests_on_and_why_it_presses_are_not_endless() {
    let known = with_draft();
    let evidence = |n: usize| said(AssessmentAnswer::HousingEvidence(Answer::Known("è".repeat(n))));
    assert!(decided(&known, WORKER, &evidence(1_000)).is_ok());
    refused(
        &known,
        WORKER,
        &evidence(1_001),
        Common::TextTooLong { most: 1_000 },
    );
    assert!(decided(&known, WORKER, &said(reason(&"è".repeat(500)))).is_ok());
    refused(
        &known,
        WORKER,
        &said(reason(&"è".repeat(501))),
        Common::TextTooLong { most: 500 },
    );
}

#[test]
fn the_same_fact_twice_changes_nothing_the_second_time() {
    let mut known = with_draft();
    for fact in samples::facts() {
        assert_eq!(act(&mut known, WORKER, &said(fact.clone())), 1, "{fact:?}");
        assert_eq!(act(&mut known, OFFICER, &said(fact.clone())), 0, "{fact:?}");
    }
}

#[test]
fn an_assessment_that_says_nothing_of_any_domain_is_not_closed() {
    let mut known = with_draft();
    refused(&known, WORKER, &close(), Refusal::NothingAssessed);
    for fact in [
        AssessmentAnswer::Work(Answer::NotKnownYet),
        AssessmentAnswer::WorkEvidence(Answer::Known("da sentire".to_owned())),
    ] {
        act(&mut known, WORKER, &said(fact));
        refused(&known, WORKER, &close(), Refusal::NothingAssessed);
    }
    act(
        &mut known,
        WORKER,
        &said(AssessmentAnswer::Work(Answer::Known(1))),
    );
    assert_eq!(act(&mut known, WORKER, &close()), 1);
    assert_eq!(
        assessment(&known, FIRST).state,
        AssessmentState::Closed { at: NOW }
    );
}

#[test]
fn what_presses_is_not_closed_without_its_reason() {
    for presses in Urgency::ALL {
        let mut known = with_draft();
        act(&mut known, WORKER, &said(housing(1)));
        act(&mut known, WORKER, &said(urgency(presses)));
        if presses == Urgency::None {
            assert!(decided(&known, WORKER, &close()).is_ok());
            continue;
        }
        refused(&known, WORKER, &close(), Refusal::UrgencyWithoutReason);
        act(&mut known, WORKER, &said(reason("  ")));
        refused(&known, WORKER, &close(), Refusal::UrgencyWithoutReason);
        act(&mut known, WORKER, &said(reason("sfratto il 12 aprile")));
        assert_eq!(act(&mut known, WORKER, &close()), 1, "{presses:?}");
    }
}

#[test]
fn a_reason_is_asked_for_where_something_presses() {
    let mut facts = AssessmentFacts::default();
    let arises = |facts: &AssessmentFacts| facts.arises(AssessmentQuestion::UrgencyReason);
    assert!(!arises(&facts));
    facts.set(urgency(Urgency::None));
    assert!(!arises(&facts));
    facts.set(urgency(Urgency::Now));
    assert!(arises(&facts));
}

#[test]
fn a_closed_assessment_stands_as_it_is() {
    let mut known = with_closed();
    for role in [WORKER, OFFICER] {
        refused(&known, role, &said(housing(3)), Refusal::Closed);
        let unknown = AssessmentAnswer::Housing(Answer::NotKnownYet);
        refused(&known, role, &said(unknown), Refusal::Closed);
        refused(&known, role, &said(urgency(Urgency::Now)), Refusal::Closed);
        // Who states what stands, or closes it a second time, changes nothing.
        assert_eq!(act(&mut known, role, &said(housing(2))), 0);
        assert_eq!(act(&mut known, role, &close()), 0);
    }
}

#[test]
fn what_is_not_there_is_neither_written_nor_closed() {
    refused(&world(), WORKER, &said(housing(1)), Refusal::Unknown);
    refused(&world(), WORKER, &close(), Refusal::Unknown);
}

#[test]
fn a_change_is_told_where_both_assessments_know_the_level() {
    let before = [Some(1), Some(4), None, Some(3), None, Some(5)];
    let after = [Some(3), Some(2), Some(2), Some(3), None, None];
    let found = changes(&before, &after);
    assert_eq!(found.map(|(domain, _)| domain), NeedDomain::ALL);
    assert_eq!(
        found.map(|(_, change)| change),
        [Some(2), Some(-2), None, Some(0), None, None]
    );
    // A level that nobody would write is no reason to stop.
    let (least, most) = ([Some(u8::MIN); 6], [Some(u8::MAX); 6]);
    assert!(changes(&least, &most).iter().all(|(_, change)| change.is_none()));
}

#[test]
fn levels_and_what_they_rest_on_are_those_of_their_domain() {
    let facts = samples::record().facts;
    for domain in NeedDomain::ALL {
        let question = AssessmentQuestion::of_key(domain.key()).expect("a domain has its level");
        let key = format!("{}_evidence", domain.key());
        let evidence = AssessmentQuestion::of_key(&key).expect("a level has its evidence");
        let level = facts.level(domain).map(|level| level.to_string());
        let said = facts.get(question).said().expect("a level has a shape");
        let said = said.known().map(|said| match said {
            soglia_kernel::said::Said::Whole(level) => level.to_string(),
            other => panic!("a level is a number, not {other:?}"),
        });
        assert_eq!(level, said, "{domain:?}");
        let mut only = AssessmentFacts::default();
        only.set(facts.get(evidence));
        assert_eq!(only.evidence(domain), facts.evidence(domain), "{domain:?}");
        assert!(!only.evidence(domain).is_empty(), "{domain:?}");
    }
}
