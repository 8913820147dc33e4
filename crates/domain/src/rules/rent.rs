// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rent ceilings: yearly = surface x cap, monthly rounded down so that twelve instalments never pass the year.
use crate::{
    area::{FloorArea, SurfaceKind},
    money::Money,
    rulebook::{ParameterName, Rules},
};
use serde::{Deserialize, Serialize};

/// The two rent ceilings of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RentTier {
    /// Canone calmierato.
    Capped,
    /// Canone calmierato ridotto.
    ReducedCapped,
}

impl RentTier {
    /// Both, the higher first.
    pub const ALL: [Self; 2] = [Self::Capped, Self::ReducedCapped];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capped => "capped",
            Self::ReducedCapped => "reduced_capped",
        }
    }
}

/// A monthly rent that was offered, with its tier. It holds the surface of the dwelling: a surface at which the rent would
/// pass its ceiling is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgreedRent {
    /// Under which ceiling.
    pub tier: RentTier,
    /// How much a month.
    pub monthly: Money,
    /// Service charges a month, apart from the rent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_charges: Option<Money>,
}

/// Why a rent cannot be agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RentTrouble {
    /// There is no ceiling before the surface is measured.
    NotMeasured,
    /// Rent or service charges are below zero.
    Negative,
    /// The rent passes the ceiling.
    AboveCeiling {
        /// The monthly ceiling.
        ceiling: Money,
    },
}

/// A rent is at most the ceiling, and has none before the surface is measured. Service charges stand apart: they count
/// towards the ceiling only as far as the rulebook says.
///
/// # Errors
/// [`RentTrouble`].
pub fn check_rent(rent: &AgreedRent, area: Option<FloorArea>, rules: &Rules) -> Result<(), RentTrouble> {
    let area = area.ok_or(RentTrouble::NotMeasured)?;
    let charges = rent.service_charges.unwrap_or_default();
    if rent.monthly.is_negative() || charges.is_negative() {
        return Err(RentTrouble::Negative);
    }
    let ceiling = rent_ceiling(area, rent.tier, rules).monthly;
    if counted(rent.monthly, charges, rules) > ceiling {
        return Err(RentTrouble::AboveCeiling { ceiling });
    }
    Ok(())
}

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
