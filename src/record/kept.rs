// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a person likes to see records: of this device and not of a person, and kept in the open, because it tells nothing
//! about anybody.
use crate::prelude::*;
use std::cell::Cell;

thread_local! {
    /// Whether the facts of a head are unfolded.
    pub(super) static FACTS: Switch = Switch::kept("soglia-facts");
    /// Whether the list beside a record is hidden.
    pub(super) static NO_LIST: Switch = Switch::kept("soglia-no-list");
}

/// Something that is on or off, and outlives the page that shows it.
pub(super) struct Switch {
    /// Where it is kept on this device, if it is.
    key: Option<&'static str>,
    is_on: Cell<bool>,
    changed: ArcRwSignal<()>,
}

impl Switch {
    /// Off until it is turned on; forgotten when the application closes.
    pub(super) fn off() -> Self {
        Self {
            key: None,
            is_on: Cell::new(false),
            changed: ArcRwSignal::new(()),
        }
    }

    fn kept(key: &'static str) -> Self {
        let is_on = storage().is_some_and(|storage| storage.get_item(key).ok().flatten().is_some());
        Self {
            key: Some(key),
            is_on: Cell::new(is_on),
            ..Self::off()
        }
    }

    /// Whether it is on. Tracks.
    pub(super) fn is_on(&self) -> bool {
        self.changed.track();
        self.is_on.get()
    }

    /// Turns it on or off.
    pub(super) fn turn(&self, is_on: bool) {
        if self.is_on.replace(is_on) == is_on {
            return;
        }
        // Where the browser keeps nothing, it lasts until the page is closed.
        if let (Some(key), Some(storage)) = (self.key, storage()) {
            let _ = if is_on {
                storage.set_item(key, "1")
            } else {
                storage.remove_item(key)
            };
        }
        self.changed.notify();
    }
}

fn storage() -> Option<leptos::web_sys::Storage> {
    window().local_storage().ok().flatten()
}
