// SPDX-License-Identifier: AGPL-3.0-or-later
//! One table in a backup: a line for each row.
use serde_json::{Map, Value};
use soglia_ledger::store::{Outcome, StoreError};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    /// Text that backups of an earlier version lack.
    LaterText,
    Number,
    NumberOrNone,
}

/// A table, its columns, and the order in which its rows are written.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(in crate::store) columns: &'static [(&'static str, Holds)],
    pub(in crate::store) order: &'static str,
}

/// The value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Cell {
    Text(String),
    Number(Option<i64>),
}

impl Table {
    pub(in crate::store) fn columns(&self) -> String {
        // Quoted, because "by" is a word of SQL.
        let quoted: Vec<String> = self
            .columns
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        quoted.join(", ")
    }

    pub(in crate::store) fn select(&self) -> String {
        format!(
            "SELECT {} FROM {} ORDER BY {}",
            self.columns(),
            self.name,
            self.order
        )
    }

    /// A row as a line of JSON.
    pub(in crate::store) fn line(&self, cells: Vec<Cell>) -> Value {
        let named = self.columns.iter().zip(cells).map(|((name, _), cell)| {
            let value = match cell {
                Cell::Text(text) => Value::from(text),
                Cell::Number(number) => Value::from(number),
            };
            ((*name).to_owned(), value)
        });
        Value::Object(named.collect())
    }

    /// The cells of a line, in the order of the columns.
    pub(in crate::store) fn cells(&self, mut line: Map<String, Value>) -> Outcome<Vec<Cell>> {
        let unreadable = |name: &str| StoreError(format!("a row of {} has no readable {name}", self.name));
        let mut cells = Vec::with_capacity(self.columns.len());
        for (name, holds) in self.columns {
            cells.push(match (holds, line.remove(*name)) {
                (Holds::Text | Holds::LaterText, Some(Value::String(text))) => Cell::Text(text),
                (Holds::LaterText, None) => Cell::Text(String::new()),
                (Holds::Number, Some(Value::Number(number))) => {
                    Cell::Number(Some(number.as_i64().ok_or_else(|| unreadable(name))?))
                }
                (Holds::NumberOrNone, Some(Value::Number(number))) => Cell::Number(number.as_i64()),
                (Holds::NumberOrNone, Some(Value::Null)) => Cell::Number(None),
                _ => return Err(unreadable(name)),
            });
        }
        match line.keys().next() {
            // A newer version wrote more than this one would keep.
            Some(name) => Err(StoreError(format!("{} has no column {name}", self.name))),
            None => Ok(cells),
        }
    }
}
