// SPDX-License-Identifier: AGPL-3.0-or-later
//! What becomes of a referral.
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::{Day, Timestamp};

/// What became of a referral.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReferralState {
    /// The partner has not answered.
    Sent,
    /// The partner follows the household.
    Accepted {
        /// Since when.
        at: Timestamp,
        /// Who accepted for the partner.
        by_name: String,
    },
    /// The partner does not take it on.
    Refused {
        /// When it said so.
        at: Timestamp,
        /// Who refused for the partner.
        by_name: String,
        /// Why.
        reason: String,
    },
    /// Taken back before the partner answered.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// The partner followed the household, and no longer does.
    Ended {
        /// The last day.
        day: Day,
        /// Why.
        reason: String,
    },
}

impl ReferralState {
    /// The state without what it carries.
    pub const fn kind(&self) -> ReferralStateKind {
        match self {
            Self::Sent => ReferralStateKind::Sent,
            Self::Accepted { .. } => ReferralStateKind::Accepted,
            Self::Refused { .. } => ReferralStateKind::Refused,
            Self::Withdrawn { .. } => ReferralStateKind::Withdrawn,
            Self::Ended { .. } => ReferralStateKind::Ended,
        }
    }
}

impl std::fmt::Debug for ReferralState {
    /// The state without names and reasons.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind().fmt(f)
    }
}

/// The state of a referral without what it carries: for rows and filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReferralStateKind {
    /// The partner has not answered.
    Sent,
    /// The partner follows the household.
    Accepted,
    /// The partner does not take it on.
    Refused,
    /// Taken back.
    Withdrawn,
    /// Over.
    Ended,
}

impl ReferralStateKind {
    /// All of them, in the order in which a referral goes through them.
    pub const ALL: [Self; 5] = [
        Self::Sent,
        Self::Accepted,
        Self::Refused,
        Self::Withdrawn,
        Self::Ended,
    ];

    /// Where a referral goes from here.
    pub const fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Sent => &[Self::Accepted, Self::Refused, Self::Withdrawn],
            Self::Accepted => &[Self::Ended],
            Self::Refused | Self::Withdrawn | Self::Ended => &[],
        }
    }

    /// Whether the partner has something to do with it.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Sent | Self::Accepted => true,
            Self::Refused | Self::Withdrawn | Self::Ended => false,
        }
    }
}
