// SPDX-License-Identifier: AGPL-3.0-or-later
//! Making a store and opening it: the steps behind the phrase.
use super::{Entering, Session, SignInError, Step, UnlockError, Who};
use crate::prelude::*;
use crate::{
    device::{
        clock,
        crypto::{CryptoTrouble, DataKey},
        handover, http, idle,
        indexeddb::IndexedDb,
        profile::{Account, Profile, Vault},
        space, tabs, writer,
    },
    state::StorageTrouble,
};
use leptos::task::spawn_local;
use soglia_domain::id::{DeviceId, PersonId};
use soglia_sync::{change::SignedIn, storage, wire::SignIn};
use uuid::Uuid;

/// What a try costs that could not be counted.
const UNCOUNTED_MS: i32 = 3_000;

impl Session {
    /// The key that the page before this one left, or that another tab has open.
    pub(super) async fn key_at_hand() -> Option<(Uuid, DataKey)> {
        match handover::take().await {
            Some(held) => Some(held),
            None => tabs::ask_for_key().await,
        }
    }

    /// Makes a store sealed with a phrase for who signed in, takes over what an earlier version kept unsealed, and opens
    /// it.
    ///
    /// # Errors
    /// [`SignInError`]: then nothing has changed.
    pub async fn choose_phrase(&self, phrase: &str) -> Result<(), SignInError> {
        let Who::Entering(Entering {
            mut signed_in,
            step,
            name,
        }) = self.who.get_untracked()
        else {
            return Ok(());
        };
        let person = signed_in.author.person;
        let mut profile = Profile::read().await?;
        if step == Step::Anew {
            signed_in.device = profile.new_device_for(&name);
            profile.session_device = self.tell_server_of(&name, &signed_in).await;
        }
        let (key, wrapped) = DataKey::generate(phrase).await?;
        let vault = Vault {
            id: Uuid::now_v7(),
            device: signed_in.device,
            wrapped,
        };
        let store = IndexedDb::of_vault(vault.id, key.clone()).await?;
        let was_plain = profile.account(person).is_none() && profile.people.contains(&person);
        if was_plain {
            let plain = IndexedDb::plain_of_person(person).await?;
            plain.copy_into(&store).await?;
            plain.close();
        }
        profile.person.take_if(|earlier| earlier.author.person == person);
        profile.add_vault(&name, signed_in.clone(), vault.clone(), clock::now_ms());
        profile.write().await?;
        if was_plain {
            // What is left behind if this fails goes at the next opening.
            IndexedDb::delete_plain(person).await.ok();
        }
        self.password.set_value(None);
        self.state
            .get_value()
            .storage
            .update(|storage| storage.lost = false);
        self.enter(signed_in, store, vault.id, key).await?;
        Ok(())
    }

    /// A new device identity is made known by a sign-in. Where that fails the server asks for one later.
    async fn tell_server_of(&self, name: &str, signed_in: &SignedIn) -> Option<DeviceId> {
        let password = self.password.get_value()?;
        let sign_in = SignIn {
            name: name.to_owned(),
            password,
            device: signed_in.device,
            device_name: Some(space::device_name()),
            // A code counts once: whoever has a second factor is asked again when the device delivers.
            code: None,
        };
        http::sign_in(&sign_in).await.ok()?;
        Some(signed_in.device)
    }

    /// Opens the store of a person with a phrase. Works without a network.
    ///
    /// # Errors
    /// [`UnlockError`].
    pub async fn unlock(&self, person: PersonId, phrase: &str) -> Result<(), UnlockError> {
        let mut profile = Profile::read().await?;
        let now_ms = clock::now_ms();
        let account = profile
            .account_mut(person)
            .ok_or(UnlockError::NotOpened(StorageTrouble::Failed))?;
        let wait_ms = account.wait_ms(now_ms);
        if wait_ms > 0 {
            return Err(UnlockError::Wait { wait_ms });
        }
        account.note_try(now_ms);
        let account = account.clone();
        match profile.write().await {
            Ok(()) => {}
            // A full disk must not lock anybody out of what waits there; the try costs some time instead.
            Err(storage::StorageTrouble::Full) => clock::wait(UNCOUNTED_MS).await,
            Err(trouble) => return Err(trouble.into()),
        }
        let Some((vault, key)) = key_of(&account, phrase).await? else {
            let wait_ms = account.wait_ms(clock::now_ms());
            return Err(UnlockError::Wrong { wait_ms });
        };
        let store = IndexedDb::of_vault(vault.id, key.clone()).await?;
        let signed_in = SignedIn {
            author: account.signed_in.author.clone(),
            device: vault.device,
        };
        self.enter(signed_in, store, vault.id, key).await?;
        self.password.set_value(None);
        if let Some(account) = profile.account_mut(person) {
            account.note_opened(clock::now_ms());
        }
        // The store is open; where this cannot be noted, a wrong phrase waits longer next time.
        profile.write().await.ok();
        spawn_local(clear_away(profile, person, vault.id));
        Ok(())
    }

