// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PostgreSQL database of its own, in the server that was started for the tests.
use super::{Place, command};
use sqlx::{Connection, Executor, PgConnection};
use uuid::Uuid;

/// Where that server answers; `cargo xtask test` starts one and says so here.
const ADDRESS: &str = "SOGLIA_TEST_DATABASE_URL";

/// Set by `cargo xtask test`: a test without its database is then a failure.
const EVERYTHING: &str = "SOGLIA_TEST_EVERYTHING";

/// A database; it goes when the test ends.
pub(crate) struct Database {
    server: String,
    name: String,
    pub(crate) address: String,
}

impl Database {
    /// None where no server was started for the tests.
    pub(crate) fn new() -> Option<Self> {
        let Ok(server) = std::env::var(ADDRESS) else {
            assert!(
                std::env::var_os(EVERYTHING).is_none(),
                "{ADDRESS} is not set, although everything is to be tested"
            );
            eprintln!(
                "PostgreSQL is not tested: {ADDRESS} is not set. `cargo xtask test --only native` starts a server."
            );
            return None;
        };
        let name = format!("soglia_test_{}", Uuid::now_v7().simple());
        let database = Self {
            address: format!("{server}/{name}"),
            server,
            name,
        };
        database.tell(&format!("CREATE DATABASE {}", database.name));
        Some(database)
    }

    /// A server process on this database.
    pub(crate) fn serve(&self) -> Place {
        Place::with(&["--database-url", &self.address])
    }

    /// Adds someone, and gives the password that was drawn.
    pub(crate) fn add_user(&self, place: &Place, name: &str, role: &str, organisation: &str) -> String {
        let words = [
            "user",
            "add",
            name,
            "--role",
            role,
            "--organisation",
            organisation,
            "--database-url",
            &self.address,
        ];
        let said = command(&place.data(), &words);
        said.trim().rsplit_once("password: ").unwrap().1.to_owned()
    }

    fn tell(&self, statement: &str) {
        let address = format!("{}/postgres", self.server);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let mut connection = PgConnection::connect(&address).await.unwrap();
            connection.execute(statement).await.unwrap();
        });
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.tell(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}
