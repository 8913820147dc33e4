// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    calendar::Timestamp,
    finding::Doubt,
    household::{Citizenship, HouseholdFacts, Isee, IseeKind, Member, MemberFacts, Relation},
    id::{HouseholdId, MemberId, PersonId},
    money::Money,
};
use jiff::civil::date;
use uuid::Uuid;

pub(super) const TODAY: Day = date(2026, 11, 22);

/// An ordinary ISEE of this year.
pub(super) fn isee(euro: i64) -> Answer<Isee> {
    Answer::Known(Isee {
        kind: IseeKind::Ordinary,
        value: Money::from_euro(euro),
        dsu_date: Some(date(2026, 3, 15)),
    })
}

/// A household of that many adults, of whom nothing is known but that they live together.
pub(super) fn household(n_members: u32) -> Household {
    Household {
        id: HouseholdId(Uuid::nil()),
        label: "Prova".to_owned(),
        demonstration: false,
        opened_at: Timestamp::default(),
        opened_by: PersonId(Uuid::nil()),
        members: (0..n_members)
            .map(|id| member(id, date(1980, 1, 1), Relation::OtherRelative))
            .collect(),
        facts: HouseholdFacts::default(),
        offers: Vec::new(),
    }
}

pub(super) fn member(id: u32, birth: Day, relation: Relation) -> Member {
    Member {
        id: MemberId(id),
        facts: MemberFacts {
            birth_date: Answer::Known(birth),
            relation: Answer::Known(relation),
            ..MemberFacts::default()
        },
    }
}

/// A household of one that meets every condition of public housing.
fn eligible() -> Household {
    let mut household = household(1);
    household.facts = HouseholdFacts {
        citizenship: Answer::Known(Citizenship::Italian),
        resides_in_region: Answer::Known(true),
        isee: isee(12_300),
        sap_patrimony: Answer::Known(Money::from_euro(5_000)),
        owns_adequate_home: Answer::Known(false),
        revoked_assignment_last_5_years: Answer::Known(false),
        illegal_occupation_last_5_years: Answer::Known(false),
        ..HouseholdFacts::default()
    };
    household
}

pub(super) fn told(household: &Household) -> Eligibility {
    eligibility(household, &Rulebook::published(), TODAY)
}

fn finding(household: &Household, requirement: Requirement) -> Finding {
    let told = told(household);
    let all = VerdictKind::ALL.map(|kind| &told.verdict(kind).findings);
    let found = all
        .into_iter()
        .flatten()
        .find(|finding| finding.requirement == requirement);
    found.cloned().expect("every requirement has its finding")
}

/// The outcome of one condition after a change to the household that meets all of them.
#[track_caller]
fn check(requirement: Requirement, expected: Outcome, change: impl FnOnce(&mut HouseholdFacts)) -> Finding {
    let mut household = eligible();
    change(&mut household.facts);
    let found = finding(&household, requirement);
    assert_eq!(found.outcome, expected, "{requirement:?}");
    found
}

#[test]
fn nothing_known_decides_nothing_and_asks() {
    let told = told(&household(0));
    for kind in VerdictKind::ALL {
        assert_eq!(told.verdict(kind).outcome, Outcome::Unknown);
    }
    let asked = ask_next(&told);
    // Public housing stands in the way of the first category too, so its questions settle two verdicts.
    assert_eq!(asked.first(), Some(&HouseholdQuestion::Isee));
    assert!(asked.contains(&HouseholdQuestion::NetMonthlyIncome));
    assert!(asked.contains(&HouseholdQuestion::NeedsAccompaniment));
    assert!(!asked.contains(&HouseholdQuestion::Phone));
}

#[test]
fn every_condition_met_gives_title_to_public_housing() {
    let told = told(&eligible());
    assert_eq!(told.public_housing.outcome, Outcome::Met);
    assert_eq!(told.affordable_rent.outcome, Outcome::NotMet);
    assert!(
        ask_next(&told)
            .iter()
            .all(|question| *question > HouseholdQuestion::Zone)
    );
}

