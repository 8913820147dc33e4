// SPDX-License-Identifier: AGPL-3.0-or-later
//! One SQLite file: one connection writes, a few read.
mod people;
mod read;
mod write;

use super::{Outcome, StoreError};
use sqlx::{
    Connection, Executor, SqliteConnection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::Mutex;

/// The steps from an empty file to the present tables, in order; `user_version` counts those taken.
const MIGRATIONS: [&str; 1] = [include_str!("sqlite/migrations/0001_begin.sql")];

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

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self(format!("database: {error}"))
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        // The text of the error may quote a value, which is personal; its place is enough.
        Self(format!(
            "stored JSON does not read at line {} column {}",
            error.line(),
            error.column()
        ))
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
        let mut connection = SqliteConnection::connect_with(&options).await?;
        migrate(&mut connection).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true))
            .await?;
        let writer = Arc::new(Mutex::new(Writer {
            connection,
            open: false,
        }));
        Ok(Self { readers, writer })
    }
}

async fn migrate(connection: &mut SqliteConnection) -> Outcome<()> {
    connection.execute("BEGIN IMMEDIATE").await?;
    let taken: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *connection)
        .await?;
    let taken = usize::try_from(taken).unwrap_or(usize::MAX);
    if taken > MIGRATIONS.len() {
        return Err(StoreError(
            "the database was written by a newer version of Soglia".to_owned(),
        ));
    }
    for step in MIGRATIONS.iter().skip(taken) {
        sqlx::raw_sql(step).execute(&mut *connection).await?;
    }
    sqlx::raw_sql(&format!("PRAGMA user_version = {}", MIGRATIONS.len()))
        .execute(&mut *connection)
        .await?;
    connection.execute("COMMIT").await?;
    Ok(())
}

/// SQLite counts with signs; places in the order stay far below the limit.
fn to_sql(position: soglia_domain::record::LogPosition) -> i64 {
    i64::try_from(position.0).unwrap_or(i64::MAX)
}

fn from_sql(position: i64) -> soglia_domain::record::LogPosition {
    soglia_domain::record::LogPosition(u64::try_from(position).unwrap_or(0))
}
