// SPDX-License-Identifier: AGPL-3.0-or-later
//! Understanding the rows: each is a dwelling, plainly none, or cannot be read.
mod outcome;
mod row;
mod unit;

pub use outcome::{DwellingRow, Remark, RowOutcome, Unread};

use crate::{
    cell,
    key::{self, Marks},
    mapping::{Mapping, MappingError, Meaning},
    table::Table,
};
use row::{Draft, Places};
use soglia_domain::{
    answer::Answer,
    dwelling::{DwellingAnswer, DwellingQuestion, DwellingState, Origin, SourceRow},
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
