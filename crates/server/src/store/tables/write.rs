// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one function for each thing that the writing transaction can do.
//! The writing transaction. What it is told to write is collected first (`change.rs`), what it will be asked can be
//! foreseen (`foresee`): a statement costs more than a row, and a batch brings hundreds of changes.
use super::{
    Connection, Hold, MEMBERS, Sql, archive,
    change::{Body, Line, Pending, Refused},
    erase,
    foresee::Foreseen,
    partners, read,
};
use crate::{
    secret,
    store::{News, count, kept, to_sql, unreadable},
};
use soglia_domain::{
    id::{ChangeId, DeviceId, PersonId},
    record::{Key, Kind, LogPosition, Stored, Written},
};
use soglia_ledger::{
    chain::Hash,
    store::{
        Archiving, Baseline, Erasing, Imported, LogEntry, LogHead, Outcome, Quarantined, Shown, StoreError,
        Write,
    },
};
use soglia_sync::change::{Answer, Change};
use sqlx::Executor;
use std::collections::BTreeSet;

/// A transaction that appends.
pub(crate) struct Writing {
    hold: Hold,
    news: News,
    pending: Pending,
    foreseen: Foreseen,
    /// The end of the log, once it was asked for or moved.
    head: Option<LogHead>,
    has_appended: bool,
}

impl Writing {
    pub(super) fn new(hold: Hold, news: News) -> Self {
        Self {
            hold,
            news,
            pending: Pending::default(),
            foreseen: Foreseen::default(),
            head: None,
            has_appended: false,
        }
    }

    /// The connection, after what was collected is written.
    pub(super) async fn written(&mut self) -> Outcome<&mut Connection> {
        let connection = self.hold.connection()?;
        self.pending.write(connection).await?;
        Ok(connection)
    }

    async fn relieve(&mut self) -> Outcome<()> {
        if self.pending.is_large() {
            self.written().await?;
        }
        Ok(())
    }
}

impl Write for Writing {
    fn salt(&mut self) -> Outcome<String> {
        secret::random_hex::<16>().map_err(|_| StoreError("the machine gives no chance".to_owned()))
    }

    async fn foresee(&mut self, changes: &[ChangeId], records: &[Key], devices: &[DeviceId]) -> Outcome<()> {
        self.written().await?;
        self.foreseen =
            Foreseen::look_up(self.hold.connection()?, MEMBERS, changes, records, devices).await?;
        Ok(())
    }

    async fn head(&mut self) -> Outcome<LogHead> {
        if let Some(head) = self.head {
            return Ok(head);
        }
        let head = read::head(self.hold.connection()?).await?;
        self.head = Some(head);
        Ok(head)
    }

    async fn highest_counter(&mut self, device: DeviceId) -> Outcome<u64> {
        let rested = self
            .foreseen
            .device(self.hold.connection()?, device)
            .await?
            .highest;
        let met = self.pending.highest.get(&device).copied().unwrap_or_default();
        Ok(rested.max(met))
    }

