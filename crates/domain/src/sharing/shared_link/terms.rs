// SPDX-License-Identifier: AGPL-3.0-or-later
//! On what terms a link is read: in which language first, with which PIN, how often, as of when, with whose consent.
use crate::{case::Case, dwelling::Dwelling, household::Household, plan::Plan, tongue::Tongue};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::{Day, Timestamp};

/// Digits of a PIN.
pub const PIN_DIGITS: usize = 6;

/// On what terms a link is read. What is not said is open: no PIN, as often as one likes, following the record.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Terms {
    /// The language in which it opens.
    #[serde(default)]
    pub language: Tongue,
    /// What is kept of the PIN, as [`super::pin_hash`] makes it; none where none is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin_hash: Option<String>,
    /// Whether it opens one time only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub once: bool,
    /// Whether it shows the record as it was when the link was made, and not as it is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub frozen: bool,
    /// The consent of the person whose case it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// Somebody agreed that their case is shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consent {
    /// Who.
    pub by: String,
    /// On which day.
    pub day: Day,
}

/// What a link showed when it was made, where it does not follow the record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Snapshot {
    /// When.
    pub at: Timestamp,
    /// What.
    pub of: SnapshotOf,
}

/// A record as it was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SnapshotOf {
    /// A dwelling.
    Dwelling(Box<Dwelling>),
    /// A plan.
    Plan(Box<Plan>),
    /// A case, with whose case it is.
    Case {
        /// Whose.
        household: Box<Household>,
        /// The case.
        case: Box<Case>,
    },
}

impl std::fmt::Debug for Terms {
    /// What is asked for, without what it is and without names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terms")
            .field("language", &self.language)
            .field("pin", &self.pin_hash.is_some())
            .field("once", &self.once)
            .field("frozen", &self.frozen)
            .field("consent", &self.consent.is_some())
            .finish()
    }
}

impl std::fmt::Debug for Consent {
    /// The day, without the name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Consent({})", self.day)
    }
}
