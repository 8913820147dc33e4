// SPDX-License-Identifier: AGPL-3.0-or-later
//! What became of a visit.
use super::attempt::AttemptReason;
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;

/// Longest notes of a visit, in characters.
pub const LONGEST_NOTES: u32 = 8_000;

/// More people than this at one visit are a slip of the finger.
pub const MOST_PRESENT: usize = 30;

/// Longest name of who was present, in characters.
pub const LONGEST_PRESENT: u32 = 100;

/// What became of a visit.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VisitState {
    /// It is to come.
    #[default]
    Planned,
    /// It was held.
    Done {
        /// On which day.
        day: Day,
        /// From which minute of the day on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<u16>,
        /// Up to which minute of the day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u16>,
        /// Who was there, by name or by role.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        present: Vec<String>,
        /// What was seen and said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        notes: String,
    },
    /// It was tried and given up.
    NotPossible {
        /// Why.
        #[serde(default)]
        reason: AttemptReason,
        /// What else is worth knowing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// It was called off.
    Cancelled {
        /// Why.
        reason: String,
    },
}

impl VisitState {
    /// The state without what it carries.
    pub const fn kind(&self) -> VisitStateKind {
        match self {
            Self::Planned => VisitStateKind::Planned,
            Self::Done { .. } => VisitStateKind::Done,
            Self::NotPossible { .. } => VisitStateKind::NotPossible,
            Self::Cancelled { .. } => VisitStateKind::Cancelled,
        }
    }

    /// The state without its words, for who may know that the visit was and no more.
    #[must_use]
    pub(super) fn without_words(&self) -> Self {
        match self {
            Self::Planned => Self::Planned,
            Self::Done { day, .. } => Self::Done {
                day: *day,
                from: None,
                to: None,
                present: Vec::new(),
                notes: String::new(),
            },
            Self::NotPossible { .. } => Self::NotPossible {
                reason: AttemptReason::Other,
                note: String::new(),
            },
            Self::Cancelled { .. } => Self::Cancelled {
                reason: String::new(),
            },
        }
    }
}

impl std::fmt::Debug for VisitState {
    /// The state without notes and names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind().fmt(f)
    }
}

/// The state of a visit without what it carries: for filters and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VisitStateKind {
    /// It is to come.
    Planned,
    /// It was held.
    Done,
    /// It was tried and given up.
    NotPossible,
    /// It was called off.
    Cancelled,
}

impl VisitStateKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Done, Self::NotPossible, Self::Cancelled];
}
