// SPDX-License-Identifier: AGPL-3.0-or-later
//! Citizenship or residence title.
use serde::{Deserialize, Serialize};

/// Citizenship or residence title, as public housing distinguishes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Citizenship {
    /// Italian.
    Italian,
    /// Of another state of the European Union.
    Eu,
    /// EU long-term residence permit.
    LongTermPermit,
    /// Residence permit of at least two years.
    TwoYearPermit,
    /// None of these.
    Other,
}

impl Citizenship {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Italian,
        Self::Eu,
        Self::LongTermPermit,
        Self::TwoYearPermit,
        Self::Other,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Italian => "italian",
            Self::Eu => "eu",
            Self::LongTermPermit => "long_term_permit",
            Self::TwoYearPermit => "two_year_permit",
            Self::Other => "other",
        }
    }
}
