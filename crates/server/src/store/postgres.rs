// SPDX-License-Identifier: AGPL-3.0-or-later
//! PostgreSQL, for several server processes on one database.
//!
//! Numbers of a sequence are given before a transaction commits, so that a reader could see 12 while 11 is still on its
//! way, move its cursor to 12 and never ask for 11. Here whoever appends first takes a lock that lasts until the commit:
//! places are given one transaction after the other, and become visible in their order.
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
#[path = "postgres/listen.rs"]
mod listen;
#[path = "postgres/migrate.rs"]
mod migrate;
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

use super::{News, Sql, to_sql};
use soglia_domain::record::LogPosition;
use soglia_ledger::store::{Outcome, StoreError};
use sqlx::{
    Executor, PgConnection, PgPool, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{str::FromStr, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The members of a list that is the first parameter.
const MEMBERS: &str = "(SELECT json_array_elements_text($1::json))";

/// The lock of whoever appends; the letters of the product as a number.
const APPENDING: i64 = 0x0053_4f47_4c49_4101;

/// Where commits are announced.
const CHANNEL: &str = "soglia";

/// What is said there when a device was revoked; otherwise the end of the order is said.
const REVOKED: &str = "revoked";

type Db = sqlx::Postgres;
type Connection = PgConnection;
type Row = sqlx::postgres::PgRow;
type Engine = Postgres;

/// The store in a PostgreSQL database.
#[derive(Clone)]
pub(crate) struct Postgres {
    readers: PgPool,
    writers: PgPool,
    /// Those of this process wait for each other here, so that the waiting ones hold no connection.
    turn: Arc<Mutex<()>>,
    options: Arc<PgConnectOptions>,
    news: News,
}

impl Postgres {
    /// Connects, and brings the tables up to date.
    pub(crate) async fn open(address: &str) -> Outcome<Self> {
        let options = PgConnectOptions::from_str(address)
            // The error may quote the address, and with it a password.
            .map_err(|_| StoreError("the address of the database does not read".to_owned()))?
            .application_name("soglia")
            .statement_cache_capacity(128);
        let pool = |most| {
            PgPoolOptions::new()
                .max_connections(most)
                .acquire_timeout(Duration::from_secs(10))
        };
        let writers = pool(3)
            .after_connect(|connection, _| Box::pin(make_lasting(connection)))
            .connect_with(options.clone())
            .await
            .sql()?;
        migrate::migrate(&writers).await?;
        Ok(Self {
            readers: pool(8).connect_lazy_with(options.clone()),
            writers,
            turn: Arc::default(),
            options: Arc::new(options),
            news: News::default(),
        })
    }

    /// Writes the tables anew without what deleted rows left in them. The log ahead of the database forgets as it is
    /// recycled.
    pub(crate) async fn sweep(&self) -> Outcome<()> {
        for table in [
            "records",
            "baseline_records",
            "changes",
            "refused",
            "quarantine",
            "record_keys",
        ] {
            let text = format!("VACUUM FULL {table}");
            sqlx::query(&text).execute(&self.readers).await.sql()?;
        }
        Ok(())
    }

    async fn snapshot(&self) -> Outcome<Transaction<'static, Db>> {
        self.readers
            .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            .await
            .sql()
    }

    /// The turn to append; waits for the transaction before, of whichever process.
    async fn hold(&self) -> Outcome<Hold> {
        let turn = self.turn.clone().lock_owned().await;
        let mut hold = self.hold_briefly().await?;
        hold.turn = Some(turn);
        // What follows reads what is committed then, not what was when the transaction began: waiting comes in between.
        sqlx::query("SELECT pg_advisory_xact_lock($1)")
            .bind(APPENDING)
            .execute(hold.connection()?)
            .await
            .sql()?;
        Ok(hold)
    }

    /// A transaction that appends nothing.
    async fn hold_briefly(&self) -> Outcome<Hold> {
        let transaction = self
            .writers
            .begin_with("BEGIN ISOLATION LEVEL READ COMMITTED")
            .await
            .sql()?;
        Ok(Hold {
            transaction,
            turn: None,
        })
    }

    /// A transaction that appends nothing and of which there is one at a time about one thing, across processes: what it reads
    /// stays so until it has written.
    async fn hold_about(&self, what: &str) -> Outcome<Hold> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
            .bind(what)
            .execute(hold.connection()?)
            .await
            .sql()?;
        Ok(hold)
    }
}

/// What was answered has to last, even where the database is set up to confirm before it wrote.
async fn make_lasting(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    connection
        .execute(
            "SELECT set_config('synchronous_commit', 'on', false)
             WHERE current_setting('synchronous_commit') IN ('off', 'local')",
        )
        .await?;
    Ok(())
}

/// A writing transaction; dropped, it is rolled back.
struct Hold {
    transaction: Transaction<'static, Db>,
    turn: Option<OwnedMutexGuard<()>>,
}

impl Hold {
    // As in the other engine, where a transaction may have ended.
    fn connection(&mut self) -> Outcome<&mut PgConnection> {
        Ok(&mut self.transaction)
    }

    /// Tells every process, at the moment of the commit.
    async fn announce(&mut self, head: LogPosition) -> Outcome<()> {
        self.notify(to_sql(head).to_string()).await
    }

    async fn announce_revocation(&mut self) -> Outcome<()> {
        self.notify(REVOKED.to_owned()).await
    }

    async fn notify(&mut self, text: String) -> Outcome<()> {
        sqlx::query("SELECT pg_notify($1, $2)")
            .bind(CHANNEL)
            .bind(text)
            .execute(self.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn commit(self) -> Outcome<()> {
        let committed = self.transaction.commit().await.sql();
        drop(self.turn);
        committed
    }
}
