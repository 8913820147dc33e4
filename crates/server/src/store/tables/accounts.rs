// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an administrator keeps of people.
use super::{Engine, Row, Sql, author::author, sessions};
use crate::store::{kept, unreadable};
use soglia_domain::{
    author::Role,
    id::{OrganisationId, PersonId},
};
use soglia_ledger::store::{Account, Accounts, Acting, OpenSession, Outcome};
use sqlx::Row as _;

const ACCOUNTS: &str = "SELECT p.id, p.name, p.role, p.organisation, p.organisation_name, p.sign_in,
    CASE WHEN p.password = '' THEN 0 ELSE 1 END,
    (SELECT COUNT(*) FROM factors f WHERE f.person = p.id AND f.last_step IS NOT NULL),
    (SELECT MAX(d.last_ms) FROM devices d WHERE d.person = p.id),
    e.at_ms, i.until_ms, a.role, a.organisation, a.organisation_name, a.until_ms,
    (SELECT COUNT(*) FROM tax_codes t WHERE t.person = p.id)
    FROM people p LEFT JOIN access_ends e ON e.person = p.id LEFT JOIN invitations i ON i.person = p.id
    LEFT JOIN acting a ON a.person = p.id ORDER BY p.sign_in";

impl Accounts for Engine {
    async fn accounts(&self) -> Outcome<Vec<Account>> {
        let rows = sqlx::query(ACCOUNTS).fetch_all(&self.readers).await.sql()?;
        rows.iter().map(account).collect()
    }

    async fn is_ended(&self, person: PersonId, now_ms: i64) -> Outcome<bool> {
        let at_ms: Option<i64> = sqlx::query_scalar("SELECT at_ms FROM access_ends WHERE person = $1")
            .bind(person.to_string())
            .fetch_optional(&self.readers)
            .await
            .sql()?;
        Ok(at_ms.is_some_and(|at| at <= now_ms))
    }

    async fn set_end(&self, person: PersonId, at_ms: Option<i64>) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        let query = match at_ms {
            Some(at_ms) => sqlx::query(
                "INSERT INTO access_ends (person, at_ms) VALUES ($1, $2)
                 ON CONFLICT (person) DO UPDATE SET at_ms = excluded.at_ms",
            )
            .bind(person.to_string())
            .bind(at_ms),
            None => sqlx::query("DELETE FROM access_ends WHERE person = $1").bind(person.to_string()),
        };
        query.execute(hold.connection()?).await.sql()?;
        hold.commit().await
    }

    async fn set_acting(&self, person: PersonId, acting: Option<&Acting>) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        let query = match acting {
            Some(acting) => sqlx::query(
                "INSERT INTO acting (person, role, organisation, organisation_name, until_ms)
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person) DO UPDATE SET role = excluded.role,
                 organisation = excluded.organisation, organisation_name = excluded.organisation_name,
                 until_ms = excluded.until_ms",
            )
            .bind(person.to_string())
            .bind(serde_json::to_string(&acting.role)?)
            .bind(acting.organisation.to_string())
            .bind(kept(&acting.organisation_name))
            .bind(acting.until_ms),
            None => sqlx::query("DELETE FROM acting WHERE person = $1").bind(person.to_string()),
        };
        query.execute(hold.connection()?).await.sql()?;
        hold.commit().await
    }

    async fn invite(&self, person: PersonId, token_hash: &str, until_ms: i64) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query(
            "INSERT INTO invitations (person, token_hash, until_ms) VALUES ($1, $2, $3)
             ON CONFLICT (person) DO UPDATE SET token_hash = excluded.token_hash, until_ms = excluded.until_ms",
        )
        .bind(person.to_string())
        .bind(token_hash)
        .bind(until_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await
    }

    async fn invited(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        let person: Option<String> =
            sqlx::query_scalar("SELECT person FROM invitations WHERE token_hash = $1 AND until_ms > $2")
                .bind(kept(token_hash))
                .bind(now_ms)
                .fetch_optional(&self.readers)
                .await
                .sql()?;
        person.map(|id| id.parse().map_err(unreadable)).transpose()
    }

    async fn take_up(&self, token_hash: &str, password: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        let mut hold = self.hold_briefly().await?;
        let person: Option<String> = sqlx::query_scalar(
            "DELETE FROM invitations WHERE token_hash = $1 AND until_ms > $2 RETURNING person",
        )
        .bind(kept(token_hash))
        .bind(now_ms)
        .fetch_optional(hold.connection()?)
        .await
        .sql()?;
        let Some(person) = person else { return Ok(None) };
        sqlx::query("UPDATE people SET password = $2 WHERE id = $1")
            .bind(&person)
            .bind(password)
            .execute(hold.connection()?)
            .await
            .sql()?;
        sqlx::query("DELETE FROM sessions WHERE person = $1")
            .bind(&person)
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await?;
        Ok(Some(person.parse().map_err(unreadable)?))
    }

    async fn set_password(&self, person: PersonId, password: &str, kept_line: Option<&str>) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query("UPDATE people SET password = $2 WHERE id = $1")
            .bind(person.to_string())
            .bind(password)
            .execute(hold.connection()?)
            .await
            .sql()?;
        sqlx::query("DELETE FROM invitations WHERE person = $1")
            .bind(person.to_string())
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await?;
        sessions::end(self, person, |line| kept_line != Some(line)).await?;
        Ok(())
    }

    async fn sessions(&self, person: PersonId, now_ms: i64) -> Outcome<Vec<OpenSession>> {
        sessions::of_person(self, person, now_ms).await
    }

    async fn line_of(&self, token_hash: &str) -> Outcome<Option<String>> {
        sessions::line_of(self, token_hash).await
    }

    async fn end_session(&self, person: PersonId, line: &str) -> Outcome<bool> {
        sessions::end(self, person, |known| known == line).await
    }

    async fn succeed(&self, token_hash: &str, next_hash: &str, now_ms: i64) -> Outcome<bool> {
        sessions::succeed(self, token_hash, next_hash, now_ms).await
    }
}

fn account(row: &Row) -> Outcome<Account> {
    let acting: Option<String> = row.try_get(11).sql()?;
    Ok(Account {
        author: author(row)?,
        sign_in: row.try_get(5).sql()?,
        has_password: row.try_get::<i32, _>(6).sql()? != 0,
        has_factor: row.try_get::<i64, _>(7).sql()? != 0,
        has_code: row.try_get::<i64, _>(15).sql()? != 0,
        last_ms: row.try_get(8).sql()?,
        ends_ms: row.try_get(9).sql()?,
        invited_until_ms: row.try_get(10).sql()?,
        acting: acting.map(|role| acting_of(row, &role)).transpose()?,
    })
}

fn acting_of(row: &Row, role: &str) -> Outcome<Acting> {
    let role: Role = serde_json::from_str(role)?;
    let organisation: String = row.try_get(12).sql()?;
    Ok(Acting {
        role,
        organisation: OrganisationId(organisation.parse().map_err(unreadable)?),
        organisation_name: row.try_get(13).sql()?,
        until_ms: row.try_get(14).sql()?,
    })
}
