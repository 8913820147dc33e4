// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a plan, held in memory on the device.
use super::{Plan, PlanStateKind};
use crate::id::{HouseholdId, PlanId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::Day,
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// What lists need of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: PlanId,
    /// Whose case.
    pub household: HouseholdId,
    /// How far it is.
    pub state: PlanStateKind,
    /// The day on which it was begun.
    pub begun: Day,
    /// Whether it was ever signed: one that is revised is late no more.
    pub was_signed: bool,
    /// Number of goals.
    pub n_goals: u8,
    /// Number of those that were reached.
    pub n_reached: u8,
    /// The day of the next review.
    pub next_review: Option<Day>,
    /// The day on which somebody is to ask how the household is, after the end.
    pub next_follow_up: Option<Day>,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub fn root(&self) -> Option<Key> {
        Some(self.household.key())
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        self.n_reviews
    }

    /// The row of a plan.
    pub fn of(plan: &Plan, around: &Around) -> Self {
        Self {
            id: plan.id,
            household: plan.household,
            state: plan.state.kind(),
            begun: plan.begun,
            // A partner is told the state and not the signatures.
            was_signed: !plan.signatures.is_empty() || plan.state.kind() == PlanStateKind::Signed,
            n_goals: u8::try_from(plan.goals.len()).unwrap_or(u8::MAX),
            n_reached: u8::try_from(plan.n_reached()).unwrap_or(u8::MAX),
            next_review: plan.next_review(),
            next_follow_up: plan.next_follow_up(),
            position: around.position,
            n_reviews: around.n_reviews,
        }
    }
}
