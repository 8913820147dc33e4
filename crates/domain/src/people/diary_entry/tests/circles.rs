// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who reads an entry: its circle, of those who see the household.
use super::*;
use crate::{
    record::{Identity, Key},
    scope::sees,
    world::{author, withdrawal},
};

/// Who sees the entry, with the household as its root.
fn readers(known: &Known) -> Vec<Role> {
    let made = known.get(&ENTRY.key()).expect("the entry was written");
    let root = |key: Key| known.get(&key);
    let sees = |role: &Role| sees(&author(*role), made, root);
    Role::OF_RECORDS.into_iter().filter(sees).collect()
}

#[track_caller]
fn check(writer: Role, circle: Circle, expected: &[Role]) {
    assert_eq!(
        readers(&with_entry(writer, circle)),
        expected,
        "{writer:?} {circle:?}"
    );
}

#[test]
fn an_entry_is_read_by_its_circle() {
    let city = [WORKER, OFFICER, Role::Coordinator];
    let everybody = [WORKER, OFFICER, PARTNER, Role::Coordinator];
    for writer in [WORKER, OFFICER] {
        check(writer, Circle::Team, &city);
        check(writer, Circle::Partners, &everybody);
    }
    check(PARTNER, Circle::Partners, &everybody);
}

#[test]
fn what_a_department_keeps_to_itself_neither_the_other_one_nor_the_coordination_reads() {
    check(WORKER, Circle::Department, &[WORKER]);
    check(OFFICER, Circle::Department, &[OFFICER]);
}

#[test]
fn partners_read_only_while_they_see_the_household() {
    let mut known = with_entry(WORKER, Circle::Partners);
    assert!(readers(&known).contains(&PARTNER));
    act(&mut known, WORKER, &withdrawal(OFFER));
    assert!(!readers(&known).contains(&PARTNER));
}

#[test]
fn a_partner_of_another_dwelling_reads_nothing() {
    let known = with_entry(WORKER, Circle::Partners);
    let made = known.get(&ENTRY.key()).expect("the entry was written");
    let mut other = author(PARTNER);
    other.organisation = crate::samples::OTHER_PARTNER;
    assert!(!sees(&other, made, |key| known.get(&key)));
}

#[test]
fn an_entry_whose_household_is_not_there_is_read_by_nobody() {
    for circle in Circle::ALL {
        let mut known = with_entry(WORKER, circle);
        known.remove(&FAMILY.key());
        assert_eq!(readers(&known), [], "{circle:?}");
    }
}

#[test]
fn a_correction_is_read_by_who_read_what_it_corrects() {
    for circle in Circle::ALL {
        let mut known = with_entry(WORKER, circle);
        let before = readers(&known);
        act(&mut known, WORKER, &corrected(OTHER_ENTRY, ENTRY, FAMILY));
        let made = known
            .remove(&OTHER_ENTRY.key())
            .expect("the correction was written");
        known.insert(ENTRY.key(), made);
        assert_eq!(readers(&known), before, "{circle:?}");
    }
}
