// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary that is open: its entries, and what is being written in it.
use crate::prelude::*;
use crate::{session::may::may, state::State};
use soglia_domain::{
    calendar::Day,
    diary_entry::{Circle, DiaryEntry, EntryTopic, Row, Verb},
    id::{DiaryEntryId, HouseholdId},
    record::Identity as _,
};

/// What the diary shows, and what is being written.
#[derive(Clone, Copy)]
pub(super) struct Diary {
    pub(super) household: HouseholdId,
    pub(super) state: State,
    /// The form that is open; none while nobody writes.
    pub(super) writing: RwSignal<Option<Writing>>,
}

/// What somebody writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// A new entry.
    New,
    /// The correction of an entry.
    Correction(DiaryEntryId),
}

impl Diary {
    pub(super) fn open(self, writing: Writing) {
        self.writing.set(Some(writing));
    }

    /// The entries of the case, newest first.
    pub(super) fn entries(self) -> Vec<Row> {
        let key = self.household.key();
        let rows: Vec<Row> = self
            .state
            .rows
            .with(|rows| rows.under::<DiaryEntry>(key).cloned().collect());
        soglia_search::sorted(rows, &mut |a, b| (b.day, b.at, b.id).cmp(&(a.day, a.at, a.id)))
    }
}

/// Whether the person at work writes in diaries.
pub(super) fn may_write(household: HouseholdId) -> bool {
    may(Verb::Write {
        household,
        day: Day::constant(2026, 1, 1),
        topic: EntryTopic::Note,
        text: String::new(),
        circle: Circle::Partners,
    })
}
