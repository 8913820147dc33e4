// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may exchange for the person who works here, and how a store is closed.
use super::{State, StorageTrouble};
use crate::device::{clock, drafts, idle, reads};
use crate::prelude::*;
use soglia_sync::change::SignedIn;
use std::{rc::Rc, sync::Arc};

impl State {
    /// Minutes without a touch after which one may choose to lock.
    pub const LOCK_CHOICES: [i64; 3] = idle::CHOICES;

    /// After how many minutes without a touch this tablet locks.
    pub fn lock_minutes() -> i64 {
        idle::minutes()
    }

    /// Chooses after how many minutes without a touch this tablet locks.
    pub fn lock_after(minutes: i64) {
        idle::choose_minutes(minutes);
    }

    /// The person signed in at the server again: the role may be another one.
    pub(crate) async fn renew(&self, signed_in: SignedIn) {
        if let Some(store) = self.store() {
            store.lock().await.set_signed_in(signed_in);
        }
        self.sync.update(|sync| sync.signed_out = false);
        self.doubt_session();
        self.sync_now();
    }

    /// The session at the server may be that of somebody else: the next exchange asks first.
    pub(crate) fn doubt_session(&self) {
        self.core.with_value(|core| core.is_session_sure.set(false));
    }

    /// Whether the session at the server is known to be that of the person who works here.
    pub(crate) fn is_session_sure(&self) -> bool {
        self.core.with_value(|core| core.is_session_sure.get())
    }

    pub(crate) fn trust_session(&self) {
        self.core.with_value(|core| core.is_session_sure.set(true));
    }

    /// Locks: what is being written is written to its end, then the store closes. Everything in it stays.
    pub(crate) async fn close_gently(&self) {
        let Some(store) = self.store() else { return };
        // Fields that are left save what was typed; each save takes its turn.
        for _ in 0..3 {
            clock::wait(0).await;
            drop(store.lock().await);
        }
        // Somebody may have opened a store again meanwhile.
        if self.store().is_some_and(|now| Rc::ptr_eq(&now, &store)) {
            drafts::close().await;
            reads::close().await;
            self.close();
        }
    }

    /// Closes the store. Everything in it stays.
    pub(crate) fn close(&self) {
        self.doubt_session();
        let store = self.core.with_value(|core| core.store.take());
        let Some(store) = store else { return };
        // While something is still being written the browser closes it later by itself.
        if let Some(replica) = store.try_lock() {
            replica.storage().close();
        }
        self.rows.set(Arc::default());
        self.outbox.set(Arc::default());
        self.deliveries.set(Arc::default());
        self.photos.set(Default::default());
        self.sync.set(Default::default());
        self.core.with_value(|core| core.notify_all());
    }

    /// Calls `told` after the open store was emptied because its device was revoked, with the number of changes left.
    pub(crate) fn on_revoked(&self, told: impl Fn(usize) + 'static) {
        self.core
            .with_value(|core| core.on_revoked.replace(Some(Box::new(told))));
    }

    /// This device was revoked, and what it had to send was sent: what it received is deleted.
    pub(crate) async fn leave_device(&self) -> Result<(), StorageTrouble> {
        let Some(store) = self.store() else { return Ok(()) };
        let mut replica = store.lock().await;
        let changed = replica.wipe().await?;
        replica.storage().delete_received_photos().await?;
        self.show(&replica, changed);
        let n_left = replica.outbox().len();
        drop(replica);
        self.core.with_value(|core| {
            if let Some(told) = core.on_revoked.borrow().as_ref() {
                told(n_left);
            }
        });
        Ok(())
    }
}
