// SPDX-License-Identifier: AGPL-3.0-or-later
//! This tab beside others that have the same store open: one writes and exchanges, all show the same.
use super::State;
use crate::device::{
    tabs::{self, Exchange, Told},
    writer,
};
use leptos::task::spawn_local;
use uuid::Uuid;

impl State {
    /// Begins to follow what other tabs do. The tab that somebody looks at is the one that exchanges.
    pub(super) fn follow_tabs(&self) {
        let state = *self;
        writer::on_grant(move || state.sync_now());
        tabs::on_return(move || {
            state.sync_now();
            spawn_local(async move {
                writer::take_pen().await;
                // If this fails, the next action finds out and says so.
                state.catch_up().await.ok();
            });
        });
    }

    /// What another tab tells.
    pub(crate) fn heard(&self, told: Told) {
        let is_ours = |store: Uuid| writer::store() == Some(store);
        match told {
            Told::Lock => {}
            Told::Session => {
                self.doubt_session();
                self.sync_now();
            }
            // A tab that nobody looks at reads when somebody does.
            Told::Wrote(store) if is_ours(store) && tabs::is_visible() => {
                let state = *self;
                spawn_local(async move {
                    state.catch_up().await.ok();
                });
            }
            Told::NeedPen(store) if is_ours(store) && writer::has_pen() => {
                let state = *self;
                spawn_local(async move {
                    // What is being written here is written to its end first.
                    if let Some(open) = state.store() {
                        drop(open.lock().await);
                    }
                    writer::give_pen(store);
                });
            }
            Told::NeedStatus(store) if is_ours(store) && writer::has_pen() => self.tell_status(),
            Told::Status(store, exchange) if is_ours(store) && !writer::has_pen() => {
                self.sync.update(|sync| {
                    sync.running = false;
                    sync.online = exchange.online;
                    sync.signed_out = exchange.signed_out;
                });
            }
            _ => {}
        }
    }

    /// Asks the tab that exchanges how things stand.
    pub(crate) fn ask_status(&self) {
        if let Some(store) = writer::store() {
            tabs::tell(&Told::NeedStatus(store));
        }
    }

    /// Tells the other tabs how the exchange stands.
    pub(crate) fn tell_status(&self) {
        let Some(store) = writer::store() else { return };
        let exchange = self.sync.with_untracked(|sync| Exchange {
            online: sync.online,
            signed_out: sync.signed_out,
        });
        tabs::tell(&Told::Status(store, exchange));
    }
}
