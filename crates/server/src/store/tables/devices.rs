// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of people.
use super::{Engine, Row, Sql};
use crate::store::{kept, unreadable};
use soglia_domain::id::{DeviceId, PersonId};
use soglia_ledger::store::{Device, Outcome};
use sqlx::Row as _;

pub(super) async fn claim(
    store: &Engine,
    device: DeviceId,
    person: PersonId,
    name: &str,
    now_ms: i64,
) -> Outcome<bool> {
    let mut hold = store.hold_briefly().await?;
    let done = sqlx::query(
        "INSERT INTO devices (device, person, name, first_ms, last_ms) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (device) DO UPDATE SET last_ms = excluded.last_ms,
         name = CASE excluded.name WHEN '' THEN devices.name ELSE excluded.name END
         WHERE devices.person = excluded.person",
    )
    .bind(device.to_string())
    .bind(person.to_string())
    .bind(kept(name))
    .bind(now_ms)
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn is_own(store: &Engine, device: DeviceId, person: PersonId) -> Outcome<bool> {
    let n: i64 = sqlx::query_scalar("SELECT count(*) FROM devices WHERE device = $1 AND person = $2")
        .bind(device.to_string())
        .bind(person.to_string())
        .fetch_one(&store.readers)
        .await
        .sql()?;
    Ok(n == 1)
}

impl Engine {
    /// How many devices were seen since a moment.
    pub(crate) async fn n_devices_since(&self, since_ms: i64) -> Outcome<u64> {
        let n: i64 = sqlx::query_scalar("SELECT count(*) FROM devices WHERE last_ms > $1")
            .bind(since_ms)
            .fetch_one(&self.readers)
            .await
            .sql()?;
        Ok(u64::try_from(n).unwrap_or_default())
    }
}

pub(super) async fn of_person(store: &Engine, person: PersonId) -> Outcome<Vec<Device>> {
    let rows = sqlx::query(
        "SELECT device, name, first_ms, last_ms, revoked_ms, wiped_ms,
         (SELECT count(*) FROM changes c WHERE c.device = devices.device)
         FROM devices WHERE person = $1 ORDER BY last_ms DESC",
    )
    .bind(person.to_string())
    .fetch_all(&store.readers)
    .await
    .sql()?;
    rows.iter().map(|row| read(row, person)).collect()
}

fn read(row: &Row, person: PersonId) -> Outcome<Device> {
    let device: String = row.try_get(0).sql()?;
    let n_changes: i64 = row.try_get(6).sql()?;
    Ok(Device {
        device: device.parse().map_err(unreadable)?,
        person,
        name: row.try_get(1).sql()?,
        first_ms: row.try_get(2).sql()?,
        last_ms: row.try_get(3).sql()?,
        revoked_ms: row.try_get(4).sql()?,
        wiped_ms: row.try_get(5).sql()?,
        n_changes: u64::try_from(n_changes).unwrap_or_default(),
    })
}

pub(super) async fn revoke(store: &Engine, device: DeviceId, person: PersonId, now_ms: i64) -> Outcome<bool> {
    let mut hold = store.hold_briefly().await?;
    let done = sqlx::query(
        "UPDATE devices SET revoked_ms = coalesce(revoked_ms, $3) WHERE device = $1 AND person = $2",
    )
    .bind(device.to_string())
    .bind(person.to_string())
    .bind(now_ms)
    .execute(hold.connection()?)
    .await
    .sql()?;
    let is_own = done.rows_affected() == 1;
    if is_own {
        hold.announce_revocation().await?;
    }
    hold.commit().await?;
    if is_own {
        store.news.revoked();
    }
    Ok(is_own)
}

/// The sessions of a device that holds nothing any more end.
pub(super) async fn note_wiped(store: &Engine, device: DeviceId, now_ms: i64) -> Outcome<()> {
    let mut hold = store.hold_briefly().await?;
    let done = sqlx::query("UPDATE devices SET wiped_ms = $2 WHERE device = $1 AND revoked_ms IS NOT NULL")
        .bind(device.to_string())
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
    if done.rows_affected() == 1 {
        sqlx::query("DELETE FROM sessions WHERE device = $1")
            .bind(device.to_string())
            .execute(hold.connection()?)
            .await
            .sql()?;
    }
    hold.commit().await
}
