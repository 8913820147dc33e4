// SPDX-License-Identifier: AGPL-3.0-or-later
//! One database for each person who works on this device, and a small one for the device itself.
//!
//! Everything is encoded before a transaction opens, because a transaction ends by itself as soon as anything else is
//! awaited. It counts as done when the browser says that it is complete, never before.
mod bytes;
mod read;
mod write;

use bytes::Bytes;
use indexed_db_futures::{
    database::Database,
    error::{DomException, Error, OpenDbError},
    prelude::*,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use soglia_domain::{id::PersonId, record::RecordKey};
use soglia_sync::storage::{Batch, Head, Loaded, Storage, StorageTrouble};
use std::{cell::RefCell, rc::Rc};

/// Rows parts of segments, by number.
const ROWS: &str = "segment-rows";
/// Bodies parts of segments, by number.
const BODIES: &str = "segment-bodies";
/// Records that lie over the segments, by record key.
const RECORDS: &str = "records";
/// Changes on their way, in the order of the device.
const OUTBOX: &str = "outbox";
/// Changes that arrived.
const DELIVERIES: &str = "deliveries";
/// The head and other small things.
const META: &str = "meta";
/// Photos and documents on their way.
const BLOBS: &str = "blobs";

const STORES: [&str; 7] = [ROWS, BODIES, RECORDS, OUTBOX, DELIVERIES, META, BLOBS];
const HEAD: &str = "head";

/// Layout of the stores. What is inside a value has its own version and needs no upgrade here.
const VERSION: u8 = 1;

/// A database of this origin.
#[derive(Clone)]
pub struct IndexedDb {
    /// None once another tab opened a newer layout: it must not wait for this one.
    database: Rc<RefCell<Option<Database>>>,
}

impl IndexedDb {
    /// Opens the store of one person, and makes it where there is none.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn of_person(person: PersonId) -> Result<Self, StorageTrouble> {
        Self::open(&format!("soglia-{person}")).await
    }

    /// Opens the store of the device itself.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn of_device() -> Result<Self, StorageTrouble> {
        Self::open("soglia").await
    }

    async fn open(name: &str) -> Result<Self, StorageTrouble> {
        let database = Database::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(|_, transaction| {
                for store in STORES {
                    transaction.db().create_object_store(store).build()?;
                }
                Ok(())
            })
            .await
            .map_err(|error| match error {
                OpenDbError::Base(error) => trouble(&error),
                _ => StorageTrouble::Failed,
            })?;
        let opened = Self {
            database: Rc::new(RefCell::new(Some(database))),
        };
        opened.close_for_newer();
        Ok(opened)
    }

    /// Closes when another tab wants to change the layout, or when the browser takes the database away.
    fn close_for_newer(&self) {
        let Ok(database) = self.database() else { return };
        let Ok(mut changes) = database.version_changes() else {
            return;
        };
        let weak = Rc::downgrade(&self.database);
        wasm_bindgen_futures::spawn_local(async move {
            changes.recv().await;
            if let Some(database) = weak.upgrade().and_then(|cell| cell.borrow_mut().take()) {
                database.close();
            }
        });
    }

    /// Closes. Nothing is deleted.
    pub fn close(&self) {
        if let Some(database) = self.database.borrow_mut().take() {
            database.close();
        }
    }

    fn database(&self) -> Result<Database, StorageTrouble> {
        self.database.borrow().clone().ok_or(StorageTrouble::Closed)
    }

    /// A small thing by its name, in this store.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn small(&self, name: &str) -> Result<Option<Vec<u8>>, StorageTrouble> {
        read::one(&self.database()?, META, name).await
    }

    /// Writes a small thing, strictly.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn set_small(&self, name: &str, bytes: &[u8]) -> Result<(), StorageTrouble> {
        let value = Bytes::of(bytes);
        let database = self.database()?;
        let transaction = begin(&database, &[META], true)?;
        let store = transaction.object_store(META).map_err(|error| trouble(&error))?;
        store
            .put(value)
            .with_key(name)
            .primitive()
            .map_err(|error| trouble(&error))?
            .await
            .map_err(|error| trouble(&error))?;
        drop(store);
        commit(transaction).await
    }
}

fn begin<'a>(
    database: &'a Database,
    stores: &[&str],
    strict: bool,
) -> Result<Transaction<'a>, StorageTrouble> {
    let durability = if strict {
        TransactionDurability::Strict
    } else {
        TransactionDurability::Relaxed
    };
    database
        .transaction(stores)
        .with_mode(TransactionMode::Readwrite)
        .with_options(TransactionOptions::new().with_durability(durability))
        .build()
        .map_err(|error| trouble(&error))
}

/// Waits until the browser says that the transaction is complete.
async fn commit(transaction: Transaction<'_>) -> Result<(), StorageTrouble> {
    match transaction.commit().await {
        Ok(()) => Ok(()),
        // A full disk shows as a bare abort, without a reason.
        Err(Error::MissingData(_)) if super::space::is_nearly_full().await => Err(StorageTrouble::Full),
        Err(error) => Err(trouble(&error)),
    }
}

/// What an error of the browser means for a person.
fn trouble(error: &Error) -> StorageTrouble {
    match error {
        Error::DomException(DomException::Other(other)) if other.name() == "QuotaExceededError" => {
            StorageTrouble::Full
        }
        Error::DomException(DomException::InvalidStateError(_)) => StorageTrouble::Closed,
        _ => StorageTrouble::Failed,
    }
}

impl Storage for IndexedDb {
    async fn load(&self) -> Result<Loaded, StorageTrouble> {
        read::load(&self.database()?).await
    }

    async fn head(&self) -> Result<Option<Head>, StorageTrouble> {
        Ok(self
            .small(HEAD)
            .await?
            .and_then(|bytes| soglia_sync::json::from_slice(&bytes).ok()))
    }

    async fn write(&self, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
        write::write(&self.database()?, generation, batch).await
    }

    async fn body(&self, segment: u32, at: usize) -> Result<Option<Vec<u8>>, StorageTrouble> {
        read::body(&self.database()?, segment, at).await
    }

    async fn bodies(&self, segment: u32) -> Result<Option<Vec<u8>>, StorageTrouble> {
        read::one(&self.database()?, BODIES, segment).await
    }

    async fn record(&self, key: RecordKey) -> Result<Option<Vec<u8>>, StorageTrouble> {
        read::one(&self.database()?, RECORDS, key.to_string().as_str()).await
    }
}
