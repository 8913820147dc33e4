// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables as a backup holds them: the same names and columns in every engine.
use serde_json::{Map, Value};
use soglia_ledger::store::{Outcome, StoreError};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    NumberOrNone,
}

/// A table, its columns, and the order in which its rows are written.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(super) columns: &'static [(&'static str, Kind)],
    pub(super) order: &'static str,
}

/// The value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Number(Option<i64>),
}

/// Every table, those that others refer to first. What an engine counts for itself is left out.
pub(crate) const TABLES: [Table; 15] = [
    table(
        "people",
        "id",
        &[
            ("id", Kind::Text),
            ("sign_in", Kind::Text),
            ("name", Kind::Text),
            ("password", Kind::Text),
            ("role", Kind::Text),
            ("organisation", Kind::Text),
            ("organisation_name", Kind::Text),
            ("rights", Kind::Number),
        ],
    ),
    table(
        "devices",
        "device",
        &[
            ("device", Kind::Text),
            ("person", Kind::Text),
            ("name", Kind::Text),
            ("first_ms", Kind::Number),
            ("last_ms", Kind::Number),
            ("revoked_ms", Kind::NumberOrNone),
            ("wiped_ms", Kind::NumberOrNone),
            ("highest", Kind::Number),
        ],
    ),
    table(
        "sessions",
        "token_hash",
        &[
            ("token_hash", Kind::Text),
            ("person", Kind::Text),
            ("device", Kind::Text),
            ("expires_ms", Kind::Number),
        ],
    ),
    table(
        "records",
        "key",
        &[
            ("key", Kind::Text),
            ("kind", Kind::Text),
            ("position", Kind::Number),
            ("created", Kind::Number),
            ("body", Kind::Text),
        ],
    ),
    table(
        "record_partners",
        "organisation, key",
        &[("organisation", Kind::Text), ("key", Kind::Text)],
    ),
    table(
        "removals",
        "organisation, key",
        &[
            ("organisation", Kind::Text),
            ("key", Kind::Text),
            ("position", Kind::Number),
            ("at_ms", Kind::Number),
        ],
    ),
    table(
        "changes",
        "position",
        &[
            ("position", Kind::Number),
            ("change_id", Kind::Text),
            ("device", Kind::Text),
            ("counter", Kind::Number),
            ("author", Kind::Text),
            ("author_name", Kind::Text),
            ("role", Kind::Text),
            ("at", Kind::Text),
            ("received_ms", Kind::Number),
            ("action", Kind::Text),
            ("edits", Kind::Text),
            ("answer", Kind::Text),
            ("seen", Kind::Text),
            ("hash", Kind::Text),
        ],
    ),
    table(
        "change_records",
        "key, position",
        &[("key", Kind::Text), ("position", Kind::Number)],
    ),
    table(
        "chain",
        "one",
        &[
            ("one", Kind::Number),
            ("hash", Kind::Text),
            ("floor", Kind::Number),
        ],
    ),
    table(
        "baseline",
        "one",
        &[
            ("one", Kind::Number),
            ("position", Kind::Number),
            ("digest", Kind::Text),
            ("hash", Kind::Text),
        ],
    ),
    table(
        "baseline_records",
        "key",
        &[("key", Kind::Text), ("body", Kind::Text)],
    ),
    table(
        "refused",
        "change_id",
        &[
            ("change_id", Kind::Text),
            ("device", Kind::Text),
            ("counter", Kind::Number),
            ("author", Kind::Text),
            ("at", Kind::Text),
            ("received_ms", Kind::Number),
            ("action", Kind::Text),
            ("answer", Kind::Text),
        ],
    ),
    table(
        "quarantine",
        "change_id",
        &[
            ("change_id", Kind::Text),
            ("author", Kind::Text),
            ("received_ms", Kind::Number),
            ("reason", Kind::Text),
            ("change", Kind::Text),
            ("device", Kind::Text),
            ("counter", Kind::Number),
        ],
    ),
    table(
        "imports",
        "id",
        &[
            ("at_ms", Kind::Number),
            ("by", Kind::Text),
            ("file_name", Kind::Text),
            ("sha256", Kind::Text),
            ("report", Kind::Text),
        ],
    ),
    table(
        "blobs",
        "sha256",
        &[
            ("sha256", Kind::Text),
            ("size", Kind::Number),
            ("person", Kind::Text),
            ("received_ms", Kind::Number),
        ],
    ),
];

const fn table(name: &'static str, order: &'static str, columns: &'static [(&'static str, Kind)]) -> Table {
    Table { name, columns, order }
}

impl Table {
    /// By its name; none for a table of a newer version.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    pub(super) fn columns(&self) -> String {
        // Quoted, because "by" is a word of SQL.
        let quoted: Vec<String> = self
            .columns
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        quoted.join(", ")
    }

    pub(super) fn select(&self) -> String {
        format!(
            "SELECT {} FROM {} ORDER BY {}",
            self.columns(),
            self.name,
            self.order
        )
    }

    /// A row as a line of JSON.
    pub(super) fn line(&self, cells: Vec<Cell>) -> Value {
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
    pub(super) fn cells(&self, mut line: Map<String, Value>) -> Outcome<Vec<Cell>> {
        let unreadable = |name: &str| StoreError(format!("a row of {} has no readable {name}", self.name));
        let mut cells = Vec::with_capacity(self.columns.len());
        for (name, kind) in self.columns {
            cells.push(match (kind, line.remove(*name)) {
                (Kind::Text, Some(Value::String(text))) => Cell::Text(text),
                (Kind::Number, Some(Value::Number(number))) => {
                    Cell::Number(Some(number.as_i64().ok_or_else(|| unreadable(name))?))
                }
                (Kind::NumberOrNone, Some(Value::Number(number))) => Cell::Number(number.as_i64()),
                (Kind::NumberOrNone, Some(Value::Null)) => Cell::Number(None),
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

#[cfg(test)]
mod tests {
    use super::{TABLES, Table};

    #[test]
    fn a_line_becomes_the_cells_that_it_was_made_of() {
        let Some(devices) = Table::named("devices") else {
            panic!("there are devices");
        };
        let serde_json::Value::Object(line) = serde_json::json!({
            "device": "d", "person": "p", "name": "", "first_ms": 1, "last_ms": 2, "revoked_ms": null,
            "wiped_ms": 3, "highest": -1,
        }) else {
            panic!("it is an object");
        };
        let cells = devices.cells(line.clone()).expect("it reads");
        assert_eq!(devices.line(cells), serde_json::Value::Object(line.clone()));
        for (name, value) in [
            ("name", None),
            ("last_ms", Some("x".into())),
            ("colour", Some("green".into())),
        ] {
            let mut line = line.clone();
            match value {
                Some(value) => line.insert(name.to_owned(), value),
                None => line.remove(name),
            };
            assert!(devices.cells(line).is_err(), "{name}");
        }
    }

    #[test]
    fn no_table_is_named_twice() {
        for (at, table) in TABLES.iter().enumerate() {
            assert!(TABLES[..at].iter().all(|before| before.name != table.name));
        }
    }
}
