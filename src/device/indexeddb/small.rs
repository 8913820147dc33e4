// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small things by name, and photos: one value at a time, each strictly.
use super::{
    BLOBS, IndexedDb, META, begin, bytes::Bytes, commit, read, sealed, sealed::place, trouble, write::open,
};
use indexed_db_futures::{KeyRange, prelude::*};
use soglia_sync::storage::StorageTrouble;

impl IndexedDb {
    /// A small thing by its name.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn small(&self, name: &str) -> Result<Option<Vec<u8>>, StorageTrouble> {
        Ok(read::one(self, META, name).await?.map(|bytes| bytes.to_vec()))
    }

    /// Writes a small thing, strictly.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn set_small(&self, name: &str, bytes: &[u8]) -> Result<(), StorageTrouble> {
        self.set(META, name, Some(bytes)).await
    }

    /// Deletes a small thing.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn delete_small(&self, name: &str) -> Result<(), StorageTrouble> {
        self.set(META, name, None).await
    }

    /// A photo or a document on its way, by its name.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn blob(&self, name: &str) -> Result<Option<Vec<u8>>, StorageTrouble> {
        Ok(read::one(self, BLOBS, name).await?.map(|bytes| bytes.to_vec()))
    }

    /// Keeps a photo or a document, strictly.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn set_blob(&self, name: &str, bytes: &[u8]) -> Result<(), StorageTrouble> {
        self.set(BLOBS, name, Some(bytes)).await
    }

    /// Deletes a photo or a document.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn delete_blob(&self, name: &str) -> Result<(), StorageTrouble> {
        self.set(BLOBS, name, None).await
    }

    /// The names of all photos and documents here.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn blob_names(&self) -> Result<Vec<String>, StorageTrouble> {
        let database = self.database()?;
        let transaction = database
            .transaction(BLOBS)
            .build()
            .map_err(|error| trouble(&error))?;
        let store = open(&transaction, BLOBS)?;
        let keys = store
            .get_all_keys::<String>()
            .primitive()
            .map_err(|error| trouble(&error))?
            .await
            .map_err(|error| trouble(&error))?;
        Ok(keys.filter_map(Result::ok).collect())
    }

    async fn set(&self, store: &str, name: &str, bytes: Option<&[u8]>) -> Result<(), StorageTrouble> {
        let values = bytes.map(|bytes| (place(store, name), Bytes::of(bytes)));
        let sealed = sealed::seal_all(self.key(), values.into_iter().collect())
            .await?
            .pop();
        let database = self.database()?;
        let transaction = begin(&database, &[store], true)?;
        let store = open(&transaction, store)?;
        match sealed {
            Some(value) => drop(
                store
                    .put(value)
                    .with_key(name.to_owned())
                    .without_key_type()
                    .primitive()
                    .map_err(|error| trouble(&error))?,
            ),
            None => drop(
                store
                    .delete::<&str, _>(KeyRange::Only(name))
                    .primitive()
                    .map_err(|error| trouble(&error))?,
            ),
        }
        drop(store);
        commit(transaction).await
    }
}
