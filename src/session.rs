// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who works on this device: signing in at the server, opening one's own store with a phrase, and locking it.
pub(crate) mod invitation;
pub mod may;
mod open;
pub mod phrase;
pub(crate) mod reopen;
pub(crate) mod revoked;
pub mod sign_in;
mod trouble;
pub mod unlock;

pub use trouble::{SignInError, UnlockError};

use crate::prelude::*;
use crate::{
    device::{handover, http, idle, profile::Profile, space, tabs, writer},
    state::State,
};
use leptos::task::spawn_local;
use soglia_domain::id::PersonId;
use soglia_sync::{change::SignedIn, wire::SignIn};
use std::time::Duration;

/// How often a locked device asks whether it still counts.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Who works on this device, and how to change that.
#[derive(Clone, Copy)]
pub struct Session {
    /// Who works on this device now.
    pub who: RwSignal<Who>,
    /// People who have a store here, who opened theirs last first.
    pub people: RwSignal<Vec<Known>>,
    state: StoredValue<State>,
    /// The password of somebody who is about to choose a phrase: a new store takes a new device identity, which the
    /// server learns by a sign-in. Kept in memory until then.
    password: StoredValue<Option<String>>,
}

/// Who works on this device now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The device is looking up who works here.
    Opening,
    /// The browser does not give out what the device keeps, so nobody can be told from a newcomer.
    Unreadable,
    /// Nobody, and somebody may sign in at the server.
    SignedOut,
    /// Nobody: the stores of this device are locked, and open with a phrase.
    Locked,
    /// This person signed in, and has to give or choose the phrase of their store.
    Entering(Entering),
    /// This person, also without a network.
    In(SignedIn),
    /// Nobody: this device was revoked, and what it had received is deleted.
    Revoked {
        /// Changes that could not be sent, still sealed here.
        n_left: usize,
    },
}

/// Somebody between the sign-in and their store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entering {
    /// Who it is.
    pub signed_in: SignedIn,
    /// What is missing.
    pub step: Step,
    name: String,
}

/// What is missing between a sign-in and a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A phrase for a store that is to be made.
    Choose,
    /// The phrase of the store that is here.
    Open {
        /// Changes in it that nobody else has yet.
        n_waiting: usize,
    },
    /// A phrase for a new store beside the one whose phrase is forgotten.
    Anew,
}

/// Somebody who has a store here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Whether an earlier store of theirs waits for its own phrase.
    pub has_earlier: bool,
}

impl Session {
    /// Makes the session, offers it to every page, and opens again what the page before this one had open: that needs no
    /// network.
    pub fn provide(state: State) -> Self {
        let session = Self {
            who: RwSignal::new(Who::Opening),
            people: RwSignal::new(Vec::new()),
            state: StoredValue::new(state),
            password: StoredValue::new(None),
        };
        provide_context(session);
        state.start();
        tabs::listen(move |told| session.heard(&told));
        idle::start(move || session.lock());
        state.on_revoked(move |n_left| session.was_revoked(n_left));
        set_interval(
            move || spawn_local(async move { session.look_for_revocation().await }),
            LOOK_EVERY,
        );
        spawn_local(async move { session.reopen().await });
        session
    }

    fn heard(&self, told: &tabs::Told) {
        match told {
            tabs::Told::Lock => self.lock(),
            told => self.state.get_value().heard(*told),
        }
    }

    /// Signs in at the server. What follows is the phrase of this person's own store, unless it is open already.
    ///
    /// # Errors
    /// [`SignInError`] says what is in the way.
    pub async fn sign_in(&self, name: &str, password: &str, code: Option<String>) -> Result<(), SignInError> {
        let mut profile = Profile::read().await?;
        let device = profile.device_for(name);
        profile.write().await?;
        let answer = http::sign_in(&SignIn {
            name: name.trim().to_owned(),
            password: password.to_owned(),
            device,
            device_name: Some(space::device_name()),
            code,
        })
        .await?;
        profile.session_device = Some(device);
        profile.write().await?;
        tabs::tell(&tabs::Told::Session);
        let signed_in = SignedIn {
            author: answer.author,
            device,
        };
        if let Who::In(open) = self.who.get_untracked() {
            if open.author.person == signed_in.author.person {
                return self.renew(profile, open, signed_in).await;
            }
            self.lock();
        }
        let step = step_of(&profile, signed_in.author.person).await;
        self.password.set_value(Some(password.to_owned()));
        self.who.set(Who::Entering(Entering {
            signed_in,
            step,
            name: name.trim().to_owned(),
        }));
        Ok(())
    }

