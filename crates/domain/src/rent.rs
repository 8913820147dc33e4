// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rent ceilings: yearly = surface x cap, monthly rounded down so that twelve instalments never pass the year.
use crate::{
    area::{FloorArea, SurfaceKind},
    calendar::Day,
    household::RentTier,
    money::Money,
    rulebook::{ParameterName, Rulebook},
};
use serde::Serialize;

/// The highest rent for one dwelling at one tier, with its calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RentCeiling {
    /// Which tier.
    pub tier: RentTier,
    /// The surface it rests on.
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

/// The surface the caps refer to, as the rulebook assumes it.
pub fn cap_surface_kind(rulebook: &Rulebook, day: Day) -> SurfaceKind {
    rulebook.cap_surface_kind(day)
}

/// The ceiling of a dwelling at one tier on a day.
pub fn rent_ceiling(area: FloorArea, tier: RentTier, rulebook: &Rulebook, day: Day) -> RentCeiling {
    let parameter = match tier {
        RentTier::Capped => ParameterName::CapCapped,
        RentTier::ReducedCapped => ParameterName::CapReducedCapped,
    };
    let cap = rulebook.money(parameter, day);
    let yearly_cents = i64::from(area.hundredths()) * cap.cents() / 100;
    let yearly = Money::from_cents(yearly_cents);
    RentCeiling {
        tier,
        area,
        cap,
        parameter,
        yearly,
        monthly: Money::from_cents(yearly_cents / 12),
    }
}

/// Share of a monthly income taken by a monthly rent, in hundredths of a per cent, rounded up; none without an income.
pub fn burden(monthly_rent: Money, net_monthly_income: Money) -> Option<u32> {
    let (rent, income) = (monthly_rent.cents(), net_monthly_income.cents());
    if income <= 0 || rent < 0 {
        return None;
    }
    u32::try_from((rent.saturating_mul(10_000) + income - 1) / income).ok()
}
