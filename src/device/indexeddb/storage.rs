// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the exchange asks of a store.
use super::{BODIES, IndexedDb, RECORDS, read, write};
use crate::{device::codec::reading, fetched::NotFetched};
use soglia_domain::record::Key;
use soglia_sync::{
    codec::Codec,
    storage::{Batch, Loaded, Storage, StorageTrouble},
};

impl Storage for IndexedDb {
    async fn codec(&self) -> Result<Codec, StorageTrouble> {
        let reading = reading().await.map_err(|NotFetched| StorageTrouble::Failed)?;
        Ok(reading.codec)
    }

    async fn load(&self) -> Result<Loaded, StorageTrouble> {
        self.forget_open_bodies();
        read::load(self).await
    }

    async fn generation(&self) -> Result<u64, StorageTrouble> {
        read::generation(self).await
    }

    async fn write(&self, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
        self.forget_open_bodies();
        write::write(self, generation, batch).await
    }

    async fn body(&self, segment: u32, at: usize) -> Result<Option<Vec<u8>>, StorageTrouble> {
        read::body(self, segment, at).await
    }

    async fn bodies(&self, segment: u32) -> Result<Option<Vec<u8>>, StorageTrouble> {
        Ok(read::one(self, BODIES, segment)
            .await?
            .map(|bytes| bytes.to_vec()))
    }

    async fn record(&self, key: Key) -> Result<Option<Vec<u8>>, StorageTrouble> {
        let key = key.to_string();
        Ok(read::one(self, RECORDS, key.as_str())
            .await?
            .map(|bytes| bytes.to_vec()))
    }
}
