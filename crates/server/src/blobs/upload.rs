// SPDX-License-Identifier: AGPL-3.0-or-later
//! A photo on its way: announced, then sent part by part, then checked.
use super::{Blobs, failed::failed, kind::Kind, resting};
use futures_util::TryStreamExt;
use object_store::path::Path;
use serde::{Deserialize, Serialize};
use soglia_domain::{digest::sha256_hex, id::PersonId, photo::PhotoId};
use soglia_ledger::store::{Outcome, StoreError};
use soglia_sync::wire::PART_BYTES;
use std::{collections::BTreeMap, future::ready};

/// A person may have begun so many photos at once.
const MOST_BEGUN: usize = 50;

const COMING: &str = "uploads";

/// Its name cannot be that of a part.
const ANNOUNCED: &str = "announced";

/// What is said of a photo before it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Announced {
    /// Bytes.
    pub(crate) size: usize,
    /// "image/jpeg" or another of [`Kind`].
    pub(crate) media_type: String,
}

impl Announced {
    /// Bytes of a part; none when there is no such part.
    pub(crate) fn part_bytes(&self, part: usize) -> Option<usize> {
        let from = part.checked_mul(PART_BYTES)?;
        (from < self.size).then(|| (self.size - from).min(PART_BYTES))
    }

    fn n_parts(&self) -> usize {
        self.size.div_ceil(PART_BYTES)
    }
}

/// How much of a photo is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Received {
    /// Bytes from the beginning without a gap.
    pub(crate) received: usize,
    /// Whether it is there as a whole, and was checked.
    pub(crate) complete: bool,
}

/// Why a part or an announcement is not taken.
#[derive(Debug)]
pub(crate) enum UploadError {
    /// Nobody announced this photo, or so long ago that it was forgotten.
    NotAnnounced,
    /// This part does not exist, or has another size.
    WrongPart,
    /// Too many photos were begun and not finished.
    TooManyBegun,
    /// The bytes are not what was announced; they were dropped.
    Mismatch,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for UploadError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// `uploads/{person}/{photo}`: what one person sends cannot spoil what another one does.
fn coming(person: PersonId, id: PhotoId) -> Path {
    Path::from_iter([COMING, &person.to_string(), &id.to_string()])
}

impl Blobs {
    /// A photo will come, or goes on coming. Announcing again tells how far it came.
    pub(crate) async fn announce(
        &self,
        person: PersonId,
        id: PhotoId,
        announced: &Announced,
    ) -> Result<Received, UploadError> {
        if let Some(whole) = self.whole(id).await? {
            return Ok(whole);
        }
        let folder = coming(person, id);
        match self.announced(&folder).await? {
            Some(before) if before == *announced => {}
            before => {
                if before.is_none() && self.n_begun(person).await? >= MOST_BEGUN {
                    return Err(UploadError::TooManyBegun);
                }
                // Parts of another size are parts of nothing.
                self.delete_all(&folder).await?;
                let text = serde_json::to_vec(announced).map_err(StoreError::from)?;
                self.write(&folder.clone().join(ANNOUNCED), text).await?;
            }
        }
        let parts = self.parts(&folder).await?;
        Ok(self.so_far(announced, &parts))
    }

    /// Takes a part. With the last one the photo is put together and checked.
    pub(crate) async fn take_part(
        &self,
        person: PersonId,
        id: PhotoId,
        part: usize,
        bytes: Vec<u8>,
    ) -> Result<Received, UploadError> {
        if let Some(whole) = self.whole(id).await? {
            return Ok(whole);
        }
        let folder = coming(person, id);
        let Some(announced) = self.announced(&folder).await? else {
            // Another device of the person may have sent the last part since it was looked for.
            return self.whole(id).await?.ok_or(UploadError::NotAnnounced);
        };
        if announced.part_bytes(part) != Some(bytes.len()) {
            return Err(UploadError::WrongPart);
        }
        self.write(&folder.clone().join(part_name(part)), bytes).await?;
        let parts = self.parts(&folder).await?;
        let so_far = self.so_far(&announced, &parts);
        if so_far.received < announced.size {
            return Ok(so_far);
        }
        self.finish(id, &folder, &announced).await
    }

