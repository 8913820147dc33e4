// SPDX-License-Identifier: AGPL-3.0-or-later
//! One SQLite file: one connection writes, a few read.
mod devices;
mod people;
mod read;
mod write;

use soglia_domain::record::LogPosition;
use soglia_ledger::{
    chain::take_baseline,
    store::{Outcome, Store, StoreError, Write},
};
use sqlx::{
    Connection, Executor, SqliteConnection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::Mutex;

/// The steps from an empty file to the present tables, in order; `user_version` counts those taken.
const MIGRATIONS: [&str; 2] = [
    include_str!("sqlite/migrations/0001_begin.sql"),
    include_str!("sqlite/migrations/0002_chain_and_devices.sql"),
];

/// The store in one SQLite file.
#[derive(Clone)]
pub(crate) struct Sqlite {
    readers: SqlitePool,
    writer: Arc<Mutex<Writer>>,
}

/// The one connection that writes.
pub(crate) struct Writer {
    connection: SqliteConnection,
    /// A transaction that was dropped half-way is rolled back before the next one begins.
    open: bool,
}

/// Turns what the database says into what a store says. Its text names tables and constraints, and no values.
trait Sql<T> {
    fn sql(self) -> Outcome<T>;
}

impl<T> Sql<T> for Result<T, sqlx::Error> {
    fn sql(self) -> Outcome<T> {
        self.map_err(|error| StoreError(format!("database: {error}")))
    }
}

impl Sqlite {
    /// Opens the file in a folder, makes both where they are missing, and brings the tables up to date.
    pub(crate) async fn open(folder: &Path) -> Outcome<Self> {
        std::fs::create_dir_all(folder).map_err(|error| {
            StoreError(format!("the folder {} cannot be made: {error}", folder.display()))
        })?;
        let options = SqliteConnectOptions::new()
            .filename(folder.join("soglia.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", "-65536")
            .statement_cache_capacity(64);
        let mut connection = SqliteConnection::connect_with(&options).await.sql()?;
        let is_upgraded = migrate(&mut connection).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true))
            .await
            .sql()?;
        let writer = Arc::new(Mutex::new(Writer {
            connection,
            open: false,
        }));
        let store = Self { readers, writer };
        if is_upgraded {
            store.seal().await?;
        }
        Ok(store)
    }

    /// Lines of a version that kept no chain are covered by a baseline.
    async fn seal(&self) -> Outcome<()> {
        let mut write = self.begin().await?;
        let head = write.head().await?;
        if head.position > LogPosition(0) {
            take_baseline(&mut write, head).await?;
        }
        write.commit().await
    }
}

/// Brings the tables up to date; true where some were there in an earlier form.
async fn migrate(connection: &mut SqliteConnection) -> Outcome<bool> {
    connection.execute("BEGIN IMMEDIATE").await.sql()?;
    let taken: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *connection)
        .await
        .sql()?;
    let taken = usize::try_from(taken).unwrap_or(usize::MAX);
    if taken > MIGRATIONS.len() {
        return Err(StoreError(
            "the database was written by a newer version of Soglia".to_owned(),
        ));
    }
    for step in MIGRATIONS.iter().skip(taken) {
        sqlx::raw_sql(step).execute(&mut *connection).await.sql()?;
    }
    sqlx::raw_sql(&format!("PRAGMA user_version = {}", MIGRATIONS.len()))
        .execute(&mut *connection)
        .await
        .sql()?;
    connection.execute("COMMIT").await.sql()?;
    Ok((1..MIGRATIONS.len()).contains(&taken))
}

/// SQLite counts with signs; places in the order stay far below the limit.
fn to_sql(position: LogPosition) -> i64 {
    i64::try_from(position.0).unwrap_or(i64::MAX)
}

fn from_sql(position: i64) -> LogPosition {
    LogPosition(u64::try_from(position).unwrap_or(0))
}
