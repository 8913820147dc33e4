// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at an identity provider.
use super::{Engine, Sql, author::author, sessions};
use crate::store::kept;
use soglia_domain::{author::Author, id::PersonId};
use soglia_ledger::store::{Entry, Outcome, Provider};

impl Provider for Engine {
    async fn link_code(&self, person: PersonId, code_hash: Option<&str>) -> Outcome<bool> {
        let mut hold = self.hold_about("tax codes").await?;
        let before: Option<String> = sqlx::query_scalar("SELECT code_hash FROM tax_codes WHERE person = $1")
            .bind(person.to_string())
            .fetch_optional(hold.connection()?)
            .await
            .sql()?;
        let query = match code_hash {
            Some(hash) => {
                let other: Option<String> =
                    sqlx::query_scalar("SELECT person FROM tax_codes WHERE code_hash = $1 AND person <> $2")
                        .bind(hash)
                        .bind(person.to_string())
                        .fetch_optional(hold.connection()?)
                        .await
                        .sql()?;
                if other.is_some() {
                    return Ok(false);
                }
                sqlx::query(
                    "INSERT INTO tax_codes (person, code_hash) VALUES ($1, $2)
                     ON CONFLICT (person) DO UPDATE SET code_hash = excluded.code_hash",
                )
                .bind(person.to_string())
                .bind(hash)
            }
            None => sqlx::query("DELETE FROM tax_codes WHERE person = $1").bind(person.to_string()),
        };
        query.execute(hold.connection()?).await.sql()?;
        hold.commit().await?;
        if before.is_some() && before.as_deref() != code_hash {
            sessions::end(self, person, |_| true).await?;
        }
        Ok(true)
    }

    async fn of_code(&self, code_hash: &str) -> Outcome<Option<Author>> {
        let row = sqlx::query(
            "SELECT p.id, p.name, p.role, p.organisation, p.organisation_name
             FROM tax_codes t JOIN people p ON p.id = t.person WHERE t.code_hash = $1",
        )
        .bind(code_hash)
        .fetch_optional(&self.readers)
        .await
        .sql()?;
        row.as_ref().map(author).transpose()
    }

    async fn keep_entry(&self, entry: Entry<'_>, most: usize, now_ms: i64) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query("DELETE FROM entries WHERE until_ms <= $1")
            .bind(now_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
        sqlx::query(
            "INSERT INTO entries (token_hash, held, until_ms) VALUES ($1, $2, $3)
             ON CONFLICT (token_hash) DO UPDATE SET held = excluded.held, until_ms = excluded.until_ms",
        )
        .bind(entry.token_hash)
        .bind(kept(entry.text))
        .bind(entry.until_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        // The latest end of those that are one too many; none where there are fewer.
        let text = format!(
            "DELETE FROM entries WHERE until_ms <= (SELECT until_ms FROM entries ORDER BY until_ms DESC
             LIMIT 1 OFFSET {most}) AND token_hash <> $1"
        );
        sqlx::query(&text)
            .bind(entry.token_hash)
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await
    }

    async fn entry(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<String>> {
        sqlx::query_scalar("SELECT held FROM entries WHERE token_hash = $1 AND until_ms > $2")
            .bind(token_hash)
            .bind(now_ms)
            .fetch_optional(&self.readers)
            .await
            .sql()
    }

    async fn take_entry(&self, token_hash: &str, text: &str, now_ms: i64) -> Outcome<bool> {
        let mut hold = self.hold_briefly().await?;
        let done = sqlx::query("DELETE FROM entries WHERE token_hash = $1 AND held = $2 AND until_ms > $3")
            .bind(token_hash)
            .bind(kept(text))
            .bind(now_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await?;
        Ok(done.rows_affected() > 0)
    }
}
