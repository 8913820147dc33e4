// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second factors of people.
use super::{Db, Engine, Sql};
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Factor, Factors, Outcome};
use sqlx::{Database, Row as _, query::Query};

/// Runs one statement in a transaction of its own. Whether it changed anything.
async fn changes<'q>(
    engine: &Engine,
    statement: Query<'q, Db, <Db as Database>::Arguments<'q>>,
) -> Outcome<bool> {
    let mut hold = engine.hold_briefly().await?;
    let done = statement.execute(hold.connection()?).await.sql()?;
    hold.commit().await?;
    Ok(done.rows_affected() > 0)
}

impl Factors for Engine {
    async fn factor(&self, person: PersonId) -> Outcome<Option<Factor>> {
        let row = sqlx::query(
            "SELECT secret, last_step, (SELECT COUNT(*) FROM recovery_codes c WHERE c.person = f.person)
             FROM factors f WHERE person = $1",
        )
        .bind(person.to_string())
        .fetch_optional(&self.readers)
        .await
        .sql()?;
        let factor = |row: &super::Row| -> Outcome<Factor> {
            Ok(Factor {
                key: row.try_get(0).sql()?,
                confirmed: row.try_get::<Option<i64>, _>(1).sql()?.is_some(),
                n_recovery: u32::try_from(row.try_get::<i64, _>(2).sql()?).unwrap_or(u32::MAX),
            })
        };
        row.as_ref().map(factor).transpose()
    }

    async fn begin_factor(&self, person: PersonId, key: &str) -> Outcome<bool> {
        let begin = sqlx::query(
            "INSERT INTO factors (person, secret) VALUES ($1, $2)
             ON CONFLICT (person) DO UPDATE SET secret = excluded.secret WHERE factors.last_step IS NULL",
        );
        changes(self, begin.bind(person.to_string()).bind(key)).await
    }

    async fn confirm_factor(&self, person: PersonId, step: i64, recovery: &[String]) -> Outcome<bool> {
        let mut hold = self.hold_briefly().await?;
        let confirmed =
            sqlx::query("UPDATE factors SET last_step = $2 WHERE person = $1 AND last_step IS NULL")
                .bind(person.to_string())
                .bind(step)
                .execute(hold.connection()?)
                .await
                .sql()?
                .rows_affected();
        if confirmed == 0 {
            return Ok(false);
        }
        for hash in recovery {
            sqlx::query("INSERT INTO recovery_codes (person, code_hash) VALUES ($1, $2)")
                .bind(person.to_string())
                .bind(hash.as_str())
                .execute(hold.connection()?)
                .await
                .sql()?;
        }
        hold.commit().await?;
        Ok(true)
    }

    async fn use_step(&self, person: PersonId, step: i64) -> Outcome<bool> {
        let later = sqlx::query("UPDATE factors SET last_step = $2 WHERE person = $1 AND last_step < $2");
        changes(self, later.bind(person.to_string()).bind(step)).await
    }

    async fn use_recovery(&self, person: PersonId, hash: &str) -> Outcome<bool> {
        let used = sqlx::query("DELETE FROM recovery_codes WHERE person = $1 AND code_hash = $2");
        changes(self, used.bind(person.to_string()).bind(hash)).await
    }

    async fn end_factor(&self, person: PersonId) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        for statement in [
            "DELETE FROM recovery_codes WHERE person = $1",
            "DELETE FROM factors WHERE person = $1",
        ] {
            sqlx::query(statement)
                .bind(person.to_string())
                .execute(hold.connection()?)
                .await
                .sql()?;
        }
        hold.commit().await
    }
}
