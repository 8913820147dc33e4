// SPDX-License-Identifier: AGPL-3.0-or-later
//! More means what people expect: more money never makes a household poorer, and no ceiling is passed by its instalments.
use proptest::prelude::*;
use soglia_domain::{
    area::{FloorArea, SurfaceKind},
    eligibility::{Situation, VerdictKind, eligibility},
    finding::{Outcome, Requirement},
    money::Money,
    rent::{RentTier, cap_parameter, rent_ceiling},
    rulebook::{NewValue, ParameterName, Rules},
};
use soglia_samples as samples;

fn outcome(situation: &Situation, requirement: Requirement, rules: &Rules) -> Outcome {
    let told = eligibility(situation, rules);
    let findings = VerdictKind::ALL
        .into_iter()
        .flat_map(|kind| &told.verdict(kind).findings);
    let mut same = findings.filter(|finding| finding.requirement == requirement);
    same.next().expect("every condition has its finding").outcome
}

fn public_housing(situation: &Situation, rules: &Rules) -> Outcome {
    eligibility(situation, rules).public_housing.outcome
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn more_isee_or_more_patrimony_never_gives_title_to_public_housing(
        number in any::<u64>(),
        more in 0_i64..3_000_000,
        isee in any::<bool>(),
    ) {
        let rules = samples::rules();
        let before = samples::situation(number, &rules);
        let mut after = before;
        let amount = if isee { &mut after.isee_value } else { &mut after.sap_patrimony };
        *amount = amount.map(|held| Money::from_cents(held.cents() + more));
        if public_housing(&after, &rules) == Outcome::Met {
            prop_assert_eq!(public_housing(&before, &rules), Outcome::Met);
        }
        if public_housing(&before, &rules) == Outcome::NotMet {
            prop_assert_eq!(public_housing(&after, &rules), Outcome::NotMet);
        }
    }

    #[test]
    fn more_income_never_puts_the_market_out_of_reach(number in any::<u64>(), more in 0_i64..300_000) {
        let rules = samples::rules();
        let market = |situation: &Situation| outcome(situation, Requirement::MarketNotAffordable, &rules);
        let before = samples::situation(number, &rules);
        let mut after = before;
        after.net_monthly_income = before.net_monthly_income.map(|income| Money::from_cents(income.cents() + more));
        if market(&after) == Outcome::Met {
            prop_assert_eq!(market(&before), Outcome::Met);
        }
        if market(&before) == Outcome::NotMet {
            prop_assert_eq!(market(&after), Outcome::NotMet);
        }
    }

    #[test]
    fn twelve_instalments_stay_within_the_year_and_the_year_within_the_cap_whatever_the_cap(
        hundredths in 1_u32..=1_000_000,
        cap in 0_i64..=100_000_000,
        tier in prop::sample::select(RentTier::ALL.to_vec()),
        kind in prop::sample::select(SurfaceKind::ALL.to_vec()),
    ) {
        let area = FloorArea::from_hundredths(hundredths).expect("a surface in range");
        let cap = Money::from_cents(cap);
        let rules = samples::rules()
            .supposing(cap_parameter(tier), &NewValue::Money(cap))
            .supposing(ParameterName::CapSurfaceKind, &NewValue::SurfaceKind(kind));
        let ceiling = rent_ceiling(area, tier, &rules);
        prop_assert_eq!((ceiling.cap, ceiling.surface_kind), (cap, kind));
        prop_assert!(ceiling.monthly.cents() * 12 <= ceiling.yearly.cents());
        prop_assert!(ceiling.yearly.cents() * 100 <= i64::from(hundredths) * cap.cents());
        // And no cent is kept from the owner.
        prop_assert!((ceiling.monthly.cents() + 1) * 12 > ceiling.yearly.cents());
        prop_assert!((ceiling.yearly.cents() + 1) * 100 > i64::from(hundredths) * cap.cents());
    }

    #[test]
    fn a_larger_dwelling_never_has_a_lower_ceiling(less in 1_u32..500_000, more in 0_u32..500_000) {
        let rules = samples::rules();
        let monthly = |hundredths, tier| {
            let area = FloorArea::from_hundredths(hundredths).expect("a surface in range");
            rent_ceiling(area, tier, &rules).monthly
        };
        for tier in RentTier::ALL {
            prop_assert!(monthly(less, tier) <= monthly(less + more, tier));
        }
    }
}
