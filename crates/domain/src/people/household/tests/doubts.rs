// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is strange is told and kept; what is as it should be is not told.
use super::*;
use crate::{
    household::doubts::{Doubt, doubts},
    id::PersonId,
    world::TODAY,
};
use soglia_kernel::calendar::Timestamp;

/// A member by given name and day of birth.
fn member(id: u32, given: &str, born: Day, relation: Relation) -> Member {
    Member {
        id: MemberId(id),
        facts: MemberFacts {
            given_name: Answer::Known(given.to_owned()),
            family_name: Answer::Known("Prova".to_owned()),
            birth_date: Answer::Known(born),
            relation: Answer::Known(relation),
            ..MemberFacts::default()
        },
    }
}

fn household(members: Vec<Member>) -> Household {
    let id = HouseholdId(Uuid::from_u128(1));
    let mut household = Household::opened(id, "Prova", Timestamp::default(), PersonId(Uuid::nil()));
    household.members = members;
    household
}

/// A grown-up head of household, with whoever lives there too.
fn with(others: Vec<Member>) -> Household {
    let mut members = vec![member(1, "Ada", Day::constant(1985, 5, 4), Relation::Head)];
    members.extend(others);
    household(members)
}

#[track_caller]
fn check(household: &Household, expected: &[(&str, Doubt)]) {
    let found = doubts(household, TODAY);
    let found: Vec<_> = found
        .iter()
        .map(|found| (found.field.as_str(), found.doubt))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn an_ordinary_family_raises_no_doubt() {
    let born = Day::constant(2016, 2, 29);
    let twins = vec![
        member(2, "Lia", born, Relation::Child),
        member(3, "Ivo", born, Relation::Child),
    ];
    check(&with(twins), &[]);
    check(&household(Vec::new()), &[]);
}

#[test]
fn ages_that_can_hardly_be_are_told_at_the_date() {
    let child = member(1, "Ugo", Day::constant(2010, 1, 1), Relation::Head);
    check(
        &household(vec![child]),
        &[("members/1/birth_date", Doubt::HeadUnderAge)],
    );
    let old = member(2, "Pia", Day::constant(1920, 1, 1), Relation::Parent);
    check(&with(vec![old]), &[("members/2/birth_date", Doubt::VeryOld)]);
    let elder = member(2, "Leo", Day::constant(1980, 1, 1), Relation::Child);
    check(
        &with(vec![elder]),
        &[("members/2/birth_date", Doubt::ChildTooOld)],
    );
}

#[test]
fn one_person_named_twice_and_a_second_head_are_told() {
    let again = member(2, "Ada", Day::constant(1985, 5, 4), Relation::Head);
    let expected = [
        ("members/2/given_name", Doubt::NamedTwice),
        ("members/2/relation", Doubt::TwoHeads),
    ];
    check(&with(vec![again]), &expected);
}

#[test]
fn a_child_at_work_is_told() {
    let mut child = member(2, "Lia", Day::constant(2014, 1, 1), Relation::Child);
    child.facts.works = Answer::Known(true);
    check(&with(vec![child]), &[("members/2/works", Doubt::WorksTooYoung)]);
}

#[test]
fn an_attestation_of_another_year_and_amounts_of_zero_are_told() {
    let mut family = with(Vec::new());
    let isee = |euro, presented, protocol: &str| Isee {
        kind: Some(IseeKind::Ordinary),
        value: Money::from_euro(euro),
        dsu_date: Some(presented),
        protocol: Some(protocol.to_owned()),
    };
    let (last_year, this_year) = (Day::constant(2025, 9, 1), Day::constant(2026, 2, 1));
    family.facts.isee = Answer::Known(isee(0, last_year, "INPS-ISEE-2026-0A1B2C3D4-00"));
    family.facts.net_monthly_income = Answer::Known(Money::from_euro(900));
    let expected = [
        ("isee", Doubt::IseeZero),
        ("isee", Doubt::IseePastYear),
        ("isee", Doubt::ProtocolOfOtherYear),
    ];
    check(&family, &expected);
    family.facts.isee = Answer::Known(isee(0, this_year, "INPS-ISEE-2026-0A1B2C3D4-00"));
    family.facts.net_monthly_income = Answer::Known(Money::ZERO);
    check(&family, &[("net_monthly_income", Doubt::NoIncome)]);
}

#[test]
fn an_eviction_that_is_over_is_told() {
    let mut family = with(Vec::new());
    family.facts.eviction_date = Answer::Known(TODAY.plus_days(-1));
    check(&family, &[("eviction_date", Doubt::EvictionPast)]);
    family.facts.eviction_date = Answer::Known(TODAY);
    check(&family, &[]);
}
