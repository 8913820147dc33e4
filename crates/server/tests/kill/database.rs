// SPDX-License-Identifier: AGPL-3.0-or-later
//! The database under a server that is killed, looked at from outside.
use serde_json::Value;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::{
    collections::BTreeMap,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};
use tokio::runtime::Runtime;
use uuid::Uuid;

pub(crate) const PASSWORD: &str = "una frase lunga e sicura";

/// Where a PostgreSQL server answers that was started for the tests.
const ADDRESS: &str = "SOGLIA_TEST_DATABASE_URL";

/// Set where a test without its database is a failure.
const EVERYTHING: &str = "SOGLIA_TEST_EVERYTHING";

const LINES: &str = "SELECT change_id, position FROM changes ORDER BY position";

pub(crate) struct Database {
    runtime: Runtime,
    folder: PathBuf,
    /// Server and name, where it is PostgreSQL.
    postgres: Option<(String, String)>,
}

impl Database {
    pub(crate) fn in_folder() -> Self {
        Self::new("sqlite", None)
    }

    /// None where no PostgreSQL was started for the tests.
    pub(crate) fn in_postgres() -> Option<Self> {
        let Ok(server) = std::env::var(ADDRESS) else {
            assert!(std::env::var_os(EVERYTHING).is_none(), "{ADDRESS} is not set");
            eprintln!("PostgreSQL is not tested: {ADDRESS} is not set");
            return None;
        };
        let name = format!("soglia_kill_{}", std::process::id());
        Some(Self::new("postgres", Some((server, name))))
    }

    fn new(engine: &str, postgres: Option<(String, String)>) -> Self {
        let folder = std::env::temp_dir().join(format!("soglia-kill-{engine}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let runtime = Runtime::new().unwrap();
        let database = Self {
            runtime,
            folder,
            postgres,
        };
        database.tell("CREATE DATABASE");
        for n in 0..crate::N_DEVICES {
            let mut adding = database
                .command("user")
                .args([
                    "add",
                    &format!("person{n}"),
                    "--role",
                    "social-worker",
                    "--organisation",
                    "Welfare",
                ])
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            adding
                .stdin
                .take()
                .unwrap()
                .write_all(PASSWORD.as_bytes())
                .unwrap();
            assert!(adding.wait().unwrap().success());
        }
        database
    }

    pub(crate) fn name(&self) -> &'static str {
        if self.postgres.is_some() {
            "PostgreSQL"
        } else {
            "SQLite"
        }
    }

    /// A command of the product on this database.
    pub(crate) fn command(&self, word: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_soglia"));
        // The data lie in `var` below the place where the command runs.
        command.arg(word).current_dir(&self.folder);
        if let Some((server, name)) = &self.postgres {
            command.env("SOGLIA_DATABASE_URL", format!("{server}/{name}"));
        }
        command
    }

    /// Every change that was answered stands once, at the place that was told.
    pub(crate) fn holds(&self, answered: &BTreeMap<Uuid, u64>) {
        let lines = self.lines();
        let standing: BTreeMap<Uuid, u64> = lines.iter().copied().collect();
        assert_eq!(standing.len(), lines.len(), "a change stands twice");
        for (change, position) in answered {
            assert_eq!(
                standing.get(change),
                Some(position),
                "an answered change is missing"
            );
        }
    }

    fn lines(&self) -> Vec<(Uuid, u64)> {
        let rows: Vec<(String, i64)> = self.runtime.block_on(async {
            match &self.postgres {
                Some((server, name)) => {
                    let address = format!("{server}/{name}");
                    let mut connection = PgConnection::connect(&address).await.unwrap();
                    sqlx::query_as(LINES).fetch_all(&mut connection).await.unwrap()
                }
                None => {
                    let address = format!("sqlite://{}?mode=ro", self.folder.join("var/soglia.db").display());
                    let mut connection = SqliteConnection::connect(&address).await.unwrap();
                    sqlx::query_as(LINES).fetch_all(&mut connection).await.unwrap()
                }
            }
        });
        let read = |(change, position): (String, i64)| (change.parse().unwrap(), position as u64);
        rows.into_iter().map(read).collect()
    }

    /// The log is whole and the records are what it leads to; gives the number of changes.
    pub(crate) fn verify(&self) -> u64 {
        let output = self.command("verify").arg("--json").output().unwrap();
        let verified: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(output.status.success(), "{verified}");
        verified["n_changes"].as_u64().unwrap()
    }

    fn tell(&self, what: &str) {
        let Some((server, name)) = &self.postgres else {
            return;
        };
        self.runtime.block_on(async {
            let mut connection = PgConnection::connect(&format!("{server}/postgres"))
                .await
                .unwrap();
            connection
                .execute(format!("{what} {name}").as_str())
                .await
                .unwrap();
        });
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.tell("DROP DATABASE IF EXISTS");
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}
