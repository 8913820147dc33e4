// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables.
use super::Sql;
use soglia_ledger::store::{Outcome, StoreError};
use sqlx::{Executor, PgPool};

/// The steps from an empty database to the present tables, in order; the table `steps` counts those taken.
const MIGRATIONS: [&str; 2] = [
    include_str!("migrations/0001_begin.sql"),
    include_str!("migrations/0002_blobs.sql"),
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
    let taken = usize::try_from(taken).unwrap_or(usize::MAX);
    if taken > MIGRATIONS.len() {
        return Err(StoreError(
            "the database was written by a newer version of Soglia".to_owned(),
        ));
    }
    if taken < MIGRATIONS.len() {
        for step in MIGRATIONS.iter().skip(taken) {
            sqlx::raw_sql(step).execute(&mut *connection).await.sql()?;
        }
        let n = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
        sqlx::query("UPDATE steps SET n = $1")
            .bind(n)
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    transaction.commit().await.sql()
}
