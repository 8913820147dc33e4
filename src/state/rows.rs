// SPDX-License-Identifier: AGPL-3.0-or-later
//! One compact row for each record, and the search over them.
mod table;

use crate::device::clock;
use soglia_domain::{
    id::{DwellingId, HouseholdId},
    record::RecordKey,
};
use soglia_search::{Field, Found, order_rows, sorted_by_number};
use soglia_sync::row::{DwellingRow, HouseholdRow, Row};
use std::sync::Arc;
use table::Table;

/// The rows of all records, pending local changes laid on top.
#[derive(Clone, Default)]
pub struct Rows {
    /// Dwellings. [`Rows::search_dwellings`] gives the order of lists.
    pub dwellings: Vec<Arc<DwellingRow>>,
    /// Households. [`Rows::search_households`] gives the order of lists.
    pub households: Vec<Arc<HouseholdRow>>,
    dwelling_table: Table<DwellingId>,
    household_table: Table<HouseholdId>,
}

/// One row that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place in [`Rows::dwellings`] or [`Rows::households`].
    pub row: usize,
    /// Why it was found.
    pub matched: Matched,
}

/// Why a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Nothing was searched for.
    Everything,
    /// The code of a dwelling.
    Code,
    /// Street or number.
    Address,
    /// Municipality.
    Municipality,
    /// The name of a household.
    Name,
    /// The name of a member.
    MemberName,
    /// The tax code of a member.
    TaxCode,
}

const DWELLING_FIELDS: [Matched; 3] = [Matched::Code, Matched::Address, Matched::Municipality];
const HOUSEHOLD_FIELDS: [Matched; 3] = [Matched::Name, Matched::MemberName, Matched::TaxCode];

impl Rows {
    /// The rows of a store that was just opened.
    pub fn of(rows: Vec<Row>) -> Self {
        let mut dwellings = Vec::with_capacity(rows.len());
        let mut households = Vec::with_capacity(rows.len());
        for row in rows {
            match row {
                Row::Dwelling(row) => dwellings.push(Arc::new(row)),
                Row::Household(row) => households.push(Arc::new(row)),
                Row::CityRules => {}
            }
        }
        Self {
            dwelling_table: Table::of(dwellings.iter().map(|row| row.id)),
            household_table: Table::of(households.iter().map(|row| row.id)),
            dwellings,
            households,
        }
    }

    /// Rows as they are after some of them changed.
    pub fn apply(&mut self, changed: Vec<(RecordKey, Option<Row>)>) {
        let few = changed.len() < 200;
        if !few {
            self.dwelling_table.forget_index();
            self.household_table.forget_index();
        }
        for (key, row) in changed {
            match (key, row) {
                (RecordKey::Dwelling(id), Some(Row::Dwelling(row))) => {
                    let fields = dwelling_fields(&row);
                    let at = self.dwelling_table.put(id, fields);
                    put(&mut self.dwellings, at, row);
                }
                (RecordKey::Household(id), Some(Row::Household(row))) => {
                    let (names, codes) = names_and_codes(&row);
                    let at = self
                        .household_table
                        .put(id, household_fields(&row, &names, &codes));
                    put(&mut self.households, at, row);
                }
                (RecordKey::CityRules, _) => {}
                (RecordKey::Dwelling(id), _) => {
                    if let Some(at) = self.dwelling_table.remove(id) {
                        take(&mut self.dwellings, at);
                    }
                }
                (RecordKey::Household(id), _) => {
                    if let Some(at) = self.household_table.remove(id) {
                        take(&mut self.households, at);
                    }
                }
            }
        }
    }

    /// The row of a dwelling.
    pub fn dwelling(&self, id: DwellingId) -> Option<&DwellingRow> {
        self.dwelling_table.at(id).map(|at| self.dwellings[at].as_ref())
    }

    /// The row of a household.
    pub fn household(&self, id: HouseholdId) -> Option<&HouseholdRow> {
        self.household_table.at(id).map(|at| self.households[at].as_ref())
    }