    async fn finish(
        &self,
        id: PhotoId,
        folder: &Path,
        announced: &Announced,
    ) -> Result<Received, UploadError> {
        let turn = self.turns.acquire().await;
        let mut bytes = Vec::with_capacity(announced.size);
        for part in 0..announced.n_parts() {
            match self.read(&folder.clone().join(part_name(part))).await? {
                Some(more) => bytes.extend(more),
                // Sent twice at once, and the other one was first.
                None => return self.whole(id).await?.ok_or(UploadError::NotAnnounced),
            }
        }
        let kind = Kind::of_bytes(&bytes).map(Kind::name);
        let holds = bytes.len() == announced.size
            && kind == Some(announced.media_type.as_str())
            && sha256_hex(&bytes) == id.to_string();
        if holds {
            self.write(&resting(id), bytes).await?;
        }
        self.delete_all(folder).await?;
        drop(turn);
        if !holds {
            return Err(UploadError::Mismatch);
        }
        Ok(Received {
            received: announced.size,
            complete: true,
        })
    }

    async fn whole(&self, id: PhotoId) -> Outcome<Option<Received>> {
        let size = self.size(id).await?;
        Ok(size.map(|size| Received {
            received: usize::try_from(size).unwrap_or(usize::MAX),
            complete: true,
        }))
    }

    async fn announced(&self, folder: &Path) -> Outcome<Option<Announced>> {
        let text = self.read(&folder.clone().join(ANNOUNCED)).await?;
        // What does not read is announced again.
        Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
    }

    async fn n_begun(&self, person: PersonId) -> Outcome<usize> {
        let folder = Path::from_iter([COMING, &person.to_string()]);
        let found = self
            .store
            .list_with_delimiter(Some(&folder))
            .await
            .map_err(failed)?;
        Ok(found.common_prefixes.len())
    }

    /// How many photos are still arriving, and how many bytes of them are there.
    pub(crate) async fn under_way(&self) -> Outcome<(u64, u64)> {
        let announced = |path: &Path| u64::from(path.filename() == Some(ANNOUNCED));
        self.store
            .list(Some(&Path::from(COMING)))
            .try_fold((0, 0), |(n, bytes), found| {
                ready(Ok((n + announced(&found.location), bytes + found.size)))
            })
            .await
            .map_err(failed)
    }

    /// The parts that are there, with their sizes.
    async fn parts(&self, folder: &Path) -> Outcome<BTreeMap<usize, u64>> {
        let named = |path: &Path| path.filename()?.parse::<usize>().ok();
        self.store
            .list(Some(folder))
            .try_filter_map(|found| {
                let part = named(&found.location).map(|part| (part, found.size));
                ready(Ok(part))
            })
            .try_collect()
            .await
            .map_err(failed)
    }

    fn so_far(&self, announced: &Announced, parts: &BTreeMap<usize, u64>) -> Received {
        let whole = |part: &usize| {
            let bytes = announced.part_bytes(*part).map(|bytes| bytes as u64);
            bytes.is_some() && parts.get(part).copied() == bytes
        };
        let received = (0..announced.n_parts())
            .take_while(whole)
            .filter_map(|part| announced.part_bytes(part))
            .sum();
        Received {
            received,
            complete: false,
        }
    }

    /// Forgets the parts of uploads that nobody went on with since a moment, in milliseconds since 1970.
    pub(crate) async fn forget_uploads(&self, before_ms: i64) -> Outcome<()> {
        let old: Vec<Path> = self
            .store
            .list(Some(&Path::from(COMING)))
            .try_filter(|found| ready(found.last_modified.timestamp_millis() < before_ms))
            .map_ok(|found| found.location)
            .try_collect()
            .await
            .map_err(failed)?;
        for path in &old {
            self.delete(path).await?;
        }
        Ok(())
    }
}

fn part_name(part: usize) -> String {
    format!("{part:04}")
}
