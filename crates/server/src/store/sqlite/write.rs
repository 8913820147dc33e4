// SPDX-License-Identifier: AGPL-3.0-or-later
//! The writing transaction.
use super::{Sqlite, Writer, from_sql, to_sql};
use crate::store::{Imported, Logged, Outcome, StoreError, Write};
use soglia_domain::{
    dwelling::Dwelling,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{LogPosition, Record, RecordKey, Stored},
    scope,
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
        writer.connection.execute("BEGIN IMMEDIATE").await?;
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
    async fn head(&mut self) -> Outcome<LogPosition> {
        let head: i64 = sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM changes")
            .fetch_one(self.connection()?)
            .await?;
        Ok(from_sql(head))
    }

    async fn answer_to(&mut self, change: ChangeId) -> Outcome<Option<(PersonId, Answer)>> {
        let row: Option<SqliteRow> = sqlx::query(
            "SELECT author, answer FROM changes WHERE change_id = ?1
             UNION ALL SELECT author, answer FROM refused WHERE change_id = ?1",
        )
        .bind(change.to_string())
        .fetch_optional(self.connection()?)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let author: String = row.try_get(0)?;
        let author = author
            .parse()
            .map_err(|_| StoreError("a stored author is no identity".to_owned()))?;
        let answer: String = row.try_get(1)?;
        Ok(Some((author, serde_json::from_str(&answer)?)))
    }

    async fn load(&mut self, key: RecordKey) -> Outcome<Option<Stored>> {
        let body: Option<String> = sqlx::query_scalar("SELECT body FROM records WHERE key = ?1")
            .bind(key.to_string())
            .fetch_optional(self.connection()?)
            .await?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn device_at(&mut self, position: LogPosition) -> Outcome<Option<DeviceId>> {
        let device: Option<String> = sqlx::query_scalar("SELECT device FROM changes WHERE position = ?1")
            .bind(to_sql(position))
            .fetch_optional(self.connection()?)
            .await?;
        Ok(device.and_then(|device| device.parse().ok()))
    }

    async fn put(&mut self, stored: &Stored, partners_before: &[OrganisationId]) -> Outcome<()> {
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
        .await?;
        let now: BTreeSet<_> = scope::partners(&stored.record).into_iter().collect();
        let before: BTreeSet<_> = partners_before.iter().copied().collect();
        for organisation in now.difference(&before) {
            self.begin_showing(*organisation, &key).await?;
        }
        for organisation in before.difference(&now) {
            self.stop_showing(*organisation, &key, stored.position).await?;
        }
        Ok(())
    }

    async fn log(&mut self, logged: &Logged<'_>) -> Outcome<()> {
        let role = serde_json::to_string(&logged.author.role)?;
        sqlx::query("INSERT INTO changes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
            .bind(to_sql(logged.position))
            .bind(logged.change.id.to_string())
            .bind(logged.change.device.to_string())
            .bind(i64::try_from(logged.change.counter).unwrap_or(i64::MAX))
            .bind(logged.author.person.to_string())
            .bind(&logged.author.name)
            .bind(role)
            .bind(serde_json::to_string(&logged.at)?)
            .bind(logged.received_ms)
            .bind(serde_json::to_string(&logged.change.action)?)
            .bind(serde_json::to_string(logged.edits)?)
            .bind(serde_json::to_string(logged.answer)?)
            .execute(self.connection()?)
            .await?;
        for key in logged.change.action.touches() {
            sqlx::query("INSERT OR IGNORE INTO change_records (key, position) VALUES (?1, ?2)")
                .bind(key.to_string())
                .bind(to_sql(logged.position))
                .execute(self.connection()?)
                .await?;
        }
        Ok(())
    }

    async fn refuse(&mut self, change: &Change, received_ms: i64, answer: &Answer) -> Outcome<()> {
        sqlx::query("INSERT INTO refused VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .bind(change.id.to_string())
            .bind(change.device.to_string())
            .bind(i64::try_from(change.counter).unwrap_or(i64::MAX))
            .bind(change.author.to_string())
            .bind(serde_json::to_string(&change.at)?)
            .bind(received_ms)
            .bind(serde_json::to_string(&change.action)?)
            .bind(serde_json::to_string(answer)?)
            .execute(self.connection()?)
            .await?;
        Ok(())
    }

    async fn quarantine(
        &mut self,
        change: ChangeId,
        author: PersonId,
        received_ms: i64,
        reason: &str,
        text: &str,
    ) -> Outcome<()> {
        sqlx::query(
            "INSERT INTO quarantine VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (change_id) DO UPDATE SET reason = excluded.reason WHERE author = excluded.author",
        )
        .bind(change.to_string())
        .bind(author.to_string())
        .bind(received_ms)
        .bind(reason)
        .bind(text)
        .execute(self.connection()?)
        .await?;
        Ok(())
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        sqlx::query("DELETE FROM quarantine WHERE change_id = ?1")
            .bind(change.to_string())
            .execute(self.connection()?)
            .await?;
        Ok(())
    }

    async fn dwellings(&mut self) -> Outcome<Vec<Dwelling>> {
        let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM records WHERE kind = 'dwelling'")
            .fetch_all(self.connection()?)
            .await?;
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
            .await?;
        Ok(())
    }

    async fn commit(mut self) -> Outcome<()> {
        self.connection()?.execute("COMMIT").await?;
        if let Some(mut writer) = self.writer.take() {
            writer.open = false;
        }
        Ok(())
    }
}

impl SqliteWrite {
    async fn begin_showing(&mut self, organisation: OrganisationId, key: &str) -> Outcome<()> {
        for step in [
            "INSERT OR IGNORE INTO record_partners (organisation, key) VALUES (?1, ?2)",
            "DELETE FROM removals WHERE organisation = ?1 AND key = ?2",
        ] {
            sqlx::query(step)
                .bind(organisation.to_string())
                .bind(key)
                .execute(self.connection()?)
                .await?;
        }
        Ok(())
    }

    async fn stop_showing(
        &mut self,
        organisation: OrganisationId,
        key: &str,
        position: LogPosition,
    ) -> Outcome<()> {
        sqlx::query("DELETE FROM record_partners WHERE organisation = ?1 AND key = ?2")
            .bind(organisation.to_string())
            .bind(key)
            .execute(self.connection()?)
            .await?;
        sqlx::query("INSERT OR REPLACE INTO removals (organisation, key, position) VALUES (?1, ?2, ?3)")
            .bind(organisation.to_string())
            .bind(key)
            .bind(to_sql(position))
            .execute(self.connection()?)
            .await?;
        Ok(())
    }
}
