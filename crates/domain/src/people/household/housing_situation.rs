// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a household is housed now, by the operational categories of ETHOS (FEANTSA, European Typology of Homelessness and
//! Housing Exclusion), in the order of its four groups: roofless, houseless, insecure, inadequate.
use serde::{Deserialize, Serialize};

/// How a household is housed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HousingSituation {
    /// Roofless, 1: living rough.
    Rough,
    /// Roofless, 2: in emergency accommodation by night.
    NightShelter,
    /// Houseless, 3: in accommodation for the homeless.
    Hostel,
    /// Houseless, 4: in a women's shelter.
    WomensShelter,
    /// Houseless, 5: in accommodation for immigrants.
    Migrants,
    /// Houseless, 6: due to be released from an institution.
    Institution,
    /// Houseless, 7: in long-term support because of homelessness.
    Support,
    /// Insecure, 8: with family or friends, or without a contract.
    Insecure,
    /// Insecure, 9: under threat of eviction.
    Eviction,
    /// Insecure, 10: under threat of violence.
    Violence,
    /// Inadequate, 11: in a temporary or non-conventional structure.
    NonConventional,
    /// Inadequate, 12: in unfit housing.
    Unfit,
    /// Inadequate, 13: in extreme overcrowding.
    Overcrowded,
    /// None of these.
    Adequate,
}

impl HousingSituation {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Rough,
        Self::NightShelter,
        Self::Hostel,
        Self::WomensShelter,
        Self::Migrants,
        Self::Institution,
        Self::Support,
        Self::Insecure,
        Self::Eviction,
        Self::Violence,
        Self::NonConventional,
        Self::Unfit,
        Self::Overcrowded,
        Self::Adequate,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rough => "rough",
            Self::NightShelter => "night_shelter",
            Self::Hostel => "hostel",
            Self::WomensShelter => "womens_shelter",
            Self::Migrants => "migrants",
            Self::Institution => "institution",
            Self::Support => "support",
            Self::Insecure => "insecure",
            Self::Eviction => "eviction",
            Self::Violence => "violence",
            Self::NonConventional => "non_conventional",
            Self::Unfit => "unfit",
            Self::Overcrowded => "overcrowded",
            Self::Adequate => "adequate",
        }
    }
}
