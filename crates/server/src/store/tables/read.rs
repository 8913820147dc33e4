// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages and lines of the log.
use super::{Connection, Db, Row, Sql};
use crate::store::{from_sql, to_sql, unreadable};
use soglia_domain::{
    access::Roles,
    record::{Key, Kind, LogPosition, Stored},
};
use soglia_ledger::{
    chain::Hash,
    store::{Body, LogEntry, LogHead, Outcome, Page, Reach, StoreError},
};
use sqlx::Row as _;

// What was taken out of the archive counts from the place at which it was, where it changed before.
const CITY: &str = "SELECT position, key, body FROM records WHERE position > $1 AND roles & $3 <> 0
    UNION ALL SELECT a.position, r.key, r.body FROM reshown a JOIN records r ON r.key = a.key
    WHERE a.position > $1 AND r.position <= $1 AND r.roles & $3 <> 0
    ORDER BY 1 LIMIT $2";

// A record counts from the place at which it changed or began to be shown, whichever came later.
const PARTNER: &str =
    "SELECT CASE WHEN p.shown_from > r.position THEN p.shown_from ELSE r.position END, r.key, r.body
    FROM record_partners p JOIN records r ON r.key = p.key
    WHERE p.organisation = $3 AND (r.position > $1 OR p.shown_from > $1)
    UNION ALL SELECT position, key, body FROM records WHERE to_all_partners = 1 AND position > $1
    ORDER BY 1 LIMIT $2";

/// At most `most` rows after a cursor. One change can touch several records, and all of them lie at one place in the
/// order: a page never ends between them, or the next one would skip the rest.
pub(super) async fn rows_after(
    snapshot: &mut Connection,
    reach: Reach,
    since: LogPosition,
    most: u32,
) -> Outcome<Page> {
    let mut limit = i64::from(most) + 1;
    loop {
        let rows = ask(snapshot, reach, since, limit).await?;
        if let Some(page) = page(&rows, since, limit)? {
            return Ok(page);
        }
        // More lies at the first place than was asked for: it goes together, however much it is.
        limit = limit.saturating_mul(2);
    }
}

async fn ask(snapshot: &mut Connection, reach: Reach, since: LogPosition, limit: i64) -> Outcome<Vec<Row>> {
    let query = match reach {
        Reach::City(role) => sqlx::query(CITY)
            .bind(to_sql(since))
            .bind(limit)
            .bind(i64::from(Roles::of(&[role]).bits())),
        Reach::Partner(organisation) => sqlx::query(PARTNER)
            .bind(to_sql(since))
            .bind(limit)
            .bind(organisation.to_string()),
    };
    query.fetch_all(snapshot).await.sql()
}

/// The page that rows come to; none where the first place alone is longer.
fn page(rows: &[Row], since: LogPosition, limit: i64) -> Outcome<Option<Page>> {
    let mut page = Page::default();
    let mut positions: Vec<i64> = Vec::with_capacity(rows.len());
    for row in rows {
        positions.push(row.try_get(0).sql()?);
        let key: String = row.try_get(1).sql()?;
        page.bodies.push(Body {
            key: key.parse().map_err(unreadable)?,
            text: row.try_get(2).sql()?,
        });
    }
    if i64::try_from(positions.len()).unwrap_or(i64::MAX) >= limit {
        page.more = true;
        let beyond = positions.last().copied().unwrap_or_default();
        let n_kept = positions.partition_point(|position| *position < beyond);
        if n_kept == 0 {
            return Ok(None);
        }
        page.bodies.truncate(n_kept);
        page.cursor = n_kept
            .checked_sub(1)
            .map_or(since, |last| from_sql(positions[last]));
    }
    Ok(Some(page))
}

