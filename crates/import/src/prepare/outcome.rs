// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a row is: a dwelling, plainly none, or not to be read, and what is worth a look in it.
use crate::kind::NotDwelling;
use serde::{Deserialize, Serialize};
use soglia_domain::{
    dwelling::{DwellingAnswer, DwellingState},
    id::DwellingId,
};

/// What a row is.
#[derive(Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// A dwelling.
    Dwelling(Box<DwellingRow>),
    /// Plainly not a dwelling.
    NotADwelling {
        /// Line of the file, from 1.
        line: u32,
        /// What the list calls it.
        kind: String,
        /// What it is.
        reason: NotDwelling,
        /// Its address as written.
        address: String,
    },
    /// Could not be read.
    Unreadable {
        /// Line of the file, from 1.
        line: u32,
        /// Why.
        reason: Unread,
        /// The row as it stands.
        text: String,
    },
}

/// A row that is a dwelling.
#[derive(Clone, PartialEq, Eq)]
pub struct DwellingRow {
    /// Line of the file, from 1.
    pub line: u32,
    /// Follows from the key.
    pub id: DwellingId,
    /// Stable across editions.
    pub key: String,
    /// Short code for people, unique in the file; a dwelling that is known already keeps its own.
    pub code: String,
    /// What the list says.
    pub listed: Vec<DwellingAnswer>,
    /// State of a dwelling that is new.
    pub state: DwellingState,
    /// What is worth a look.
    pub remarks: Vec<Remark>,
    pub(crate) row_number: String,
    /// Identities that an edition with more or fewer doubles would have given.
    pub(crate) others: Vec<DwellingId>,
}

/// Why a row cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Unread {
    /// It says nowhere where the dwelling stands.
    MissingAddress,
    /// It has more cells than the heading, so that nobody knows which cell means what.
    TooManyCells {
        /// Cells found.
        found: u32,
        /// Cells of the heading.
        expected: u32,
    },
    /// A cell is longer than any such text is.
    CellTooLong {
        /// Heading of the cell.
        header: String,
        /// Most characters accepted.
        most: u32,
    },
}

impl Unread {
    /// The name on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingAddress => "missing_address",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::CellTooLong { .. } => "cell_too_long",
        }
    }
}

/// What is worth a look in a row that is a dwelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Remark {
    /// The kind is not one that Soglia knows; the row is kept as a dwelling.
    UnknownKind {
        /// What the list calls it.
        kind: String,
    },
    /// A whole building, in which the dwellings are still to be counted.
    WholeBuilding,
    /// A cell could not be understood; the row is kept without it.
    CellNotUnderstood {
        /// Heading of the cell.
        header: String,
        /// Its text.
        text: String,
    },
    /// The municipality is not one that Soglia knows by name.
    UnknownMunicipality {
        /// The name as the row has it.
        name: String,
    },
    /// Nothing tells in which municipality it lies.
    MissingMunicipality,
    /// Other rows have the same cadastral key.
    SharedKey,
}

impl Remark {
    /// The name on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind { .. } => "unknown_kind",
            Self::WholeBuilding => "whole_building",
            Self::CellNotUnderstood { .. } => "cell_not_understood",
            Self::UnknownMunicipality { .. } => "unknown_municipality",
            Self::MissingMunicipality => "missing_municipality",
            Self::SharedKey => "shared_key",
        }
    }
}

impl RowOutcome {
    /// Line of the file on which the row begins, from 1.
    pub fn line(&self) -> u32 {
        match self {
            Self::Dwelling(row) => row.line,
            Self::NotADwelling { line, .. } | Self::Unreadable { line, .. } => *line,
        }
    }
}

impl std::fmt::Debug for RowOutcome {
    /// Tells the line and what the row is, never what it says.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Dwelling(row) => write!(f, "Dwelling(line {}, {})", row.line, row.code),
            Self::NotADwelling { line, reason, .. } => {
                write!(f, "NotADwelling(line {line}, {})", reason.code())
            }
            Self::Unreadable { line, reason, .. } => write!(f, "Unreadable(line {line}, {})", reason.code()),
        }
    }
}
