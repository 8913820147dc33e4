// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links.
use super::{Engine, Sql};
use soglia_domain::id::SharedLinkId;
use soglia_ledger::store::{ONE_VISIT_MS, Outcome, PinTry, SAME_VISIT_MS, Viewed, Views, WrongPins};
use sqlx::Row as _;

impl Views for Engine {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<bool> {
        // Most views are of a visit that is noted already: that is found without waiting for the turn to write.
        let is_noted: Option<i64> =
            sqlx::query_scalar("SELECT n FROM views WHERE link = $1 AND device = $2 AND at_ms > $3 LIMIT 1")
                .bind(link.to_string())
                .bind(viewed.device.as_str())
                .bind(viewed.at_ms - SAME_VISIT_MS)
                .fetch_optional(&self.readers)
                .await
                .sql()?;
        if is_noted.is_some() {
            return Ok(false);
        }
        let mut hold = self.hold_about(&link.to_string()).await?;
        let done = sqlx::query(
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
        hold.commit().await?;
        Ok(done.rows_affected() > 0)
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

    async fn try_pin(&self, link: SharedLinkId, now_ms: i64) -> Outcome<PinTry> {
        let mut hold = self.hold_about(&link.to_string()).await?;
        let row = sqlx::query("SELECT n_wrong, wrong_ms FROM link_pins WHERE link = $1")
            .bind(link.to_string())
            .fetch_optional(hold.connection()?)
            .await
            .sql()?;
        let wrong = match &row {
            Some(row) => WrongPins {
                n: u32::try_from(row.try_get::<i64, _>(0).sql()?).unwrap_or(u32::MAX),
                last_ms: row.try_get(1).sql()?,
            },
            None => WrongPins::default(),
        };
        let may = wrong.next(now_ms);
        if may == PinTry::Free {
            sqlx::query(
                "INSERT INTO link_pins (link, n_wrong, wrong_ms) VALUES ($1, $2, $3)
                 ON CONFLICT (link) DO UPDATE SET n_wrong = excluded.n_wrong, wrong_ms = excluded.wrong_ms",
            )
            .bind(link.to_string())
            .bind(i64::from(wrong.n) + 1)
            .bind(now_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
        }
        hold.commit().await?;
        Ok(may)
    }

    async fn right_pin(&self, link: SharedLinkId) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query("DELETE FROM link_pins WHERE link = $1")
            .bind(link.to_string())
            .execute(hold.connection()?)
            .await
            .sql()?;
        hold.commit().await
    }

    async fn begin_visit(
        &self,
        link: SharedLinkId,
        visit_hash: &str,
        only: bool,
        now_ms: i64,
    ) -> Outcome<bool> {
        let mut hold = self.hold_about(&link.to_string()).await?;
        if !only {
            sqlx::query("DELETE FROM link_visits WHERE link = $1 AND opened_ms <= $2")
                .bind(link.to_string())
                .bind(now_ms - ONE_VISIT_MS)
                .execute(hold.connection()?)
                .await
                .sql()?;
        }
        let statement = if only {
            "INSERT INTO link_visits (link, visit, opened_ms) SELECT $1, $2, $3
             WHERE NOT EXISTS (SELECT 1 FROM link_visits WHERE link = $1)"
        } else {
            "INSERT INTO link_visits (link, visit, opened_ms) VALUES ($1, $2, $3) ON CONFLICT (link, visit) DO NOTHING"
        };
        let began = sqlx::query(statement)
            .bind(link.to_string())
            .bind(visit_hash)
            .bind(now_ms)
            .execute(hold.connection()?)
            .await
            .sql()?
            .rows_affected();
        hold.commit().await?;
        Ok(began > 0 || self.visit_goes_on(link, visit_hash, now_ms).await?)
    }

    async fn visit_goes_on(&self, link: SharedLinkId, visit_hash: &str, now_ms: i64) -> Outcome<bool> {
        let began: Option<i64> =
            sqlx::query_scalar("SELECT opened_ms FROM link_visits WHERE link = $1 AND visit = $2")
                .bind(link.to_string())
                .bind(visit_hash)
                .fetch_optional(&self.readers)
                .await
                .sql()?;
        Ok(began.is_some_and(|opened_ms| now_ms - opened_ms < ONE_VISIT_MS))
    }
}
