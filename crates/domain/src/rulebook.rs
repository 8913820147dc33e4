// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook: dated parameters with their source and how sure they are.
use crate::{calendar::Day, money::Money};
use serde::{Deserialize, Serialize};

/// The name of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "stands for the generated list")]
pub enum ParameterName {
    CapCapped,
    CapReducedCapped,
}

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

/// One value with the time in which it holds and where it was read.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// First day on which it holds.
    pub from: Day,
    /// Document and article.
    pub source: &'static str,
    /// How sure it is.
    pub status: Status,
}

/// The rulebook in force.
#[derive(Clone, Debug, Default)]
pub struct Rulebook;

impl Rulebook {
    /// The rulebook as published with this version.
    pub const fn published() -> Self {
        Self
    }

    /// An amount on a day.
    pub fn money(&self, name: ParameterName, _day: Day) -> Money {
        match name {
            ParameterName::CapCapped => Money::from_euro(75),
            ParameterName::CapReducedCapped => Money::from_euro(55),
        }
    }

    /// A parameter on a day.
    pub fn parameter(&self, _name: ParameterName, _day: Day) -> &'static Parameter {
        const NOTICE: Parameter = Parameter {
            from: jiff::civil::date(2026, 3, 10),
            source: "Comune di Milano, avviso pubblico del 10 marzo 2026",
            status: Status::Published,
        };
        &NOTICE
    }
}
