// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which response a person chose for a household.
use serde::{Deserialize, Serialize};

/// The response models of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResponseModel {
    /// Canone calmierato.
    Capped,
    /// Canone calmierato ridotto.
    ReducedCapped,
    /// A dwelling with a tailored path of accompaniment.
    Supported,
}

impl ResponseModel {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Capped, Self::ReducedCapped, Self::Supported];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capped => "capped",
            Self::ReducedCapped => "reduced_capped",
            Self::Supported => "supported",
        }
    }
}

/// The response that a person chose for a household, beside the one that the facts suggested.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChosenResponse {
    /// Which.
    pub model: ResponseModel,
    /// What was suggested when it was chosen; none when nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<ResponseModel>,
    /// Why; needed where the choice departs from the suggestion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl std::fmt::Debug for ChosenResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ChosenResponse(…)")
    }
}