    /// Opens what the page before this one, or another tab, has open.
    pub(super) async fn open_again(&self, profile: &Profile, vault: Uuid, key: DataKey) -> bool {
        let found = profile.accounts.iter().find_map(|account| {
            let vault = account.vaults.iter().find(|known| known.id == vault)?;
            Some((account, vault.device))
        });
        let Some((account, device)) = found else {
            return false;
        };
        let signed_in = SignedIn {
            author: account.signed_in.author.clone(),
            device,
        };
        let Ok(store) = IndexedDb::of_vault(vault, key.clone()).await else {
            return false;
        };
        self.enter(signed_in, store, vault, key).await.is_ok()
    }

    async fn enter(
        &self,
        signed_in: SignedIn,
        store: IndexedDb,
        vault: Uuid,
        key: DataKey,
    ) -> Result<(), StorageTrouble> {
        let state = self.state.get_value();
        state.open(signed_in.clone(), store).await?;
        handover::hold(vault, key);
        tabs::set_open(true);
        writer::begin(vault);
        idle::touch();
        self.who.set(Who::In(signed_in));
        state.sync_now();
        Ok(())
    }

    /// Wraps the key of the open store with another phrase. The store itself stays as it is.
    ///
    /// # Errors
    /// [`UnlockError`]: with the reason why the old phrase still holds.
    pub async fn change_phrase(&self, old: &str, new: &str) -> Result<(), UnlockError> {
        let Who::In(signed_in) = self.who.get_untracked() else {
            return Err(UnlockError::NotOpened(StorageTrouble::Closed));
        };
        let mut profile = Profile::read().await?;
        let account = profile
            .account_mut(signed_in.author.person)
            .ok_or(UnlockError::NotOpened(StorageTrouble::Failed))?;
        let wait_ms = account.wait_ms(clock::now_ms());
        if wait_ms > 0 {
            return Err(UnlockError::Wait { wait_ms });
        }
        let vault = account
            .vaults
            .iter_mut()
            .find(|vault| vault.device == signed_in.device)
            .ok_or(UnlockError::NotOpened(StorageTrouble::Failed))?;
        match DataKey::rewrap(&vault.wrapped, old, new).await {
            Ok(wrapped) => {
                vault.wrapped = wrapped;
                profile.write().await?;
                Ok(())
            }
            Err(CryptoTrouble::WrongPhrase) => {
                account.note_try(clock::now_ms());
                let wait_ms = account.wait_ms(clock::now_ms());
                profile.write().await?;
                Err(UnlockError::Wrong { wait_ms })
            }
            Err(_) => Err(UnlockError::NoCrypto),
        }
    }
}

/// The newest store that the phrase opens, with its key.
async fn key_of(account: &Account, phrase: &str) -> Result<Option<(Vault, DataKey)>, UnlockError> {
    for vault in account.vaults.iter().rev() {
        match DataKey::unwrap(&vault.wrapped, phrase).await {
            Ok(key) => return Ok(Some((vault.clone(), key))),
            Err(CryptoTrouble::WrongPhrase) => {}
            Err(_) => return Err(UnlockError::NoCrypto),
        }
    }
    Ok(None)
}

/// Deletes what an earlier version left unsealed, and earlier stores in which nothing waits any more.
async fn clear_away(mut profile: Profile, person: PersonId, open: Uuid) {
    IndexedDb::delete_plain(person).await.ok();
    let Some(account) = profile.account(person) else {
        return;
    };
    let newest = account.vaults.last().map(|vault| vault.id);
    let mut done = Vec::new();
    for vault in &account.vaults {
        let is_in_use = vault.id == open || Some(vault.id) == newest;
        let waits: Result<usize, storage::StorageTrouble> = IndexedDb::n_waiting(vault.id).await;
        if !is_in_use && waits == Ok(0) && IndexedDb::delete_vault(vault.id).await.is_ok() {
            done.push(vault.id);
        }
    }
    if done.is_empty() {
        return;
    }
    if let Some(account) = profile.account_mut(person) {
        account.vaults.retain(|vault| !done.contains(&vault.id));
    }
    // A store that is named and gone is made anew, empty, which harms nobody.
    profile.write().await.ok();
}
