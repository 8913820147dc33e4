// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    household::{CaseState, MemberAnswer, samples},
    id::MemberId,
    record::{Around, LogPosition, beginning},
    rooms::Record,
    tax_code::TaxCode,
};
use soglia_kernel::{answer::Answer, calendar::Day};
use uuid::Uuid;

/// A household of one.
fn household(id: u128, facts: Vec<MemberAnswer>) -> Household {
    let mut household = samples::record();
    household.id = HouseholdId(Uuid::from_u128(id));
    household.distinct.clear();
    household.members.truncate(1);
    let member = &mut household.members[0];
    member.id = MemberId(1);
    member.facts = Default::default();
    for fact in facts {
        member.facts.set(fact);
    }
    household
}

fn named(id: u128, given: &str, family: &str, day: i8) -> Household {
    household(
        id,
        vec![
            MemberAnswer::GivenName(Answer::Known(given.to_owned())),
            MemberAnswer::FamilyName(Answer::Known(family.to_owned())),
            MemberAnswer::BirthDate(Answer::Known(Day::constant(1954, 5, day))),
        ],
    )
}

fn coded(id: u128) -> Household {
    let code = TaxCode::parse(crate::samples::TAX_CODE).ok();
    household(id, vec![MemberAnswer::TaxCode(code.into())])
}

fn row(household: &Household) -> Row {
    let stored = beginning(Record::Household(household.clone()), LogPosition(1));
    Row::of(household, &Around::of(&stored, false))
}

fn are_alike(one: &Household, other: &Household) -> bool {
    let rows = [row(one), row(other)];
    !alike(one, rows.iter()).is_empty()
}

#[test]
fn a_name_that_sounds_the_same_and_the_same_birth_make_two_cases_alike() {
    let first = named(1, "Mohammed", "El Kadi", 3);
    assert!(are_alike(&first, &named(2, "El-Kadi", "Mohamed", 3)));
    assert!(!are_alike(&first, &named(2, "Mohamed", "El Kadi", 4)));
    assert!(!are_alike(&first, &first), "a case is not alike itself");
}

#[test]
fn who_has_one_name_alone_is_found_by_it_wherever_it_was_written() {
    let one = |id, name: fn(Answer<String>) -> MemberAnswer, day| {
        let birth = MemberAnswer::BirthDate(Answer::Known(Day::constant(1988, 1, day)));
        household(id, vec![name(Answer::Known("Suharto".to_owned())), birth])
    };
    let first = one(1, MemberAnswer::GivenName, 1);
    assert!(are_alike(&first, &one(2, MemberAnswer::FamilyName, 1)));
    assert!(!are_alike(&first, &one(2, MemberAnswer::GivenName, 2)));
    assert!(!are_alike(&first, &named(2, "Suharto", "Wibowo", 1)));
}

#[test]
fn the_same_tax_code_makes_two_cases_alike_and_the_same_telephone_does_not() {
    assert!(are_alike(&coded(1), &coded(2)));
    let unknown = |id| household(id, Vec::new());
    assert_eq!(unknown(1).facts.phone, unknown(2).facts.phone);
    assert!(!are_alike(&unknown(1), &unknown(2)));
}

#[test]
fn what_was_joined_or_told_apart_is_alike_no_more() {
    let (first, second) = (coded(1), coded(2));
    let mut joined = second.clone();
    joined.state = CaseState::Joined { into: first.id };
    assert!(!are_alike(&first, &joined) && !are_alike(&joined, &first));
    let mut apart = first.clone();
    apart.distinct.push(second.id);
    assert!(!are_alike(&apart, &second));
}