    /// Dwellings that match, best first; all of them by code when nothing is searched for.
    pub fn search_dwellings(&self, text: &str) -> Vec<Hit> {
        let order = self.dwelling_table.order(|| {
            let mut order: Vec<u32> = (0..self.dwellings.len() as u32).collect();
            order_rows(&mut order, &mut |a, b| {
                let (a, b) = (&self.dwellings[a as usize], &self.dwellings[b as usize]);
                a.code.cmp(&b.code)
            });
            order
        });
        if text.trim().is_empty() {
            return everything(order);
        }
        let index = self.dwelling_index();
        clock::measured("search-query", || hits(index.find(text), order, &DWELLING_FIELDS))
    }

    /// Households that match, best first; all of them, last changed first, when nothing is searched for.
    pub fn search_households(&self, text: &str) -> Vec<Hit> {
        let order = self.household_table.order(|| {
            let mut order: Vec<u32> = (0..self.households.len() as u32).collect();
            order_rows(&mut order, &mut |a, b| {
                let (a, b) = (&self.households[a as usize], &self.households[b as usize]);
                b.last_at.cmp(&a.last_at).then(a.id.cmp(&b.id))
            });
            order
        });
        if text.trim().is_empty() {
            return everything(order);
        }
        let index = self.household_index();
        clock::measured("search-query", || {
            hits(index.find(text), order, &HOUSEHOLD_FIELDS)
        })
    }

    /// Builds the search over dwellings, if it is not there yet.
    pub fn dwelling_index(&self) -> &soglia_search::Index {
        self.dwelling_table.index(|builder| {
            for row in self.dwellings.iter() {
                builder.push(dwelling_fields(row));
            }
        })
    }

    /// Builds the search over households, if it is not there yet.
    pub fn household_index(&self) -> &soglia_search::Index {
        self.household_table.index(|builder| {
            for row in self.households.iter() {
                let (names, codes) = names_and_codes(row);
                builder.push(household_fields(row, &names, &codes));
            }
        })
    }

    /// Number of values that wait for a choice.
    pub fn n_to_review(&self) -> usize {
        let dwellings = self.dwellings.iter().map(|row| usize::from(row.n_reviews));
        let households = self.households.iter().map(|row| usize::from(row.n_reviews));
        dwellings.chain(households).sum()
    }
}

fn put<T>(rows: &mut Vec<Arc<T>>, at: usize, row: T) {
    match rows.get_mut(at) {
        Some(known) => *known = Arc::new(row),
        None => rows.push(Arc::new(row)),
    }
}

/// The last row takes the place of the one taken out, as [`Table::remove`] says too.
fn take<T>(rows: &mut Vec<Arc<T>>, at: usize) {
    if at < rows.len() {
        rows.swap_remove(at);
    }
}

fn dwelling_fields(row: &DwellingRow) -> [Field<'_>; 3] {
    [
        Field {
            kind: 0,
            text: &row.code,
        },
        Field {
            kind: 1,
            text: &row.street,
        },
        Field {
            kind: 2,
            text: &row.municipality,
        },
    ]
}

/// Names apart from tax codes, which mix letters and digits.
fn names_and_codes(row: &HouseholdRow) -> (String, String) {
    let mut parts = (String::new(), String::new());
    for word in row.names.split(' ') {
        let is_code = word.bytes().any(|b| b.is_ascii_digit());
        let part = if is_code { &mut parts.1 } else { &mut parts.0 };
        part.push_str(word);
        part.push(' ');
    }
    parts
}

fn household_fields<'a>(row: &'a HouseholdRow, names: &'a str, codes: &'a str) -> [Field<'a>; 3] {
    [
        Field {
            kind: 0,
            text: &row.label,
        },
        Field { kind: 1, text: names },
        Field { kind: 2, text: codes },
    ]
}

fn everything(order: &[u32]) -> Vec<Hit> {
    order
        .iter()
        .map(|row| Hit {
            row: *row as usize,
            matched: Matched::Everything,
        })
        .collect()
}

/// Best first; among equals in the order of the list.
fn hits(mut found: Vec<Found>, order: &[u32], fields: &[Matched; 3]) -> Vec<Hit> {
    let mut rank = vec![0_u32; order.len()];
    for (at, row) in order.iter().enumerate() {
        rank[*row as usize] = at as u32;
    }
    found.retain(|found| found.doc < rank.len());
    sorted_by_number(&found, |found| {
        u64::from(found.score) << 20 | u64::from(rank[found.doc])
    })
    .into_iter()
    .map(|found| Hit {
        row: found.doc,
        matched: fields[usize::from(found.kind).min(2)],
    })
    .collect()
}
