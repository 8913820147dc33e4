// SPDX-License-Identifier: AGPL-3.0-or-later
//! The categories of the notice and public housing, condition by condition.
use crate::{
    calendar::Day,
    finding::{Finding, Outcome},
    household::Household,
    rulebook::Rulebook,
};
use serde::Serialize;

/// The three questions asked about a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// The verdict on one question with the conditions it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// All conditions together.
    pub outcome: Outcome,
    /// Each condition.
    pub findings: Vec<Finding>,
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

/// Evaluates every condition for a household on a day. Unknown facts never block: a verdict is given as soon as the known
/// ones decide it.
pub fn eligibility(household: &Household, rulebook: &Rulebook, day: Day) -> Eligibility {
    let _ = (household, rulebook, day);
    let open = || Verdict {
        outcome: Outcome::Unknown,
        findings: Vec::new(),
    };
    Eligibility {
        public_housing: open(),
        affordable_rent: open(),
        supported: open(),
    }
}
