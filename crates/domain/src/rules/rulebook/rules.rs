// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules in force on one day: every parameter resolved once, so that a rule reads it in a step.
use super::{
    amendment::NewValue,
    names::ParameterName,
    parameter::{MarketRent, Parameter, ParameterValue},
};
use crate::{area::SurfaceKind, calendar::Day, digest, money::Money};
use std::{borrow::Cow, fmt::Write as _};

/// The rules in force on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    day: Day,
    /// By the number of the name.
    in_force: Vec<Cow<'static, Parameter>>,
    /// The amounts and the whole numbers among them once more, because they are read for every household.
    amounts: [Money; N_PARAMETERS],
    numbers: [u32; N_PARAMETERS],
    /// Market rents of the cheapest and of the dearest zone.
    market: (Money, Money),
}

const N_PARAMETERS: usize = ParameterName::ALL.len();

/// A zone of the market-rent table, by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneIndex(u8);

impl Rules {
    pub(super) fn new(day: Day, in_force: Vec<Cow<'static, Parameter>>) -> Self {
        let mut rules = Self {
            day,
            in_force,
            amounts: [Money::ZERO; N_PARAMETERS],
            numbers: [0; N_PARAMETERS],
            market: (Money::ZERO, Money::ZERO),
        };
        rules.resolve();
        rules
    }

    /// Brings what is read often up to date with the parameters.
    fn resolve(&mut self) {
        for (at, parameter) in self.in_force.iter().enumerate() {
            match parameter.value {
                ParameterValue::Money(amount) => self.amounts[at] = amount,
                ParameterValue::Number(number) => self.numbers[at] = number,
                _ => {}
            }
        }
        self.market = self.extremes();
    }

    fn extremes(&self) -> (Money, Money) {
        let rents = self.market_rents().iter().map(|zone| zone.rent);
        let lowest = rents.clone().min().unwrap_or_default();
        (lowest, rents.max().unwrap_or_default())
    }

    /// The day.
    pub const fn day(&self) -> Day {
        self.day
    }

    /// A parameter with its source.
    pub fn parameter(&self, name: ParameterName) -> &Parameter {
        &self.in_force[name as usize]
    }

    /// Every parameter, by name.
    pub fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.in_force.iter().map(|parameter| &**parameter)
    }

    /// An amount; zero for a parameter that is not an amount, which a test rules out.
    pub const fn money(&self, name: ParameterName) -> Money {
        self.amounts[name as usize]
    }

    /// A whole number; zero for a parameter that is not one, which a test rules out.
    pub const fn number(&self, name: ParameterName) -> u32 {
        self.numbers[name as usize]
    }

    /// A table; empty for a parameter that is not one, which a test rules out.
    pub fn table(&self, name: ParameterName) -> &[u32] {
        match &self.parameter(name).value {
            ParameterValue::Table(table) => table,
            _ => &[],
        }
    }

    /// The surface to which the caps refer.
    pub fn cap_surface_kind(&self) -> SurfaceKind {
        match self.parameter(ParameterName::CapSurfaceKind).value {
            ParameterValue::SurfaceKind(kind) => kind,
            _ => SurfaceKind::Usable,
        }
    }

    /// Market rents of all zones.
    pub fn market_rents(&self) -> &[MarketRent] {
        match &self.parameter(ParameterName::MarketRent).value {
            ParameterValue::Zones(zones) => zones,
            _ => &[],
        }
    }

    /// The zone a person wrote, by its code.
    pub fn zone(&self, code: &str) -> Option<ZoneIndex> {
        let code = code.trim();
        let same = |known: &MarketRent| known.zone.eq_ignore_ascii_case(code);
        let at = self.market_rents().iter().position(same)?;
        u8::try_from(at).ok().map(ZoneIndex)
    }

    /// The market rent of a zone.
    pub fn market_rent(&self, zone: ZoneIndex) -> Option<&MarketRent> {
        self.market_rents().get(usize::from(zone.0))
    }

    /// Market rents of the cheapest and of the dearest zone that are possible: the same where the zone is known.
    pub fn market_extremes(&self, zone: Option<ZoneIndex>) -> (Money, Money) {
        match zone.and_then(|zone| self.market_rent(zone)) {
            Some(known) => (known.rent, known.rent),
            None => self.market,
        }
    }

    /// The same rules with one parameter set otherwise, to see what would follow; unchanged when the value does not go
    /// with the parameter.
    #[must_use]
    pub fn supposing(&self, name: ParameterName, value: &NewValue) -> Self {
        let mut supposed = self.clone();
        if let Some(value) = value.applied_to(&self.parameter(name).value) {
            supposed.in_force[name as usize].to_mut().value = value;
            supposed.resolve();
        }
        supposed
    }

    /// What identifies these rules: the day, and the first twelve digits of the SHA-256 over every parameter version and
    /// value in force.
    pub fn version(&self) -> String {
        let mut text = String::new();
        for parameter in self.parameters() {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}={}", parameter.version(), canonical(&parameter.value));
        }
        let mut digest = digest::sha256_hex(text.as_bytes());
        digest.truncate(12);
        format!("{}/{digest}", self.day)
    }
}

/// A value in the one form that goes into checksums.
pub(crate) fn canonical(value: &ParameterValue) -> String {
    match value {
        ParameterValue::Money(amount) => amount.to_string(),
        ParameterValue::Number(number) => number.to_string(),
        ParameterValue::Table(table) => {
            let numbers: Vec<String> = table.iter().map(u32::to_string).collect();
            numbers.join(",")
        }
        ParameterValue::SurfaceKind(kind) => kind.key().to_owned(),
        ParameterValue::Zones(zones) => {
            let rents: Vec<String> = zones
                .iter()
                .map(|zone| format!("{}:{}", zone.zone, zone.rent))
                .collect();
            rents.join(",")
        }
    }
}
