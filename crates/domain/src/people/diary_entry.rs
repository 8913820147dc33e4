// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary of a case: one record for each entry, because a case is followed for years. An entry is written once; what is
//! wrong in it is corrected by another entry.
mod access;
pub mod decide;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::id::{DiaryEntryId, HouseholdId, PersonId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
};

/// Longest entry, in characters.
pub const LONGEST_ENTRY: u32 = 8_000;

/// One entry in the diary of a case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiaryEntry {
    /// Identity.
    pub id: DiaryEntryId,
    /// Whose case.
    pub household: HouseholdId,
    /// The day it is about, in Milan.
    pub day: Day,
    /// What it is about.
    #[serde(default)]
    pub topic: EntryTopic,
    /// The words.
    pub text: String,
    /// Who reads it. A circle that only a newer version knows reads as the narrowest one.
    #[serde(default)]
    pub circle: Circle,
    /// The entry that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<DiaryEntryId>,
    /// Who wrote it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryTopic {
    /// A meeting or a visit.
    Meeting,
    /// A telephone call or a message.
    Call,
    /// An agreement with the household.
    Agreement,
    /// Anything else.
    #[default]
    #[serde(other)]
    Note,
}

impl EntryTopic {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Meeting, Self::Call, Self::Agreement, Self::Note];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Call => "call",
            Self::Agreement => "agreement",
            Self::Note => "note",
        }
    }
}

/// Who reads an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Circle {
    /// Both departments.
    Team,
    /// Both departments, and the partners that see the household.
    Partners,
    /// The department of the author alone.
    #[default]
    #[serde(other)]
    Department,
}

impl Circle {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Department, Self::Team, Self::Partners];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Team => "team",
            Self::Partners => "partners",
        }
    }
}

soglia_kernel::choices!(EntryTopic, Circle);

impl std::fmt::Debug for DiaryEntry {
    /// Which entry of which case: the words are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DiaryEntry({}, {})", self.id, self.household)
    }
}
