// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the day's list shows of a task before it is opened, held in memory on the device.
use super::{Task, TaskKind, TaskStateKind};
use crate::{
    assignee::Assignee,
    id::{HouseholdId, TaskId},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Author,
    calendar::{Day, Timestamp},
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// Characters of a task that its row holds: two lines on a tablet.
pub(super) const BEGINNING: usize = 120;

/// What lists need of a task.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: TaskId,
    /// About whom.
    pub household: HouseholdId,
    /// What sort of task.
    pub what: TaskKind,
    /// The question of the household that is to be answered, by its field.
    pub about: Option<String>,
    /// How its text begins.
    pub beginning: String,
    /// Whether the text goes on.
    pub goes_on: bool,
    /// By when.
    pub due: Day,
    /// For whom.
    pub assignee: Assignee,
    /// What became of it.
    pub state: TaskStateKind,
    /// When it was asked.
    pub at: Timestamp,
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

    /// Whether it is to be done by this person, or by anybody in the same role.
    pub fn awaits(&self, author: &Author) -> bool {
        self.state == TaskStateKind::Open && self.assignee.is_for(author)
    }

    /// The row of a task.
    pub fn of(task: &Task, around: &Around) -> Self {
        let mut letters = task.text.chars();
        let beginning: String = letters.by_ref().take(BEGINNING).collect();
        Self {
            id: task.id,
            household: task.household,
            what: task.what,
            about: task.about.clone(),
            beginning,
            goes_on: letters.next().is_some(),
            due: task.due,
            assignee: task.assignee.clone(),
            state: task.state.kind(),
            at: task.at,
            position: around.position,
            n_reviews: around.n_reviews,
        }
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "task::Row({}, {:?})", self.id, self.state)
    }
}
