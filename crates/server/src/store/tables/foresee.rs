// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a batch is about to ask, asked in one statement for each kind; and what the transaction itself answered since.
use super::{Connection, Row, Sql};
use crate::store::{from_sql, rows::listed};
use soglia_domain::{
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
};
use soglia_ledger::store::Outcome;
use sqlx::Row as _;
use std::collections::{HashMap, HashSet, hash_map::Entry};

/// An author and an answer, as they rest.
type Told = (String, String);

#[derive(Clone, Copy, Default)]
pub(super) struct Device {
    pub(super) highest: u64,
    pub(super) is_revoked: bool,
}

#[derive(Default)]
pub(super) struct Foreseen {
    answers: HashMap<ChangeId, Option<Told>>,
    not_aside: HashSet<ChangeId>,
    bodies: HashMap<Key, Option<String>>,
    /// Those of the records that rest in the archive.
    archived: HashSet<Key>,
    /// Of which it is known whether they rest there.
    looked_at: HashSet<Key>,
    creators: HashMap<LogPosition, Option<DeviceId>>,
    devices: HashMap<DeviceId, Device>,
}

const ANSWERS: &str = "SELECT change_id, author, answer FROM changes WHERE change_id IN ";
const REFUSALS: &str = " UNION ALL SELECT change_id, author, answer FROM refused WHERE change_id IN ";

impl Foreseen {
    pub(super) async fn look_up(
        connection: &mut Connection,
        members: &str,
        changes: &[ChangeId],
        records: &[Key],
        devices: &[DeviceId],
    ) -> Outcome<Self> {
        let mut found = Self::default();
        if !changes.is_empty() {
            let asked = listed(changes.iter());
            found.answers = changes.iter().map(|change| (*change, None)).collect();
            let text = format!("{ANSWERS}{members}{REFUSALS}{members}");
            for row in rows(connection, &text, &asked).await? {
                if let Ok(change) = row.try_get::<String, _>(0).sql()?.parse() {
                    found.answers.insert(change, Some(told(&row)?));
                }
            }
            found.not_aside = changes.iter().copied().collect();
            let text = format!("SELECT change_id FROM quarantine WHERE change_id IN {members}");
            for row in rows(connection, &text, &asked).await? {
                if let Ok(change) = row.try_get::<String, _>(0).sql()?.parse::<ChangeId>() {
                    found.not_aside.remove(&change);
                }
            }
        }
        if !records.is_empty() {
            found.bodies = records.iter().map(|key| (*key, None)).collect();
            let text = format!(
                "SELECT r.key, r.body, r.created, c.device FROM records r
                 LEFT JOIN changes c ON c.position = r.created WHERE r.key IN {members}"
            );
            for row in rows(connection, &text, &listed(records.iter())).await? {
                if let Ok(key) = row.try_get::<String, _>(0).sql()?.parse() {
                    found.bodies.insert(key, Some(row.try_get(1).sql()?));
                }
                let device: Option<String> = row.try_get(3).sql()?;
                let device = device.and_then(|device| device.parse().ok());
                found.creators.insert(from_sql(row.try_get(2).sql()?), device);
            }
        }
        if !records.is_empty() {
            let text = format!("SELECT key FROM withdrawn WHERE key IN {members}");
            for row in rows(connection, &text, &listed(records.iter())).await? {
                found
                    .archived
                    .extend(row.try_get::<String, _>(0).sql()?.parse::<Key>());
            }
            found.looked_at = records.iter().copied().collect();
        }
        if !devices.is_empty() {
            found.devices = devices
                .iter()
                .map(|device| (*device, Device::default()))
                .collect();
            let text = format!(
                "SELECT device, highest, revoked_ms IS NOT NULL FROM devices WHERE device IN {members}"
            );
            for row in rows(connection, &text, &listed(devices.iter())).await? {
                if let Ok(device) = row.try_get::<String, _>(0).sql()?.parse() {
                    found.devices.insert(device, read_device(&row)?);
                }
            }
        }
        Ok(found)
    }

    /// Whether one of these rests in the archive; none where that was not foreseen of all.
    pub(super) fn are_archived(&self, keys: &[Key]) -> Option<bool> {
        keys.iter()
            .all(|key| self.looked_at.contains(key))
            .then(|| keys.iter().any(|key| self.archived.contains(key)))
    }

    /// What the transaction answered just now.
    pub(super) fn answered(&mut self, change: ChangeId, author: String, answer: String) {
        self.answers.insert(change, Some((author, answer)));
    }

    /// A record was written: what was foreseen of it is no longer so.
    pub(super) fn forget(&mut self, key: Key) {
        self.bodies.remove(&key);
    }

    pub(super) fn set_aside(&mut self, change: ChangeId) {
        self.not_aside.remove(&change);
    }

    pub(super) fn is_not_aside(&self, change: ChangeId) -> bool {
        self.not_aside.contains(&change)
    }

    pub(super) async fn answer(
        &mut self,
        connection: &mut Connection,
        change: ChangeId,
    ) -> Outcome<Option<&(String, String)>> {
        if let Entry::Vacant(place) = self.answers.entry(change) {
            let row = sqlx::query(
                "SELECT change_id, author, answer FROM changes WHERE change_id = $1
                 UNION ALL SELECT change_id, author, answer FROM refused WHERE change_id = $1",
            )
            .bind(change.to_string())
            .fetch_optional(connection)
            .await
            .sql()?;
            place.insert(row.as_ref().map(told).transpose()?);
        }
        Ok(self.answers.get(&change).and_then(Option::as_ref))
    }

    pub(super) async fn body(&mut self, connection: &mut Connection, key: Key) -> Outcome<Option<String>> {
        if let Some(body) = self.bodies.get(&key) {
            return Ok(body.clone());
        }
        sqlx::query_scalar("SELECT body FROM records WHERE key = $1")
            .bind(key.to_string())
            .fetch_optional(connection)
            .await
            .sql()
    }

    pub(super) async fn device_at(
        &mut self,
        connection: &mut Connection,
        position: LogPosition,
    ) -> Outcome<Option<DeviceId>> {
        if let Some(device) = self.creators.get(&position) {
            return Ok(*device);
        }
        let device: Option<String> = sqlx::query_scalar("SELECT device FROM changes WHERE position = $1")
            .bind(crate::store::to_sql(position))
            .fetch_optional(connection)
            .await
            .sql()?;
        Ok(device.and_then(|device| device.parse().ok()))
    }

    pub(super) async fn device(&mut self, connection: &mut Connection, device: DeviceId) -> Outcome<Device> {
        if let Some(known) = self.devices.get(&device) {
            return Ok(*known);
        }
        let row =
            sqlx::query("SELECT device, highest, revoked_ms IS NOT NULL FROM devices WHERE device = $1")
                .bind(device.to_string())
                .fetch_optional(connection)
                .await
                .sql()?;
        row.as_ref()
            .map(read_device)
            .transpose()
            .map(Option::unwrap_or_default)
    }
}

async fn rows(connection: &mut Connection, text: &str, asked: &str) -> Outcome<Vec<Row>> {
    sqlx::query(text).bind(asked).fetch_all(connection).await.sql()
}

fn told(row: &Row) -> Outcome<Told> {
    Ok((row.try_get(1).sql()?, row.try_get(2).sql()?))
}

fn read_device(row: &Row) -> Outcome<Device> {
    let highest: i64 = row.try_get(1).sql()?;
    Ok(Device {
        highest: u64::try_from(highest).unwrap_or_default(),
        is_revoked: row.try_get(2).sql()?,
    })
}
