// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sends a household.
use serde::{Deserialize, Serialize};

/// Who sends a household to the experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sender {
    /// The welfare department.
    Welfare,
    /// The housing department.
    Housing,
    /// A partner.
    Partner,
    /// Nobody: the household came by itself.
    #[serde(rename = "self")]
    Itself,
}

impl Sender {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Welfare, Self::Housing, Self::Partner, Self::Itself];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Welfare => "welfare",
            Self::Housing => "housing",
            Self::Partner => "partner",
            Self::Itself => "self",
        }
    }
}
