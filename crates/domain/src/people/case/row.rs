// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a case, held in memory on the device.
use super::{Case, CaseStageKind};
use crate::id::{CaseId, HouseholdId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::{Day, Timestamp},
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// What lists need of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: CaseId,
    /// Whose case.
    pub household: HouseholdId,
    /// Where it stands.
    pub stage: CaseStageKind,
    /// The last day for what comes next.
    pub due: Option<Day>,
    /// Since when it stands there.
    pub since: Timestamp,
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

    /// The row of a case.
    pub fn of(case: &Case, around: &Around) -> Self {
        let last = case.last();
        Self {
            id: case.id,
            household: case.household,
            stage: case.stage(),
            due: last.and_then(|step| step.due),
            since: last.map(|step| step.at).unwrap_or_default(),
            position: around.position,
        }
    }
}
