// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tasks: something that somebody has to do about a household by a day. What one department asks of the other is a task
//! for the role of the other.
mod access;
pub mod decide;
mod facts;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use facts::TaskFact;
pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::{
    assignee::Assignee,
    id::{HouseholdId, PersonId, TaskId},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
};

/// Longest text of a task, in characters.
pub const LONGEST_TASK: u32 = 500;

/// Years ahead that a task may be due at most.
pub const MOST_YEARS_AHEAD: u32 = 5;

/// Something that somebody has to do by a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Identity.
    pub id: TaskId,
    /// About whom.
    pub household: HouseholdId,
    /// What sort of task.
    #[serde(default)]
    pub what: TaskKind,
    /// The question of the household that is to be answered, by its field: "net_monthly_income", "members/7/works".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What exactly is to be done.
    pub text: String,
    /// By when: that day still counts.
    pub due: Day,
    /// For whom.
    #[serde(default)]
    pub assignee: Assignee,
    /// What became of it. A state that only a newer version knows leaves it to be done.
    #[serde(default)]
    pub state: TaskState,
    /// Who asked.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

impl Task {
    /// Whether partners that see the household see it: it is for them, or one of them asked.
    pub fn is_shared(&self) -> bool {
        self.role == Role::ManagingPartner || self.assignee.is_partner()
    }
}

/// What sort of task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Find out what is not known yet.
    FindOut,
    /// Assess the need, which is for the other department.
    Assess,
    /// Check the title to public housing.
    CheckTitle,
    /// Give an opinion.
    Opinion,
    /// Call somebody.
    Call,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

impl TaskKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::FindOut,
        Self::Assess,
        Self::CheckTitle,
        Self::Opinion,
        Self::Call,
        Self::Other,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FindOut => "find_out",
            Self::Assess => "assess",
            Self::CheckTitle => "check_title",
            Self::Opinion => "opinion",
            Self::Call => "call",
            Self::Other => "other",
        }
    }

    /// Whether it is finished by an answer: an opinion without words is none.
    pub const fn needs_answer(self) -> bool {
        match self {
            Self::Assess | Self::CheckTitle | Self::Opinion => true,
            Self::FindOut | Self::Call | Self::Other => false,
        }
    }
}

soglia_kernel::choices!(TaskKind);

/// What became of a task.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// It is to be done.
    #[default]
    Open,
    /// It was done.
    Done {
        /// When.
        at: Timestamp,
        /// By whom.
        by_name: String,
        /// In which role: an opinion counts as that of a department.
        role: Role,
        /// What came of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<String>,
    },
    /// It need not be done any more.
    Dropped {
        /// When.
        at: Timestamp,
        /// By whom.
        by_name: String,
        /// Why.
        reason: String,
    },
}

impl TaskState {
    /// The state without what it carries.
    pub const fn kind(&self) -> TaskStateKind {
        match self {
            Self::Open => TaskStateKind::Open,
            Self::Done { .. } => TaskStateKind::Done,
            Self::Dropped { .. } => TaskStateKind::Dropped,
        }
    }
}

/// The state of a task without what it carries: for filters and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TaskStateKind {
    /// It is to be done.
    Open,
    /// It was done.
    Done,
    /// It need not be done any more.
    Dropped,
}

impl TaskStateKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Dropped];
}

impl std::fmt::Debug for Task {
    /// What sort of task about which household: the words are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Task({}, {}, {:?}, {:?})",
            self.id, self.household, self.what, self.state
        )
    }
}

impl std::fmt::Debug for TaskState {
    /// The state without answer and names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind().fmt(f)
    }
}
