// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which photos are kept: their bytes rest elsewhere, and here it stands that they do.
use super::{Engine, Sql};
use crate::store::{count, unreadable};
use soglia_domain::{id::PersonId, photo::PhotoId};
use soglia_ledger::store::Outcome;

impl Engine {
    /// A photo is there as a whole. Saying it again changes nothing.
    pub(crate) async fn note_blob(
        &self,
        id: PhotoId,
        size: u64,
        person: PersonId,
        now_ms: i64,
    ) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        sqlx::query(
            "INSERT INTO blobs (sha256, size, person, received_ms) VALUES ($1, $2, $3, $4)
             ON CONFLICT (sha256) DO NOTHING",
        )
        .bind(id.to_string())
        .bind(count(size))
        .bind(person.to_string())
        .bind(now_ms)
        .execute(hold.connection()?)
        .await
        .sql()?;
        hold.commit().await
    }

    /// How large a photo is, in bytes; none where it never came as a whole.
    pub(crate) async fn blob_size(&self, id: PhotoId) -> Outcome<Option<u64>> {
        let size: Option<i64> = sqlx::query_scalar("SELECT size FROM blobs WHERE sha256 = $1")
            .bind(id.to_string())
            .fetch_optional(&self.readers)
            .await
            .sql()?;
        Ok(size.and_then(|size| u64::try_from(size).ok()))
    }

    /// The photos that were kept, by their names.
    pub(crate) async fn kept_blobs(&self) -> Outcome<Vec<PhotoId>> {
        let names: Vec<String> = sqlx::query_scalar("SELECT sha256 FROM blobs ORDER BY sha256")
            .fetch_all(&self.readers)
            .await
            .sql()?;
        names
            .iter()
            .map(|name| name.parse().map_err(unreadable))
            .collect()
    }
}
