// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with the diary: write. An entry is never changed; a correction is another entry.
use super::{Circle, DiaryEntry, EntryTopic};
use crate::id::{DiaryEntryId, HouseholdId};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with an entry of the diary.
    pub enum Verb about DiaryEntry, said Anywhere {
        /// Write an entry.
        write Write {
            /// Whose case.
            household: HouseholdId,
            /// The day it is about.
            day: Day,
            /// What it is about.
            topic: EntryTopic,
            /// The words.
            text: String,
            /// Who reads it.
            circle: Circle,
        } by Roles::TEAM_AND_PARTNER, Anywhere, names [household.key()];
        /// Write an entry that corrects another one.
        correct Correct {
            /// Whose case.
            household: HouseholdId,
            /// What is corrected.
            corrects: DiaryEntryId,
            /// The words as they should be.
            text: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere, names [household.key(), corrects.key()];
    }
}
