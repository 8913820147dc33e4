// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the City sets otherwise: amendments of assumed parameters, and scenarios that only suppose.
use super::{
    names::ParameterName,
    parameter::{Parameter, ParameterValue},
};
use crate::{
    area::SurfaceKind,
    calendar::{Day, Timestamp},
    id::{AmendmentId, PersonId, ScenarioId},
    money::Money,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt};

/// Another value for a parameter. Market rents are set zone by zone, so that two people can amend two zones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NewValue {
    /// An amount.
    Money(Money),
    /// A whole number.
    Number(u32),
    /// Whole numbers, as many as the parameter has.
    Table(Vec<u32>),
    /// Which surface.
    SurfaceKind(SurfaceKind),
    /// The market rent of one zone.
    ZoneRent {
        /// Code of the zone.
        zone: String,
        /// Euro per square metre and year.
        rent: Money,
    },
}

/// The largest amount and the largest number that a parameter can be set to: far beyond anything sensible, and far from
/// where a calculation could overflow.
const LARGEST: (Money, u32) = (Money::from_euro(1_000_000), 1_000_000);

impl NewValue {
    /// The value of a parameter after this one was set; none when it does not go with the parameter.
    pub fn applied_to(&self, present: &ParameterValue) -> Option<ParameterValue> {
        match (self, present) {
            (Self::Money(amount), ParameterValue::Money(_)) if is_amount(*amount) => {
                Some(ParameterValue::Money(*amount))
            }
            (Self::Number(number), ParameterValue::Number(_)) if *number <= LARGEST.1 => {
                Some(ParameterValue::Number(*number))
            }
            (Self::Table(numbers), ParameterValue::Table(table))
                if numbers.len() == table.len() && numbers.iter().all(|number| *number <= LARGEST.1) =>
            {
                Some(ParameterValue::Table(Cow::Owned(numbers.clone())))
            }
            (Self::SurfaceKind(kind), ParameterValue::SurfaceKind(_)) if *kind != SurfaceKind::Unstated => {
                Some(ParameterValue::SurfaceKind(*kind))
            }
            (Self::ZoneRent { zone, rent }, ParameterValue::Zones(zones)) if is_amount(*rent) => {
                let at = zones.iter().position(|known| known.zone == zone)?;
                let mut zones = zones.clone();
                zones.to_mut()[at].rent = *rent;
                Some(ParameterValue::Zones(zones))
            }
            _ => None,
        }
    }
}

fn is_amount(amount: Money) -> bool {
    !amount.is_negative() && amount <= LARGEST.0
}

/// One amendment: an assumed parameter set otherwise, from a day on, with its reason and its author.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amendment {
    /// Identity.
    pub id: AmendmentId,
    /// Which parameter.
    pub parameter: ParameterName,
    /// To what.
    pub value: NewValue,
    /// First day on which it holds.
    pub from: Day,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When it was written.
    pub at: Timestamp,
}

impl Amendment {
    /// The parameter with this amendment in it; none when the value does not go with it.
    pub(super) fn applied_to(&self, present: &Parameter) -> Option<Parameter> {
        Some(Parameter {
            value: self.value.applied_to(&present.value)?,
            from: self.from,
            to: None,
            source: Cow::Owned(self.by_name.clone()),
            note: Cow::Owned(self.reason.clone()),
            amendment: Some(self.id),
            ..present.clone()
        })
    }
}

/// Parameters supposed otherwise, under a name, to be looked at again. It changes no rule.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scenario {
    /// Identity.
    pub id: ScenarioId,
    /// What people call it.
    pub name: String,
    /// What is supposed.
    pub changes: Vec<(ParameterName, NewValue)>,
    /// Who saved it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
}

impl fmt::Debug for Amendment {
    /// What is set otherwise from when on, without reason and author.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Amendment({}, {:?}, {:?}, {})",
            self.id, self.parameter, self.value, self.from
        )
    }
}

impl fmt::Debug for Scenario {
    /// What is supposed, without name and author.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scenario({}, {:?})", self.id, self.changes)
    }
}
