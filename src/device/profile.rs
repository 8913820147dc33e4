// SPDX-License-Identifier: AGPL-3.0-or-later
//! What this browser profile remembers by itself, unsealed: who works here, under which device identity, and the keys of
//! their stores, each wrapped by a phrase.
use super::{indexeddb::IndexedDb, space};
use serde::{Deserialize, Serialize};
use soglia_domain::id::{DeviceId, PersonId};
use soglia_sync::{change::SignedIn, storage::StorageTrouble};
use std::collections::BTreeMap;
use uuid::Uuid;

const PROFILE: &str = "profile";

/// Wrong phrases that cost no wait.
const FREE_TRIES: u32 = 4;

/// The wait after the next wrong one; it doubles from there.
const FIRST_WAIT_MS: i64 = 5_000;

/// The longest wait.
const LONGEST_WAIT_MS: i64 = 300_000;

/// What this browser profile remembers by itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Who worked here when an earlier version, which sealed nothing, was last in use.
    #[serde(default)]
    pub person: Option<SignedIn>,
    /// The device identity given to each sign-in name. One for each person, so that each numbers their own changes.
    #[serde(default)]
    devices: BTreeMap<String, DeviceId>,
    /// People who have a store here, sealed or not.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// The device identity of the session at the server; none after signing out.
    #[serde(default)]
    pub session_device: Option<DeviceId>,
    /// People who have a sealed store here.
    #[serde(default)]
    pub accounts: Vec<Account>,
}

/// Somebody who has a sealed store here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Name to sign in with.
    pub name: String,
    /// Who it is, as the server last said.
    pub signed_in: SignedIn,
    /// Their stores, the one in use last. An earlier one waits for its own phrase.
    pub vaults: Vec<Vault>,
    /// Wrong phrases in a row.
    #[serde(default)]
    n_wrong: u32,
    /// When the last one was tried, in milliseconds since 1970.
    #[serde(default)]
    wrong_ms: i64,
    /// When the store was last opened, in milliseconds since 1970.
    #[serde(default)]
    pub opened_ms: i64,
}

/// A sealed store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vault {
    /// Its name in the browser.
    pub id: Uuid,
    /// The device identity that its changes carry.
    pub device: DeviceId,
    /// Its key, wrapped by the phrase.
    pub wrapped: Vec<u8>,
}

impl Account {
    /// How long the next try has to wait, in milliseconds.
    pub fn wait_ms(&self, now_ms: i64) -> i64 {
        let Some(beyond) = self.n_wrong.checked_sub(FREE_TRIES + 1) else {
            return 0;
        };
        let wait = FIRST_WAIT_MS
            .saturating_mul(1 << beyond.min(16))
            .min(LONGEST_WAIT_MS);
        // A clock that was set back or forward makes the wait at most as long as it is.
        (self.wrong_ms + wait - now_ms).clamp(0, wait)
    }

    /// Counts a try before it is made, so that closing the page in the middle does not save it.
    pub fn note_try(&mut self, now_ms: i64) {
        self.n_wrong += 1;
        self.wrong_ms = now_ms;
    }

    /// The right phrase was given.
    pub fn note_opened(&mut self, now_ms: i64) {
        self.n_wrong = 0;
        self.opened_ms = now_ms;
    }
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
        match bytes {
            // One that cannot be read is never written over: the keys of the stores are in it.
            Some(bytes) => soglia_json::from_slice(&bytes).map_err(|_| StorageTrouble::Failed),
            None => Ok(Self::default()),
        }
    }

    /// Remembers it.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn write(&self) -> Result<(), StorageTrouble> {
        let bytes = soglia_json::to_vec(self).map_err(|_| StorageTrouble::Failed)?;
        let store = IndexedDb::of_device().await?;
        store.set_small(PROFILE, &bytes).await?;
        store.close();
        space::set_sentinel();
        Ok(())
    }

    /// The device identity for a sign-in name: that of the store in use, or one drawn at the first sign-in.
    pub fn device_for(&mut self, name: &str) -> DeviceId {
        let name = plain(name);
        if let Some(vault) = self
            .account_named(&name)
            .and_then(|account| account.vaults.last())
        {
            return vault.device;
        }
        *self
            .devices
            .entry(name)
            .or_insert_with(|| DeviceId(Uuid::now_v7()))
    }

    /// Draws another device identity for a sign-in name: a new store begins to count anew.
    pub fn new_device_for(&mut self, name: &str) -> DeviceId {
        let device = DeviceId(Uuid::now_v7());
        self.devices.insert(plain(name), device);
        device
    }

    /// The sign-in name that a device identity was given to.
    pub fn name_of(&self, device: DeviceId) -> Option<&str> {
        let mut devices = self.devices.iter();
        devices
            .find(|(_, known)| **known == device)
            .map(|(name, _)| name.as_str())
    }

    /// The store whose changes carry a device identity.
    pub fn vault_of(&self, device: DeviceId) -> Option<Uuid> {
        let mut vaults = self.accounts.iter().flat_map(|account| &account.vaults);
        vaults.find(|vault| vault.device == device).map(|vault| vault.id)
    }

    /// Forgets a device identity with its store, and gives the store, to be deleted.
    pub fn remove_device(&mut self, device: DeviceId) -> Option<Uuid> {
        let vault = self.vault_of(device)?;
        self.devices.retain(|_, known| *known != device);
        for account in &mut self.accounts {
            account.vaults.retain(|known| known.id != vault);
        }
        self.accounts.retain(|account| !account.vaults.is_empty());
        Some(vault)
    }

    fn account_named(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.name == name)
    }

    /// The account of a person.
    pub fn account(&self, person: PersonId) -> Option<&Account> {
        self.accounts
            .iter()
            .find(|account| account.signed_in.author.person == person)
    }

    /// The account of a person, to change it.
    pub fn account_mut(&mut self, person: PersonId) -> Option<&mut Account> {
        self.accounts
            .iter_mut()
            .find(|account| account.signed_in.author.person == person)
    }

    /// Adds a store to the account of a person, and makes the account where there is none.
    pub fn add_vault(&mut self, name: &str, signed_in: SignedIn, vault: Vault, now_ms: i64) {
        let person = signed_in.author.person;
        if !self.people.contains(&person) {
            self.people.push(person);
        }
        if let Some(account) = self.account_mut(person) {
            account.signed_in = signed_in;
            account.vaults.push(vault);
            account.note_opened(now_ms);
            return;
        }
        self.accounts.push(Account {
            name: plain(name),
            signed_in,
            vaults: vec![vault],
            n_wrong: 0,
            wrong_ms: 0,
            opened_ms: now_ms,
        });
    }

    /// Whether the browser threw away what was stored: the sentinel outside the database is there, the database is not.
    pub fn is_lost(&self) -> bool {
        self.people.is_empty() && space::has_sentinel()
    }
}

/// A name as it is compared. The browser has the tables of letters, the application need not bring them.
fn plain(name: &str) -> String {
    String::from(js_sys::JsString::from(name.trim()).to_lower_case())
}
