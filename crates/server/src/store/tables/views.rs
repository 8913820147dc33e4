// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links.
use super::{Engine, Sql};
use soglia_domain::id::SharedLinkId;
use soglia_ledger::store::{Outcome, SAME_VISIT_MS, Viewed, Views};
use sqlx::Row as _;

impl Views for Engine {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query(
            "INSERT INTO views (n, link, at_ms, device)
             SELECT COALESCE(MAX(n), 0) + 1, $1, $2, $3 FROM views WHERE link = $1
             HAVING NOT EXISTS (SELECT 1 FROM views WHERE link = $1 AND device = $3 AND at_ms > $4)",
        )
        .bind(link.to_string())
        .bind(viewed.at_ms)
        .bind(viewed.device.as_str())
        .bind(viewed.at_ms - SAME_VISIT_MS)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await
    }

    async fn views(&self, link: SharedLinkId, most: u32) -> Outcome<Vec<Viewed>> {
        let rows = sqlx::query(
            "SELECT at_ms, device FROM views WHERE link = $1 ORDER BY at_ms DESC, n DESC LIMIT $2",
        )
        .bind(link.to_string())
        .bind(i64::from(most))
        .fetch_all(&self.readers)
        .await
        .sql()?;
        let viewed = |row: &super::Row| {
            Ok(Viewed {
                at_ms: row.try_get(0).sql()?,
                device: row.try_get(1).sql()?,
            })
        };
        rows.iter().map(viewed).collect()
    }
}
