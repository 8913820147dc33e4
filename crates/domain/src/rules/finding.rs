// SPDX-License-Identifier: AGPL-3.0-or-later
//! One condition, answered in three values, with everything that is needed to explain it.
mod questions;

pub use questions::Questions;

use crate::{
    area::FloorArea,
    calendar::Day,
    household::{Citizenship, IseeKind},
    money::Money,
    rulebook::ParameterName,
};
use serde::{Deserialize, Serialize};

/// Met, not met, or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The facts meet the condition.
    Met,
    /// The facts do not meet it.
    NotMet,
    /// The facts do not decide it yet.
    Unknown,
}

impl Outcome {
    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
        }
    }

    /// Met or not met.
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// The other way round; unknown stays unknown.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }

    /// All of them hold: one failure decides, whatever is missing.
    #[must_use]
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        // To look at all of them is quicker than to stop in time: a processor cannot foresee where.
        let (mut failed, mut open) = (false, false);
        for outcome in outcomes {
            failed |= outcome == Self::NotMet;
            open |= outcome == Self::Unknown;
        }
        match (failed, open) {
            (true, _) => Self::NotMet,
            (false, true) => Self::Unknown,
            (false, false) => Self::Met,
        }
    }
}

/// A condition, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// Citizenship, EU citizenship or a residence title with regular work.
    Citizenship,
    /// Residence or work in Lombardy.
    ResidenceOrWork,
    /// ISEE not above the public-housing limit.
    IseeLimit,
    /// Patrimony not above the public-housing limit.
    PatrimonyLimit,
    /// No adequate home owned.
    NoAdequateHome,
    /// No assignment revoked in the last five years.
    NoRevokedAssignment,
    /// No dwelling occupied without title in the last five years.
    NoIllegalOccupation,
    /// No title to public housing.
    NotPublicHousing,
    /// The private market costs more than the household can bear.
    MarketNotAffordable,
    /// Followed by social services.
    FollowedBySocialServices,
    /// Manages primary needs.
    ManagesPrimaryNeeds,
    /// In a temporary difficulty.
    TemporaryDifficulty,
    /// Needs accompaniment.
    NeedsAccompaniment,
    /// ISEE not above the limit of indigence.
    Indigence,
}

impl Requirement {
    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Citizenship => "citizenship",
            Self::ResidenceOrWork => "residence_or_work",
            Self::IseeLimit => "isee_limit",
            Self::PatrimonyLimit => "patrimony_limit",
            Self::NoAdequateHome => "no_adequate_home",
            Self::NoRevokedAssignment => "no_revoked_assignment",
            Self::NoIllegalOccupation => "no_illegal_occupation",
            Self::NotPublicHousing => "not_public_housing",
            Self::MarketNotAffordable => "market_not_affordable",
            Self::FollowedBySocialServices => "followed_by_social_services",
            Self::ManagesPrimaryNeeds => "manages_primary_needs",
            Self::TemporaryDifficulty => "temporary_difficulty",
            Self::NeedsAccompaniment => "needs_accompaniment",
            Self::Indigence => "indigence",
        }
    }
}

/// A value that was observed, or against which it was held.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// An amount.
    Money(Money),
    /// An amount in a month.
    MoneyPerMonth(Money),
    /// An amount per square metre in a year.
    MoneyPerAreaYear(Money),
    /// A surface.
    Area(FloorArea),
    /// A number of people.
    Persons(u8),
    /// A share in hundredths of a per cent: 3,125 is 31.25 %.
    Percent(u32),
    /// Yes or no.
    YesNo(bool),
    /// A citizenship or residence title.
    Citizenship(Citizenship),
    /// Which ISEE.
    IseeKind(IseeKind),
    /// A day.
    Day(Day),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value(…)")
    }
}

/// Why a condition is not decided, where the reason is more than a missing answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// This kind of ISEE does not count for housing.
    IseeOfAnotherKind,
    /// Which ISEE was attested is not known.
    IseeKindUnknown,
    /// The ISEE is past its validity.
    IseeExpired,
    /// The declaration was presented after the day that is asked about.
    IseeNotYetPresented,
    /// The day of the declaration is missing, so its validity is not known.
    IseeUndated,
    /// The number of members is not known.
    NoMembers,
    /// The zones disagree, and none was chosen.
    ZoneNotChosen,
}

impl Doubt {
    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::IseeOfAnotherKind => "isee_of_another_kind",
            Self::IseeKindUnknown => "isee_kind_unknown",
            Self::IseeExpired => "isee_expired",
            Self::IseeNotYetPresented => "isee_not_yet_presented",
            Self::IseeUndated => "isee_undated",
            Self::NoMembers => "no_members",
            Self::ZoneNotChosen => "zone_not_chosen",
        }
    }
}

/// One condition with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which condition.
    pub requirement: Requirement,
    /// The answer.
    pub outcome: Outcome,
    /// What was observed; none while it is missing.
    pub observed: Option<Value>,
    /// Against what it was held, where there is a threshold.
    pub threshold: Option<Value>,
    /// The parameter that gives the threshold or the rule, with its source.
    pub parameter: Option<ParameterName>,
    /// Why it is not decided, beyond a missing answer.
    pub doubt: Option<Doubt>,
    /// By how much the observed value would have to change, for a threshold on an amount.
    pub to_change: Option<Value>,
    /// The questions whose answers would decide it, while it is unknown.
    pub ask: Questions,
}
