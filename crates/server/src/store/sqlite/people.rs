// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, their devices and their sessions.
use super::{Sqlite, write::SqliteWrite};
use crate::store::{Outcome, Person, StoreError, Visitor, Write};
use soglia_domain::{
    author::{Author, Role},
    id::{DeviceId, PersonId},
};
use sqlx::{Row, sqlite::SqliteRow};

/// A session lasts this long after its last use.
const SESSION_MS: i64 = 30 * 86_400_000;

/// A session is prolonged at most this often, so that reading does not write each time.
const PROLONG_AFTER_MS: i64 = 3_600_000;

pub(super) async fn find(store: &Sqlite, sign_in: &str) -> Outcome<Option<Person>> {
    let row = sqlx::query(
        "SELECT id, name, role, organisation, organisation_name, sign_in, password FROM people WHERE sign_in = ?1",
    )
    .bind(sign_in)
    .fetch_optional(&store.readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Person {
        author: author(&row)?,
        sign_in: row.try_get(5)?,
        password: row.try_get(6)?,
    }))
}

fn author(row: &SqliteRow) -> Outcome<Author> {
    let id = |column: usize| -> Outcome<uuid::Uuid> {
        let text: String = row.try_get(column)?;
        text.parse()
            .map_err(|_| StoreError("a stored identity does not read".to_owned()))
    };
    let role: String = row.try_get(2)?;
    let role: Role = serde_json::from_str(&role)?;
    Ok(Author {
        person: PersonId(id(0)?),
        name: row.try_get(1)?,
        role,
        organisation: soglia_domain::id::OrganisationId(id(3)?),
        organisation_name: row.try_get(4)?,
    })
}

pub(super) async fn add(store: &Sqlite, person: &Person) -> Outcome<bool> {
    let mut write = SqliteWrite::begin(store).await?;
    let done = sqlx::query(
        "INSERT INTO people (id, sign_in, name, password, role, organisation, organisation_name)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (sign_in) DO NOTHING",
    )
    .bind(person.author.person.to_string())
    .bind(&person.sign_in)
    .bind(&person.author.name)
    .bind(&person.password)
    .bind(serde_json::to_string(&person.author.role)?)
    .bind(person.author.organisation.to_string())
    .bind(&person.author.organisation_name)
    .execute(write.connection()?)
    .await?;
    write.commit().await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn claim_device(store: &Sqlite, device: DeviceId, person: PersonId) -> Outcome<bool> {
    if owns_device(store, device, person).await? {
        return Ok(true);
    }
    let mut write = SqliteWrite::begin(store).await?;
    let done =
        sqlx::query("INSERT INTO devices (device, person) VALUES (?1, ?2) ON CONFLICT (device) DO NOTHING")
            .bind(device.to_string())
            .bind(person.to_string())
            .execute(write.connection()?)
            .await?;
    write.commit().await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn owns_device(store: &Sqlite, device: DeviceId, person: PersonId) -> Outcome<bool> {
    let n: i64 = sqlx::query_scalar("SELECT count(*) FROM devices WHERE device = ?1 AND person = ?2")
        .bind(device.to_string())
        .bind(person.to_string())
        .fetch_one(&store.readers)
        .await?;
    Ok(n == 1)
}

pub(super) async fn open_session(
    store: &Sqlite,
    token_hash: &str,
    visitor: &Visitor,
    now_ms: i64,
) -> Outcome<()> {
    let mut write = SqliteWrite::begin(store).await?;
    sqlx::query("DELETE FROM sessions WHERE expires_ms < ?1")
        .bind(now_ms)
        .execute(write.connection()?)
        .await?;
    sqlx::query("INSERT INTO sessions (token_hash, person, device, expires_ms) VALUES (?1, ?2, ?3, ?4)")
        .bind(token_hash)
        .bind(visitor.author.person.to_string())
        .bind(visitor.device.to_string())
        .bind(now_ms + SESSION_MS)
        .execute(write.connection()?)
        .await?;
    write.commit().await
}

pub(super) async fn session(store: &Sqlite, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
    let row = sqlx::query(
        "SELECT p.id, p.name, p.role, p.organisation, p.organisation_name, s.device, s.expires_ms
         FROM sessions s JOIN people p ON p.id = s.person WHERE s.token_hash = ?1 AND s.expires_ms > ?2",
    )
    .bind(token_hash)
    .bind(now_ms)
    .fetch_optional(&store.readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let device: String = row.try_get(5)?;
    let device = device
        .parse()
        .map_err(|_| StoreError("a stored identity does not read".to_owned()))?;
    let expires_ms: i64 = row.try_get(6)?;
    if expires_ms < now_ms + SESSION_MS - PROLONG_AFTER_MS {
        let mut write = SqliteWrite::begin(store).await?;
        sqlx::query("UPDATE sessions SET expires_ms = ?2 WHERE token_hash = ?1")
            .bind(token_hash)
            .bind(now_ms + SESSION_MS)
            .execute(write.connection()?)
            .await?;
        write.commit().await?;
    }
    Ok(Some(Visitor {
        author: author(&row)?,
        device,
    }))
}

pub(super) async fn close_session(store: &Sqlite, token_hash: &str) -> Outcome<()> {
    let mut write = SqliteWrite::begin(store).await?;
    sqlx::query("DELETE FROM sessions WHERE token_hash = ?1")
        .bind(token_hash)
        .execute(write.connection()?)
        .await?;
    write.commit().await
}