    async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        Ok(self
            .foreseen
            .device(self.hold.connection()?, device)
            .await?
            .is_revoked)
    }

    async fn answer_to(&mut self, change: ChangeId) -> Outcome<Option<(PersonId, Answer)>> {
        let Some((author, answer)) = self.foreseen.answer(self.hold.connection()?, change).await? else {
            return Ok(None);
        };
        Ok(Some((
            author.parse().map_err(unreadable)?,
            serde_json::from_str(answer)?,
        )))
    }

    async fn load(&mut self, key: Key) -> Outcome<Option<Stored>> {
        if let Some(body) = self.pending.records.get(&key) {
            return Ok(Some(serde_json::from_str(&body.text)?));
        }
        let body = self.foreseen.body(self.hold.connection()?, key).await?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn device_at(&mut self, position: LogPosition) -> Outcome<Option<DeviceId>> {
        let lines = &self.pending.lines;
        if let Ok(at) = lines.binary_search_by_key(&position, |line| line.entry.position) {
            return Ok(lines[at].entry.device.parse().ok());
        }
        self.foreseen.device_at(self.hold.connection()?, position).await
    }

    async fn written_at(&mut self, position: LogPosition) -> Outcome<Option<Written>> {
        let lines = &self.pending.lines;
        if let Ok(at) = lines.binary_search_by_key(&position, |line| line.entry.position) {
            return Ok(lines[at].entry.written());
        }
        let line = read::line_at(self.hold.connection()?, position).await?;
        Ok(line.and_then(|line| line.written()))
    }

    async fn of_root(&mut self, root: Key, kind: Kind) -> Outcome<Vec<Stored>> {
        let bodies: Vec<String> = sqlx::query_scalar(
            "SELECT r.body FROM record_roots c JOIN records r ON r.key = c.key WHERE c.root = $1 AND c.kind = $2",
        )
        .bind(root.to_string())
        .bind(kind.as_str())
        .fetch_all(self.written().await?)
        .await
        .sql()?;
        bodies
            .iter()
            .map(|body| Ok(serde_json::from_str(body)?))
            .collect()
    }

    async fn put(&mut self, stored: &Stored, shown: &Shown<'_>, now_ms: i64) -> Outcome<()> {
        let key = stored.key;
        let body = Body {
            position: stored.position,
            created: stored.created,
            roles: shown.roles(),
            to_all_partners: shown.to_all_partners(),
            text: serde_json::to_string(stored)?,
        };
        self.foreseen.forget(key);
        self.pending.records.insert(key, body);
        let connection = self.hold.connection()?;
        if shown.before.is_none() {
            partners::note_roots(connection, key, &stored.roots, shown.follows_roots()).await?;
        }
        let now: BTreeSet<_> = shown.partners().into_iter().collect();
        let before: BTreeSet<_> = shown.partners_before().into_iter().collect();
        for organisation in now.difference(&before) {
            partners::begin_showing(connection, *organisation, key, stored.position).await?;
        }
        for organisation in before.difference(&now) {
            partners::stop_showing(connection, *organisation, key, stored.position, now_ms).await?;
        }
        self.relieve().await
    }

    async fn log(&mut self, entry: &LogEntry, hash: Hash, touched: &[Key]) -> Outcome<()> {
        let change = entry.change.parse().map_err(unreadable)?;
        self.foreseen
            .answered(change, entry.author.clone(), entry.answer.clone());
        self.pending
            .note_counter(entry.device.parse().map_err(unreadable)?, entry.counter);
        let head = LogHead {
            position: entry.position,
            hash,
        };
        self.pending.head = Some(head);
        self.head = Some(head);
        self.has_appended = true;
        self.pending.lines.push(Line {
            entry: entry.clone(),
            hash,
            touched: touched.to_vec(),
        });
        self.relieve().await
    }

    async fn refuse(&mut self, change: &Change, received_ms: i64, answer: &Answer) -> Outcome<()> {
        let is_gone = erase::is_erased(self.hold.connection()?, &change.action.touches()).await?;
        let refused = Refused {
            change: change.id.to_string(),
            device: change.device.to_string(),
            counter: change.counter,
            author: change.author.to_string(),
            at: serde_json::to_string(&change.at)?,
            received_ms,
            action: if is_gone {
                String::new()
            } else {
                serde_json::to_string(&change.action)?
            },
            answer: serde_json::to_string(answer)?,
        };
        self.foreseen
            .answered(change.id, refused.author.clone(), refused.answer.clone());
        self.pending.note_counter(change.device, change.counter);
        self.pending.refused.push(refused);
        self.relieve().await
    }

    async fn quarantine(&mut self, kept_aside: &Quarantined<'_>) -> Outcome<()> {
        self.pending.note_counter(kept_aside.device, kept_aside.counter);
        self.foreseen.set_aside(kept_aside.change);
        let is_gone = erase::names_erased(self.hold.connection()?, kept_aside.text).await?;
        sqlx::query(
            "INSERT INTO quarantine (change_id, author, received_ms, reason, change, device, counter)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (change_id) DO UPDATE SET reason = excluded.reason
             WHERE quarantine.author = excluded.author",
        )
        .bind(kept_aside.change.to_string())
        .bind(kept_aside.author.to_string())
        .bind(kept_aside.received_ms)
        .bind(kept(kept_aside.reason))
        .bind(if is_gone {
            String::new()
        } else {
            kept(kept_aside.text)
        })
        .bind(kept_aside.device.to_string())
        .bind(count(kept_aside.counter))
        .execute(self.hold.connection()?)
        .await
        .sql()?;
        Ok(())
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        if self.foreseen.is_not_aside(change) {
            return Ok(());
        }
        sqlx::query("DELETE FROM quarantine WHERE change_id = $1")
            .bind(change.to_string())
            .execute(self.hold.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn of_kind(&mut self, kind: Kind) -> Outcome<Vec<Stored>> {
        let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM records WHERE kind = $1")
            .bind(kind.as_str())
            .fetch_all(self.written().await?)
            .await
            .sql()?;
        bodies
            .iter()
            .map(|body| Ok(serde_json::from_str(body)?))
            .collect()
    }

    async fn record_import(&mut self, imported: &Imported<'_>) -> Outcome<()> {
        sqlx::query("INSERT INTO imports (at_ms, by, file_name, sha256, report) VALUES ($1, $2, $3, $4, $5)")
            .bind(imported.at_ms)
            .bind(imported.by.to_string())
            .bind(kept(imported.file_name))
            .bind(imported.sha256)
            .bind(kept(imported.report))
            .execute(self.hold.connection()?)
            .await
            .sql()?;
        Ok(())
    }

    async fn everything(&mut self) -> Outcome<Vec<(String, String)>> {
        sqlx::query_as("SELECT key, body FROM records ORDER BY key")
            .fetch_all(self.written().await?)
            .await
            .sql()
    }

    async fn put_baseline(&mut self, baseline: &Baseline) -> Outcome<()> {
        let connection = self.written().await?;
        for step in [
            "INSERT INTO past_baselines (n, position, digest)
             SELECT (SELECT coalesce(max(n), 0) + 1 FROM past_baselines), position, digest FROM baseline",
            "DELETE FROM baseline_records",
            "INSERT INTO baseline_records SELECT key, body FROM records",
        ] {
            connection.execute(step).await.sql()?;
        }
        sqlx::query(
            "INSERT INTO baseline (one, position, digest, hash) VALUES (1, $1, $2, $3)
             ON CONFLICT (one) DO UPDATE SET position = excluded.position, digest = excluded.digest,
             hash = excluded.hash",
        )
        .bind(to_sql(baseline.position))
        .bind(baseline.digest.as_str())
        .bind(baseline.hash.as_str())
        .execute(&mut *connection)
        .await
        .sql()?;
        sqlx::query("UPDATE chain SET hash = $1")
            .bind(baseline.hash.as_str())
            .execute(connection)
            .await
            .sql()?;
        self.head = Some(LogHead {
            position: baseline.position,
            hash: baseline.hash,
        });
        Ok(())
    }

    async fn rooted_in(&mut self, roots: &[Key]) -> Outcome<Vec<Key>> {
        erase::rooted_in(self.written().await?, roots).await
    }

    async fn lines_about(&mut self, keys: &[Key]) -> Outcome<Vec<LogPosition>> {
        erase::lines_about(self.written().await?, keys).await
    }

    async fn erase(&mut self, erasing: &Erasing<'_>) -> Outcome<()> {
        self.foreseen = Foreseen::default();
        erase::erase(self.written().await?, erasing).await
    }

    async fn is_archived(&mut self, keys: &[Key]) -> Outcome<bool> {
        if let Some(known) = self.foreseen.are_archived(keys) {
            return Ok(known);
        }
        archive::is_archived(self.hold.connection()?, keys).await
    }

    async fn archive(&mut self, archiving: &Archiving<'_>) -> Outcome<String> {
        self.foreseen = Foreseen::default();
        archive::archive(self.written().await?, archiving).await
    }

    async fn reopen(&mut self, archiving: &Archiving<'_>) -> Outcome<()> {
        self.foreseen = Foreseen::default();
        archive::reopen(self.written().await?, archiving).await
    }

    async fn commit(mut self) -> Outcome<()> {
        self.written().await?;
        let reached = self.head.filter(|_| self.has_appended).map(|head| head.position);
        if let Some(head) = reached {
            self.hold.announce(head).await?;
        }
        self.hold.commit().await?;
        if let Some(head) = reached {
            self.news.reached(head);
        }
        Ok(())
    }
}
