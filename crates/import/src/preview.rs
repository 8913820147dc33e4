// SPDX-License-Identifier: AGPL-3.0-or-later
//! A first look at a file, before anything is imported.
use crate::{
    cell,
    compare::size_text,
    decode::Encoding,
    mapping::{Mapping, Meaning},
    prepare::{DwellingRow, Prepared, RowOutcome},
    table::Table,
    wording::{self, Sentence},
};
use serde::{Deserialize, Serialize};
use soglia_domain::{answer::Answer, dwelling::DwellingAnswer};

/// So many rows are shown.
const ROWS: usize = 20;
/// So many different values are shown of a column.
const SAMPLES: usize = 3;

/// A first look at a file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Preview {
    /// How the text is written.
    pub encoding: Encoding,
    /// The sign between cells.
    pub separator: char,
    /// The columns with what they seem to mean.
    pub columns: Vec<PreviewColumn>,
    /// The first rows as they are understood.
    pub rows: Vec<PreviewRow>,
    /// What the rows are.
    pub counts: PreviewCounts,
}

/// One column.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PreviewColumn {
    /// Place, from 0.
    pub index: usize,
    /// Heading.
    pub header: String,
    /// What it is taken to mean.
    pub meaning: Meaning,
    /// A few of its values.
    pub samples: Vec<String>,
}

/// What a row is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Understood {
    /// A dwelling.
    Dwelling,
    /// Plainly not a dwelling.
    NotDwelling,
    /// Could not be read.
    Unreadable,
}

/// One row as it is understood.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PreviewRow {
    /// Line of the file, from 1.
    pub line: u32,
    /// What it is taken for.
    pub outcome: Understood,
    /// Code for people, where it is a dwelling.
    pub code: String,
    /// Street.
    pub street: String,
    /// House number.
    pub number: String,
    /// Municipality.
    pub municipality: String,
    /// Size as it was understood.
    pub size: String,
    /// Kind as written.
    pub kind: String,
    /// Why it is no dwelling, or what is worth a look.
    pub reasons: Vec<Sentence>,
}

/// What the rows of the whole file are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PreviewCounts {
    /// Rows below the heading.
    pub rows: u32,
    /// Dwellings.
    pub dwellings: u32,
    /// Plainly no dwellings.
    pub not_dwellings: u32,
    /// Rows that could not be read.
    pub unreadable: u32,
}

/// The columns with what they are taken to mean and a few of their values; also for a mapping that cannot be used yet.
pub fn columns(table: &Table, mapping: &Mapping) -> Vec<PreviewColumn> {
    let columns = table
        .headers()
        .iter()
        .enumerate()
        .map(|(index, header)| PreviewColumn {
            index,
            header: header.clone(),
            meaning: mapping.meaning_of(index),
            samples: samples(table, index),
        });
    columns.collect()
}

/// A first look at a file.
pub fn preview(table: &Table, mapping: &Mapping, prepared: &Prepared) -> Preview {
    let mut counts = PreviewCounts::default();
    for outcome in &prepared.outcomes {
        counts.rows += 1;
        *match outcome {
            RowOutcome::Dwelling(_) => &mut counts.dwellings,
            RowOutcome::NotADwelling { .. } => &mut counts.not_dwellings,
            RowOutcome::Unreadable { .. } => &mut counts.unreadable,
        } += 1;
    }
    Preview {
        encoding: table.encoding,
        separator: table.separator,
        columns: columns(table, mapping),
        rows: prepared.outcomes.iter().take(ROWS).map(row).collect(),
        counts,
    }
}

fn samples(table: &Table, index: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for text in table.column(index).filter_map(cell::said).take(2_000) {
        let text: String = text.chars().take(60).collect();
        if !samples.contains(&text) {
            samples.push(text);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

fn row(outcome: &RowOutcome) -> PreviewRow {
    let mut row = PreviewRow {
        line: outcome.line(),
        outcome: Understood::Dwelling,
        code: String::new(),
        street: String::new(),
        number: String::new(),
        municipality: String::new(),
        size: String::new(),
        kind: String::new(),
        reasons: Vec::new(),
    };
    match outcome {
        RowOutcome::Dwelling(dwelling) => fill(&mut row, dwelling),
        RowOutcome::NotADwelling {
            line,
            kind,
            reason,
            address,
        } => {
            row.outcome = Understood::NotDwelling;
            row.kind.clone_from(kind);
            row.street.clone_from(address);
            row.reasons.push(wording::not_dwelling(*line, *reason, kind));
        }
        RowOutcome::Unreadable { line, reason, .. } => {
            row.outcome = Understood::Unreadable;
            row.reasons.push(wording::unread(*line, reason));
        }
    }
    row
}

fn fill(row: &mut PreviewRow, dwelling: &DwellingRow) {
    row.code.clone_from(&dwelling.code);
    for answer in &dwelling.listed {
        match answer {
            DwellingAnswer::Address(Answer::Known(address)) => {
                row.street.clone_from(&address.street);
                row.number.clone_from(&address.number);
                row.municipality.clone_from(&address.municipality);
            }
            DwellingAnswer::ListedKind(Answer::Known(kind)) => row.kind.clone_from(kind),
            DwellingAnswer::ListedSize(Answer::Known(size)) => row.size = size_text(size),
            _ => {}
        }
    }
    row.reasons.extend(
        dwelling
            .remarks
            .iter()
            .map(|remark| wording::remark(dwelling.line, remark)),
    );
}
