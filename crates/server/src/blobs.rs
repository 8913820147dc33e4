// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos: their bytes, apart from the records that name them. A photo is named by its content, so that none is kept
//! twice and none can be altered without showing; it arrives in parts, and each part rests until all are there. Nothing is
//! remembered between requests, so that several servers share one store.
mod failed;
mod kind;
mod s3;
mod upload;

pub(crate) use kind::Kind;
pub(crate) use upload::{Announced, Received, UploadError};

use failed::failed;
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path};
use soglia_domain::photo::PhotoId;
use soglia_ledger::store::{Outcome, StoreError};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What may be the names of photos in a text: 64 hexadecimal letters.
pub(crate) fn named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_hexdigit())
        .filter(|word| word.len() == 64)
}

/// Photos put together at once: each is in memory as a whole while it is checked.
const AT_ONCE: usize = 4;

/// Where the bytes of photos rest.
#[derive(Clone)]
pub(crate) struct Blobs {
    store: Arc<dyn ObjectStore>,
    turns: Arc<Semaphore>,
}

impl Blobs {
    /// The photos in a folder, which is made where it is missing.
    pub(crate) fn in_folder(folder: &std::path::Path) -> Outcome<Self> {
        let unusable = |_| StoreError(format!("the folder {} cannot be used", folder.display()));
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(failed)?
            // What is told to be complete has to last.
            .with_fsync(true)
            .with_automatic_cleanup(true);
        Ok(Self::over(store))
    }

    /// The photos in a bucket of S3 or of something that speaks like it, such as `s3://bucket/prefix`; address, region and
    /// credentials come from the environment (`AWS_…`).
    pub(crate) fn in_s3(address: &str) -> Outcome<Self> {
        Ok(Self::over(s3::open(address)?))
    }

    fn over(store: impl ObjectStore) -> Self {
        Self {
            store: Arc::new(store),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// The bytes of a photo.
    pub(crate) async fn get(&self, id: PhotoId) -> Outcome<Option<Vec<u8>>> {
        self.read(&resting(id)).await
    }

    /// Deletes a photo for good.
    pub(crate) async fn erase(&self, id: PhotoId) -> Outcome<()> {
        self.delete(&resting(id)).await
    }

    /// Whether a photo is there, and how large it is.
    pub(crate) async fn size(&self, id: PhotoId) -> Outcome<Option<u64>> {
        match self.store.head(&resting(id)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Keeps a photo that was checked.
    pub(crate) async fn put(&self, id: PhotoId, bytes: Vec<u8>) -> Outcome<()> {
        self.write(&resting(id), bytes).await
    }

    /// The names of what rests, in no order; none for a name that is no photo's.
    pub(crate) fn list(&self) -> BoxStream<'static, Outcome<(String, Option<PhotoId>)>> {
        let named = |name: String| {
            let id = name.rsplit('/').next().and_then(|last| last.parse().ok());
            let in_place = |id: &PhotoId| resting(*id).as_ref() == name;
            let id = id.filter(in_place);
            (name, id)
        };
        self.store
            .list(Some(&Path::from(RESTING)))
            .map_ok(move |found| named(found.location.to_string()))
            .map_err(failed)
            .boxed()
    }

    async fn read(&self, path: &Path) -> Outcome<Option<Vec<u8>>> {
        let found = match self.store.get(path).await {
            Err(Error::NotFound { .. }) => return Ok(None),
            found => found.map_err(failed)?,
        };
        match found.bytes().await {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    async fn write(&self, path: &Path, bytes: Vec<u8>) -> Outcome<()> {
        self.store
            .put(path, PutPayload::from(bytes))
            .await
            .map_err(failed)?;
        Ok(())
    }

    /// What is gone already is no failure.
    async fn delete(&self, path: &Path) -> Outcome<()> {
        match self.store.delete(path).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    async fn delete_all(&self, below: &Path) -> Outcome<()> {
        let found: Vec<Path> = self
            .store
            .list(Some(below))
            .map_ok(|found| found.location)
            .try_collect()
            .await
            .map_err(failed)?;
        for path in &found {
            self.delete(path).await?;
        }
        Ok(())
    }
}

const RESTING: &str = "blobs";

/// `blobs/ab/abcdef…`: no folder gets very long.
fn resting(id: PhotoId) -> Path {
    let name = id.to_string();
    Path::from_iter([RESTING, &name[..2], &name])
}
