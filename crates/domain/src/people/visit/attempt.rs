// SPDX-License-Identifier: AGPL-3.0-or-later
//! Attempts: somebody went, and the visit did not come about. That somebody tried counts as much as what was found.
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::{Day, Timestamp};
use std::fmt;

/// More attempts than this at one visit help nobody.
pub const MOST_ATTEMPTS: usize = 30;

/// Longest note of an attempt, in characters.
pub const LONGEST_ATTEMPT_NOTE: u32 = 300;

/// An attempt within one visit: a number drawn by the device, unique in that visit only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct AttemptId(pub u32);

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Somebody went, and the visit did not come about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attempt {
    /// Number inside the visit.
    pub id: AttemptId,
    /// On which day.
    pub day: Day,
    /// When it was written down.
    pub at: Timestamp,
    /// Why it did not come about.
    #[serde(default)]
    pub reason: AttemptReason,
    /// What else is worth knowing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl fmt::Debug for Attempt {
    /// Without its note, which may speak of people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attempt({}, {:?})", self.id, self.reason)
    }
}

/// Why a visit did not come about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttemptReason {
    /// Nobody was at home.
    NobodyHome,
    /// The address is not theirs.
    WrongAddress,
    /// They did not want it.
    Refused,
    /// They asked for another day.
    Postponed,
    /// It was not safe to go on.
    Unsafe,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

impl AttemptReason {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::NobodyHome,
        Self::WrongAddress,
        Self::Refused,
        Self::Postponed,
        Self::Unsafe,
        Self::Other,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NobodyHome => "nobody_home",
            Self::WrongAddress => "wrong_address",
            Self::Refused => "refused",
            Self::Postponed => "postponed",
            Self::Unsafe => "unsafe",
            Self::Other => "other",
        }
    }
}

soglia_kernel::choices!(AttemptReason);
