// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables.
use super::Sql;
use crate::store::steps::{steps_left, steps_taken};
use soglia_ledger::store::Outcome;
use sqlx::{Executor, PgPool};

/// The steps from an empty database to the present tables, in order; the table `steps` counts those taken.
const MIGRATIONS: [&str; 8] = [
    include_str!("migrations/0010_begin.sql"),
    include_str!("migrations/0020_calendars.sql"),
    include_str!("migrations/0030_views.sql"),
    include_str!("migrations/0031_link_uses.sql"),
    include_str!("migrations/0032_factors.sql"),
    include_str!("migrations/0033_accounts.sql"),
    include_str!("migrations/0034_provider.sql"),
    include_str!("migrations/0035_erasure.sql"),
];

/// Processes that start together wait for each other here.
const MIGRATING: i64 = 0x0053_4f47_4c49_4102;

/// Brings the tables up to date.
pub(super) async fn migrate(pool: &PgPool) -> Outcome<()> {
    let mut transaction = pool.begin().await.sql()?;
    let connection = &mut *transaction;
    sqlx::query("SELECT pg_advisory_xact_lock($1)")
        .bind(MIGRATING)
        .execute(&mut *connection)
        .await
        .sql()?;
    // Asked first: to make what is there already would need more rights, and says so in the log of the database.
    let is_there: bool = sqlx::query_scalar("SELECT to_regclass('steps') IS NOT NULL")
        .fetch_one(&mut *connection)
        .await
        .sql()?;
    if !is_there {
        connection
            .execute("CREATE TABLE steps (n BIGINT NOT NULL)")
            .await
            .sql()?;
        connection.execute("INSERT INTO steps VALUES (0)").await.sql()?;
    }
    let taken: i64 = sqlx::query_scalar("SELECT n FROM steps")
        .fetch_one(&mut *connection)
        .await
        .sql()?;
    let left = steps_left(&MIGRATIONS, taken)?;
    if !left.is_empty() {
        for step in left {
            sqlx::raw_sql(step).execute(&mut *connection).await.sql()?;
        }
        sqlx::query("UPDATE steps SET n = $1")
            .bind(steps_taken(&MIGRATIONS))
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    transaction.commit().await.sql()
}
