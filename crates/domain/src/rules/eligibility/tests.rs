// SPDX-License-Identifier: AGPL-3.0-or-later
mod market;
mod patrimony;
mod scale;
mod suggestion;

use super::*;
use crate::calendar::Day;
use crate::{
    answer::Answer,
    calendar::Timestamp,
    finding::{Doubt, Requirement, Value},
    household::{
        Citizenship, Household, HouseholdFacts, HouseholdQuestion, Isee, IseeKind, Member, MemberFacts,
        Relation,
    },
    id::{HouseholdId, MemberId, PersonId},
    money::Money,
    rulebook::{ParameterName, Rulebook},
};
use uuid::Uuid;

pub(super) const TODAY: Day = Day::constant(2026, 11, 22);

pub(super) fn rules() -> Rules {
    Rulebook::published().as_of(TODAY)
}

pub(super) fn asked(household: &Household) -> Vec<HouseholdQuestion> {
    let situation = Situation::of(household, &rules());
    ask_next(&situation, &told(household), &rules())
}

/// An ordinary ISEE of this year.
pub(super) fn isee(euro: i64) -> Answer<Isee> {
    Answer::Known(Isee {
        kind: Some(IseeKind::Ordinary),
        value: Money::from_euro(euro),
        dsu_date: Some(Day::constant(2026, 3, 15)),
        protocol: None,
    })
}

/// A household of that many adults, of whom nothing is known but that they live together.
pub(super) fn household(n_members: u32) -> Household {
    let by = PersonId(Uuid::nil());
    let mut household = Household::opened(HouseholdId(Uuid::nil()), "Prova", Timestamp::default(), by);
    household.members = (0..n_members)
        .map(|id| member(id, Day::constant(1980, 1, 1), Relation::OtherRelative))
        .collect();
    household
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
    let rules = rules();
    eligibility(&Situation::of(household, &rules), &rules)
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
    let household = household(0);
    let told = told(&household);
    for kind in VerdictKind::ALL {
        assert_eq!(told.verdict(kind).outcome, Outcome::Unknown);
    }
    let asked = asked(&household);
    // Public housing stands in the way of the first category too, so its questions come before those that settle one.
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
        asked(&eligible())
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
fn check_doubt(kind: impl Into<Option<IseeKind>>, dsu_date: Option<Day>, expected: Option<Doubt>) {
    let kind = kind.into();
    let attested = Isee {
        kind,
        value: Money::from_euro(9_000),
        dsu_date,
        protocol: None,
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
fn section_3_4_an_isee_that_does_not_count_decides_nothing() {
    let this_year = Some(Day::constant(2026, 3, 15));
    for kind in [
        IseeKind::Minors,
        IseeKind::SocialHealth,
        IseeKind::University,
        IseeKind::Family2026,
    ] {
        check_doubt(kind, this_year, Some(Doubt::IseeOfAnotherKind));
    }
    check_doubt(None, this_year, Some(Doubt::IseeKindUnknown));
    check_doubt(IseeKind::Ordinary, this_year, None);
    check_doubt(
        IseeKind::Ordinary,
        Some(Day::constant(2025, 12, 31)),
        Some(Doubt::IseeExpired),
    );
    check_doubt(IseeKind::Ordinary, None, Some(Doubt::IseeUndated));
    check_doubt(IseeKind::Current, Some(Day::constant(2026, 5, 22)), None);
    check_doubt(
        IseeKind::Current,
        Some(Day::constant(2026, 5, 21)),
        Some(Doubt::IseeExpired),
    );
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
