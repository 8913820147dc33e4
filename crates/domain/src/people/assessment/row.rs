// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of an assessment, held in memory on the device.
use super::{Assessment, AssessmentState, Levels, Urgency};
use crate::id::{AssessmentId, HouseholdId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::Day,
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// What lists need of an assessment.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: AssessmentId,
    /// Whose case.
    pub household: HouseholdId,
    /// The day it is about.
    pub day: Day,
    /// The level of each domain.
    pub levels: Levels,
    /// How much it presses; none while it is not known.
    pub urgency: Option<Urgency>,
    /// Whether it stands as it is.
    pub is_closed: bool,
    /// Name of who began it.
    pub by_name: String,
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

    /// The row of an assessment.
    pub fn of(assessment: &Assessment, around: &Around) -> Self {
        Self {
            id: assessment.id,
            household: assessment.household,
            day: assessment.day,
            levels: assessment.levels(),
            urgency: assessment.facts.urgency.known().copied(),
            is_closed: matches!(assessment.state, AssessmentState::Closed { .. }),
            by_name: assessment.by_name.clone(),
            position: around.position,
            n_reviews: around.n_reviews,
        }
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "assessment::Row({})", self.id)
    }
}