    /// The session at the server is a new one; the store stays open.
    async fn renew(&self, mut profile: Profile, open: SignedIn, new: SignedIn) -> Result<(), SignInError> {
        let signed_in = SignedIn {
            author: new.author,
            device: open.device,
        };
        if let Some(account) = profile.account_mut(signed_in.author.person) {
            account.signed_in = signed_in.clone();
            profile.write().await?;
        }
        self.state.get_value().renew(signed_in.clone()).await;
        self.who.set(Who::In(signed_in));
        Ok(())
    }

    /// Somebody else wants to sign in.
    pub fn to_sign_in(&self) {
        self.password.set_value(None);
        self.who.set(Who::SignedOut);
    }

    /// Back to the people of this device.
    pub fn to_unlock(&self) {
        self.password.set_value(None);
        self.who.set(Who::Locked);
    }

    /// The phrase is forgotten: a new store begins beside the old one, which keeps what it holds.
    pub fn begin_anew(&self) {
        self.who.update(|who| {
            if let Who::Entering(entering) = who {
                entering.step = Step::Anew;
            }
        });
    }

    /// Locks this tab. Everything stored stays, sent or not.
    pub fn lock(&self) {
        if !matches!(self.who.get_untracked(), Who::In(_)) {
            return;
        }
        handover::release();
        tabs::set_open(false);
        crate::ui::save_typed();
        // The page asks for a phrase once everything typed is on the disk: whoever sees it may switch the tablet off.
        let people = self.people.try_update(std::mem::take).unwrap_or_default();
        self.who.set(Who::Locked);
        let session = *self;
        spawn_local(async move {
            session.state.get_value().close_gently().await;
            if matches!(session.who.get_untracked(), Who::In(_)) {
                return;
            }
            writer::end();
            match Profile::read().await {
                Ok(profile) => session.show_people(&profile),
                Err(_) if people.is_empty() => session.who.set(Who::Unreadable),
                Err(_) => session.people.set(people),
            }
        });
    }

    /// Locks every tab of this device.
    pub fn lock_all(&self) {
        self.lock();
        tabs::tell(&tabs::Told::Lock);
    }

    /// Locks, and ends the session at the server if it can be reached.
    pub async fn sign_out(&self) {
        self.lock_all();
        drop(http::sign_out().await);
        if let Ok(mut profile) = Profile::read().await {
            profile.session_device = None;
            // If this cannot be noted, the server is asked whether there is a session, and says no.
            profile.write().await.ok();
        }
        tabs::tell(&tabs::Told::Session);
    }

    fn show_people(&self, profile: &Profile) {
        let mut accounts: Vec<_> = profile.accounts.iter().collect();
        accounts.sort_by_key(|account| std::cmp::Reverse(account.opened_ms));
        let known = accounts
            .into_iter()
            .map(|account| Known {
                person: account.signed_in.author.person,
                name: account.signed_in.author.name.clone(),
                has_earlier: account.vaults.len() > 1,
            })
            .collect();
        self.people.set(known);
    }
}

async fn step_of(profile: &Profile, person: PersonId) -> Step {
    let Some(account) = profile.account(person) else {
        return Step::Choose;
    };
    let mut n_waiting = 0;
    for vault in &account.vaults {
        // One that cannot be counted is kept all the same.
        n_waiting += crate::device::indexeddb::IndexedDb::n_waiting(vault.id)
            .await
            .unwrap_or_default();
    }
    Step::Open { n_waiting }
}
