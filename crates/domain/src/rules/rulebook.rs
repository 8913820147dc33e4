// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook: dated parameters with their source and how sure they are.
//!
//! The values stand in `rulebook/*.toml` and become code at build time, so every figure is written once. What the
//! published text leaves open is assumed there with its reason, and can be amended in the product.
mod amendment;
mod names;
mod parameter;
mod published;
mod rules;

pub use amendment::{Amendment, NewValue, Scenario};
pub use names::ParameterName;
pub use parameter::{MarketRent, Parameter, ParameterValue, ParameterVersion, Status, Unit};
pub(crate) use rules::canonical;
pub use rules::{Rules, ZoneIndex};

use published::{published, values};
use soglia_kernel::{calendar::Day, in_order::in_order};
use std::borrow::Cow;

/// The rulebook: what was published with this version, and how the City amended what is assumed in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebook {
    amendments: Vec<Amendment>,
}

impl Rulebook {
    /// The rulebook as published with this version.
    pub const fn published() -> Self {
        Self {
            amendments: Vec::new(),
        }
    }

    /// The published rulebook with amendments.
    pub const fn amended(amendments: Vec<Amendment>) -> Self {
        Self { amendments }
    }

    /// The rules in force on a day.
    pub fn as_of(&self, day: Day) -> Rules {
        let in_force = ParameterName::ALL.iter().map(|name| self.parameter(*name, day));
        Rules::new(day, in_force.collect())
    }

    /// A parameter on a day, amended where the City did. Before its first day the first value is taken, because there
    /// was no other rule of ours.
    pub fn parameter(&self, name: ParameterName, day: Day) -> Cow<'static, Parameter> {
        let mut found = Cow::Borrowed(published(name, day));
        if !found.is_amendable() {
            return found;
        }
        // The last one wins that holds on the day; among those of one day the one that was written last.
        let holding = self.amendments.iter().filter(|amendment| {
            amendment.parameter == name && amendment.from <= day && amendment.from >= found.from
        });
        for amendment in in_order(holding, |amendment| (amendment.from, amendment.at, amendment.id)) {
            if let Some(amended) = amendment.applied_to(&found) {
                found = Cow::Owned(amended);
            }
        }
        found
    }

    /// All values of a parameter, oldest first: the published ones, then the amended ones by their first day.
    pub fn history(&self, name: ParameterName) -> Vec<Parameter> {
        let published = values(name).iter().map(|value| value.from);
        let amended = self
            .amendments
            .iter()
            .filter(|amendment| amendment.parameter == name);
        let amended = amended.map(|amendment| amendment.from);
        let days: Vec<Day> = in_order(published.chain(amended), |day| *day);
        let mut values: Vec<Parameter> = Vec::with_capacity(days.len());
        for day in days {
            let value = self.parameter(name, day).into_owned();
            if values.last() != Some(&value) {
                values.push(value);
            }
        }
        values
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod working_days_tests;
