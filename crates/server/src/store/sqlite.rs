// SPDX-License-Identifier: AGPL-3.0-or-later
//! One SQLite file: one connection writes, a few read.
#[path = "tables/accounts.rs"]
mod accounts;
#[path = "tables/archive.rs"]
mod archive;
#[path = "tables/audit.rs"]
mod audit;
#[path = "tables/author.rs"]
mod author;
#[path = "tables/blobs.rs"]
mod blobs;
#[path = "tables/calendars.rs"]
mod calendars;
#[path = "tables/change.rs"]
mod change;
#[path = "tables/devices.rs"]
mod devices;
#[path = "tables/dump.rs"]
mod dump;
#[path = "tables/erase.rs"]
mod erase;
#[path = "tables/erasures.rs"]
mod erasures;
#[path = "tables/factors.rs"]
mod factors;
#[path = "tables/foresee.rs"]
mod foresee;
#[path = "tables/held.rs"]
mod held;
#[path = "tables/insert.rs"]
mod insert;
#[path = "tables/keys.rs"]
mod keys;
#[path = "tables/partners.rs"]
mod partners;
#[path = "tables/people.rs"]
mod people;
#[path = "tables/provider.rs"]
mod provider;
#[path = "tables/read.rs"]
mod read;
#[path = "tables/retention.rs"]
mod retention;
#[path = "tables/sessions.rs"]
mod sessions;
#[path = "tables/store.rs"]
mod store;
#[path = "tables/views.rs"]
mod views;
#[path = "tables/write.rs"]
mod write;

pub(super) use write::Writing;

use super::{
    News, Sql, from_sql,
    steps::{steps_left, steps_taken},
};
use soglia_domain::record::LogPosition;
use soglia_ledger::store::{Outcome, StoreError};
use sqlx::{
    Executor, SqliteConnection, SqlitePool, Transaction,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The steps from an empty file to the present tables, in order; `user_version` counts those taken.
const MIGRATIONS: [&str; 8] = [
    include_str!("sqlite/migrations/0010_begin.sql"),
    include_str!("sqlite/migrations/0020_calendars.sql"),
    include_str!("sqlite/migrations/0030_views.sql"),
    include_str!("sqlite/migrations/0031_link_uses.sql"),
    include_str!("sqlite/migrations/0032_factors.sql"),
    include_str!("sqlite/migrations/0033_accounts.sql"),
    include_str!("sqlite/migrations/0034_provider.sql"),
    include_str!("sqlite/migrations/0035_erasure.sql"),
];

/// How often the log beside the file is tried to be emptied: for ten seconds.
const SWEEPS: u32 = 100;

/// The members of a list that is the first parameter.
const MEMBERS: &str = "(SELECT value FROM json_each($1))";

type Db = sqlx::Sqlite;
type Connection = SqliteConnection;
type Row = sqlx::sqlite::SqliteRow;
type Engine = Sqlite;

/// The store in one SQLite file.
#[derive(Clone)]
pub(crate) struct Sqlite {
    readers: SqlitePool,
    writer: Arc<Mutex<Writer>>,
    news: News,
}

/// The one connection that writes.
struct Writer {
    connection: SqliteConnection,
    /// A transaction that was dropped half-way is rolled back before the next one begins.
    open: bool,
}

impl Sqlite {
    /// Opens the file in a folder, makes both where they are missing, and brings the tables up to date.
    pub(crate) async fn open(folder: &Path) -> Outcome<Self> {
        own_folder(folder).map_err(|error| {
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
            .statement_cache_capacity(128);
        let mut connection = sqlx::Connection::connect_with(&options).await.sql()?;
        migrate(&mut connection).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true).pragma("cache_size", "-8192"))
            .await
            .sql()?;
        let writer = Arc::new(Mutex::new(Writer {
            connection,
            open: false,
        }));
        Ok(Self {
            readers,
            writer,
            news: News::default(),
        })
    }

    /// Hears of what is new from now on; what other processes write into the file is looked for once a second, while
    /// somebody listens.
    pub(crate) async fn follow(&self) -> Outcome<News> {
        let (head, mut n_revoked) = self.look().await?;
        self.news.reached(head);
        let store = self.clone();
        tokio::spawn(async move {
            let mut seconds = tokio::time::interval(Duration::from_secs(1));
            loop {
                seconds.tick().await;
                if store.news.is_heard()
                    && let Ok((head, n)) = store.look().await
                {
                    store.news.reached(head);
                    if std::mem::replace(&mut n_revoked, n) != n {
                        store.news.revoked();
                    }
                }
            }
        });
        Ok(self.news.clone())
    }

    /// The end of the order, and how many devices are revoked.
    async fn look(&self) -> Outcome<(LogPosition, i64)> {
        let (head, n_revoked): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT coalesce(max(position), 0) FROM changes),
             (SELECT count(*) FROM devices WHERE revoked_ms IS NOT NULL)",
        )
        .fetch_one(&self.readers)
        .await
        .sql()?;
        Ok((from_sql(head), n_revoked))
    }

    /// Writes the file anew without what deleted rows left in it, and empties the log beside it. It waits for readers, who
    /// hold a page of the log at most as long as they read.
    pub(crate) async fn sweep(&self) -> Outcome<()> {
        let mut writer = self.writer.lock().await;
        if writer.open {
            roll_back(&mut writer).await;
        }
        writer.connection.execute("VACUUM").await.sql()?;
        for _ in 0..SWEEPS {
            let (is_busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut writer.connection)
                .await
                .sql()?;
            if is_busy == 0 {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(StoreError(
            "somebody reads without an end: the log beside the file could not be emptied".to_owned(),
        ))
    }

    async fn snapshot(&self) -> Outcome<Transaction<'static, Db>> {
        self.readers.begin().await.sql()
    }

    /// The turn to write; waits for the transaction before.
    async fn hold(&self) -> Outcome<Hold> {
        let mut writer = self.writer.clone().lock_owned().await;
        if writer.open {
            roll_back(&mut writer).await;
        }
        writer.open = true;
        writer.connection.execute("BEGIN IMMEDIATE").await.sql()?;
        Ok(Hold(Some(writer)))
    }

    /// A transaction that appends nothing. Here everything that writes waits for its turn.
    async fn hold_briefly(&self) -> Outcome<Hold> {
        self.hold().await
    }

    /// A transaction that appends nothing and of which there is one at a time about one thing.
    async fn hold_about(&self, _: &str) -> Outcome<Hold> {
        self.hold().await
    }
}

