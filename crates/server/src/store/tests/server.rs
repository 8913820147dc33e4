// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PostgreSQL server that was started for the tests, and a database in it for each of them.
use sqlx::{Connection, Executor, PgConnection};
use std::sync::{
    Once,
    atomic::{AtomicU32, Ordering},
};
use tokio::runtime::Runtime;

/// Where the server answers; `cargo xtask test` starts one and says so here.
const ADDRESS: &str = "SOGLIA_TEST_DATABASE_URL";

/// Set by `cargo xtask test`: a test without its database is then a failure.
const EVERYTHING: &str = "SOGLIA_TEST_EVERYTHING";

static N: AtomicU32 = AtomicU32::new(0);

/// A database of its own; it goes when the test ends.
pub(super) struct Database {
    pub(super) runtime: Runtime,
    pub(super) address: String,
    server: String,
    name: String,
}

impl Database {
    /// None where no server was started for the tests.
    pub(super) fn new() -> Option<Self> {
        let Ok(server) = std::env::var(ADDRESS) else {
            assert!(
                std::env::var_os(EVERYTHING).is_none(),
                "{ADDRESS} is not set, although everything is to be tested"
            );
            static SAID: Once = Once::new();
            SAID.call_once(|| {
                eprintln!(
                    "PostgreSQL is not tested: {ADDRESS} is not set. `cargo xtask test --only native` starts a server."
                );
            });
            return None;
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let n = N.fetch_add(1, Ordering::Relaxed);
        let name = format!("soglia_test_{}_{n}", std::process::id());
        let database = Self {
            runtime,
            address: format!("{server}/{name}"),
            server,
            name,
        };
        database.tell(&format!("CREATE DATABASE {}", database.name));
        Some(database)
    }

    fn tell(&self, statement: &str) {
        self.runtime.block_on(async {
            let address = format!("{}/postgres", self.server);
            let mut connection = PgConnection::connect(&address)
                .await
                .expect("the server for the tests answers");
            connection
                .execute(statement)
                .await
                .expect("the server for the tests does it");
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
