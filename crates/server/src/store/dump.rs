// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one table stands after the other, and nothing else.
//! The tables as a backup holds them: the same names and columns in every engine.
mod table;

pub(super) use table::Cell;
pub(crate) use table::{Holds, Table};

/// Every table, those that others refer to first. What an engine counts for itself is left out, and so are sign-ins under
/// way.
pub(crate) const TABLES: [Table; 36] = [
    table(
        "people",
        "id",
        &[
            ("id", Holds::Text),
            ("sign_in", Holds::Text),
            ("name", Holds::Text),
            ("password", Holds::Text),
            ("role", Holds::Text),
            ("organisation", Holds::Text),
            ("organisation_name", Holds::Text),
            ("rights", Holds::Number),
        ],
    ),
    table(
        "devices",
        "device",
        &[
            ("device", Holds::Text),
            ("person", Holds::Text),
            ("name", Holds::Text),
            ("first_ms", Holds::Number),
            ("last_ms", Holds::Number),
            ("revoked_ms", Holds::NumberOrNone),
            ("wiped_ms", Holds::NumberOrNone),
            ("highest", Holds::Number),
        ],
    ),
    table(
        "sessions",
        "token_hash",
        &[
            ("token_hash", Holds::Text),
            ("person", Holds::Text),
            ("device", Holds::Text),
            ("expires_ms", Holds::Number),
        ],
    ),
    table(
        "session_lines",
        "token_hash",
        &[
            ("token_hash", Holds::Text),
            ("line", Holds::Text),
            ("opened_ms", Holds::Number),
            ("begun_ms", Holds::Number),
            ("is_fresh", Holds::Number),
        ],
    ),
    table("vouched", "line", &[("line", Holds::Text)]),
    table(
        "tax_codes",
        "person",
        &[("person", Holds::Text), ("code_hash", Holds::Text)],
    ),
    table(
        "access_ends",
        "person",
        &[("person", Holds::Text), ("at_ms", Holds::Number)],
    ),
    table(
        "acting",
        "person",
        &[
            ("person", Holds::Text),
            ("role", Holds::Text),
            ("organisation", Holds::Text),
            ("organisation_name", Holds::Text),
            ("until_ms", Holds::Number),
        ],
    ),
    table(
        "invitations",
        "person",
        &[
            ("person", Holds::Text),
            ("token_hash", Holds::Text),
            ("until_ms", Holds::Number),
        ],
    ),
    table(
        "audit",
        "n",
        &[
            ("n", Holds::Number),
            ("told_ms", Holds::Number),
            ("at_ms", Holds::Number),
            ("person", Holds::Text),
            ("role", Holds::Text),
            ("device", Holds::Text),
            ("deed", Holds::Text),
            ("about", Holds::Text),
            ("note", Holds::Text),
            ("hash", Holds::Text),
        ],
    ),
    table(
        "calendars",
        "person",
        &[
            ("person", Holds::Text),
            ("secret_hash", Holds::Text),
            ("since_ms", Holds::Number),
        ],
    ),
    table(
        "views",
        "link, n",
        &[
            ("n", Holds::Number),
            ("link", Holds::Text),
            ("at_ms", Holds::Number),
            ("device", Holds::Text),
        ],
    ),
    table(
        "factors",
        "person",
        &[
            ("person", Holds::Text),
            ("secret", Holds::Text),
            ("last_step", Holds::NumberOrNone),
        ],
    ),
    table(
        "recovery_codes",
        "person, code_hash",
        &[("person", Holds::Text), ("code_hash", Holds::Text)],
    ),
    table(
        "link_pins",
        "link",
        &[
            ("link", Holds::Text),
            ("n_wrong", Holds::Number),
            ("wrong_ms", Holds::Number),
        ],
    ),
    table(
        "link_visits",
        "link, visit",
        &[
            ("link", Holds::Text),
            ("visit", Holds::Text),
            ("opened_ms", Holds::Number),
        ],
    ),
    table(
        "record_roots",
        "root, key",
        &[
            ("root", Holds::Text),
            ("key", Holds::Text),
            ("kind", Holds::Text),
            ("follows", Holds::Number),
        ],
    ),
    table(
        "records",
        "key",
        &[
            ("key", Holds::Text),
            ("kind", Holds::Text),
            ("position", Holds::Number),
            ("created", Holds::Number),
            ("roles", Holds::Number),
            ("to_all_partners", Holds::Number),
            ("body", Holds::Text),
        ],
    ),
    table(
        "record_partners",
        "organisation, key",
        &[
            ("organisation", Holds::Text),
            ("key", Holds::Text),
            ("shown_from", Holds::Number),
        ],
    ),
    table(
        "removals",
        "organisation, key",
        &[
            ("organisation", Holds::Text),
            ("key", Holds::Text),
            ("position", Holds::Number),
            ("at_ms", Holds::Number),
        ],
    ),
    table(
        "changes",
        "position",
        &[
            ("position", Holds::Number),
            ("change_id", Holds::Text),
            ("device", Holds::Text),
            ("counter", Holds::Number),
            ("author", Holds::Text),
            ("author_name", Holds::Text),
            ("role", Holds::Text),
            ("at", Holds::Text),
            ("received_ms", Holds::Number),
            ("action", Holds::Text),
            ("edits", Holds::Text),
            ("answer", Holds::Text),
            ("seen", Holds::Text),
            ("hash", Holds::Text),
            ("salt", Holds::LaterText),
            ("digest", Holds::LaterText),
        ],
    ),
    table(
        "change_records",
        "key, position",
        &[("key", Holds::Text), ("position", Holds::Number)],
    ),
    table(
        "chain",
        "one",
        &[
            ("one", Holds::Number),
            ("hash", Holds::Text),
            ("floor", Holds::Number),
        ],
    ),
    table(
        "erased",
        "key",
        &[("key", Holds::Text), ("position", Holds::Number)],
    ),
    table(
        "archive",
        "root",
        &[
            ("root", Holds::Text),
            ("year", Holds::Number),
            ("number", Holds::Number),
            ("at_ms", Holds::Number),
            ("by_person", Holds::Text),
            ("is_in", Holds::Number),
        ],
    ),
    table(
        "withdrawn",
        "key",
        &[
            ("key", Holds::Text),
            ("position", Holds::Number),
            ("roles", Holds::Number),
        ],
    ),
    table(
        "reshown",
        "key",
        &[("key", Holds::Text), ("position", Holds::Number)],
    ),
    table(
        "erasures",
        "root",
        &[
            ("root", Holds::Text),
            ("act", Holds::Text),
            ("reason", Holds::Text),
            ("asked_by", Holds::Text),
            ("asked_ms", Holds::Number),
            ("decided_by", Holds::Text),
            ("decided_ms", Holds::NumberOrNone),
            ("outcome", Holds::Text),
        ],
    ),
    table("images_to_erase", "sha256", &[("sha256", Holds::Text)]),
    table(
        "past_baselines",
        "n",
        &[
            ("n", Holds::Number),
            ("position", Holds::Number),
            ("digest", Holds::Text),
        ],
    ),
    table(
        "baseline",
        "one",
        &[
            ("one", Holds::Number),
            ("position", Holds::Number),
            ("digest", Holds::Text),
            ("hash", Holds::Text),
        ],
    ),
    table(
        "baseline_records",
        "key",
        &[("key", Holds::Text), ("body", Holds::Text)],
    ),
    table(
        "refused",
        "change_id",
        &[
            ("change_id", Holds::Text),
            ("device", Holds::Text),
            ("counter", Holds::Number),
            ("author", Holds::Text),
            ("at", Holds::Text),
            ("received_ms", Holds::Number),
            ("action", Holds::Text),
            ("answer", Holds::Text),
        ],
    ),
    table(
        "quarantine",
        "change_id",
        &[
            ("change_id", Holds::Text),
            ("author", Holds::Text),
            ("received_ms", Holds::Number),
            ("reason", Holds::Text),
            ("change", Holds::Text),
            ("device", Holds::Text),
            ("counter", Holds::Number),
        ],
    ),
    table(
        "imports",
        "id",
        &[
            ("at_ms", Holds::Number),
            ("by", Holds::Text),
            ("file_name", Holds::Text),
            ("sha256", Holds::Text),
            ("report", Holds::Text),
        ],
    ),
    table(
        "blobs",
        "sha256",
        &[
            ("sha256", Holds::Text),
            ("size", Holds::Number),
            ("person", Holds::Text),
            ("received_ms", Holds::Number),
        ],
    ),
];

const fn table(name: &'static str, order: &'static str, columns: &'static [(&'static str, Holds)]) -> Table {
    Table { name, columns, order }
}

impl Table {
    /// By its name; none for a table of a newer version.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
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
