// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a transaction is going to write: collected, and written in few statements when it is committed or read again.
use super::{Connection, Sql, insert::Rows};
use crate::store::{count, to_sql};
use soglia_domain::{
    access::Roles,
    id::DeviceId,
    record::{Key, LogPosition},
};
use soglia_ledger::{
    chain::Hash,
    store::{LogEntry, LogHead, Outcome},
};
use std::collections::BTreeMap;

/// Beyond so many lines or records they are written, so that a long list does not stand in memory twice.
const MOST: usize = 2_000;

#[derive(Default)]
pub(super) struct Pending {
    pub(super) lines: Vec<Line>,
    pub(super) records: BTreeMap<Key, Body>,
    pub(super) refused: Vec<Refused>,
    pub(super) highest: BTreeMap<DeviceId, u64>,
    pub(super) head: Option<LogHead>,
}

pub(super) struct Line {
    pub(super) entry: LogEntry,
    pub(super) hash: Hash,
    pub(super) touched: Vec<Key>,
}

pub(super) struct Body {
    pub(super) position: LogPosition,
    pub(super) created: LogPosition,
    pub(super) roles: Roles,
    pub(super) to_all_partners: bool,
    pub(super) text: String,
}

pub(super) struct Refused {
    pub(super) change: String,
    pub(super) device: String,
    pub(super) counter: u64,
    pub(super) author: String,
    pub(super) at: String,
    pub(super) received_ms: i64,
    pub(super) action: String,
    pub(super) answer: String,
}

const LINES: Rows<Line> = Rows {
    before: "INSERT INTO changes (position, change_id, device, counter, author, author_name, role, at, received_ms,
             action, edits, answer, seen, hash, salt, digest) ",
    after: "",
    n_columns: 16,
    bind: |query, Line { entry, hash, .. }| {
        query
            .bind(to_sql(entry.position))
            .bind(&entry.change)
            .bind(&entry.device)
            .bind(count(entry.counter))
            .bind(&entry.author)
            .bind(&entry.by_name)
            .bind(&entry.role)
            .bind(&entry.at)
            .bind(entry.received_ms)
            .bind(&entry.action)
            .bind(&entry.edits)
            .bind(&entry.answer)
            .bind(&entry.seen)
            .bind(hash.as_str())
            .bind(&entry.salt)
            .bind(&entry.digest)
    },
};

const TOUCHED: Rows<(String, i64)> = Rows {
    before: "INSERT INTO change_records (key, position) ",
    after: " ON CONFLICT DO NOTHING",
    n_columns: 2,
    bind: |query, (key, position)| query.bind(key).bind(position),
};

const RECORDS: Rows<(Key, String, Body)> = Rows {
    before: "INSERT INTO records (key, kind, position, created, roles, to_all_partners, body) ",
    after: " ON CONFLICT (key) DO UPDATE SET position = excluded.position, created = excluded.created,
             roles = excluded.roles, to_all_partners = excluded.to_all_partners, body = excluded.body",
    n_columns: 7,
    bind: |query, (key, text, body)| {
        query
            .bind(text)
            .bind(key.kind.as_str())
            .bind(to_sql(body.position))
            .bind(to_sql(body.created))
            .bind(i64::from(body.roles.bits()))
            .bind(i64::from(body.to_all_partners))
            .bind(&body.text)
    },
};

const REFUSED: Rows<Refused> = Rows {
    before: "INSERT INTO refused (change_id, device, counter, author, at, received_ms, action, answer) ",
    after: "",
    n_columns: 8,
    bind: |query, refused| {
        query
            .bind(&refused.change)
            .bind(&refused.device)
            .bind(count(refused.counter))
            .bind(&refused.author)
            .bind(&refused.at)
            .bind(refused.received_ms)
            .bind(&refused.action)
            .bind(&refused.answer)
    },
};

const HIGHEST: Rows<(String, i64)> = Rows {
    before: "UPDATE devices SET highest = met.column2 FROM (",
    after: ") AS met WHERE devices.device = met.column1 AND devices.highest < met.column2",
    n_columns: 2,
    bind: |query, (device, highest)| query.bind(device).bind(highest),
};

impl Pending {
    pub(super) fn note_counter(&mut self, device: DeviceId, counter: u64) {
        let highest = self.highest.entry(device).or_default();
        *highest = counter.max(*highest);
    }

    pub(super) fn is_large(&self) -> bool {
        self.lines.len() >= MOST || self.records.len() >= MOST || self.refused.len() >= MOST
    }

    /// Writes what was collected.
    pub(super) async fn write(&mut self, connection: &mut Connection) -> Outcome<()> {
        let pending = std::mem::take(self);
        LINES.run(connection, &pending.lines).await?;
        let touched: Vec<(String, i64)> = pending
            .lines
            .iter()
            .flat_map(|line| {
                let position = to_sql(line.entry.position);
                line.touched.iter().map(move |key| (key.to_string(), position))
            })
            .collect();
        TOUCHED.run(connection, &touched).await?;
        REFUSED.run(connection, &pending.refused).await?;
        let records: Vec<_> = pending
            .records
            .into_iter()
            .map(|(key, body)| (key, key.to_string(), body))
            .collect();
        RECORDS.run(connection, &records).await?;
        let highest: Vec<_> = pending
            .highest
            .iter()
            .map(|(device, highest)| (device.to_string(), count(*highest)))
            .collect();
        HIGHEST.run(connection, &highest).await?;
        if let Some(head) = pending.head {
            sqlx::query("UPDATE chain SET hash = $1")
                .bind(head.hash.as_str())
                .execute(connection)
                .await
                .sql()?;
        }
        Ok(())
    }
}
