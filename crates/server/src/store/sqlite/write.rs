// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one function for each thing that the writing transaction can do.
//! The writing transaction.
use super::{Sql, Sqlite, Writer, read, to_sql};
use soglia_domain::{
    dwelling::Dwelling,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{LogPosition, Record, RecordKey, Stored, Written},
    scope,
};
use soglia_ledger::{
    chain::Hash,
    store::{Baseline, Imported, LogEntry, LogHead, Outcome, Quarantined, StoreError, Write},
};
use soglia_sync::change::{Answer, Change};
use sqlx::{Executor, Row, SqliteConnection, sqlite::SqliteRow};
use std::collections::BTreeSet;
use tokio::sync::OwnedMutexGuard;

/// A transaction on the one writing connection, which it holds until it ends.
pub(crate) struct SqliteWrite {
    /// None once the transaction has ended.
    writer: Option<OwnedMutexGuard<Writer>>,
}

impl Drop for SqliteWrite {
    /// Without a commit nothing stays; other programs can write again at once.
    fn drop(&mut self) {
        if let Some(mut writer) = self.writer.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(async move { roll_back(&mut writer).await });
        }
    }
}

async fn roll_back(writer: &mut Writer) {
    // An error only says that nothing was left to roll back.
    let _ = writer.connection.execute("ROLLBACK").await;
    writer.open = false;
}

impl SqliteWrite {
    pub(super) async fn begin(store: &Sqlite) -> Outcome<Self> {
        let mut writer = store.writer.clone().lock_owned().await;
        if writer.open {
            roll_back(&mut writer).await;
        }
        writer.open = true;
        writer.connection.execute("BEGIN IMMEDIATE").await.sql()?;
        Ok(Self { writer: Some(writer) })
    }

    pub(super) fn connection(&mut self) -> Outcome<&mut SqliteConnection> {
        let ended = || StoreError("the transaction has ended".to_owned());
        self.writer
            .as_mut()
            .map(|writer| &mut writer.connection)
            .ok_or_else(ended)
    }
}

impl Write for SqliteWrite {
    async fn head(&mut self) -> Outcome<LogHead> {
        read::head(self.connection()?).await
    }

    async fn highest_counter(&mut self, device: DeviceId) -> Outcome<u64> {
        let highest: Option<i64> = sqlx::query_scalar("SELECT highest FROM devices WHERE device = ?1")
            .bind(device.to_string())
            .fetch_optional(self.connection()?)
            .await
            .sql()?;
        Ok(highest
            .and_then(|highest| u64::try_from(highest).ok())
            .unwrap_or_default())
    }

