// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device: a real replica over a store that may stop in the middle of any write.
use crate::network::{Network, Wire};
use futures::{FutureExt, executor::block_on, future::LocalBoxFuture, lock::Mutex};
use soglia_domain::{
    action::Action,
    calendar::{Day, Timestamp},
    id::{ChangeId, DeviceId},
    record::{Key, Stored},
    rooms::{KINDS, Row},
};
use soglia_sync::{
    change::SignedIn,
    engine::{Approach, ExchangeTrouble, exchange},
    memory::MemoryStorage,
    replica::{ActTrouble, Replica},
};
use std::{
    cell::Cell,
    rc::Rc,
    sync::Arc,
    task::{Context, Poll},
};

type Shared = Rc<Mutex<Replica<MemoryStorage>>>;

/// A device of one person.
pub(crate) struct Device {
    /// Whose: a place in the list of people.
    pub(crate) person: usize,
    pub(crate) signed_in: SignedIn,
    pub(crate) storage: MemoryStorage,
    /// None while the device is off.
    replica: Option<Shared>,
    exchange: Option<LocalBoxFuture<'static, Result<(), ExchangeTrouble>>>,
    /// What its clock shows.
    clock_ms: Rc<Cell<i64>>,
    approach: Approach,
    /// How far its clock is ahead.
    pub(crate) skew_ms: i64,
    pub(crate) is_online: bool,
    /// The rows as a page would show them.
    pub(crate) rows: std::collections::BTreeMap<Key, Row>,
}

impl Device {
    pub(crate) fn new(person: usize, signed_in: SignedIn) -> Self {
        Self {
            person,
            signed_in,
            storage: MemoryStorage::default(),
            replica: None,
            exchange: None,
            clock_ms: Rc::default(),
            approach: Approach::Known,
            skew_ms: 0,
            is_online: true,
            rows: std::collections::BTreeMap::new(),
        }
    }

    pub(crate) const fn id(&self) -> DeviceId {
        self.signed_in.device
    }

    pub(crate) const fn is_up(&self) -> bool {
        self.replica.is_some()
    }

    pub(crate) const fn is_exchanging(&self) -> bool {
        self.exchange.is_some()
    }

    pub(crate) fn set_clock(&self, now_ms: i64) {
        self.clock_ms.set(now_ms + self.skew_ms);
    }

    /// The day that its clock shows.
    pub(crate) fn today(&self) -> Day {
        let now = Timestamp {
            ms: self.clock_ms.get(),
            counter: 0,
        };
        now.day()
    }

    /// Starts with what was written.
    pub(crate) fn boot(&mut self) {
        if self.is_up() {
            return;
        }
        self.storage.restart();
        let opened = block_on(Replica::open(self.storage.clone(), self.signed_in.clone()));
        if let Ok((replica, rows)) = opened {
            self.rows = rows.into_iter().map(|row| (row.key(), row)).collect();
            self.replica = Some(Rc::new(Mutex::new(replica)));
        }
    }

    /// Stops at once.
    pub(crate) fn go_down(&mut self) {
        self.exchange = None;
        self.replica = None;
    }

    /// Stops if its store did.
    pub(crate) fn follow_storage(&mut self) {
        if self.storage.is_down() {
            self.go_down();
        }
    }

    /// Does something with the replica. It is never in use between two steps of the play.
    pub(crate) fn with<T>(&self, doing: impl AsyncFnOnce(&mut Replica<MemoryStorage>) -> T) -> Option<T> {
        let replica = self.replica.as_ref()?;
        let mut held = replica.try_lock()?;
        Some(block_on(doing(&mut held)))
    }

    pub(crate) fn act(&mut self, action: Action, id: ChangeId) -> Result<Option<ChangeId>, ActTrouble> {
        let now_ms = self.clock_ms.get();
        let acted = self.with(async |replica| replica.act(action, id, now_ms).await);
        self.follow_storage();
        acted
            .transpose()
            .map(|acted| acted.and_then(|acted| acted.change))
    }

    pub(crate) fn resend(&mut self, id: ChangeId, new_id: impl FnMut() -> ChangeId) {
        let now_ms = self.clock_ms.get();
        self.with(async |replica| drop(replica.resend(id, now_ms, new_id).await));
        self.follow_storage();
    }

    pub(crate) fn discard(&mut self, id: ChangeId) {
        self.with(async |replica| drop(replica.discard(id).await));
        self.follow_storage();
    }

    pub(crate) fn export(&self) -> Option<Vec<u8>> {
        let now_ms = self.clock_ms.get();
        self.with(async |replica| replica.export(now_ms).await.ok())
            .flatten()
    }

    /// Identities of changes that this device knows of: in its outbox, and delivered.
    pub(crate) fn known(&self) -> Vec<ChangeId> {
        self.with(async |replica| {
            let outbox = replica.outbox().iter().map(|entry| entry.change.id);
            let delivered = replica.deliveries().iter().map(|delivery| delivery.change.id);
            outbox.chain(delivered).collect()
        })
        .unwrap_or_default()
    }

    pub(crate) fn shown(&self, key: Key) -> Option<Arc<Stored>> {
        let laid = self
            .with(async |replica| replica.shown(key).await.ok())
            .flatten()?;
        laid.stored.clone()
    }

    /// Every record that rests here and can be read, of every kind.
    pub(crate) fn everything(&self) -> Vec<Arc<Stored>> {
        let read = self.with(async |replica| {
            let mut all = Vec::new();
            for part in replica.parts() {
                for kind in KINDS {
                    all.extend(replica.records_in(part, *kind).await.unwrap_or_default());
                }
            }
            all
        });
        read.unwrap_or_default()
    }

    /// From now on as somebody else: another role, or another identity of the device.
    pub(crate) fn sign_in(&mut self, signed_in: SignedIn) {
        self.signed_in = signed_in.clone();
        self.with(async |replica| replica.set_signed_in(signed_in));
    }

    pub(crate) fn begin_exchange(&mut self, network: &Network) {
        let Some(replica) = self.replica.clone() else {
            return;
        };
        if self.is_exchanging() {
            return;
        }
        let wire = Wire {
            network: network.clone(),
            device: self.id(),
        };
        let clock_ms = Rc::clone(&self.clock_ms);
        let approach = self.approach;
        let going = async move { exchange(&replica, &wire, approach, || clock_ms.get(), |_, _| ()).await };
        self.exchange = Some(going.boxed_local());
    }

    /// Goes on with the exchange; gives how it ended, once.
    pub(crate) fn poll(&mut self) -> Option<Result<(), ExchangeTrouble>> {
        let waker = futures::task::noop_waker();
        let mut context = Context::from_waker(&waker);
        let ended = match self.exchange.as_mut()?.as_mut().poll(&mut context) {
            Poll::Pending => None,
            Poll::Ready(result) => {
                self.exchange = None;
                self.approach = Approach::after(&result);
                Some(result)
            }
        };
        self.follow_storage();
        ended
    }
}
