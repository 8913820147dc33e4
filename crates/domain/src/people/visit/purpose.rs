// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a visit is for.
use serde::{Deserialize, Serialize};

/// What a visit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Getting to know the household.
    Intake,
    /// Seeing how it lives now.
    Home,
    /// Seeing a dwelling with it.
    Dwelling,
    /// Going through its plan.
    Plan,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Intake, Self::Home, Self::Dwelling, Self::Plan, Self::Other];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Home => "home",
            Self::Dwelling => "dwelling",
            Self::Plan => "plan",
            Self::Other => "other",
        }
    }
}

soglia_kernel::choices!(Purpose);
