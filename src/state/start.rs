// SPDX-License-Identifier: AGPL-3.0-or-later
//! What goes on as long as the page is open.
use super::State;
use crate::device::{install, space, update};
use crate::{prelude::*, sync_loop};

impl State {
    /// Begins what goes on as long as the page is open: the exchange with the server.
    pub fn start(&self) {
        update::start();
        install::start();
        let storage = self.storage;
        let wake = sync_loop::start(*self);
        self.core.with_value(|core| core.wake.replace(Some(wake)));
        self.follow_tabs();
        leptos::task::spawn_local(async move {
            let status = space::status().await;
            storage.update(|storage| {
                storage.persisted = status.persisted;
                storage.used_bytes = status.used_bytes;
                storage.quota_bytes = status.quota_bytes;
            });
        });
    }
}
