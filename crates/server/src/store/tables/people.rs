// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and their sessions.
use super::{Engine, Row, Sql};
use crate::store::{kept, unreadable};
use soglia_domain::{
    author::{Author, Role},
    id::PersonId,
};
use soglia_ledger::store::{Outcome, PROLONG_AFTER_MS, Person, SESSION_MS, Visitor};
use sqlx::Row as _;

pub(super) async fn find(store: &Engine, sign_in: &str) -> Outcome<Option<Person>> {
    let row = sqlx::query(
        "SELECT id, name, role, organisation, organisation_name, sign_in, password FROM people WHERE sign_in = $1",
    )
    .bind(kept(sign_in))
    .fetch_optional(&store.readers)
    .await.sql()?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Person {
        author: author(&row)?,
        sign_in: row.try_get(5).sql()?,
        password: row.try_get(6).sql()?,
    }))
}

fn author(row: &Row) -> Outcome<Author> {
    let id = |column: usize| -> Outcome<uuid::Uuid> {
        let text: String = row.try_get(column).sql()?;
        text.parse().map_err(unreadable)
    };
    let role: String = row.try_get(2).sql()?;
    let role: Role = serde_json::from_str(&role)?;
    Ok(Author {
        person: PersonId(id(0)?),
        name: row.try_get(1).sql()?,
        role,
        organisation: soglia_domain::id::OrganisationId(id(3)?),
        organisation_name: row.try_get(4).sql()?,
    })
}

pub(super) async fn add(store: &Engine, person: &Person) -> Outcome<bool> {
    let mut hold = store.hold_briefly().await?;
    let done = sqlx::query(
        "INSERT INTO people (id, sign_in, name, password, role, organisation, organisation_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sign_in) DO NOTHING",
    )
    .bind(person.author.person.to_string())
    .bind(kept(&person.sign_in))
    .bind(kept(&person.author.name))
    .bind(&person.password)
    .bind(serde_json::to_string(&person.author.role)?)
    .bind(person.author.organisation.to_string())
    .bind(kept(&person.author.organisation_name))
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// Another role, organisation or name; devices notice by the count of rights.
pub(super) async fn change_rights(store: &Engine, author: &Author) -> Outcome<()> {
    let role = serde_json::to_string(&author.role)?;
    let mut hold = store.hold_briefly().await?;
    sqlx::query(
        "UPDATE people SET name = $2, role = $3, organisation = $4, organisation_name = $5, rights = rights + 1
         WHERE id = $1 AND (name, role, organisation, organisation_name) <> ($2, $3, $4, $5)",
    )
    .bind(author.person.to_string())
    .bind(kept(&author.name))
    .bind(role)
    .bind(author.organisation.to_string())
    .bind(kept(&author.organisation_name))
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await
}

/// Takes the turn to append: what is shown and removed changes only there.
pub(super) async fn forget_removals(store: &Engine, before_ms: i64) -> Outcome<()> {
    let mut hold = store.hold().await?;
    for step in [
        "UPDATE chain SET floor = old.position
         FROM (SELECT max(position) AS position FROM removals WHERE at_ms < $1) AS old
         WHERE old.position > chain.floor",
        "DELETE FROM removals WHERE at_ms < $1",
    ] {
        sqlx::query(step)
            .bind(before_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
    }
    hold.commit().await
}

pub(super) async fn open_session(
    store: &Engine,
    token_hash: &str,
    visitor: &Visitor,
    now_ms: i64,
) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query("DELETE FROM sessions WHERE expires_ms < $1")
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
    sqlx::query("INSERT INTO sessions (token_hash, person, device, expires_ms) VALUES ($1, $2, $3, $4)")
        .bind(token_hash)
        .bind(visitor.author.person.to_string())
        .bind(visitor.device.to_string())
        .bind(now_ms + SESSION_MS)
        .execute(hold.connection()?)
        .await
        .sql()?;
    hold.commit().await
}

pub(super) async fn session(store: &Engine, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
    let row = sqlx::query(
        "SELECT p.id, p.name, p.role, p.organisation, p.organisation_name, s.device, s.expires_ms,
         p.rights, d.revoked_ms IS NOT NULL, d.last_ms
         FROM sessions s JOIN people p ON p.id = s.person JOIN devices d ON d.device = s.device WHERE s.token_hash = $1 AND s.expires_ms > $2",
    )
    .bind(token_hash)
    .bind(now_ms)
    .fetch_optional(&store.readers)
    .await.sql()?;
    let Some(row) = row else { return Ok(None) };
    let device: String = row.try_get(5).sql()?;
    let device = device.parse().map_err(unreadable)?;
    let expires_ms: i64 = row.try_get(6).sql()?;
    let last_ms: i64 = row.try_get(9).sql()?;
    if expires_ms < now_ms + SESSION_MS - PROLONG_AFTER_MS || last_ms < now_ms - PROLONG_AFTER_MS {
        let mut hold = store.hold_briefly().await?;
        sqlx::query("UPDATE devices SET last_ms = $2 WHERE device = (SELECT device FROM sessions WHERE token_hash = $1)")
            .bind(token_hash)
            .bind(now_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
        sqlx::query("UPDATE sessions SET expires_ms = $2 WHERE token_hash = $1")
            .bind(token_hash)
            .bind(now_ms + SESSION_MS)
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await?;
    }
    let rights: i64 = row.try_get(7).sql()?;
    Ok(Some(Visitor {
        author: author(&row)?,
        device,
        rights: u64::try_from(rights).unwrap_or_default(),
        revoked: row.try_get(8).sql()?,
    }))
}

pub(super) async fn close_session(store: &Engine, token_hash: &str) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
        .bind(token_hash)
        .execute(hold.connection()?)
        .await
        .sql()?;
    hold.commit().await
}
