// SPDX-License-Identifier: AGPL-3.0-or-later
//! Requests to erase, and the images that nothing names after an erasure.
use super::{Engine, Sql};
use crate::store::{AskedErasure, unreadable};
use soglia_domain::{id::PersonId, photo::PhotoId, record::Key};
use soglia_ledger::store::Outcome;
use soglia_sync::wire::{ErasureReason, ErasureState};
use sqlx::Row as _;

impl Engine {
    /// Asks to erase a record with all that is rooted in it; false where that is asked already, or done. Where it was
    /// declined it may be asked again.
    pub(crate) async fn ask_erasure(
        &self,
        root: Key,
        act: &str,
        reason: ErasureReason,
        by: PersonId,
        now_ms: i64,
    ) -> Outcome<bool> {
        let mut hold = self.hold_briefly().await?;
        let done = sqlx::query(
            "INSERT INTO erasures (root, act, reason, asked_by, asked_ms, decided_by, decided_ms, outcome)
             VALUES ($1, $2, $3, $4, $5, '', NULL, '')
             ON CONFLICT (root) DO UPDATE SET act = excluded.act, reason = excluded.reason,
             asked_by = excluded.asked_by, asked_ms = excluded.asked_ms, decided_by = '', decided_ms = NULL,
             outcome = '' WHERE erasures.outcome = 'declined'",
        )
        .bind(root.to_string())
        .bind(crate::store::kept(act))
        .bind(reason.key())
        .bind(by.to_string())
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await?;
        Ok(done.rows_affected() > 0)
    }

    /// Every request, the newest first.
    pub(crate) async fn erasures(&self) -> Outcome<Vec<AskedErasure>> {
        let rows = sqlx::query(
            "SELECT root, act, reason, asked_by, asked_ms, decided_by, decided_ms, outcome FROM erasures
             ORDER BY asked_ms DESC, root",
        )
        .fetch_all(&self.readers)
        .await
        .sql()?;
        rows.iter()
            .map(|row| {
                let text = |at: usize| row.try_get::<String, _>(at).sql();
                let state = match text(7)?.as_str() {
                    "declined" => ErasureState::Declined,
                    "erased" => ErasureState::Erased,
                    _ => ErasureState::Asked,
                };
                Ok(AskedErasure {
                    root: text(0)?.parse().map_err(unreadable)?,
                    act: text(1)?,
                    reason: ErasureReason::parse(&text(2)?).ok_or(()).map_err(unreadable)?,
                    asked_by: text(3)?.parse().map_err(unreadable)?,
                    asked_ms: row.try_get(4).sql()?,
                    decided_by: text(5)?.parse().ok(),
                    decided_ms: row.try_get(6).sql()?,
                    state,
                })
            })
            .collect()
    }

    /// Says what became of a request; false where none waits.
    pub(crate) async fn decide_erasure(
        &self,
        root: Key,
        is_erased: bool,
        by: PersonId,
        now_ms: i64,
    ) -> Outcome<bool> {
        let mut hold = self.hold_briefly().await?;
        let done = sqlx::query(
            "UPDATE erasures SET outcome = $2, decided_by = $3, decided_ms = $4 WHERE root = $1 AND outcome = ''",
        )
        .bind(root.to_string())
        .bind(if is_erased { "erased" } else { "declined" })
        .bind(by.to_string())
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await?;
        Ok(done.rows_affected() > 0)
    }

    /// Images of what was erased that no other record and no other line names.
    pub(crate) async fn images_to_erase(&self) -> Outcome<Vec<PhotoId>> {
        let names: Vec<String> = sqlx::query_scalar("SELECT sha256 FROM images_to_erase ORDER BY sha256")
            .fetch_all(&self.readers)
            .await
            .sql()?;
        let mut ids = Vec::new();
        for name in names {
            let n: i64 = sqlx::query_scalar(
                "SELECT (SELECT count(*) FROM records WHERE body LIKE '%' || $1 || '%')
                 + (SELECT count(*) FROM changes WHERE action LIKE '%' || $1 || '%' OR edits LIKE '%' || $1 || '%')",
            )
            .bind(&name)
            .fetch_one(&self.readers)
            .await
            .sql()?;
            let id: PhotoId = name.parse().map_err(unreadable)?;
            if n == 0 {
                ids.push(id);
            } else {
                self.settle_image(id, false).await?;
            }
        }
        Ok(ids)
    }

    /// The bytes of an image are gone, or stay because something else names it.
    pub(crate) async fn settle_image(&self, id: PhotoId, is_gone: bool) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        let steps: &[&str] = if is_gone {
            &[
                "DELETE FROM blobs WHERE sha256 = $1",
                "DELETE FROM images_to_erase WHERE sha256 = $1",
            ]
        } else {
            &["DELETE FROM images_to_erase WHERE sha256 = $1"]
        };
        for step in steps {
            sqlx::query(step)
                .bind(id.to_string())
                .execute(hold.connection()?)
                .await
                .sql()?;
        }
        hold.commit().await
    }
}
