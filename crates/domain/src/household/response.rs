// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which response a person chose for a household.
use crate::eligibility::ResponseModel;
use serde::{Deserialize, Serialize};

/// The response that a person chose for a household, beside the one that the facts suggested.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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