    async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        let n: i64 =
            sqlx::query_scalar("SELECT count(*) FROM devices WHERE device = ?1 AND revoked_ms IS NOT NULL")
                .bind(device.to_string())
                .fetch_one(self.connection()?)
                .await
                .sql()?;
        Ok(n > 0)
    }

    async fn answer_to(&mut self, change: ChangeId) -> Outcome<Option<(PersonId, Answer)>> {
        let row: Option<SqliteRow> = sqlx::query(
            "SELECT author, answer FROM changes WHERE change_id = ?1
             UNION ALL SELECT author, answer FROM refused WHERE change_id = ?1",
        )
        .bind(change.to_string())
        .fetch_optional(self.connection()?)
        .await
        .sql()?;
        let Some(row) = row else { return Ok(None) };
        let author: String = row.try_get(0).sql()?;
        let author = author
            .parse()
            .map_err(|_| StoreError("a stored author is no identity".to_owned()))?;
        let answer: String = row.try_get(1).sql()?;
        Ok(Some((author, serde_json::from_str(&answer)?)))
    }

    async fn load(&mut self, key: RecordKey) -> Outcome<Option<Stored>> {
        let body: Option<String> = sqlx::query_scalar("SELECT body FROM records WHERE key = ?1")
            .bind(key.to_string())
            .fetch_optional(self.connection()?)
            .await
            .sql()?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn device_at(&mut self, position: LogPosition) -> Outcome<Option<DeviceId>> {
        let device: Option<String> = sqlx::query_scalar("SELECT device FROM changes WHERE position = ?1")
            .bind(to_sql(position))
            .fetch_optional(self.connection()?)
            .await
            .sql()?;
        Ok(device.and_then(|device| device.parse().ok()))
    }

    async fn written_at(&mut self, position: LogPosition) -> Outcome<Option<Written>> {
        let row: Option<(String, String, String, String, String)> =
            sqlx::query_as("SELECT author, author_name, role, device, at FROM changes WHERE position = ?1")
                .bind(to_sql(position))
                .fetch_optional(self.connection()?)
                .await
                .sql()?;
        Ok(row.and_then(|(by, by_name, role, device, at)| {
            Some(Written {
                by: by.parse().ok()?,
                by_name,
                role: serde_json::from_str(&role).ok()?,
                device: device.parse().ok()?,
                at: serde_json::from_str(&at).ok()?,
            })
        }))
    }

    async fn put(&mut self, stored: &Stored, partners_before: &[OrganisationId], now_ms: i64) -> Outcome<()> {
        let key = stored.record.key();
        let kind = match key {
            RecordKey::Dwelling(_) => "dwelling",
            RecordKey::Household(_) => "household",
            RecordKey::CityRules => "city_rules",
        };
        let key = key.to_string();
        sqlx::query(
            "INSERT INTO records (key, kind, position, created, body) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (key) DO UPDATE SET position = excluded.position, created = excluded.created,
             body = excluded.body",
        )
        .bind(&key)
        .bind(kind)
        .bind(to_sql(stored.position))
        .bind(to_sql(stored.created))
        .bind(serde_json::to_string(stored)?)
        .execute(self.connection()?)
        .await
        .sql()?;
        let now: BTreeSet<_> = scope::partners(&stored.record).into_iter().collect();
        let before: BTreeSet<_> = partners_before.iter().copied().collect();
        for organisation in now.difference(&before) {
            self.begin_showing(*organisation, &key).await?;
        }
        for organisation in before.difference(&now) {
            self.stop_showing(*organisation, &key, stored.position, now_ms)
                .await?;
        }
        Ok(())
    }

    async fn log(&mut self, entry: &LogEntry, hash: Hash, touched: &[RecordKey]) -> Outcome<()> {
        sqlx::query(
            "INSERT INTO changes (position, change_id, device, counter, author, author_name, role, at, received_ms,
             action, edits, answer, seen, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )
        .bind(to_sql(entry.position))
        .bind(&entry.change)
        .bind(&entry.device)
        .bind(counter(entry.counter))
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
        .execute(self.connection()?)
        .await
        .sql()?;
        for key in touched {
            sqlx::query("INSERT OR IGNORE INTO change_records (key, position) VALUES (?1, ?2)")
                .bind(key.to_string())
                .bind(to_sql(entry.position))
                .execute(self.connection()?)
                .await
                .sql()?;
        }
        sqlx::query("UPDATE chain SET hash = ?1")
            .bind(hash.as_str())
            .execute(self.connection()?)
            .await
            .sql()?;
        self.note_counter(&entry.device, entry.counter).await
    }

    async fn refuse(&mut self, change: &Change, received_ms: i64, answer: &Answer) -> Outcome<()> {
        sqlx::query("INSERT INTO refused VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .bind(change.id.to_string())
            .bind(change.device.to_string())
            .bind(counter(change.counter))
            .bind(change.author.to_string())
            .bind(serde_json::to_string(&change.at)?)
            .bind(received_ms)
            .bind(serde_json::to_string(&change.action)?)
            .bind(serde_json::to_string(answer)?)
            .execute(self.connection()?)
            .await
            .sql()?;
        self.note_counter(&change.device.to_string(), change.counter)
            .await
    }

    async fn quarantine(&mut self, kept: &Quarantined<'_>) -> Outcome<()> {
        sqlx::query(
            "INSERT INTO quarantine (change_id, author, received_ms, reason, change, device, counter)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (change_id) DO UPDATE SET reason = excluded.reason WHERE author = excluded.author",
        )
        .bind(kept.change.to_string())
        .bind(kept.author.to_string())
        .bind(kept.received_ms)
        .bind(kept.reason)
        .bind(kept.text)
        .bind(kept.device.to_string())
        .bind(counter(kept.counter))
        .execute(self.connection()?)
        .await
        .sql()?;
        self.note_counter(&kept.device.to_string(), kept.counter).await
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        sqlx::query("DELETE FROM quarantine WHERE change_id = ?1")
            .bind(change.to_string())
            .execute(self.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn dwellings(&mut self) -> Outcome<Vec<Dwelling>> {
        let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM records WHERE kind = 'dwelling'")
            .fetch_all(self.connection()?)
            .await
            .sql()?;
        let mut dwellings = Vec::with_capacity(bodies.len());
        for body in bodies {
            let stored: Stored = serde_json::from_str(&body)?;
            if let Record::Dwelling(dwelling) = stored.record {
                dwellings.push(dwelling);
            }
        }
        Ok(dwellings)
    }

    async fn record_import(&mut self, imported: &Imported<'_>) -> Outcome<()> {
        sqlx::query("INSERT INTO imports (at_ms, by, file_name, sha256, report) VALUES (?1, ?2, ?3, ?4, ?5)")
            .bind(imported.at_ms)
            .bind(imported.by.to_string())
            .bind(imported.file_name)
            .bind(imported.sha256)
            .bind(imported.report)
            .execute(self.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn everything(&mut self) -> Outcome<Vec<(String, String)>> {
        sqlx::query_as("SELECT key, body FROM records ORDER BY key")
            .fetch_all(self.connection()?)
            .await
            .sql()
    }

    async fn put_baseline(&mut self, baseline: &Baseline) -> Outcome<()> {
        let connection = self.connection()?;
        for step in [
            "DELETE FROM baseline_records",
            "INSERT INTO baseline_records SELECT key, body FROM records",
        ] {
            connection.execute(step).await.sql()?;
        }
        sqlx::query(
            "INSERT INTO baseline (one, position, digest, hash) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (one) DO UPDATE SET position = excluded.position, digest = excluded.digest,
             hash = excluded.hash",
        )
        .bind(to_sql(baseline.position))
        .bind(baseline.digest.as_str())
        .bind(baseline.hash.as_str())
        .execute(&mut *connection)
        .await
        .sql()?;
        sqlx::query("UPDATE chain SET hash = ?1")
            .bind(baseline.hash.as_str())
            .execute(connection)
            .await
            .sql()?;
        Ok(())
    }

    async fn commit(mut self) -> Outcome<()> {
        self.connection()?.execute("COMMIT").await.sql()?;
        if let Some(mut writer) = self.writer.take() {
            writer.open = false;
        }
        Ok(())
    }
}

/// SQLite counts with signs; counters stay far below the limit.
fn counter(counter: u64) -> i64 {
    i64::try_from(counter).unwrap_or(i64::MAX)
}

impl SqliteWrite {
    async fn note_counter(&mut self, device: &str, highest: u64) -> Outcome<()> {
        sqlx::query("UPDATE devices SET highest = max(highest, ?2) WHERE device = ?1")
            .bind(device)
            .bind(counter(highest))
            .execute(self.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn begin_showing(&mut self, organisation: OrganisationId, key: &str) -> Outcome<()> {
        for step in [
            "INSERT OR IGNORE INTO record_partners (organisation, key) VALUES (?1, ?2)",
            "DELETE FROM removals WHERE organisation = ?1 AND key = ?2",
        ] {
            sqlx::query(step)
                .bind(organisation.to_string())
                .bind(key)
                .execute(self.connection()?)
                .await
                .sql()?;
        }
        Ok(())
    }

    async fn stop_showing(
        &mut self,
        organisation: OrganisationId,
        key: &str,
        position: LogPosition,
        now_ms: i64,
    ) -> Outcome<()> {
        sqlx::query("DELETE FROM record_partners WHERE organisation = ?1 AND key = ?2")
            .bind(organisation.to_string())
            .bind(key)
            .execute(self.connection()?)
            .await
            .sql()?;
        sqlx::query(
            "INSERT OR REPLACE INTO removals (organisation, key, position, at_ms) VALUES (?1, ?2, ?3, ?4)",
        )
        .bind(organisation.to_string())
        .bind(key)
        .bind(to_sql(position))
        .bind(now_ms)
        .execute(self.connection()?)
        .await
        .sql()?;
        Ok(())
    }
}
