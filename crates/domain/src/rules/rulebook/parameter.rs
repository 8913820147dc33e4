// SPDX-License-Identifier: AGPL-3.0-or-later
//! One parameter: a value with its unit, its days, its source and how sure it is.
use super::names::ParameterName;
use crate::{area::SurfaceKind, calendar::Day, id::AmendmentId, money::Money};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt};

/// How sure a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ParameterStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in a published text.
    Published,
    /// Assumed by us, with a reason, because the published text leaves it open.
    Assumed,
    /// Remembered, not verified.
    Unverified,
}

impl Status {
    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Assumed => "assumed",
            Self::Unverified => "unverified",
        }
    }
}

/// In what a parameter is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Centimetres.
    Centimetres,
    /// Dwellings.
    Dwellings,
    /// People.
    Persons,
}

/// The market rent of one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MarketRent {
    /// Code of the OMI zone: "D12".
    pub zone: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Euro per square metre and year.
    pub rent: Money,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterValue {
    /// An amount.
    Money(Money),
    /// A whole number.
    Number(u32),
    /// Whole numbers, the first for one.
    Table(Cow<'static, [u32]>),
    /// Which surface.
    SurfaceKind(SurfaceKind),
    /// Market rents by zone.
    Zones(Cow<'static, [MarketRent]>),
}

/// One value with the time in which it holds and where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Document and article, in Italian; for an amended value who amended it.
    pub source: Cow<'static, str>,
    /// How sure it is.
    pub status: Status,
    /// What to know about it, in Italian; for an amended value the reason given.
    pub note: Cow<'static, str>,
    /// The last amendment in it; none for a value as published.
    pub amendment: Option<AmendmentId>,
}

impl Parameter {
    /// Which value this is, among all that the parameter ever had.
    pub fn version(&self) -> ParameterVersion {
        let (name, from) = (self.name.key(), self.from);
        ParameterVersion(match self.amendment {
            None => format!("{name}@{from}"),
            Some(amendment) => format!("{name}@{from}+{amendment}"),
        })
    }

    /// Whether the City may set another value: what was read in a published text stands.
    pub fn is_amendable(&self) -> bool {
        self.status != Status::Published
    }
}

/// The identity of one value of a parameter: "cap_capped@2026-03-10", and for an amended one the amendment after a plus
/// sign. A decision keeps the versions it used.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ParameterVersion(pub String);

impl ParameterVersion {
    /// The parameter, where this version knows it.
    pub fn name(&self) -> Option<ParameterName> {
        ParameterName::parse(self.0.split('@').next()?)
    }

    /// The first day of the value.
    pub fn from(&self) -> Option<Day> {
        self.0.split('@').nth(1)?.split('+').next()?.parse().ok()
    }

    /// Whether the value is an amended one.
    pub fn is_amended(&self) -> bool {
        self.0.contains('+')
    }
}

impl fmt::Display for ParameterVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ParameterVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
