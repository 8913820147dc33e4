// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a household was when somebody asked some time after the end of its plan.
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;
use std::fmt;

/// How long after the end somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FollowUpTime {
    /// After half a year.
    SixMonths,
    /// After a year.
    TwelveMonths,
}

impl FollowUpTime {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SixMonths, Self::TwelveMonths];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SixMonths => "six_months",
            Self::TwelveMonths => "twelve_months",
        }
    }

    /// Number of months after the end.
    pub const fn months(self) -> u32 {
        match self {
            Self::SixMonths => 6,
            Self::TwelveMonths => 12,
        }
    }
}

soglia_kernel::choices!(FollowUpTime);

impl fmt::Display for FollowUpTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What was heard of a household after the end of its plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FollowUp {
    /// How long after the end.
    pub after: FollowUpTime,
    /// The day on which somebody asked, in Milan.
    pub day: Day,
    /// Name of who asked.
    pub by_name: String,
    /// What was heard.
    pub words: String,
}

impl fmt::Debug for FollowUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FollowUp({}, {})", self.after, self.day)
    }
}
