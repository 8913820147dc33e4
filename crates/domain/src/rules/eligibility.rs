// SPDX-License-Identifier: AGPL-3.0-or-later
//! The categories of the notice and public housing, condition by condition.
mod affordable_rent;
mod ask;
mod composition;
mod isee;
mod patrimony;
mod public_housing;
mod scale;
mod situation;
mod suggestion;
mod supported;
mod verdict;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use crate::household::ResponseModel;
pub use ask::{ask_next, n_settled};
pub use composition::{Composition, Increment, PersonFacts};
pub use isee::isee_last_day;
pub use scale::equivalence_scale;
pub use situation::Situation;
pub use suggestion::{Basis, Suggestion, SuggestionReason, suggestion};
pub use verdict::Verdict;

use crate::{
    finding::{Finding, Outcome},
    rulebook::Rules,
};
use serde::{Deserialize, Serialize};

/// The three questions asked about a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// Title to public housing.
    PublicHousing,
    /// First category of the notice.
    AffordableRent,
    /// Second category of the notice.
    Supported,
}

impl VerdictKind {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::PublicHousing, Self::AffordableRent, Self::Supported];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PublicHousing => "public_housing",
            Self::AffordableRent => "affordable_rent",
            Self::Supported => "supported",
        }
    }
}

/// What the facts about a household say so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Eligibility {
    /// Title to public housing (SAP).
    pub public_housing: Verdict,
    /// First category of the notice: no title to public housing, and no means for the market.
    pub affordable_rent: Verdict,
    /// Second category: followed by social services, and to be accompanied.
    pub supported: Verdict,
    /// Whether the household counts as indigent, which gives it a reserved share of public housing. No verdict rests on it.
    pub indigence: Finding,
}

impl Eligibility {
    /// The verdict on one of the three questions.
    pub const fn verdict(&self, kind: VerdictKind) -> &Verdict {
        match kind {
            VerdictKind::PublicHousing => &self.public_housing,
            VerdictKind::AffordableRent => &self.affordable_rent,
            VerdictKind::Supported => &self.supported,
        }
    }
}

/// Evaluates every condition for a household under the rules of a day. Unknown facts never block: a verdict is given as
/// soon as the known ones decide it.
pub fn eligibility(situation: &Situation, rules: &Rules) -> Eligibility {
    let public_housing = public_housing::verdict(situation, rules);
    let affordable_rent = affordable_rent::verdict(situation, &public_housing, rules);
    Eligibility {
        public_housing,
        affordable_rent,
        supported: supported::verdict(situation),
        indigence: isee::finding(situation, isee::INDIGENCE, rules),
    }
}

/// The three answers alone, in the order of [`VerdictKind::ALL`]: the same as in [`eligibility`], at a fraction of the
/// work, for those who ask about many households.
pub fn outcomes(situation: &Situation, rules: &Rules) -> [Outcome; 3] {
    let public_housing = public_housing::outcome(situation, rules);
    [
        public_housing,
        affordable_rent::outcome(situation, public_housing, rules),
        supported::outcome(situation),
    ]
}
