// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading, and the store as a whole.
use super::{Sqlite, from_sql, people, to_sql, write::SqliteWrite};
use crate::store::{LogLine, Outcome, Page, Person, Reach, Store, Visitor};
use soglia_domain::{
    id::{DeviceId, PersonId},
    record::{LogPosition, RecordKey, Stored},
};
use sqlx::{Row, SqliteConnection};

const EVERYTHING: &str = "SELECT position, body FROM records WHERE position > ?1 ORDER BY position LIMIT ?2";

// The rules of the City are for everybody, and in no list of partners.
const PARTNER: &str = "SELECT r.position, r.body FROM record_partners p JOIN records r ON r.key = p.key
    WHERE p.organisation = ?3 AND r.position > ?1
    UNION ALL SELECT position, body FROM records WHERE kind = 'city_rules' AND position > ?1
    ORDER BY 1 LIMIT ?2";

impl Store for Sqlite {
    type Write = SqliteWrite;

    async fn begin(&self) -> Outcome<SqliteWrite> {
        SqliteWrite::begin(self).await
    }

    async fn record(&self, key: RecordKey) -> Outcome<Option<Stored>> {
        let body: Option<String> = sqlx::query_scalar("SELECT body FROM records WHERE key = ?1")
            .bind(key.to_string())
            .fetch_optional(&self.readers)
            .await?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn page(&self, reach: Reach, since: LogPosition, most: u32) -> Outcome<Page> {
        // One transaction, so that the head and the rows come from one snapshot.
        let mut snapshot = self.readers.begin().await?;
        let head: i64 = sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM changes")
            .fetch_one(&mut *snapshot)
            .await?;
        let mut page = rows_after(&mut snapshot, reach, since, most).await?;
        if !page.more {
            page.cursor = from_sql(head);
        }
        if let Reach::Partner(organisation) = reach
            && since > LogPosition(0)
        {
            let keys: Vec<String> = sqlx::query_scalar(
                "SELECT key FROM removals WHERE organisation = ?1 AND position > ?2 AND position <= ?3",
            )
            .bind(organisation.to_string())
            .bind(to_sql(since))
            .bind(to_sql(page.cursor))
            .fetch_all(&mut *snapshot)
            .await?;
            page.removed = keys.iter().filter_map(|key| key.parse().ok()).collect();
        }
        snapshot.commit().await?;
        Ok(page)
    }

    async fn history(&self, key: RecordKey, most: u32) -> Outcome<Vec<LogLine>> {
        let rows = sqlx::query(
            "SELECT c.position, c.change_id, c.at, c.author_name, c.role, c.device, c.action, c.answer
             FROM change_records r JOIN changes c ON c.position = r.position
             WHERE r.key = ?1 ORDER BY r.position DESC LIMIT ?2",
        )
        .bind(key.to_string())
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(LogLine {
                    position: from_sql(row.try_get(0)?),
                    change: row.try_get(1)?,
                    at: row.try_get(2)?,
                    by_name: row.try_get(3)?,
                    role: row.try_get(4)?,
                    device: row.try_get(5)?,
                    action: row.try_get(6)?,
                    answer: row.try_get(7)?,
                })
            })
            .collect()
    }

    async fn is_empty(&self) -> Outcome<bool> {
        let n: i64 =
            sqlx::query_scalar("SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM records)")
                .fetch_one(&self.readers)
                .await?;
        Ok(n == 0)
    }

    async fn person(&self, sign_in: &str) -> Outcome<Option<Person>> {
        people::find(self, sign_in).await
    }

    async fn add_person(&self, person: &Person) -> Outcome<bool> {
        people::add(self, person).await
    }

    async fn claim_device(&self, device: DeviceId, person: PersonId) -> Outcome<bool> {
        people::claim_device(self, device, person).await
    }

    async fn owns_device(&self, device: DeviceId, person: PersonId) -> Outcome<bool> {
        people::owns_device(self, device, person).await
    }

    async fn open_session(&self, token_hash: &str, visitor: &Visitor, now_ms: i64) -> Outcome<()> {
        people::open_session(self, token_hash, visitor, now_ms).await
    }

    async fn session(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
        people::session(self, token_hash, now_ms).await
    }

    async fn close_session(&self, token_hash: &str) -> Outcome<()> {
        people::close_session(self, token_hash).await
    }
}

/// At most `most` rows after a cursor. One change can touch several records, and all of them lie at one place in the
/// order: a page never ends between them, or the next one would skip the rest.
async fn rows_after(
    snapshot: &mut SqliteConnection,
    reach: Reach,
    since: LogPosition,
    most: u32,
) -> Outcome<Page> {
    let query = match reach {
        Reach::Everything => sqlx::query(EVERYTHING)
            .bind(to_sql(since))
            .bind(i64::from(most) + 1),
        Reach::Partner(organisation) => sqlx::query(PARTNER)
            .bind(to_sql(since))
            .bind(i64::from(most) + 1)
            .bind(organisation.to_string()),
    };
    let rows = query.fetch_all(snapshot).await?;
    let mut page = Page::default();
    let mut positions: Vec<i64> = Vec::with_capacity(rows.len());
    for row in &rows {
        positions.push(row.try_get(0)?);
        page.bodies.push(row.try_get(1)?);
    }
    if positions.len() > most as usize {
        page.more = true;
        let beyond = positions.last().copied().unwrap_or_default();
        let n_kept = positions
            .iter()
            .take_while(|position| **position < beyond)
            .count();
        page.bodies.truncate(n_kept);
        page.cursor = n_kept
            .checked_sub(1)
            .map_or(since, |last| from_sql(positions[last]));
    }
    Ok(page)
}