#[test]
fn one_failure_decides_whatever_is_missing() {
    let mut household = household(0);
    household.facts.owns_adequate_home = Answer::Known(true);
    assert_eq!(told(&household).public_housing.outcome, Outcome::NotMet);
}

#[test]
fn a_two_year_permit_needs_regular_work() {
    use Requirement::Citizenship as Title;
    let permit = |facts: &mut HouseholdFacts| facts.citizenship = Answer::Known(Citizenship::TwoYearPermit);
    let unknown = check(Title, Outcome::Unknown, permit);
    assert_eq!(unknown.ask, [HouseholdQuestion::RegularWork]);
    for (works, expected) in [(true, Outcome::Met), (false, Outcome::NotMet)] {
        check(Title, expected, |facts| {
            permit(facts);
            facts.regular_work = Answer::Known(works);
        });
    }
    check(Title, Outcome::NotMet, |facts| {
        facts.citizenship = Answer::Known(Citizenship::Other)
    });
    check(Title, Outcome::Met, |facts| {
        facts.citizenship = Answer::Known(Citizenship::LongTermPermit)
    });
}

#[test]
fn residence_or_work_is_enough() {
    use Requirement::ResidenceOrWork as Place;
    check(Place, Outcome::Met, |facts| {
        facts.resides_in_region = Answer::NotKnownYet;
        facts.works_in_region = Answer::Known(true);
    });
    let open = check(Place, Outcome::Unknown, |facts| {
        facts.resides_in_region = Answer::Known(false)
    });
    assert_eq!(open.ask, [HouseholdQuestion::WorksInRegion]);
    check(Place, Outcome::NotMet, |facts| {
        facts.resides_in_region = Answer::Known(false);
        facts.works_in_region = Answer::Known(false);
    });
}

#[test]
fn an_isee_up_to_the_limit_is_met() {
    let exact = check(Requirement::IseeLimit, Outcome::Met, |facts| {
        facts.isee = isee(16_000)
    });
    assert!(exact.to_change == Some(Value::Money(Money::ZERO)));
    let above = check(Requirement::IseeLimit, Outcome::NotMet, |facts| {
        facts.isee = isee(16_500)
    });
    assert!(above.to_change == Some(Value::Money(Money::from_euro(500))));
    assert!(above.threshold == Some(Value::Money(Money::from_euro(16_000))));
    assert_eq!(above.parameter, Some(ParameterName::PublicHousingIseeLimit));
}

#[track_caller]
fn check_doubt(kind: IseeKind, dsu_date: Option<Day>, expected: Option<Doubt>) {
    let attested = Isee {
        kind,
        value: Money::from_euro(9_000),
        dsu_date,
    };
    let outcome = if expected.is_some() {
        Outcome::Unknown
    } else {
        Outcome::Met
    };
    let found = check(Requirement::IseeLimit, outcome, |facts| {
        facts.isee = Answer::Known(attested)
    });
    assert_eq!(found.doubt, expected, "{kind:?} {dsu_date:?}");
}

#[test]
fn an_isee_that_does_not_count_decides_nothing() {
    let this_year = Some(date(2026, 3, 15));
    for kind in [
        IseeKind::Minors,
        IseeKind::SocialHealth,
        IseeKind::University,
        IseeKind::Family2026,
    ] {
        check_doubt(kind, this_year, Some(Doubt::IseeOfAnotherKind));
    }
    check_doubt(IseeKind::Ordinary, this_year, None);
    check_doubt(
        IseeKind::Ordinary,
        Some(date(2025, 12, 31)),
        Some(Doubt::IseeExpired),
    );
    check_doubt(IseeKind::Ordinary, None, Some(Doubt::IseeUndated));
    check_doubt(IseeKind::Current, Some(date(2026, 5, 22)), None);
    check_doubt(
        IseeKind::Current,
        Some(date(2026, 5, 21)),
        Some(Doubt::IseeExpired),
    );
}

#[track_caller]
fn check_limit(household: &mut Household, limit: i64) {
    for (patrimony, expected) in [(limit, Outcome::Met), (limit + 1, Outcome::NotMet)] {
        household.facts.sap_patrimony = Answer::Known(Money::from_euro(patrimony));
        let found = finding(household, Requirement::PatrimonyLimit);
        assert_eq!(found.outcome, expected, "{patrimony} of {limit}");
    }
}

