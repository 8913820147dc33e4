// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who works on this device.
pub mod sign_in;

use crate::prelude::*;
use crate::{
    device::{
        http::{self, HttpTrouble},
        profile::Profile,
    },
    state::{State, StorageTrouble},
};
use leptos::task::spawn_local;
use soglia_sync::{change::SignedIn, storage, wire::SignIn};

/// Who works on this device, and how to change that.
#[derive(Clone, Copy)]
pub struct Session {
    /// Who works on this device now.
    pub who: RwSignal<Who>,
    state: StoredValue<State>,
}

/// Who works on this device now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The device is looking up who worked here last.
    Opening,
    /// Nobody: the sign-in page stands before all others.
    SignedOut,
    /// This person, also without a network.
    In(SignedIn),
}

/// Why a sign-in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// Name or password are not right.
    WrongNameOrPassword,
    /// Too many attempts; after a while it works again.
    TooManyAttempts,
    /// The server could not be reached: the first sign-in needs it.
    NoNetwork,
    /// The server failed.
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// This device could not store who signed in.
    NotSaved(StorageTrouble),
}

impl Session {
    /// Makes the session, offers it to every page, and opens the store of who worked here last: that needs no network.
    pub fn provide(state: State) -> Self {
        let session = Self {
            who: RwSignal::new(Who::Opening),
            state: StoredValue::new(state),
        };
        provide_context(session);
        state.start();
        spawn_local(async move { session.reopen().await });
        session
    }

    async fn reopen(&self) {
        let state = self.state.get_value();
        // Where the browser does not open its store at all, signing in will say so.
        let profile = Profile::read().await.unwrap_or_default();
        if profile.is_lost() {
            state.storage.update(|storage| storage.lost = true);
        }
        let Some(signed_in) = profile.person else {
            self.who.set(Who::SignedOut);
            return;
        };
        match state.open(signed_in.clone()).await {
            Ok(()) => {
                self.who.set(Who::In(signed_in));
                state.sync_now();
            }
            Err(_) => self.who.set(Who::SignedOut),
        }
    }

    /// Signs in at the server, and opens this person's own store on the device.
    ///
    /// # Errors
    /// [`SignInError`] says what is in the way.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<(), SignInError> {
        let state = self.state.get_value();
        let mut profile = Profile::read().await?;
        let device = profile.device_for(name);
        let answer = http::sign_in(&SignIn {
            name: name.trim().to_owned(),
            password: password.to_owned(),
            device,
        })
        .await?;
        let signed_in = SignedIn {
            author: answer.author,
            device,
        };
        let person = signed_in.author.person;
        if !profile.people.contains(&person) {
            profile.people.push(person);
        }
        profile.person = Some(signed_in.clone());
        profile.write().await?;
        state.open(signed_in.clone()).await?;
        state.storage.update(|storage| storage.lost = false);
        state.sync.update(|sync| sync.signed_out = false);
        self.who.set(Who::In(signed_in));
        state.sync_now();
        Ok(())
    }

    /// Locks. Everything stored stays, sent or not.
    pub async fn sign_out(&self) {
        let state = self.state.get_value();
        // First the lock, which needs nobody's help; the server hears of it if it can be reached.
        if let Ok(mut profile) = Profile::read().await {
            profile.person = None;
            // If it cannot be written, the next start opens this person's store again; nothing is lost either way.
            profile.write().await.ok();
        }
        self.who.set(Who::SignedOut);
        state.close();
        drop(http::sign_out().await);
    }
}

impl From<HttpTrouble> for SignInError {
    fn from(trouble: HttpTrouble) -> Self {
        match trouble {
            HttpTrouble::NoNetwork => Self::NoNetwork,
            HttpTrouble::SignedOut => Self::WrongNameOrPassword,
            HttpTrouble::Problem(problem) => match problem.status {
                403 => Self::WrongNameOrPassword,
                429 => Self::TooManyAttempts,
                status => Self::Server { status },
            },
            HttpTrouble::NotUnderstood => Self::Server { status: 200 },
        }
    }
}

impl From<storage::StorageTrouble> for SignInError {
    fn from(trouble: storage::StorageTrouble) -> Self {
        Self::NotSaved(trouble.into())
    }
}

impl From<StorageTrouble> for SignInError {
    fn from(trouble: StorageTrouble) -> Self {
        Self::NotSaved(trouble)
    }
}
