// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a task, and what a partner does with those it sees.
use super::*;
use crate::{record::Key, samples::OTHER_PARTNER, scope::sees, world::withdrawal};

/// A world in which the partner sees the household, and somebody asked for something.
fn shown(role: Role, assignee: Assignee) -> Known {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    act(&mut known, role, &for_whom(assignee));
    known
}

fn readers(known: &Known) -> Vec<Role> {
    let made = known.get(&TASK.key()).expect("somebody asked for it");
    let root = |key: Key| known.get(&key);
    let sees = |role: &Role| sees(&author(*role), made, root);
    Role::OF_RECORDS.into_iter().filter(sees).collect()
}

const CITY: [Role; 3] = [WORKER, OFFICER, COORDINATOR];

#[test]
fn what_the_city_asks_of_itself_no_partner_sees() {
    for role in CITY {
        for assignee in [Assignee::Role(role), person(role)] {
            assert_eq!(readers(&shown(WORKER, assignee)), CITY, "{role:?}");
        }
    }
}

#[test]
fn a_partner_sees_what_is_for_partners_and_what_it_asked() {
    let everybody = Role::OF_RECORDS.to_vec();
    assert_eq!(readers(&shown(WORKER, Assignee::Role(PARTNER))), everybody);
    assert_eq!(readers(&shown(WORKER, person(PARTNER))), everybody);
    assert_eq!(readers(&shown(PARTNER, Assignee::Role(OFFICER))), everybody);
}

#[test]
fn partners_see_tasks_only_while_they_see_the_household() {
    let mut known = shown(WORKER, Assignee::Role(PARTNER));
    let mut other = author(PARTNER);
    other.organisation = OTHER_PARTNER;
    let made = known.get(&TASK.key()).expect("somebody asked for it");
    assert!(!sees(&other, made, |key| known.get(&key)));
    act(&mut known, WORKER, &withdrawal(OFFER));
    assert_eq!(readers(&known), CITY);
    known.remove(&FAMILY.key());
    assert_eq!(readers(&known), []);
}

#[test]
fn what_was_asked_inside_the_city_stays_there() {
    let mut known = shown(WORKER, Assignee::Role(OFFICER));
    for to in [Assignee::Role(PARTNER), person(PARTNER)] {
        refused(&known, WORKER, &handed_over(to), Refusal::StaysInside);
    }
    assert_eq!(act(&mut known, WORKER, &handed_over(person(COORDINATOR))), 1);
    assert_eq!(task(&known).assignee, person(COORDINATOR));
}

#[test]
fn what_a_partner_gives_back_to_the_city_it_sees_no_more() {
    let mut known = shown(WORKER, Assignee::Role(PARTNER));
    act(&mut known, WORKER, &handed_over(person(PARTNER)));
    assert!(readers(&known).contains(&PARTNER));
    act(&mut known, WORKER, &handed_over(Assignee::Role(OFFICER)));
    assert_eq!(readers(&known), CITY);
    refused(
        &known,
        WORKER,
        &handed_over(Assignee::Role(PARTNER)),
        Refusal::StaysInside,
    );
}

#[test]
fn what_a_partner_asked_goes_to_and_fro() {
    let mut known = shown(PARTNER, Assignee::Role(OFFICER));
    act(&mut known, OFFICER, &handed_over(Assignee::Role(PARTNER)));
    act(&mut known, OFFICER, &handed_over(Assignee::Role(WORKER)));
    assert!(readers(&known).contains(&PARTNER));
}

#[test]
fn a_partner_finishes_what_is_for_it_and_nothing_else() {
    let somebody_else = Assignee::Person(Colleague {
        id: crate::samples::PERSON,
        ..Colleague::of(&author(PARTNER))
    });
    for mine in [Assignee::Role(PARTNER), person(PARTNER)] {
        assert!(decided(&shown(WORKER, mine), PARTNER, &finish("Fatto.")).is_ok());
    }
    refused(
        &shown(WORKER, somebody_else),
        PARTNER,
        &finish("Fatto."),
        Refusal::ForOthers,
    );
    refused(
        &shown(PARTNER, Assignee::Role(OFFICER)),
        PARTNER,
        &finish("Fatto."),
        Refusal::ForOthers,
    );
}

#[test]
fn a_partner_neither_drops_nor_reopens_nor_moves_nor_hands_over() {
    let known = shown(WORKER, Assignee::Role(PARTNER));
    for action in [
        dropped("non serve"),
        reopen(),
        postponed(due()),
        handed_over(Assignee::Role(OFFICER)),
    ] {
        refused(&known, PARTNER, &action, Common::NotYourTask { role: PARTNER });
    }
}

#[test]
fn the_city_does_all_of_it() {
    for role in CITY {
        for action in [
            finish("Fatto."),
            dropped("non serve"),
            reopen(),
            postponed(TODAY),
            handed_over(Assignee::Role(COORDINATOR)),
        ] {
            let known = shown(WORKER, Assignee::Role(PARTNER));
            assert!(decided(&known, role, &action).is_ok(), "{role:?} {action:?}");
        }
    }
}
