// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the list, its lines and the forms share: who is there, which form is open, and what went wrong.
use crate::prelude::*;
use crate::{
    routes,
    state::{HttpTrouble, State},
    text::accounts as text,
    ui::focus_soon,
};
use leptos::task::spawn_local;
use soglia_domain::id::PersonId;
use soglia_sync::wire::{Invited, KnownAccount};
use std::sync::Arc;

/// How far the list is.
#[derive(Clone, PartialEq)]
pub(super) enum Asked {
    Asking,
    Here,
    Offline,
    Failed,
}

/// Which form is open.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum OpenForm {
    None,
    New,
    Of(PersonId),
}

/// What the lines and forms share.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) state: State,
    pub(super) asked: RwSignal<Asked>,
    pub(super) accounts: RwSignal<Arc<Vec<KnownAccount>>>,
    pub(super) form: RwSignal<OpenForm>,
    /// Whom the link that is shown is for, and its address.
    pub(super) link: RwSignal<Option<(String, String)>>,
    pub(super) error: RwSignal<Option<&'static str>>,
}

impl Board {
    pub(super) fn ask(self) {
        spawn_local(async move {
            match self.state.accounts().await {
                Ok(told) => self.show(told.accounts),
                Err(HttpTrouble::NoNetwork) => drop(self.asked.try_set(Asked::Offline)),
                Err(_) => drop(self.asked.try_set(Asked::Failed)),
            }
        });
    }

    pub(super) fn show(self, accounts: Vec<KnownAccount>) {
        self.accounts.try_set(Arc::new(accounts));
        self.asked.try_set(Asked::Here);
    }

    pub(super) fn close_form(self) {
        self.form.set(OpenForm::None);
        self.error.set(None);
    }

    /// The link that somebody gets, once.
    pub(super) fn hand_over(self, name: String, invited: &Invited) {
        let address = format!(
            "{}{}#{}",
            routes::origin(),
            routes::Address::Invitation.path(),
            invited.token
        );
        self.link.set(Some((name, address)));
        focus_soon("invitation-link");
    }

    pub(super) fn fails(self, trouble: &HttpTrouble) {
        let said = match trouble {
            HttpTrouble::NoNetwork => text::offline(),
            HttpTrouble::Problem(problem) => match problem.code.as_str() {
                "sign_in_taken" => text::taken(),
                "sign_in_unfit" => text::unfit(),
                "account_incomplete" => text::incomplete(),
                "own_account" => text::own(),
                _ => text::failed(),
            },
            HttpTrouble::SignedOut | HttpTrouble::NotUnderstood => text::failed(),
        };
        self.error.try_set(Some(said));
    }
}
