// SPDX-License-Identifier: AGPL-3.0-or-later
//! One database for each person who works on this device, sealed with their key, and a small one for the device itself.
//!
//! Everything is encoded and sealed before a transaction opens, because a transaction ends by itself as soon as anything
//! else is awaited. It counts as done when the browser says that it is complete, never before.
mod bytes;
mod read;
mod sealed;
mod small;
mod storage;
mod whole;
mod write;

pub use whole::UNSENT;

use super::crypto::DataKey;
use bytes::Bytes;
use indexed_db_futures::{
    database::Database,
    error::{DomException, Error, OpenDbError},
    prelude::*,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use soglia_domain::id::PersonId;
use soglia_sync::storage::StorageTrouble;
use std::{cell::RefCell, rc::Rc};
use uuid::Uuid;

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
/// Counts the transactions, as it is: whether another tab was quicker is asked inside a transaction, which would not
/// survive opening a sealed value.
const GENERATION: &str = "generation";

/// Layout of the stores. What is inside a value has its own version and needs no upgrade here.
const VERSION: u8 = 1;

/// A database of this origin.
#[derive(Clone)]
pub struct IndexedDb {
    /// None once another tab opened a newer layout: it must not wait for this one.
    database: Rc<RefCell<Option<Database>>>,
    /// None in the store of the device, which holds nothing about the people that the work is for.
    key: Option<DataKey>,
    /// The bodies of the segment last read, opened.
    bodies: Rc<RefCell<Option<(u32, Bytes)>>>,
}

impl IndexedDb {
    /// Opens a sealed store, and makes it where there is none.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn of_vault(vault: Uuid, key: DataKey) -> Result<Self, StorageTrouble> {
        Self::open(&vault_name(vault), Some(key)).await
    }

    /// Opens the store that an earlier version kept unsealed for a person.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn plain_of_person(person: PersonId) -> Result<Self, StorageTrouble> {
        Self::open(&plain_name(person), None).await
    }

    /// Opens the store of the device itself.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn of_device() -> Result<Self, StorageTrouble> {
        Self::open("soglia", None).await
    }

    async fn open(name: &str, key: Option<DataKey>) -> Result<Self, StorageTrouble> {
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
            key,
            bodies: Rc::default(),
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

    const fn key(&self) -> Option<&DataKey> {
        self.key.as_ref()
    }

    /// The opened bodies of a segment, where it was the last one read.
    fn open_bodies(&self, segment: u32) -> Option<Bytes> {
        let bodies = self.bodies.borrow();
        bodies
            .as_ref()
            .filter(|(open, _)| *open == segment)
            .map(|(_, bodies)| bodies.clone())
    }

    fn keep_open(&self, segment: u32, bodies: Bytes) {
        self.bodies.replace(Some((segment, bodies)));
    }

    /// Segments may have been written anew or deleted.
    fn forget_open_bodies(&self) {
        self.bodies.take();
    }
}

fn vault_name(vault: Uuid) -> String {
    format!("soglia-store-{vault}")
}

fn plain_name(person: PersonId) -> String {
    format!("soglia-{person}")
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
        // A full disk shows as a bare abort, without a reason. Browsers no longer tell how much is left: what they
        // call quota grows with what is used, so that nobody is recognised by it.
        Err(Error::MissingData(_)) => Err(StorageTrouble::Full),
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
