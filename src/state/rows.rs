// SPDX-License-Identifier: AGPL-3.0-or-later
//! One compact row for each record, and the search over them.
mod found;
mod shelf;
mod table;

use crate::device::clock;
use found::{
    DWELLING_FIELDS, HOUSEHOLD_FIELDS, dwelling_fields, everything, hits, household_fields, names_and_codes,
};
pub use found::{Hit, Matched};
use shelf::Shelf;
use soglia_domain::{
    dwelling::Row as DwellingRow,
    household::Row as HouseholdRow,
    id::{DwellingId, HouseholdId},
    record::{Identity as _, Key},
    rooms::{Room, Row},
};
use soglia_search::order_rows;
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
    /// Rows of every other kind: no list searches them.
    shelf: Shelf,
}

impl Rows {
    /// The rows of a store that was just opened.
    pub fn of(rows: Vec<Row>) -> Self {
        let mut dwellings = Vec::with_capacity(rows.len());
        let mut households = Vec::with_capacity(rows.len());
        let mut shelf = Shelf::default();
        for row in rows {
            match row {
                Row::Dwelling(row) => dwellings.push(Arc::new(row)),
                Row::Household(row) => households.push(Arc::new(row)),
                row => shelf.put(row),
            }
        }
        Self {
            dwelling_table: Table::of(dwellings.iter().map(|row| row.id)),
            household_table: Table::of(households.iter().map(|row| row.id)),
            dwellings,
            households,
            shelf,
        }
    }

    /// Rows as they are after some of them changed.
    pub fn apply(&mut self, changed: Vec<(Key, Option<Row>)>) {
        let few = changed.len() < 200;
        if !few {
            self.dwelling_table.forget_index();
            self.household_table.forget_index();
        }
        for (key, row) in changed {
            match row {
                Some(Row::Dwelling(row)) => {
                    let fields = dwelling_fields(&row);
                    let at = self.dwelling_table.put(row.id, fields);
                    put(&mut self.dwellings, at, row);
                }
                Some(Row::Household(row)) => {
                    let (names, codes) = names_and_codes(&row);
                    let at = self
                        .household_table
                        .put(row.id, household_fields(&row, &names, &codes));
                    put(&mut self.households, at, row);
                }
                Some(row) => self.shelf.put(row),
                None => self.forget(key),
            }
        }
    }

    fn forget(&mut self, key: Key) {
        if let Some(id) = DwellingId::of_key(key) {
            if let Some(at) = self.dwelling_table.remove(id) {
                take(&mut self.dwellings, at);
            }
        } else if let Some(id) = HouseholdId::of_key(key) {
            if let Some(at) = self.household_table.remove(id) {
                take(&mut self.households, at);
            }
        } else {
            self.shelf.take(key);
        }
    }

    /// The household under which a record lies; none for one that lies under none.
    pub fn under_which_household(&self, key: Key) -> Option<HouseholdId> {
        self.shelf.at(key)?.root().and_then(HouseholdId::of_key)
    }

    /// The rows of one kind that lie under a record, as entries of a diary do under their household.
    pub fn under<R: Room<Row: 'static>>(&self, root: Key) -> impl Iterator<Item = &R::Row> {
        self.shelf.under(root).filter_map(R::row)
    }

    /// The rows of one kind that no list searches, in no order.
    pub fn of_kind<R: Room<Row: 'static>>(&self) -> impl Iterator<Item = &R::Row> {
        // A row tells its kind by itself: to compare the names of kinds took longer than all the rest.
        self.shelf.all().filter_map(R::row)
    }

    /// One row of a kind that no list searches.
    pub fn row<R: Room>(&self, key: Key) -> Option<&R::Row> {
        self.shelf.at(key).and_then(R::row)
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
        self.to_review().map(|(_, n)| n).sum()
    }

    /// The records in which values wait for a choice, and how many.
    pub fn to_review(&self) -> impl Iterator<Item = (Key, usize)> {
        let households = self.households.iter().map(|row| (row.id.key(), row.n_reviews));
        let dwellings = self.dwellings.iter().map(|row| (row.id.key(), row.n_reviews));
        let others = self.shelf.all().map(|row| (row.key(), row.n_reviews()));
        households
            .chain(dwellings)
            .chain(others)
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| (key, usize::from(n)))
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
