// SPDX-License-Identifier: AGPL-3.0-or-later
//! What this browser profile remembers by itself: who works here, and under which device identity.
use super::{indexeddb::IndexedDb, space};
use serde::{Deserialize, Serialize};
use soglia_domain::id::{DeviceId, PersonId};
use soglia_sync::{change::SignedIn, storage::StorageTrouble};
use std::collections::BTreeMap;
use uuid::Uuid;

const PROFILE: &str = "profile";

/// What this browser profile remembers by itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Who works here now; none after signing out.
    #[serde(default)]
    pub person: Option<SignedIn>,
    /// The device identity given to each sign-in name. One for each person, so that each numbers their own changes.
    #[serde(default)]
    devices: BTreeMap<String, DeviceId>,
    /// People who have a store here.
    #[serde(default)]
    pub people: Vec<PersonId>,
}

impl Profile {
    /// Reads what is remembered.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn read() -> Result<Self, StorageTrouble> {
        let store = IndexedDb::of_device().await?;
        let bytes = store.small(PROFILE).await?;
        store.close();
        Ok(bytes
            .and_then(|bytes| soglia_sync::json::from_slice(&bytes).ok())
            .unwrap_or_default())
    }

    /// Remembers it.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn write(&self) -> Result<(), StorageTrouble> {
        let bytes = soglia_sync::json::to_vec(self).map_err(|_| StorageTrouble::Failed)?;
        let store = IndexedDb::of_device().await?;
        store.set_small(PROFILE, &bytes).await?;
        store.close();
        space::set_sentinel();
        Ok(())
    }

    /// The device identity for a sign-in name, drawn at the first sign-in.
    pub fn device_for(&mut self, name: &str) -> DeviceId {
        *self
            .devices
            .entry(name.trim().to_lowercase())
            .or_insert_with(|| DeviceId(Uuid::now_v7()))
    }

    /// Whether the browser threw away what was stored: the sentinel outside the database is there, the database is not.
    pub fn is_lost(&self) -> bool {
        self.people.is_empty() && space::has_sentinel()
    }
}
