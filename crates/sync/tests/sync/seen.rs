// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a page would see of a tablet.
use crate::tablet::Tablet;
use futures::executor::block_on;
use soglia_domain::{
    dwelling::Dwelling,
    household::Household,
    id::{ChangeId, DwellingId, HouseholdId},
    record::{Identity as _, Key, Kind, Stored},
    rooms::{Room, Row},
};
use soglia_sync::{
    change::OutboxEntry, outbox::waits_for_author, overlay::Laid, replica::UnreadEntry, storage::Head,
    wire::Push,
};
use std::{collections::BTreeMap, sync::Arc};

impl Tablet {
    pub(crate) fn laid(&self, key: Key) -> Laid {
        let laid = block_on(async { self.replica.lock().await.shown(key).await });
        laid.expect("the store works").as_ref().clone()
    }

    pub(crate) fn shown(&self, key: Key) -> Option<Stored> {
        self.laid(key).stored.map(Arc::unwrap_or_clone)
    }

    #[track_caller]
    pub(crate) fn household(&self, id: HouseholdId) -> Household {
        self.content(id.key())
    }

    #[track_caller]
    pub(crate) fn dwelling(&self, id: DwellingId) -> Dwelling {
        self.content(id.key())
    }

    /// The content of a record that is here.
    #[track_caller]
    pub(crate) fn content<C: Room>(&self, key: Key) -> C {
        let stored = self.shown(key).expect("the record is here");
        C::of(&stored.record).expect("it is of this kind").clone()
    }

    /// All records of a kind, read part by part.
    pub(crate) fn every(&self, kind: Kind) -> BTreeMap<Key, Arc<Stored>> {
        block_on(async {
            let mut replica = self.replica.lock().await;
            let mut all = BTreeMap::new();
            for part in replica.parts() {
                for stored in replica.records_in(part, kind).await.expect("the store works") {
                    let twice = all.insert(stored.key, stored);
                    assert!(twice.is_none(), "a record is found once");
                }
            }
            all
        })
    }

    pub(crate) fn rows(&self) -> BTreeMap<Key, Row> {
        self.rows.borrow().clone()
    }

    pub(crate) fn outbox(&self) -> Vec<OutboxEntry> {
        block_on(async {
            let replica = self.replica.lock().await;
            replica
                .outbox()
                .iter()
                .map(|entry| entry.as_ref().clone())
                .collect()
        })
    }

    pub(crate) fn head(&self) -> Head {
        block_on(async { self.replica.lock().await.head().clone() })
    }

    pub(crate) fn to_send(&self) -> Push {
        block_on(async { self.replica.lock().await.to_send(Push::MOST).await }).expect("the store is open")
    }

    /// Whether a record rests here, readable or not.
    pub(crate) fn knows(&self, key: Key) -> bool {
        block_on(async { self.replica.lock().await.knows(key) })
    }

    /// What a newer version left in the outbox.
    pub(crate) fn unread(&self) -> Vec<UnreadEntry> {
        block_on(async { self.replica.lock().await.unread().to_vec() })
    }

    pub(crate) fn n_outbox(&self) -> usize {
        block_on(async { self.replica.lock().await.outbox().len() })
    }

    pub(crate) fn n_waiting_for_author(&self) -> usize {
        block_on(async {
            let replica = self.replica.lock().await;
            replica
                .outbox()
                .iter()
                .filter(|entry| waits_for_author(entry))
                .count()
        })
    }

    pub(crate) fn waiting_for_author(&self) -> Vec<ChangeId> {
        block_on(async {
            let replica = self.replica.lock().await;
            let waiting = replica.outbox().iter().filter(|entry| waits_for_author(entry));
            waiting.map(|entry| entry.change.id).collect()
        })
    }

    pub(crate) fn n_deliveries(&self) -> usize {
        block_on(async { self.replica.lock().await.deliveries().len() })
    }

    pub(crate) fn counters(&self) -> Vec<u64> {
        block_on(async {
            let replica = self.replica.lock().await;
            replica
                .outbox()
                .iter()
                .map(|entry| entry.change.counter)
                .collect()
        })
    }
}
