// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands behind the signals: the open store of one person, and who watches which record.
use crate::device::indexeddb::IndexedDb;
use crate::prelude::*;
use futures::{channel::mpsc::UnboundedSender, lock::Mutex};
use soglia_domain::record::Key;
use soglia_sync::replica::Replica;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

/// The store of one person, open. Locked while something is read or written in several steps.
pub(crate) type OpenStore = Rc<Mutex<Replica<IndexedDb>>>;

/// What is called with the number of changes that are left when the open store was emptied.
type OnRevoked = Box<dyn Fn(usize)>;

#[derive(Default)]
pub(super) struct Core {
    pub(super) store: RefCell<Option<OpenStore>>,
    watchers: RefCell<HashMap<Key, ArcTrigger>>,
    pub(super) wake: RefCell<Option<UnboundedSender<()>>>,
    pub(super) asked_to_persist: Cell<bool>,
    pub(super) is_session_sure: Cell<bool>,
    pub(super) on_revoked: RefCell<Option<OnRevoked>>,
}

impl Core {
    pub(super) fn store(&self) -> Option<OpenStore> {
        self.store.borrow().clone()
    }

    pub(super) fn watcher(&self, key: Key) -> ArcTrigger {
        self.watchers.borrow_mut().entry(key).or_default().clone()
    }

    pub(super) fn notify(&self, key: Key) {
        let watcher = self.watchers.borrow().get(&key).cloned();
        if let Some(watcher) = watcher {
            watcher.notify();
        }
    }

    pub(super) fn notify_all(&self) {
        let all: Vec<ArcTrigger> = self.watchers.borrow().values().cloned().collect();
        for watcher in all {
            watcher.notify();
        }
    }
}
