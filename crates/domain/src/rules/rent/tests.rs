// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    calendar::Day,
    rulebook::{NewValue, Rulebook},
};

fn ceiling(hundredths: u32, tier: RentTier) -> RentCeiling {
    let area = FloorArea::from_hundredths(hundredths).expect("a surface in range");
    rent_ceiling(
        area,
        tier,
        &Rulebook::published().as_of(Day::constant(2026, 11, 22)),
    )
}

#[track_caller]
fn check(hundredths: u32, tier: RentTier, yearly: i64, monthly: i64) {
    let found = ceiling(hundredths, tier);
    assert_eq!((found.yearly.cents(), found.monthly.cents()), (yearly, monthly));
}

#[test]
fn section_5_1_ceilings_of_worked_examples() {
    check(4_800, RentTier::Capped, 360_000, 30_000);
    check(5_000, RentTier::Capped, 375_000, 31_250);
    check(5_000, RentTier::ReducedCapped, 275_000, 22_916);
    check(3_800, RentTier::ReducedCapped, 209_000, 17_416);
    check(5_550, RentTier::Capped, 416_250, 34_687);
    check(6_000, RentTier::ReducedCapped, 330_000, 27_500);
    check(6_200, RentTier::ReducedCapped, 341_000, 28_416);
}

#[test]
fn a_ceiling_tells_its_cap_and_its_parameter() {
    let found = ceiling(5_000, RentTier::ReducedCapped);
    assert_eq!(found.cap, Money::from_euro(55));
    assert_eq!(found.parameter, ParameterName::CapReducedCapped);
    assert_eq!(found.surface_kind, SurfaceKind::Usable);
}

#[test]
fn section_5_4_a_burden_is_a_share_of_the_income_rounded_up() {
    let cents = Money::from_cents;
    assert_eq!(burden(cents(31_250), cents(100_000)), Some(3_125));
    assert_eq!(burden(cents(30_000), cents(100_000)), Some(3_000));
    assert_eq!(burden(cents(30_001), cents(100_000)), Some(3_001));
    assert_eq!(burden(cents(30_000), cents(0)), None);
    assert_eq!(burden(cents(30_000), cents(-5)), None);
}

proptest::proptest! {
    #[test]
    fn twelve_instalments_never_pass_the_year_and_the_year_never_passes_the_cap(hundredths in 1_u32..=1_000_000) {
        for tier in RentTier::ALL {
            let found = ceiling(hundredths, tier);
            assert!(found.monthly.cents() * 12 <= found.yearly.cents());
            assert!(found.yearly.cents() * 100 <= i64::from(hundredths) * found.cap.cents());
            // And no cent is given away: one more would pass.
            assert!((found.monthly.cents() + 1) * 12 > found.yearly.cents());
        }
    }
}

fn today() -> Rules {
    Rulebook::published().as_of(Day::constant(2026, 11, 22))
}

#[track_caller]
fn check_indexed(rent: i64, foi_change: i32, ceiling: i64, expected: i64, reached_ceiling: bool) {
    let ceiling = Money::from_cents(ceiling);
    let found = indexed(Money::from_cents(rent), foi_change, ceiling, &today());
    assert_eq!(
        (found.rent.cents(), found.reached_ceiling),
        (expected, reached_ceiling)
    );
}

#[test]
fn section_5_5_three_quarters_of_the_index_are_added() {
    check_indexed(40_000, 60, 100_000, 40_180, false);
    check_indexed(31_250, 60, 100_000, 31_391, false);
}

#[test]
fn section_5_5_the_ceiling_comes_before_the_index() {
    check_indexed(31_250, 60, 31_250, 31_250, true);
    check_indexed(31_200, 60, 31_250, 31_250, true);
    check_indexed(31_110, 60, 31_250, 31_250, false);
    check_indexed(32_000, 0, 31_250, 31_250, true);
}

#[test]
fn when_prices_fall_the_rent_stays() {
    check_indexed(40_000, -120, 100_000, 40_000, false);
}

#[test]
fn section_5_6_service_charges_stand_apart_from_the_ceiling() {
    let (rent, charges) = (Money::from_cents(31_250), Money::from_cents(8_001));
    assert_eq!(counted(rent, charges, &today()), rent);
    let half = today().supposing(ParameterName::CapServiceChargesShare, &NewValue::Number(5_000));
    assert_eq!(counted(rent, charges, &half), Money::from_cents(35_251));
}

proptest::proptest! {
    #[test]
    fn an_indexed_rent_never_passes_its_ceiling(
        rent in 0_i64..100_000_000_000,
        foi_change in proptest::num::i32::ANY,
        ceiling in 0_i64..100_000_000_000,
    ) {
        let found = indexed(Money::from_cents(rent), foi_change, Money::from_cents(ceiling), &today());
        assert!(found.rent.cents() <= ceiling);
        assert!(found.rent.cents() >= rent.min(ceiling));
        assert!(!found.reached_ceiling || found.rent.cents() == ceiling);
    }
}
