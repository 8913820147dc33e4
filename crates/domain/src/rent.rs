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

/// What of a monthly rent with its service charges is held against the ceiling: the rent, and of the charges the share that
/// the rulebook names, rounded up to the cent.
pub fn counted(monthly: Money, service_charges: Money, rules: &Rules) -> Money {
    let share = i64::from(rules.number(ParameterName::CapServiceChargesShare));
    let charges = service_charges
        .cents()
        .saturating_mul(share)
        .saturating_add(9_999)
        / 10_000;
    Money::from_cents(monthly.cents().saturating_add(charges))
}

/// A rent after a year, by the change of the consumer price index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Indexed {
    /// The monthly rent from now on.
    pub rent: Money,
    /// Whether the ceiling held it back.
    pub reached_ceiling: bool,
}

/// A monthly rent raised by the rulebook's share of a yearly change of the FOI index, in hundredths of a per cent, rounded half
/// up to the cent. The ceiling comes first: the rent never passes it, and comes down to it where it stood above. When
/// prices fall the rent stays as it is, because the contracts agree on increases.
pub fn indexed(rent: Money, foi_change: i32, ceiling: Money, rules: &Rules) -> Indexed {
    let share = i64::from(rules.number(ParameterName::IndexationShare));
    let change = i64::from(foi_change.max(0)) * share;
    // A hundredth of a per cent of a hundredth of a per cent.
    let unit = 100_000_000;
    let increase = rent
        .cents()
        .max(0)
        .saturating_mul(change)
        .saturating_add(unit / 2)
        / unit;
    let wanted = rent.cents().saturating_add(increase);
    Indexed {
        rent: Money::from_cents(wanted.min(ceiling.cents())),
        reached_ceiling: wanted > ceiling.cents(),
    }
}

#[cfg(test)]
mod tests;
