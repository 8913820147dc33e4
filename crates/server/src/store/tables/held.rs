// SPDX-License-Identifier: AGPL-3.0-or-later
//! What else is held about a record.
use super::{Engine, Row, Sql};
use crate::store::unreadable;
use soglia_domain::record::{Key, Kind, Stored};
use soglia_ledger::store::{Held, NotTaken, Outcome};
use sqlx::Row as _;

/// So many identities are looked for by one statement.
const AT_ONCE: usize = 40;

impl Held for Engine {
    async fn of_one_root(&self, root: Key) -> Outcome<Vec<Stored>> {
        let bodies: Vec<String> = sqlx::query_scalar(
            "SELECT r.body FROM record_roots c JOIN records r ON r.key = c.key WHERE c.root = $1 ORDER BY r.key",
        )
        .bind(root.to_string())
        .fetch_all(&self.readers)
        .await
        .sql()?;
        bodies
            .iter()
            .map(|body| Ok(serde_json::from_str(body)?))
            .collect()
    }

    async fn naming(&self, kind: Kind, identity: &str) -> Outcome<Vec<Key>> {
        let keys: Vec<String> =
            sqlx::query_scalar("SELECT key FROM records WHERE kind = $1 AND body LIKE $2 ORDER BY key")
                .bind(kind.as_str())
                .bind(format!("%{identity}%"))
                .fetch_all(&self.readers)
                .await
                .sql()?;
        keys.iter().map(|key| key.parse().map_err(unreadable)).collect()
    }

    async fn not_taken(&self, identities: &[String]) -> Outcome<Vec<NotTaken>> {
        let mut found: Vec<NotTaken> = Vec::new();
        for some in identities.chunks(AT_ONCE) {
            let named = |column: &str| {
                let likes = (1..=some.len()).map(|n| format!("{column} LIKE ${n}"));
                likes.collect::<Vec<_>>().join(" OR ")
            };
            let text = format!(
                "SELECT change_id, author, received_ms, action, answer, 0 FROM refused WHERE {}
                 UNION ALL SELECT change_id, author, received_ms, change, reason, 1 FROM quarantine WHERE {}",
                named("action"),
                named("change")
            );
            let mut query = sqlx::query(&text);
            for identity in some {
                query = query.bind(format!("%{identity}%"));
            }
            for row in query.fetch_all(&self.readers).await.sql()? {
                let one = not_taken(&row)?;
                if found.iter().all(|known| known.change != one.change) {
                    found.push(one);
                }
            }
        }
        found.sort_by(|a, b| (b.received_ms, &a.change).cmp(&(a.received_ms, &b.change)));
        Ok(found)
    }
}

fn not_taken(row: &Row) -> Outcome<NotTaken> {
    // One database counts small numbers in four bytes, the other in eight.
    let is_aside = row
        .try_get::<i64, _>(5)
        .or_else(|_| row.try_get::<i32, _>(5).map(i64::from));
    Ok(NotTaken {
        change: row.try_get(0).sql()?,
        author: row.try_get(1).sql()?,
        received_ms: row.try_get(2).sql()?,
        text: row.try_get(3).sql()?,
        why: row.try_get(4).sql()?,
        is_aside: is_aside.sql()? != 0,
    })
}
