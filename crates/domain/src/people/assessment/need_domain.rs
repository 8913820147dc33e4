// SPDX-License-Identifier: AGPL-3.0-or-later
//! The domains in which a need is looked for.
use serde::{Deserialize, Serialize};

/// The six domains of D.Lgs. 147/2017, art. 5 c. 2, in the order of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NeedDomain {
    /// a) Personal and social conditions and functioning.
    Personal,
    /// b) Economic situation.
    Economic,
    /// c) Work and employability.
    Work,
    /// d) Education and training.
    Education,
    /// e) Housing.
    Housing,
    /// f) Family, neighbourhood and social networks.
    Network,
}

impl NeedDomain {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Personal,
        Self::Economic,
        Self::Work,
        Self::Education,
        Self::Housing,
        Self::Network,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Economic => "economic",
            Self::Work => "work",
            Self::Education => "education",
            Self::Housing => "housing",
            Self::Network => "network",
        }
    }
}

soglia_kernel::choices!(NeedDomain);
