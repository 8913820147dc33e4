// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of people.
use super::{Sql, Sqlite, write::SqliteWrite};
use soglia_domain::id::{DeviceId, PersonId};
use soglia_ledger::store::{Device, Outcome, StoreError, Write};
use sqlx::{Row, sqlite::SqliteRow};

pub(super) async fn claim(
    store: &Sqlite,
    device: DeviceId,
    person: PersonId,
    name: &str,
    now_ms: i64,
) -> Outcome<bool> {
    let mut write = SqliteWrite::begin(store).await?;
    let done = sqlx::query(
        "INSERT INTO devices (device, person, name, first_ms, last_ms) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (device) DO UPDATE SET last_ms = excluded.last_ms,
         name = CASE excluded.name WHEN '' THEN devices.name ELSE excluded.name END
         WHERE devices.person = excluded.person",
    )
    .bind(device.to_string())
    .bind(person.to_string())
    .bind(name)
    .bind(now_ms)
    .execute(write.connection()?)
    .await
    .sql()?;
    write.commit().await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn is_own(store: &Sqlite, device: DeviceId, person: PersonId) -> Outcome<bool> {
    let n: i64 = sqlx::query_scalar("SELECT count(*) FROM devices WHERE device = ?1 AND person = ?2")
        .bind(device.to_string())
        .bind(person.to_string())
        .fetch_one(&store.readers)
        .await
        .sql()?;
    Ok(n == 1)
}

pub(super) async fn of_person(store: &Sqlite, person: PersonId) -> Outcome<Vec<Device>> {
    let rows = sqlx::query(
        "SELECT device, name, first_ms, last_ms, revoked_ms, wiped_ms,
         (SELECT count(*) FROM changes c WHERE c.device = devices.device)
         FROM devices WHERE person = ?1 ORDER BY last_ms DESC",
    )
    .bind(person.to_string())
    .fetch_all(&store.readers)
    .await
    .sql()?;
    rows.iter().map(|row| read(row, person)).collect()
}

fn read(row: &SqliteRow, person: PersonId) -> Outcome<Device> {
    let device: String = row.try_get(0).sql()?;
    let n_changes: i64 = row.try_get(6).sql()?;
    Ok(Device {
        device: device
            .parse()
            .map_err(|_| StoreError("a stored identity does not read".to_owned()))?,
        person,
        name: row.try_get(1).sql()?,
        first_ms: row.try_get(2).sql()?,
        last_ms: row.try_get(3).sql()?,
        revoked_ms: row.try_get(4).sql()?,
        wiped_ms: row.try_get(5).sql()?,
        n_changes: u64::try_from(n_changes).unwrap_or_default(),
    })
}

pub(super) async fn revoke(store: &Sqlite, device: DeviceId, person: PersonId, now_ms: i64) -> Outcome<bool> {
    let mut write = SqliteWrite::begin(store).await?;
    let done = sqlx::query(
        "UPDATE devices SET revoked_ms = coalesce(revoked_ms, ?3) WHERE device = ?1 AND person = ?2",
    )
    .bind(device.to_string())
    .bind(person.to_string())
    .bind(now_ms)
    .execute(write.connection()?)
    .await
    .sql()?;
    write.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// The sessions of a device that holds nothing any more end.
pub(super) async fn note_wiped(store: &Sqlite, device: DeviceId, now_ms: i64) -> Outcome<()> {
    let mut write = SqliteWrite::begin(store).await?;
    let done = sqlx::query("UPDATE devices SET wiped_ms = ?2 WHERE device = ?1 AND revoked_ms IS NOT NULL")
        .bind(device.to_string())
        .bind(now_ms)
        .execute(write.connection()?)
        .await
        .sql()?;
    if done.rows_affected() == 1 {
        sqlx::query("DELETE FROM sessions WHERE device = ?1")
            .bind(device.to_string())
            .execute(write.connection()?)
            .await
            .sql()?;
    }
    write.commit().await
}
