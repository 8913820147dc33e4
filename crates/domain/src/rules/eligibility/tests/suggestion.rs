// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

/// A household of two without title to public housing, which the market is too dear for, with that income.
fn suggested(income: i64, change: impl FnOnce(&mut HouseholdFacts)) -> Suggestion {
    let mut household = household(2);
    household.facts.isee = isee(20_000);
    household.facts.zone = Answer::Known("B12".to_owned());
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(income));
    change(&mut household.facts);
    let situation = Situation::of(&household, &rules());
    suggestion(&situation, outcomes(&situation, &rules()), &rules())
}

#[track_caller]
fn check(income: i64, expected: Option<ResponseModel>, reasons: &[&str]) {
    let found = suggested(income, |_| {});
    let told: Vec<String> = found.reasons.iter().map(ToString::to_string).collect();
    assert_eq!(
        (found.response, told),
        (expected, reasons.iter().map(ToString::to_string).collect())
    );
}

#[test]
fn what_the_household_can_bear_decides_between_the_two_rents() {
    // Two people need 38 m²: 237.50 a month at the higher ceiling, 174.16 at the lower one.
    check(792, Some(ResponseModel::Capped), &["bears"]);
    check(
        791,
        Some(ResponseModel::ReducedCapped),
        &["does_not_bear", "bears"],
    );
    check(
        581,
        Some(ResponseModel::ReducedCapped),
        &["does_not_bear", "bears"],
    );
    check(
        580,
        Some(ResponseModel::Supported),
        &["does_not_bear", "does_not_bear"],
    );
    check(
        0,
        Some(ResponseModel::Supported),
        &["does_not_bear", "does_not_bear"],
    );
}

#[test]
fn who_needs_accompaniment_gets_it_whatever_the_income() {
    let found = suggested(1_200, |facts| {
        facts.followed_by_social_services = Answer::Known(true);
        facts.manages_primary_needs = Answer::Known(true);
        facts.temporary_difficulty = Answer::Known(true);
        facts.needs_accompaniment = Answer::Known(true);
    });
    assert_eq!(found.response, Some(ResponseModel::Supported));
    assert_eq!(found.reasons, [SuggestionReason::NeedsAccompaniment]);
}

#[test]
fn nothing_is_suggested_before_a_category_is_decided_and_nothing_outside_both() {
    let open = suggested(900, |facts| facts.isee = Answer::NotAsked);
    assert_eq!(open.reasons, [SuggestionReason::CategoriesOpen]);
    let rich = |facts: &mut HouseholdFacts| facts.needs_accompaniment = Answer::Known(false);
    let outside = suggested(9_000, rich);
    assert_eq!(
        (outside.response, outside.reasons),
        (None, vec![SuggestionReason::InNoCategory])
    );
}

#[test]
fn the_two_ways_to_a_verdict_agree() {
    for household in [household(0), household(3), eligible()] {
        let situation = Situation::of(&household, &rules());
        let told = told(&household);
        let all = VerdictKind::ALL.map(|kind| told.verdict(kind).outcome);
        assert_eq!(outcomes(&situation, &rules()), all);
    }
}

#[test]
fn an_isee_without_its_kind_or_from_a_later_day_decides_nothing() {
    let mut situation = Situation::of(&eligible(), &rules());
    situation.isee_kind = None;
    let told = eligibility(&situation, &rules());
    assert_eq!(told.indigence.doubt, Some(Doubt::IseeKindUnknown));
    assert_eq!(told.public_housing.outcome, Outcome::Unknown);
    let earlier = Rulebook::published().as_of(Day::constant(2026, 3, 1));
    let before = eligibility(&Situation::of(&eligible(), &earlier), &earlier);
    assert_eq!(before.indigence.doubt, Some(Doubt::IseeNotYetPresented));
}

#[test]
fn section_2_5_a_household_is_indigent_up_to_three_thousand() {
    for (euro, expected) in [(3_000, Outcome::Met), (3_001, Outcome::NotMet)] {
        let mut household = eligible();
        household.facts.isee = isee(euro);
        assert_eq!(told(&household).indigence.outcome, expected);
    }
}
