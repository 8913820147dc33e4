// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos on this device: kept before the action that names them, delivered after the text, fetched when looked at.
mod deliver;
mod kept;

use self::kept::{KEPT, NEW, waiting};
use super::{ActError, State, StorageTrouble, storage};
use crate::device::{
    http::HttpTrouble,
    indexeddb::IndexedDb,
    photos::fetch,
    pictures::{self, PictureTrouble},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    digest::sha256_hex,
    key::Key,
    photo::{Photo, PhotoId, PhotoStage},
};

impl State {
    /// Does what names an image, of a record of any kind: `naming` is given what there is to say about it. The image is
    /// kept first, so that no action names one that is nowhere.
    ///
    /// # Errors
    /// [`ActError`]; then nothing is kept.
    pub async fn act_with_photo(
        &self,
        bytes: Vec<u8>,
        naming: Box<dyn FnOnce(Photo) -> Action>,
    ) -> Result<(), ActError> {
        let failed = ActError::NotSaved(StorageTrouble::Failed);
        let id: PhotoId = sha256_hex(&bytes).parse().map_err(|_| failed)?;
        let database = self
            .database()
            .await
            .ok_or(ActError::NotSaved(StorageTrouble::Closed))?;
        let name = format!("{NEW}{id}");
        self.keep(&database, &name, &bytes)
            .await
            .map_err(ActError::NotSaved)?;
        let photo = Photo {
            id,
            size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            media_type: pictures::MADE.to_owned(),
            taken: self.today(),
            stage: PhotoStage::Other,
            caption: String::new(),
        };
        if let Err(error) = self.act(naming(photo)).await {
            // Nothing names it; an image too many would only take up space.
            database.delete_blob(&name).await.ok();
            return Err(error);
        }
        self.photos.update(|queue| {
            if !queue.waiting.contains(&id) {
                queue.waiting.push(id);
            }
        });
        Ok(())
    }

    /// Does what names something that somebody drew by hand.
    ///
    /// # Errors
    /// [`ActError`]; then nothing is kept.
    pub async fn act_with_drawing(
        &self,
        path: &str,
        naming: impl FnOnce(Option<PhotoId>) -> Action + 'static,
    ) -> Result<(), ActError> {
        let drawn = pictures::of_path(path).await;
        let bytes = drawn.map_err(|_| ActError::NotSaved(StorageTrouble::Failed))?;
        self.act_with_photo(bytes, Box::new(|photo| naming(Some(photo.id))))
            .await
    }

    /// The picture in a file, ready to travel.
    ///
    /// # Errors
    /// [`PictureTrouble`] says what is the matter with the file.
    pub async fn picture(&self, file: &web_sys::File) -> Result<Vec<u8>, PictureTrouble> {
        pictures::prepare(file).await
    }

    /// An address at which the page shows a photo that a record names, until [`Self::forget_photo_address`].
    ///
    /// # Errors
    /// [`HttpTrouble`]: it is not on this device, and could not be fetched.
    pub async fn photo_address(&self, record: Key, id: PhotoId) -> Result<String, HttpTrouble> {
        let bytes = self.photo(record, id).await?;
        pictures::address(&bytes, pictures::MADE).ok_or(HttpTrouble::NotUnderstood)
    }

    /// Gives up an address.
    pub fn forget_photo_address(address: &str) {
        pictures::forget(address);
    }

    /// The image of a photo: from this device, else from the server, and then kept here.
    ///
    /// # Errors
    /// [`HttpTrouble`]: it is not on this device, and could not be fetched.
    async fn photo(&self, record: Key, id: PhotoId) -> Result<Vec<u8>, HttpTrouble> {
        let database = self.database().await.ok_or(HttpTrouble::NoNetwork)?;
        for kind in [NEW, KEPT] {
            if let Ok(Some(bytes)) = database.blob(&format!("{kind}{id}")).await {
                return Ok(bytes);
            }
        }
        let bytes = fetch(id, record).await?;
        if sha256_hex(&bytes) != id.to_string() {
            return Err(HttpTrouble::NotUnderstood);
        }
        // Where there is no space for it, it is fetched again next time.
        database.set_blob(&format!("{KEPT}{id}"), &bytes).await.ok();
        Ok(bytes)
    }

    /// The photos that nobody else has yet, each with its bytes: for the file that carries unsent work.
    pub async fn unsent_photos(&self) -> Vec<Vec<u8>> {
        let mut photos = Vec::new();
        if let Some(database) = self.database().await {
            for id in waiting(&database).await {
                if let Ok(Some(bytes)) = database.blob(&format!("{NEW}{id}")).await {
                    photos.push(bytes);
                }
            }
        }
        photos
    }

    /// Takes in photos that a file carried.
    ///
    /// # Errors
    /// [`StorageTrouble`]: those before it are kept.
    pub async fn take_photos(&self, photos: &[Vec<u8>]) -> Result<(), StorageTrouble> {
        let database = self.database().await.ok_or(StorageTrouble::Closed)?;
        for bytes in photos {
            self.keep(&database, &format!("{NEW}{}", sha256_hex(bytes)), bytes)
                .await?;
        }
        Ok(())
    }

    /// Keeps an image. Where space is short, images that the server has too give way.
    async fn keep(&self, database: &IndexedDb, name: &str, bytes: &[u8]) -> Result<(), StorageTrouble> {
        match database.set_blob(name, bytes).await {
            Err(storage::StorageTrouble::Full) if self.make_room(database).await => {
                Ok(database.set_blob(name, bytes).await?)
            }
            kept => Ok(kept?),
        }
    }

    /// Finds the photos that wait in a store that was opened a moment ago.
    pub(super) fn look_for_photos(&self) {
        let state = *self;
        spawn_local(async move {
            let Some(database) = state.database().await else {
                return;
            };
            let ids = waiting(&database).await;
            state.photos.update(|queue| queue.waiting = ids);
        });
    }

    /// Lets images go that the server has too: text comes before them where space is short. True when there were any.
    pub(super) async fn make_room(&self, database: &IndexedDb) -> bool {
        let mut n_gone = 0_usize;
        for kept in database.blob_names().await.unwrap_or_default() {
            if kept.starts_with(KEPT) && database.delete_blob(&kept).await.is_ok() {
                n_gone += 1;
            }
        }
        n_gone > 0
    }

    /// Delivers what waits, beside everything else: text never waits for a photo. Called after each exchange that went
    /// well.
    pub(crate) fn deliver_photos(&self) {
        deliver::begin(*self);
    }

    /// The store that is open, for photos: they rest beside the records and need no turn among those who write.
    async fn database(&self) -> Option<IndexedDb> {
        let store = self.store()?;
        let replica = store.lock().await;
        Some(replica.storage().clone())
    }
}
