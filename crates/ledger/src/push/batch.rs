// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is done in one transaction.
use super::held::Held;
use crate::store::{LogHead, Outcome, Write};
use soglia_domain::{calendar::Timestamp, ground::Ground, id::DeviceId, record::Key};
use std::collections::BTreeMap;

/// Changes on their way into the store, in one transaction.
pub struct Batch<W> {
    pub(super) write: W,
    pub(super) held: BTreeMap<Key, Held>,
    pub(super) head: LogHead,
    pub(super) now_ms: i64,
    pub(super) ground: Ground,
}

/// Where and when something is done at the server itself.
pub struct Origin {
    /// Stands for the device.
    pub device: DeviceId,
    /// Order on it.
    pub counter: u64,
    /// When.
    pub at: Timestamp,
}

impl<W: Write> Batch<W> {
    /// The transaction itself, for what belongs to the batch but is no change.
    pub fn write(&mut self) -> &mut W {
        &mut self.write
    }

    /// Whether the store saw what its device was answered about.
    ///
    /// # Errors
    /// [`crate::store::StoreError`].
    pub async fn has_seen(&mut self, device: DeviceId, counter: u64) -> Outcome<bool> {
        Ok(counter == 0 || self.write.highest_counter(device).await? >= counter)
    }

    /// Whether a device is revoked: what it sends is set aside.
    ///
    /// # Errors
    /// [`crate::store::StoreError`].
    pub async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        self.write.is_revoked(device).await
    }
}
