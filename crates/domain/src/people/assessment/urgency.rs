// SPDX-License-Identifier: AGPL-3.0-or-later
//! How soon something has to happen.
use serde::{Deserialize, Serialize};

/// How soon something has to happen for a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Urgency {
    /// Nothing presses.
    #[serde(rename = "none")]
    None,
    /// Within three months.
    #[serde(rename = "within_90_days")]
    Within90Days,
    /// Within a month.
    #[serde(rename = "within_30_days")]
    Within30Days,
    /// At once.
    #[serde(rename = "now")]
    Now,
}

impl Urgency {
    /// All of them, the most patient first.
    pub const ALL: [Self; 4] = [Self::None, Self::Within90Days, Self::Within30Days, Self::Now];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Within90Days => "within_90_days",
            Self::Within30Days => "within_30_days",
            Self::Now => "now",
        }
    }

    /// Whether something presses, and a reason is needed.
    pub const fn presses(self) -> bool {
        match self {
            Self::None => false,
            Self::Within90Days | Self::Within30Days | Self::Now => true,
        }
    }
}

soglia_kernel::choices!(Urgency);
