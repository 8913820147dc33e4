// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sessions and their tokens: one session has one token after the other.
use super::{Engine, Row, Sql, author::author};
use crate::store::unreadable;
use soglia_domain::id::PersonId;
use soglia_ledger::store::{
    OpenSession, Outcome, PROLONG_AFTER_MS, SESSION_AT_MOST_MS, SESSION_MS, SUCCEEDED_MS, TOKEN_MS, Visitor,
};
use sqlx::Row as _;

/// Which session a token is of, and since when it is open. A token from before there were lines is a session of its own.
const LINE: &str = "COALESCE(l.line, substr(s.token_hash, 1, 16))";

fn opened() -> String {
    format!("COALESCE(l.opened_ms, s.expires_ms - {SESSION_MS})")
}

pub(super) async fn open(store: &Engine, token_hash: &str, visitor: &Visitor, now_ms: i64) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query("DELETE FROM sessions WHERE expires_ms < $1")
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
    sqlx::query("DELETE FROM session_lines WHERE token_hash NOT IN (SELECT token_hash FROM sessions)")
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
    sqlx::query(
        "INSERT INTO session_lines (token_hash, line, opened_ms, begun_ms, is_fresh)
         VALUES ($1, substr($1, 1, 16), $2, $2, 0)",
    )
    .bind(token_hash)
    .bind(now_ms)
    .execute(hold.connection()?)
    .await
    .sql()?;
    sqlx::query("DELETE FROM vouched WHERE line NOT IN (SELECT line FROM session_lines)")
        .execute(hold.connection()?)
        .await
        .sql()?;
    if visitor.vouched {
        sqlx::query("INSERT INTO vouched (line) VALUES (substr($1, 1, 16))")
            .bind(token_hash)
            .execute(hold.connection()?)
            .await
            .sql()?;
    }
    hold.commit().await
}

/// Who a session belongs to, as they are now: a delegation gives another role while it lasts.
pub(super) async fn find(store: &Engine, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
    let opened = opened();
    let text = format!(
        "SELECT p.id, p.name, COALESCE(a.role, p.role), COALESCE(a.organisation, p.organisation),
         COALESCE(a.organisation_name, p.organisation_name), s.device, s.expires_ms, p.rights,
         d.revoked_ms IS NOT NULL, d.last_ms, e.at_ms, COALESCE(l.is_fresh, 0), {LINE},
         EXISTS (SELECT 1 FROM vouched v WHERE v.line = l.line)
         FROM sessions s JOIN people p ON p.id = s.person JOIN devices d ON d.device = s.device
         LEFT JOIN session_lines l ON l.token_hash = s.token_hash
         LEFT JOIN acting a ON a.person = p.id AND a.until_ms > $2
         LEFT JOIN access_ends e ON e.person = p.id
         WHERE s.token_hash = $1 AND s.expires_ms > $2 AND {opened} > $2 - {SESSION_AT_MOST_MS}"
    );
    let row = sqlx::query(&text)
        .bind(token_hash)
        .bind(now_ms)
        .fetch_optional(&store.readers)
        .await
        .sql()?;
    let Some(row) = row else { return Ok(None) };
    let device: String = row.try_get(5).sql()?;
    let expires_ms: i64 = row.try_get(6).sql()?;
    let last_ms: i64 = row.try_get(9).sql()?;
    let ends_ms: Option<i64> = row.try_get(10).sql()?;
    let is_fresh = row.try_get::<i64, _>(11).sql()? != 0;
    if is_fresh {
        begin_successor(store, token_hash, &row.try_get::<String, _>(12).sql()?, now_ms).await?;
    }
    // A token that was followed by another one ends soon, and is not prolonged.
    let is_old = expires_ms < now_ms + SESSION_MS - PROLONG_AFTER_MS || last_ms < now_ms - PROLONG_AFTER_MS;
    if is_old && expires_ms > now_ms + SUCCEEDED_MS {
        prolong(store, token_hash, now_ms).await?;
    }
    let rights: i64 = row.try_get(7).sql()?;
    let is_revoked: bool = row.try_get(8).sql()?;
    Ok(Some(Visitor {
        author: author(&row)?,
        device: device.parse().map_err(unreadable)?,
        rights: u64::try_from(rights).unwrap_or_default(),
        revoked: is_revoked || ends_ms.is_some_and(|at| at <= now_ms),
        vouched: row.try_get(13).sql()?,
    }))
}

async fn prolong(store: &Engine, token_hash: &str, now_ms: i64) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query(
        "UPDATE devices SET last_ms = $2 WHERE device = (SELECT device FROM sessions WHERE token_hash = $1)",
    )
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
    hold.commit().await
}

