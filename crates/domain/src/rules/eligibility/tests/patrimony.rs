// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

#[track_caller]
fn check_limit(household: &mut Household, limit: i64) {
    for (patrimony, expected) in [(limit, Outcome::Met), (limit + 1, Outcome::NotMet)] {
        household.facts.sap_patrimony = Answer::Known(Money::from_euro(patrimony));
        let found = finding(household, Requirement::PatrimonyLimit);
        assert_eq!(found.outcome, expected, "{patrimony} of {limit}");
    }
}

#[test]
fn section_2_2_the_limit_of_patrimony_grows_with_the_members() {
    for (n_members, limit) in (1..).zip([22_000, 23_850, 26_200, 28_300, 30_250, 32_000, 33_750, 35_500]) {
        check_limit(&mut household(n_members), limit);
    }
}

/// Head and partner, with children of the given years of birth.
fn family(works: Answer<bool>, born: &[i16]) -> Household {
    let mut household = household(1);
    household
        .members
        .push(member(1, Day::constant(1984, 5, 1), Relation::Partner));
    for parent in &mut household.members {
        parent.facts.works = works;
    }
    for (id, year) in (2..).zip(born) {
        household
            .members
            .push(member(id, Day::constant(*year, 6, 1), Relation::Child));
    }
    household
}

#[test]
fn section_2_2_children_and_working_parents_raise_the_limit() {
    check_limit(&mut family(Answer::Known(false), &[2012, 2015, 2018]), 31_250);
    check_limit(&mut family(Answer::Known(true), &[2012, 2015, 2018]), 32_250);
    check_limit(&mut family(Answer::Known(true), &[2018, 2025]), 29_800);
    // Grown-up children count as children, and not as minors.
    check_limit(&mut family(Answer::Known(true), &[2000, 2001, 2002]), 31_250);
}

#[test]
fn one_parent_alone_with_minors_is_entitled_without_work() {
    let mut alone = household(1);
    alone
        .members
        .push(member(1, Day::constant(2015, 1, 1), Relation::Child));
    check_limit(&mut alone, 24_850);
}

#[test]
fn a_patrimony_between_two_possible_limits_is_not_decided() {
    let mut household = family(Answer::NotAsked, &[2012, 2015, 2018]);
    for (patrimony, expected) in [
        (31_250, Outcome::Met),
        (32_251, Outcome::NotMet),
        (31_800, Outcome::Unknown),
    ] {
        household.facts.sap_patrimony = Answer::Known(Money::from_euro(patrimony));
        let found = finding(&household, Requirement::PatrimonyLimit);
        assert_eq!(found.outcome, expected, "{patrimony}");
        let asks = found.ask == [HouseholdQuestion::EquivalenceScale];
        assert_eq!(asks, expected == Outcome::Unknown);
    }
    household.facts.equivalence_scale = Answer::Known(325);
    check_limit(&mut household, 32_250);
}

#[test]
fn little_patrimony_is_enough_even_before_the_members_are_named() {
    let mut household = household(0);
    household.facts.sap_patrimony = Answer::Known(Money::from_euro(22_000));
    assert_eq!(
        finding(&household, Requirement::PatrimonyLimit).outcome,
        Outcome::Met
    );
    household.facts.sap_patrimony = Answer::Known(Money::from_euro(22_001));
    let open = finding(&household, Requirement::PatrimonyLimit);
    assert_eq!(
        (open.outcome, open.doubt),
        (Outcome::Unknown, Some(Doubt::NoMembers))
    );
}
