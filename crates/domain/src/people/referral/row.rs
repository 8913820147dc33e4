// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a referral, held in memory on the device.
use super::{Referral, ReferralStateKind};
use crate::id::{HouseholdId, ReferralId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::{Day, Timestamp},
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// What lists need of a referral.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: ReferralId,
    /// Who is sent.
    pub household: HouseholdId,
    /// Name of the household: a partner that has not accepted knows no other.
    pub household_label: String,
    /// The partner's name.
    pub to_name: String,
    /// What became of it.
    pub state: ReferralStateKind,
    /// The last day for the answer.
    pub answer_by: Day,
    /// When it was sent.
    pub at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub fn root(&self) -> Option<Key> {
        Some(self.household.key())
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        0
    }

    /// The row of a referral.
    pub fn of(referral: &Referral, around: &Around) -> Self {
        Self {
            id: referral.id,
            household: referral.household,
            household_label: referral.household_label.clone(),
            to_name: referral.to_name.clone(),
            state: referral.state.kind(),
            answer_by: referral.answer_by,
            at: referral.at,
            position: around.position,
        }
    }
}

impl std::fmt::Debug for Row {
    /// Without the name of the household.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "referral::Row({}, {:?})", self.id, self.state)
    }
}
