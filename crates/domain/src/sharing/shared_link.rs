// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links: one thing, in a view with a purpose, read by whoever has the link until it runs out or is taken back. The
//! device that makes a link draws its token; the record holds the hash alone, so nobody who reads the record can follow it.
mod access;
pub mod decide;
mod hash;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod terms;
#[cfg(test)]
mod tests;
mod verbs;

pub use hash::{link_of, pin_hash, token_hash};
pub use refusal::Refusal;
pub use row::Row;
pub use terms::{Consent, PIN_DIGITS, Snapshot, SnapshotOf, Terms};
pub use verbs::Verb;

use crate::id::{CaseId, DwellingId, HouseholdId, PersonId, PlanId, SharedLinkId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
    key::{Identity as _, Key},
};

/// Days that a link lasts at most. Not a rule of law: what is needed for longer is shared anew, and somebody looks at it.
pub const MOST_DAYS: i64 = 180;

/// A link that shows something to people without an account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedLink {
    /// Identity.
    pub id: SharedLinkId,
    /// What it shows.
    pub view: SharedView,
    /// For whom, in words.
    pub to: String,
    /// What is kept of the token, as [`token_hash`] makes it.
    pub token_hash: String,
    /// The last day on which it shows something.
    pub until: Day,
    /// On what terms it is read.
    #[serde(default)]
    pub terms: Terms,
    /// What it showed when it was made; none where it follows the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Snapshot>,
    /// Whether it was taken back.
    #[serde(default)]
    pub state: SharedLinkState,
    /// Who made it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

impl SharedLink {
    /// Whether it shows something on a day.
    pub fn is_open_on(&self, today: Day) -> bool {
        self.state == SharedLinkState::Open && today <= self.until
    }
}

/// What a link shows: a thing, in a view with a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharedView {
    /// A dwelling for a contractor: where it is, what was measured, photos; nobody who lives there.
    Contractor {
        /// Which dwelling.
        dwelling: DwellingId,
    },
    /// A support plan for the family, in plain words of its language.
    FamilyPlan {
        /// Whose.
        household: HouseholdId,
        /// Which plan.
        plan: PlanId,
    },
    /// How a case went, for somebody who helps with it: a lawyer for an appeal, another service.
    CaseSummary {
        /// Whose.
        household: HouseholdId,
        /// Which case.
        case: CaseId,
    },
}

impl SharedView {
    /// The record under which lists look for it: the dwelling, or the household.
    pub fn of(self) -> Key {
        match self {
            Self::Contractor { dwelling } => dwelling.key(),
            Self::FamilyPlan { household, .. } | Self::CaseSummary { household, .. } => household.key(),
        }
    }

    /// The record that it shows.
    pub fn shows(self) -> Key {
        match self {
            Self::Contractor { dwelling } => dwelling.key(),
            Self::FamilyPlan { plan, .. } => plan.key(),
            Self::CaseSummary { case, .. } => case.key(),
        }
    }

    /// Whether the person has to agree that it is shown.
    pub const fn needs_consent(self) -> bool {
        match self {
            // The family reads its own plan.
            Self::Contractor { .. } | Self::FamilyPlan { .. } => false,
            Self::CaseSummary { .. } => true,
        }
    }

    /// Days for which it is needed as a rule.
    pub const fn usual_days(self) -> i64 {
        match self {
            // From the survey to the quote and the works.
            Self::Contractor { .. } => 60,
            // From one review to the next.
            Self::FamilyPlan { .. } => 90,
            // As long as there is to ask for something against a decision.
            Self::CaseSummary { .. } => 30,
        }
    }
}

/// Whether a link was taken back.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharedLinkState {
    /// It shows something until its last day is over.
    #[default]
    Open,
    /// It shows nothing any more.
    Revoked {
        /// When it was taken back.
        at: Timestamp,
        /// By whom.
        by_name: String,
    },
}

impl std::fmt::Debug for SharedLink {
    /// What it shows: neither for whom nor the hash.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            id,
            view,
            terms,
            state,
            ..
        } = self;
        write!(f, "SharedLink({id}, {view:?}, {terms:?}, {state:?})")
    }
}

impl std::fmt::Debug for SharedLinkState {
    /// The state without names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Open => "Open",
            Self::Revoked { .. } => "Revoked",
        })
    }
}