#[test]
fn the_limit_of_patrimony_grows_with_the_members() {
    for (n_members, limit) in (1..).zip([22_000, 23_850, 26_200, 28_300, 30_250, 32_000, 33_750, 35_500]) {
        check_limit(&mut household(n_members), limit);
    }
}

/// Head and partner, with children of the given years of birth.
fn family(works: Answer<bool>, born: &[i16]) -> Household {
    let mut household = household(1);
    household
        .members
        .push(member(1, date(1984, 5, 1), Relation::Partner));
    for parent in &mut household.members {
        parent.facts.works = works;
    }
    for (id, year) in (2..).zip(born) {
        household
            .members
            .push(member(id, date(*year, 6, 1), Relation::Child));
    }
    household
}

#[test]
fn children_and_working_parents_raise_the_limit() {
    check_limit(&mut family(Answer::Known(false), &[2012, 2015, 2018]), 31_250);
    check_limit(&mut family(Answer::Known(true), &[2012, 2015, 2018]), 32_250);
    check_limit(&mut family(Answer::Known(true), &[2018, 2025]), 29_800);
    // Grown-up children count as children, and not as minors.
    check_limit(&mut family(Answer::Known(true), &[2000, 2001, 2002]), 31_250);
}

#[test]
fn one_parent_alone_with_minors_is_entitled_without_work() {
    let mut alone = household(1);
    alone.members.push(member(1, date(2015, 1, 1), Relation::Child));
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

/// One person without title to public housing, with that income and zone.
fn market(income: i64, zone: Option<&str>) -> Finding {
    let mut household = household(1);
    household.facts.isee = isee(20_000);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(income));
    if let Some(zone) = zone {
        household.facts.zone = Answer::Known(zone.to_owned());
    }
    finding(&household, Requirement::MarketNotAffordable)
}

#[test]
fn the_market_of_a_zone_is_held_against_the_income() {
    // 28 m² at 132 € a year are 308 € a month.
    let met = market(1_000, Some("D12"));
    assert_eq!(met.outcome, Outcome::Met);
    assert!(met.observed == Some(Value::MoneyPerMonth(Money::from_euro(308))));
    assert!(met.threshold == Some(Value::MoneyPerMonth(Money::from_euro(300))));
    assert!(met.to_change == Some(Value::MoneyPerMonth(Money::from_cents(2_667))));
    assert_eq!(market(1_027, Some("D12")).outcome, Outcome::NotMet);
}

#[test]
fn without_a_zone_the_market_is_decided_where_all_zones_agree() {
    assert_eq!(market(400, None).outcome, Outcome::Met);
    assert_eq!(market(4_000, None).outcome, Outcome::NotMet);
    let open = market(1_200, None);
    assert_eq!(
        (open.outcome, open.doubt),
        (Outcome::Unknown, Some(Doubt::ZoneNotChosen))
    );
    assert_eq!(open.ask, [HouseholdQuestion::Zone]);
    assert_eq!(
        market(1_200, Some("una zona qualsiasi")).outcome,
        Outcome::Unknown
    );
}

#[test]
fn the_first_category_needs_both_conditions() {
    let mut household = household(2);
    household.facts.isee = isee(20_000);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(500));
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::Met);
    household.facts.isee = Answer::NotKnownYet;
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::Unknown);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(9_000));
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::NotMet);
}

#[test]
fn the_second_category_needs_all_four_conditions() {
    let mut household = household(1);
    household.facts.followed_by_social_services = Answer::Known(true);
    household.facts.manages_primary_needs = Answer::Known(true);
    household.facts.temporary_difficulty = Answer::Known(true);
    assert_eq!(told(&household).supported.outcome, Outcome::Unknown);
    household.facts.needs_accompaniment = Answer::Known(true);
    assert_eq!(told(&household).supported.outcome, Outcome::Met);
    household.facts.manages_primary_needs = Answer::Known(false);
    assert_eq!(told(&household).supported.outcome, Outcome::NotMet);
}
