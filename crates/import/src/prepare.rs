// SPDX-License-Identifier: AGPL-3.0-or-later
//! Understanding the rows: each is a dwelling, plainly none, or cannot be read.
mod row;
mod unit;

use crate::{
    cell,
    key::{self, Marks},
    kind::NotDwelling,
    mapping::{Mapping, MappingError, Meaning},
    table::Table,
};
use row::{Draft, Places};
use serde::{Deserialize, Serialize};
use soglia_domain::{
    answer::Answer,
    dwelling::{DwellingAnswer, DwellingQuestion, DwellingState, Origin, SourceRow},
    id::DwellingId,
};
use std::collections::HashSet;

/// The rows of a file, understood.
#[derive(Clone)]
pub struct Prepared {
    /// Name of the list.
    pub list: String,
    /// Origin of its dwellings.
    pub origin: Origin,
    /// Edition as the list states it, empty where it does not; of several, the one of its first row.
    pub edition: String,
    /// One outcome for each row, in the order of the file.
    pub outcomes: Vec<RowOutcome>,
    /// Questions to which the list has a column: an empty cell says that the list knows nothing any more.
    pub(crate) asked: Vec<DwellingQuestion>,
}

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

/// Understands the rows of a table.
///
/// # Errors
/// [`MappingError`] when the mapping does not fit the table or names no address.
pub fn prepare(
    table: &Table,
    mapping: &Mapping,
    origin: Origin,
    list: &str,
) -> Result<Prepared, MappingError> {
    mapping.check(table)?;
    let places = Places::new(mapping);
    let mut outcomes = Vec::with_capacity(table.n_rows());
    let mut drafts: Vec<(usize, Draft)> = Vec::new();
    for row in table.rows() {
        match row::understand(row, table, mapping, &places, origin) {
            Ok(draft) => {
                drafts.push((outcomes.len(), draft));
                // Its place in the order of the file; the dwelling follows when all keys are known.
                outcomes.push(None);
            }
            Err(outcome) => outcomes.push(Some(outcome)),
        }
    }
    let (places, drafts): (Vec<usize>, Vec<Draft>) = drafts.into_iter().unzip();
    for (place, row) in places.into_iter().zip(finish(drafts, origin, list)) {
        outcomes[place] = Some(RowOutcome::Dwelling(Box::new(row)));
    }
    let edition = mapping
        .index_of(Meaning::Edition)
        .and_then(|index| table.column(index).find_map(cell::said));
    let asked = [
        (DwellingQuestion::ListedKind, [Meaning::Kind, Meaning::Kind]),
        (DwellingQuestion::ListedSize, [Meaning::Size, Meaning::Rooms]),
        (DwellingQuestion::ListedUse, [Meaning::Use, Meaning::Use]),
        (
            DwellingQuestion::ListedContract,
            [Meaning::ContractYears, Meaning::ContractPeriod],
        ),
    ];
    let has_column = |meanings: &[Meaning]| meanings.iter().any(|m| mapping.index_of(*m).is_some());
    Ok(Prepared {
        list: list.to_owned(),
        origin,
        edition: edition.unwrap_or_default(),
        outcomes: outcomes.into_iter().flatten().collect(),
        asked: asked
            .into_iter()
            .filter(|(_, m)| has_column(m))
            .map(|(question, _)| question)
            .collect(),
    })
}

/// Keys, identities and codes, once all rows are there.
fn finish(drafts: Vec<Draft>, origin: Origin, list: &str) -> Vec<DwellingRow> {
    let (marks, drafts): (Vec<Marks>, Vec<_>) =
        drafts.into_iter().map(|draft| (draft.marks, draft.rest)).unzip();
    let keys = key::keys(&marks);
    let mut codes: HashSet<String> = HashSet::new();
    let rows = drafts.into_iter().zip(keys).zip(marks);
    rows.map(|((mut rest, key), marks)| {
        let id = key::id(&key.key);
        let code = key::free_code(origin, &marks.row_number, id, &|code| codes.contains(code));
        codes.insert(code.clone());
        if marks.cadastral.is_some() && key.key.contains('~') {
            rest.remarks.push(Remark::SharedKey);
        }
        rest.listed.push(DwellingAnswer::Source(Answer::Known(SourceRow {
            list: list.to_owned(),
            key: key.key.clone(),
            edition: rest.edition,
        })));
        DwellingRow {
            line: rest.line,
            id,
            key: key.key,
            code,
            listed: rest.listed,
            state: DwellingState::ToAssess,
            remarks: rest.remarks,
            row_number: marks.row_number,
            others: key.others.iter().map(|other| key::id(other)).collect(),
        }
    })
    .collect()
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