/// What went out of the sight of a reader between two places.
pub(super) async fn removed(
    snapshot: &mut Connection,
    reach: Reach,
    since: LogPosition,
    until: LogPosition,
) -> Outcome<Vec<Key>> {
    let query = match reach {
        Reach::City(_) => sqlx::query_scalar(
            "SELECT key FROM erased WHERE position > $1 AND position <= $2
             UNION ALL SELECT key FROM withdrawn WHERE position > $1 AND position <= $2",
        ),
        Reach::Partner(_) => sqlx::query_scalar(
            "SELECT key FROM removals WHERE position > $1 AND position <= $2 AND organisation = $3",
        ),
    };
    let query = query.bind(to_sql(since)).bind(to_sql(until));
    let query = match reach {
        Reach::City(_) => query,
        Reach::Partner(organisation) => query.bind(organisation.to_string()),
    };
    let keys: Vec<String> = query.fetch_all(snapshot).await.sql()?;
    Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
}

const CITY_OF_KIND: &str = "SELECT body FROM records WHERE kind = $1 AND roles & $2 <> 0";

const PARTNER_OF_KIND: &str =
    "SELECT r.body FROM record_partners p JOIN records r ON r.key = p.key WHERE p.organisation = $2 AND r.kind = $1
    UNION ALL SELECT body FROM records WHERE to_all_partners = 1 AND kind = $1";

/// Every record of a kind that a reader may ask for.
pub(super) async fn of_kind(readers: &sqlx::Pool<Db>, reach: Reach, kind: Kind) -> Outcome<Vec<Stored>> {
    let query = match reach {
        Reach::City(role) => sqlx::query_scalar(CITY_OF_KIND)
            .bind(kind.as_str())
            .bind(i64::from(Roles::of(&[role]).bits())),
        Reach::Partner(organisation) => sqlx::query_scalar(PARTNER_OF_KIND)
            .bind(kind.as_str())
            .bind(organisation.to_string()),
    };
    let bodies: Vec<String> = query.fetch_all(readers).await.sql()?;
    bodies
        .iter()
        .map(|body| Ok(serde_json::from_str(body)?))
        .collect()
}

/// The end of the log and of its chain.
pub(super) async fn head(connection: &mut Connection) -> Outcome<LogHead> {
    let row = sqlx::query("SELECT (SELECT coalesce(max(position), 0) FROM changes), hash FROM chain")
        .fetch_one(connection)
        .await
        .sql()?;
    Ok(LogHead {
        position: from_sql(row.try_get(0).sql()?),
        hash: hash(&row, 1)?,
    })
}

/// One line of the log.
pub(super) async fn line_at(connection: &mut Connection, position: LogPosition) -> Outcome<Option<LogEntry>> {
    let row = sqlx::query(
        "SELECT position, change_id, device, counter, author, author_name, role, at, received_ms, action, seen,
         edits, answer, salt, digest FROM changes WHERE position = $1",
    )
    .bind(to_sql(position))
    .fetch_optional(connection)
    .await
    .sql()?;
    row.as_ref().map(entry).transpose()
}

pub(super) fn hash(row: &Row, column: usize) -> Outcome<Hash> {
    let text: String = row.try_get(column).sql()?;
    Hash::parse(&text).ok_or_else(|| StoreError("a stored hash does not read".to_owned()))
}

pub(super) fn entry(row: &Row) -> Outcome<LogEntry> {
    let counter: i64 = row.try_get(3).sql()?;
    Ok(LogEntry {
        position: from_sql(row.try_get(0).sql()?),
        change: row.try_get(1).sql()?,
        device: row.try_get(2).sql()?,
        counter: u64::try_from(counter).unwrap_or_default(),
        author: row.try_get(4).sql()?,
        by_name: row.try_get(5).sql()?,
        role: row.try_get(6).sql()?,
        at: row.try_get(7).sql()?,
        received_ms: row.try_get(8).sql()?,
        action: row.try_get(9).sql()?,
        seen: row.try_get(10).sql()?,
        edits: row.try_get(11).sql()?,
        answer: row.try_get(12).sql()?,
        salt: row.try_get(13).sql()?,
        digest: row.try_get(14).sql()?,
    })
}