/// Makes the folder where it is missing, for the user that runs the server and nobody else: everything personal lies there.
fn own_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A transaction on the one writing connection, which it holds until it ends.
struct Hold(Option<OwnedMutexGuard<Writer>>);

impl Hold {
    fn connection(&mut self) -> Outcome<&mut SqliteConnection> {
        let ended = || StoreError("the transaction has ended".to_owned());
        self.0
            .as_mut()
            .map(|writer| &mut writer.connection)
            .ok_or_else(ended)
    }

    /// Other processes look for the end of the order themselves.
    async fn announce(&mut self, _head: LogPosition) -> Outcome<()> {
        Ok(())
    }

    async fn announce_revocation(&mut self) -> Outcome<()> {
        Ok(())
    }

    async fn commit(mut self) -> Outcome<()> {
        self.connection()?.execute("COMMIT").await.sql()?;
        if let Some(mut writer) = self.0.take() {
            writer.open = false;
        }
        Ok(())
    }
}

impl Drop for Hold {
    /// Without a commit nothing stays; other programs can write again at once.
    fn drop(&mut self) {
        if let Some(mut writer) = self.0.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(async move { roll_back(&mut writer).await });
        }
    }
}

async fn roll_back(writer: &mut Writer) {
    // An error only says that nothing was left to roll back.
    let _ = writer.connection.execute("ROLLBACK").await;
    writer.open = false;
}

/// Brings the tables up to date.
async fn migrate(connection: &mut SqliteConnection) -> Outcome<()> {
    connection.execute("BEGIN IMMEDIATE").await.sql()?;
    let taken: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *connection)
        .await
        .sql()?;
    for step in steps_left(&MIGRATIONS, taken)? {
        sqlx::raw_sql(step).execute(&mut *connection).await.sql()?;
    }
    sqlx::raw_sql(&format!("PRAGMA user_version = {}", steps_taken(&MIGRATIONS)))
        .execute(&mut *connection)
        .await
        .sql()?;
    connection.execute("COMMIT").await.sql()?;
    Ok(())
}
