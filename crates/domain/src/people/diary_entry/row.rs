// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the diary of a case shows of an entry before it is opened, held in memory on the device.
use super::{Circle, DiaryEntry, EntryTopic};
use crate::id::{DiaryEntryId, HouseholdId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// Characters of an entry that its row holds: two lines on a tablet.
pub(super) const BEGINNING: usize = 160;

/// What lists need of an entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: DiaryEntryId,
    /// Whose case.
    pub household: HouseholdId,
    /// The day it is about.
    pub day: Day,
    /// What it is about.
    pub topic: EntryTopic,
    /// Who reads it.
    pub circle: Circle,
    /// The entry that it corrects.
    pub corrects: Option<DiaryEntryId>,
    /// Name of who wrote it.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
    /// How it begins.
    pub beginning: String,
    /// Whether it goes on.
    pub goes_on: bool,
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

    /// The row of an entry.
    pub fn of(entry: &DiaryEntry, around: &Around) -> Self {
        let mut letters = entry.text.chars();
        let beginning: String = letters.by_ref().take(BEGINNING).collect();
        Self {
            id: entry.id,
            household: entry.household,
            day: entry.day,
            topic: entry.topic,
            circle: entry.circle,
            corrects: entry.corrects,
            by_name: entry.by_name.clone(),
            role: entry.role,
            at: entry.at,
            beginning,
            goes_on: letters.next().is_some(),
            position: around.position,
        }
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "diary_entry::Row({})", self.id)
    }
}
