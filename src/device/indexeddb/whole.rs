// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whole stores: counting what waits in one without its key, moving one into another, deleting one.
use super::{
    BLOBS, BODIES, DELIVERIES, GENERATION, IndexedDb, META, OUTBOX, RECORDS, ROWS, STORES, begin,
    bytes::Bytes,
    commit, plain_name, read, sealed, trouble, vault_name,
    write::{Put, give, open, put_all, take},
};
use indexed_db_futures::{
    KeyRange,
    database::Database,
    prelude::*,
    primitive::{TryFromJs, TryToJs},
};
use soglia_domain::id::PersonId;
use soglia_sync::storage::StorageTrouble;
use std::fmt::Display;
use uuid::Uuid;

/// Names of photos that only this device has begin with this.
pub const UNSENT: &str = "n/";

impl IndexedDb {
    /// How many changes and photos wait in a store. Nothing is opened: keys are not sealed.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn n_waiting(vault: Uuid) -> Result<usize, StorageTrouble> {
        let store = Self::open(&vault_name(vault), None).await?;
        let counted = store.n_in_outbox().await;
        store.close();
        counted
    }

    /// How many changes and photos wait here.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn n_in_outbox(&self) -> Result<usize, StorageTrouble> {
        let photos = self.blob_names().await?;
        let n_photos = photos.iter().filter(|name| name.starts_with(UNSENT)).count();
        let database = self.database()?;
        let transaction = database
            .transaction(OUTBOX)
            .build()
            .map_err(|error| trouble(&error))?;
        let keys = open(&transaction, OUTBOX)?
            .get_all_keys::<String>()
            .primitive()
            .map_err(|error| trouble(&error))?
            .await
            .map_err(|error| trouble(&error))?;
        Ok(keys.len() + n_photos)
    }

    /// Deletes what a store received, without its key. What waits to be sent stays, sealed; says how much that is.
    ///
    /// # Errors
    /// [`StorageTrouble`]: then nothing is deleted.
    pub async fn wipe_locked(vault: Uuid) -> Result<usize, StorageTrouble> {
        let store = Self::open(&vault_name(vault), None).await?;
        let wiped = store.wipe_received().await;
        store.close();
        wiped
    }

    async fn wipe_received(&self) -> Result<usize, StorageTrouble> {
        let photos = self.blob_names().await?;
        let database = self.database()?;
        let received = [ROWS, BODIES, RECORDS, DELIVERIES];
        let transaction = begin(&database, &STORES, true)?;
        for name in received {
            let cleared = open(&transaction, name)?.clear();
            drop(cleared.map_err(|error| trouble(&error))?);
        }
        let blobs = open(&transaction, BLOBS)?;
        for name in photos.iter().filter(|name| !name.starts_with(UNSENT)) {
            let deleted = blobs.delete::<&str, _>(KeyRange::Only(name.as_str())).primitive();
            drop(deleted.map_err(|error| trouble(&error))?);
        }
        drop(blobs);
        commit(transaction).await?;
        self.n_in_outbox().await
    }

    /// Deletes the photos that the server has too.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn delete_received_photos(&self) -> Result<(), StorageTrouble> {
        for name in self.blob_names().await? {
            if !name.starts_with(UNSENT) {
                self.delete_blob(&name).await?;
            }
        }
        Ok(())
    }

    /// Writes everything that is here into another store, sealed with its key, in one strict transaction.
    ///
    /// # Errors
    /// [`StorageTrouble`]: then the other store holds nothing of it.
    pub async fn copy_into(&self, other: &Self) -> Result<(), StorageTrouble> {
        let mut texts = Vec::new();
        for store in [META, RECORDS, OUTBOX, DELIVERIES, BLOBS] {
            texts.push((store, self.resealed::<String>(store, other).await?));
        }
        let mut numbers = Vec::new();
        for store in [ROWS, BODIES] {
            numbers.push((store, self.resealed::<u32>(store, other).await?));
        }
        let database = other.database()?;
        let transaction = begin(&database, &STORES, true)?;
        for (store, puts) in texts {
            put_all(&open(&transaction, store)?, puts)?;
        }
        for (store, puts) in numbers {
            put_all(&open(&transaction, store)?, puts)?;
        }
        commit(transaction).await
    }

    async fn resealed<K>(&self, name: &str, other: &Self) -> Result<Vec<Put<K>>, StorageTrouble>
    where
        K: TryFromJs + TryToJs + Display,
    {
        let database = self.database()?;
        let transaction = database
            .transaction(name)
            .build()
            .map_err(|error| trouble(&error))?;
        let pairs = read::pairs::<K>(&open(&transaction, name)?).await?;
        drop(transaction);
        let mut puts: Vec<Put<K>> = pairs.into_iter().map(|(key, value)| Put(key, value)).collect();
        // The other store counts its own transactions.
        puts.retain(|Put(key, _)| name != META || key.to_string() != GENERATION);
        for (from, key) in [(true, self.key()), (false, other.key())] {
            let mut values: Vec<(String, Bytes)> = Vec::with_capacity(puts.len());
            take(name, &puts, &mut values);
            let values = if from {
                sealed::open_all(key, values).await?
            } else {
                sealed::seal_all(key, values).await?
            };
            give(&mut puts, &mut values.into_iter());
        }
        Ok(puts)
    }

    /// Deletes a sealed store for good.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn delete_vault(vault: Uuid) -> Result<(), StorageTrouble> {
        delete(&vault_name(vault)).await
    }

    /// Deletes the store that an earlier version kept unsealed.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn delete_plain(person: PersonId) -> Result<(), StorageTrouble> {
        delete(&plain_name(person)).await
    }
}

async fn delete(name: &str) -> Result<(), StorageTrouble> {
    Database::delete_by_name(name)
        .map_err(|_| StorageTrouble::Failed)?
        .await
        .map_err(|_| StorageTrouble::Failed)
}
