// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rent ceilings: yearly = surface x cap, monthly rounded down so that twelve instalments never pass the year.
use crate::{
    area::{FloorArea, SurfaceKind},
    household::RentTier,
    money::Money,
    rulebook::{ParameterName, Rules},
};
use serde::Serialize;

/// The highest rent for one dwelling at one tier, with its calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RentCeiling {
    /// Which tier.
    pub tier: RentTier,
    /// Which surface the cap refers to.
    pub surface_kind: SurfaceKind,
    /// That surface.
    pub area: FloorArea,
    /// Euro per square metre and year.
    pub cap: Money,
    /// The parameter that gives the cap.
    pub parameter: ParameterName,
    /// Highest rent in a year.
    pub yearly: Money,
    /// Highest monthly instalment: a twelfth of the year, rounded down to the cent.
    pub monthly: Money,
}

/// The parameter that gives the cap of a tier.
pub const fn cap_parameter(tier: RentTier) -> ParameterName {
    match tier {
        RentTier::Capped => ParameterName::CapCapped,
        RentTier::ReducedCapped => ParameterName::CapReducedCapped,
    }
}

/// The ceiling of a dwelling at one tier. The area is of the kind to which the caps refer: [`Rules::cap_surface_kind`].
pub fn rent_ceiling(area: FloorArea, tier: RentTier, rules: &Rules) -> RentCeiling {
    let parameter = cap_parameter(tier);
    let cap = rules.money(parameter);
    let (yearly, monthly) = ceiling_of(area, cap);
    RentCeiling {
        tier,
        surface_kind: rules.cap_surface_kind(),
        area,
        cap,
        parameter,
        yearly,
        monthly,
    }
}

/// The yearly ceiling of a surface at a cap, and the monthly instalment, both rounded down to the cent.
pub const fn ceiling_of(area: FloorArea, cap: Money) -> (Money, Money) {
    let yearly = area.hundredths() as i64 * cap.cents() / 100;
    (Money::from_cents(yearly), Money::from_cents(yearly / 12))
}

/// Share of a monthly income taken by a monthly rent, in hundredths of a per cent, rounded up; none without an income.
pub fn burden(monthly_rent: Money, net_monthly_income: Money) -> Option<u32> {
    let (rent, income) = (monthly_rent.cents(), net_monthly_income.cents());
    if income <= 0 || rent < 0 {
        return None;
    }
    u32::try_from((rent.saturating_mul(10_000) + income - 1) / income).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{calendar::Day, rulebook::Rulebook};

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
    fn ceilings_of_worked_examples() {
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
    fn a_burden_is_a_share_of_the_income_rounded_up() {
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
}
