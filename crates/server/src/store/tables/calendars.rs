// SPDX-License-Identifier: AGPL-3.0-or-later
//! The addresses from which calendars fetch.
use super::{Engine, Sql, author::author};
use crate::store::kept;
use soglia_domain::{author::Author, id::PersonId};
use soglia_ledger::store::{Calendars, Outcome};

impl Calendars for Engine {
    async fn open_calendar(&self, secret_hash: &str, person: PersonId, now_ms: i64) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query(
            "INSERT INTO calendars (person, secret_hash, since_ms) VALUES ($1, $2, $3)
             ON CONFLICT (person) DO UPDATE SET secret_hash = excluded.secret_hash, since_ms = excluded.since_ms",
        )
        .bind(person.to_string())
        .bind(secret_hash)
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await
    }

    async fn calendar_since(&self, person: PersonId) -> Outcome<Option<i64>> {
        sqlx::query_scalar("SELECT since_ms FROM calendars WHERE person = $1")
            .bind(person.to_string())
            .fetch_optional(&self.readers)
            .await
            .sql()
    }

    async fn calendar(&self, secret_hash: &str) -> Outcome<Option<Author>> {
        let row = sqlx::query(
            "SELECT p.id, p.name, p.role, p.organisation, p.organisation_name
             FROM calendars c JOIN people p ON p.id = c.person WHERE c.secret_hash = $1",
        )
        .bind(kept(secret_hash))
        .fetch_optional(&self.readers)
        .await
        .sql()?;
        row.as_ref().map(author).transpose()
    }

    async fn close_calendar(&self, person: PersonId) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query("DELETE FROM calendars WHERE person = $1")
            .bind(person.to_string())
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await
    }
}
