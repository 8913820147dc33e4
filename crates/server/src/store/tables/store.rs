// SPDX-License-Identifier: AGPL-3.0-or-later
//! The log and the records as a whole.
use super::{Engine, Sql, Writing, archive, partners, read};
use crate::store::{from_sql, to_sql};
use soglia_domain::record::{Key, Kind, LogPosition, Stored};
use soglia_ledger::{
    chain::Hash,
    store::{Archived, Baseline, LogEntry, LogHead, Outcome, Page, Reach, Store},
};
use sqlx::Row as _;

impl Store for Engine {
    type Write = Writing;

    async fn begin(&self) -> Outcome<Writing> {
        Ok(Writing::new(self.hold().await?, self.news.clone()))
    }

    async fn record(&self, key: Key) -> Outcome<Option<Stored>> {
        let body: Option<String> = sqlx::query_scalar(
            "SELECT body FROM records WHERE key = $1 AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.key = $1)",
        )
            .bind(key.to_string())
            .fetch_optional(&self.readers)
            .await
            .sql()?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn archived(&self) -> Outcome<Vec<Archived>> {
        archive::archived(self).await
    }

    async fn of_kind(&self, reach: Reach, kind: Kind) -> Outcome<Vec<Stored>> {
        read::of_kind(&self.readers, reach, kind).await
    }

    async fn page(&self, reach: Reach, since: LogPosition, most: u32) -> Outcome<Page> {
        // One transaction, so that the head and the rows come from one snapshot.
        let mut snapshot = self.snapshot().await?;
        let (head, floor): (i64, i64) =
            sqlx::query_as("SELECT (SELECT coalesce(max(position), 0) FROM changes), floor FROM chain")
                .fetch_one(&mut *snapshot)
                .await
                .sql()?;
        let mut page = read::rows_after(&mut snapshot, reach, since, most).await?;
        page.head = from_sql(head);
        page.floor = from_sql(floor);
        if !page.more {
            page.cursor = page.head;
        }
        if since > LogPosition(0) {
            page.removed = read::removed(&mut snapshot, reach, since, page.cursor).await?;
        }
        snapshot.commit().await.sql()?;
        Ok(page)
    }

    async fn history(&self, key: Key, most: u32) -> Outcome<Vec<LogEntry>> {
        let rows = sqlx::query(
            "SELECT c.position, c.change_id, c.device, c.counter, c.author, c.author_name, c.role, c.at,
             c.received_ms, c.action, c.seen, c.edits, c.answer, c.salt, c.digest
             FROM change_records r JOIN changes c ON c.position = r.position
             WHERE r.key = $1 ORDER BY r.position DESC LIMIT $2",
        )
        .bind(key.to_string())
        .bind(i64::from(most))
        .fetch_all(&self.readers)
        .await
        .sql()?;
        rows.iter().map(read::entry).collect()
    }

    async fn log_after(&self, position: LogPosition, most: u32) -> Outcome<Vec<(LogEntry, Hash)>> {
        let rows = sqlx::query(
            "SELECT position, change_id, device, counter, author, author_name, role, at, received_ms, action, seen,
             edits, answer, salt, digest, hash FROM changes WHERE position > $1 ORDER BY position LIMIT $2",
        )
        .bind(to_sql(position))
        .bind(i64::from(most))
        .fetch_all(&self.readers)
        .await
        .sql()?;
        rows.iter()
            .map(|row| Ok((read::entry(row)?, read::hash(row, 15)?)))
            .collect()
    }

    async fn past_baselines(&self) -> Outcome<Vec<(LogPosition, Hash)>> {
        let rows = sqlx::query("SELECT position, digest FROM past_baselines ORDER BY n")
            .fetch_all(&self.readers)
            .await
            .sql()?;
        rows.iter()
            .map(|row| Ok((from_sql(row.try_get(0).sql()?), read::hash(row, 1)?)))
            .collect()
    }

    async fn baseline(&self) -> Outcome<Option<Baseline>> {
        let mut snapshot = self.snapshot().await?;
        let row = sqlx::query("SELECT position, digest, hash FROM baseline")
            .fetch_optional(&mut *snapshot)
            .await
            .sql()?;
        let Some(row) = row else { return Ok(None) };
        let records = sqlx::query_as("SELECT key, body FROM baseline_records ORDER BY key")
            .fetch_all(&mut *snapshot)
            .await
            .sql()?;
        Ok(Some(Baseline {
            position: from_sql(row.try_get(0).sql()?),
            digest: read::hash(&row, 1)?,
            hash: read::hash(&row, 2)?,
            records,
        }))
    }

    async fn everything(&self) -> Outcome<(LogHead, Vec<(String, String)>)> {
        let mut snapshot = self.snapshot().await?;
        let head = read::head(&mut snapshot).await?;
        let records = sqlx::query_as("SELECT key, body FROM records ORDER BY key")
            .fetch_all(&mut *snapshot)
            .await
            .sql()?;
        Ok((head, records))
    }

    async fn is_empty(&self) -> Outcome<bool> {
        let n: i64 = sqlx::query_scalar("SELECT count(*) FROM records")
            .fetch_one(&self.readers)
            .await
            .sql()?;
        Ok(n == 0)
    }

    async fn forget_removals(&self, before_ms: i64) -> Outcome<()> {
        partners::forget_removals(self, before_ms).await
    }
}
