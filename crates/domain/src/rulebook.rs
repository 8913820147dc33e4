// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook: dated parameters with their source and how sure they are.
//!
//! The values stand in `rulebook/*.toml` and become code at build time, so every figure is written once.
use crate::{area::SurfaceKind, calendar::Day, money::Money};
use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/rulebook.rs"));

/// How sure a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in a published text.
    Published,
    /// Assumed by us, with a reason, because the published text leaves it open.
    Assumed,
    /// Remembered, not verified.
    Unverified,
}

/// In what a parameter is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Euro.
    Euro,
    /// Euro per square metre and year.
    EuroPerAreaYear,
    /// Hundredths of a per cent.
    Share,
    /// Whole square metres.
    Area,
    /// Hundredths of one.
    Hundredths,
    /// Which surface.
    SurfaceKind,
    /// Years.
    Years,
    /// Months.
    Months,
    /// Days.
    Days,
    /// Working days.
    WorkingDays,
    /// Kilometres.
    Kilometres,
    /// Dwellings.
    Dwellings,
    /// People.
    Persons,
}

/// The market rent of one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MarketRent {
    /// Code of the OMI zone: "D12".
    pub zone: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Euro per square metre and year.
    pub rent: Money,
}

/// The value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterValue {
    /// An amount.
    Money(Money),
    /// A whole number.
    Number(u32),
    /// Whole numbers, the first for one.
    Table(&'static [u32]),
    /// A word out of a list.
    Text(&'static str),
    /// Market rents by zone.
    Zones(&'static [MarketRent]),
}

/// One value with the time in which it holds and where it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// Which parameter.
    pub name: ParameterName,
    /// The value.
    pub value: ParameterValue,
    /// In what it is counted.
    pub unit: Unit,
    /// First day on which it holds.
    pub from: Day,
    /// Last day on which it holds; none while it does.
    pub to: Option<Day>,
    /// Document and article, in Italian.
    pub source: &'static str,
    /// How sure it is.
    pub status: Status,
    /// What to know about it, in Italian.
    pub note: &'static str,
}

/// The rulebook in force.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rulebook;

impl Rulebook {
    /// The rulebook as published with this version.
    pub const fn published() -> Self {
        Self
    }

    /// A parameter on a day. Before its first day the first value is taken, because there was no other rule of ours.
    pub fn parameter(&self, name: ParameterName, day: Day) -> &'static Parameter {
        let values = PARAMETERS[name as usize];
        values
            .iter()
            .rev()
            .find(|parameter| parameter.from <= day)
            .unwrap_or(&values[0])
    }

    /// All values of a parameter, oldest first.
    pub fn history(&self, name: ParameterName) -> &'static [Parameter] {
        PARAMETERS[name as usize]
    }

    /// An amount on a day; zero for a parameter that is not an amount, which a test rules out.
    pub fn money(&self, name: ParameterName, day: Day) -> Money {
        match self.parameter(name, day).value {
            ParameterValue::Money(amount) => amount,
            _ => Money::ZERO,
        }
    }

    /// A whole number on a day; zero for a parameter that is not one, which a test rules out.
    pub fn number(&self, name: ParameterName, day: Day) -> u32 {
        match self.parameter(name, day).value {
            ParameterValue::Number(number) => number,
            _ => 0,
        }
    }

    /// A table on a day; empty for a parameter that is not one, which a test rules out.
    pub fn table(&self, name: ParameterName, day: Day) -> &'static [u32] {
        match self.parameter(name, day).value {
            ParameterValue::Table(table) => table,
            _ => &[],
        }
    }

    /// The surface to which the caps refer.
    pub fn cap_surface_kind(&self, day: Day) -> SurfaceKind {
        match self.parameter(ParameterName::CapSurfaceKind, day).value {
            ParameterValue::Text("cadastral") => SurfaceKind::Cadastral,
            ParameterValue::Text("conventional") => SurfaceKind::Conventional,
            _ => SurfaceKind::Usable,
        }
    }

    /// Market rents of all zones.
    pub fn market_rents(&self, day: Day) -> &'static [MarketRent] {
        match self.parameter(ParameterName::MarketRent, day).value {
            ParameterValue::Zones(zones) => zones,
            _ => &[],
        }
    }

    /// The market rent of the zone a person wrote, by its code.
    pub fn market_rent(&self, zone: &str, day: Day) -> Option<&'static MarketRent> {
        let zone = zone.trim();
        self.market_rents(day)
            .iter()
            .find(|known| known.zone.eq_ignore_ascii_case(zone))
    }
}

#[cfg(test)]
mod tests;
