// SPDX-License-Identifier: AGPL-3.0-or-later
//! Referrals: a household sent to a partner that is to follow it. While the partner has not answered it reads the referral
//! alone, with the name of the household; once it accepted it sees the household as the partner of an open offer does, until
//! the referral ends.
mod access;
pub mod decide;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod state;
#[cfg(test)]
mod tests;
mod verbs;

pub use refusal::Refusal;
pub use row::Row;
pub use state::{ReferralState, ReferralStateKind};
pub use verbs::Verb;

use crate::id::{HouseholdId, OrganisationId, PersonId, ReferralId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
};

/// A household sent to a partner.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Referral {
    /// Identity.
    pub id: ReferralId,
    /// Who is sent.
    pub household: HouseholdId,
    /// Name of the household when it was sent: the partner reads it before it sees the household.
    pub household_label: String,
    /// To which partner.
    pub to: OrganisationId,
    /// The partner's name.
    pub to_name: String,
    /// Why, and what the partner is to do.
    pub reason: String,
    /// The last day for its answer.
    pub answer_by: Day,
    /// What became of it.
    pub state: ReferralState,
    /// Who sent it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

impl std::fmt::Debug for Referral {
    /// Which household to whom, without names and reasons.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Referral({}, {}, {}, {:?})",
            self.id, self.household, self.to, self.state
        )
    }
}
