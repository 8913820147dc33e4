// SPDX-License-Identifier: AGPL-3.0-or-later
//! The same test on both kinds of database.
use super::{Database, Place, Someone, run};
use serde_json::{Value, json};

/// A server, and where its records rest.
pub(crate) struct Stage {
    // Dropped first: nobody is at the database when it goes.
    place: Place,
    /// A second process on the same records, where the database takes one.
    other: Option<Place>,
    database: Option<Database>,
}

/// Runs a test on SQLite and, where a server was started for the tests, on PostgreSQL.
pub(crate) fn on_both(test: impl Fn(&Stage)) {
    test(&Stage {
        place: Place::new(),
        other: None,
        database: None,
    });
    let Some(database) = Database::new() else { return };
    test(&Stage {
        place: database.serve(),
        other: Some(database.serve()),
        database: Some(database),
    });
}

impl Stage {
    /// Adds someone and signs in.
    pub(crate) fn person(&self, name: &str, role: &str, organisation: &str) -> Someone<'_> {
        match &self.database {
            None => self.place.person(name, role, organisation),
            Some(database) => {
                let password = database.add_user(&self.place, name, role, organisation);
                self.place.sign_in(name, &password)
            }
        }
    }

    /// Adds someone and signs in at the other process; at the same one where there is no other.
    pub(crate) fn person_elsewhere(&self, name: &str, role: &str, organisation: &str) -> Someone<'_> {
        match (&self.database, &self.other) {
            (Some(database), Some(other)) => {
                let password = database.add_user(other, name, role, organisation);
                other.sign_in(name, &password)
            }
            _ => self.person(name, role, organisation),
        }
    }

    /// `soglia verify` finds nothing wrong.
    pub(crate) fn verify(&self) {
        let mut words = vec!["verify", "--json"];
        if let Some(database) = &self.database {
            words.extend(["--database-url", database.address.as_str()]);
        }
        let (code, told) = run(&self.place.data(), &words);
        assert_eq!(code, 0, "{told}");
        let verified: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(verified["flaws"], json!([]));
    }
}