/// The first use of a token that followed another: those before it end soon.
async fn begin_successor(store: &Engine, token_hash: &str, line: &str, now_ms: i64) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query("UPDATE session_lines SET is_fresh = 0 WHERE token_hash = $1")
        .bind(token_hash)
        .execute(hold.connection()?)
        .await
        .sql()?;
    sqlx::query(
        "UPDATE sessions SET expires_ms = $3 WHERE expires_ms > $3 AND token_hash <> $1
         AND token_hash IN (SELECT token_hash FROM session_lines WHERE line = $2 AND is_fresh = 0)",
    )
    .bind(token_hash)
    .bind(line)
    .bind(now_ms + SUCCEEDED_MS)
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await
}

/// A token opens no more, and neither do those before and after it.
pub(super) async fn close(store: &Engine, token_hash: &str) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    sqlx::query(
        "DELETE FROM sessions WHERE token_hash = $1 OR token_hash IN (SELECT other.token_hash FROM session_lines other
         JOIN session_lines own ON own.line = other.line WHERE own.token_hash = $1)",
    )
    .bind(token_hash)
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await
}

pub(super) async fn of_person(store: &Engine, person: PersonId, now_ms: i64) -> Outcome<Vec<OpenSession>> {
    let opened = opened();
    let text = format!(
        "SELECT {LINE} AS of_line, MIN(s.device), MIN(d.name), MIN({opened}) AS since_ms, MAX(s.expires_ms)
         FROM sessions s JOIN devices d ON d.device = s.device
         LEFT JOIN session_lines l ON l.token_hash = s.token_hash
         WHERE s.person = $1 AND s.expires_ms > $2 AND {opened} > $2 - {SESSION_AT_MOST_MS}
         GROUP BY {LINE} ORDER BY since_ms DESC, of_line"
    );
    let rows = sqlx::query(&text)
        .bind(person.to_string())
        .bind(now_ms)
        .fetch_all(&store.readers)
        .await
        .sql()?;
    let read = |row: &Row| -> Outcome<OpenSession> {
        let device: String = row.try_get(1).sql()?;
        Ok(OpenSession {
            line: row.try_get(0).sql()?,
            device: device.parse().map_err(unreadable)?,
            device_name: row.try_get(2).sql()?,
            opened_ms: row.try_get(3).sql()?,
            expires_ms: row.try_get(4).sql()?,
        })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn line_of(store: &Engine, token_hash: &str) -> Outcome<Option<String>> {
    let text = format!(
        "SELECT {LINE} FROM sessions s LEFT JOIN session_lines l ON l.token_hash = s.token_hash WHERE s.token_hash = $1"
    );
    sqlx::query_scalar(&text)
        .bind(token_hash)
        .fetch_optional(&store.readers)
        .await
        .sql()
}

/// Ends the sessions of somebody: one of them, or all but one.
pub(super) async fn end(
    store: &Engine,
    person: PersonId,
    is_ended: impl Fn(&str) -> bool + Send,
) -> Outcome<bool> {
    let text = format!(
        "SELECT {LINE}, s.token_hash FROM sessions s LEFT JOIN session_lines l ON l.token_hash = s.token_hash
         WHERE s.person = $1"
    );
    let mut hold = store.hold_briefly().await?;
    let rows = sqlx::query(&text)
        .bind(person.to_string())
        .fetch_all(hold.connection()?)
        .await
        .sql()?;
    let mut has_ended = false;
    for row in rows {
        let line: String = row.try_get(0).sql()?;
        if is_ended(&line) {
            sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
                .bind(row.try_get::<String, _>(1).sql()?)
                .execute(hold.connection()?)
                .await
                .sql()?;
            has_ended = true;
        }
    }
    hold.commit().await?;
    Ok(has_ended)
}

pub(super) async fn succeed(store: &Engine, token_hash: &str, next_hash: &str, now_ms: i64) -> Outcome<bool> {
    let opened = opened();
    let mut hold = store.hold_briefly().await?;
    let text = format!(
        "INSERT INTO session_lines (token_hash, line, opened_ms, begun_ms, is_fresh)
         SELECT $2, {LINE}, {opened}, $3, 1 FROM sessions s LEFT JOIN session_lines l ON l.token_hash = s.token_hash
         WHERE s.token_hash = $1 AND s.expires_ms > $3 AND COALESCE(l.begun_ms, {opened}) <= $3 - {TOKEN_MS}"
    );
    let done = sqlx::query(&text)
        .bind(token_hash)
        .bind(next_hash)
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO sessions (token_hash, person, device, expires_ms) SELECT $2, person, device, $3 FROM sessions WHERE token_hash = $1",
    )
    .bind(token_hash)
    .bind(next_hash)
    .bind(now_ms + SESSION_MS)
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await?;
    Ok(true)
}
