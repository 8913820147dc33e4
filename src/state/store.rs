// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening the store of a person, and showing what is in it: everything at the start, later what a step changed.
use super::{
    Open, Rows, Shown, State, StorageTrouble,
    core::OpenStore,
    deciding::{bring_words, deciding, touches},
};
use crate::device::{clock, drafts, indexeddb::IndexedDb, reads, space};
use crate::prelude::*;
use futures::lock::Mutex;
use leptos::task::spawn_local;
use soglia_domain::{record::Key, rooms::Row};
use soglia_sync::{
    change::{OutboxEntry, SignedIn},
    outbox::waits_for_author,
    replica::{Changed, Replica},
};
use std::{rc::Rc, sync::Arc};

/// How long after opening the part that decides is asked for, unless somebody acts before.
const DECIDING_AFTER_MS: i32 = 10_000;

impl State {
    pub(crate) fn store(&self) -> Option<OpenStore> {
        self.core.with_value(|core| core.store())
    }

    /// Opens the store of a person, and shows what is in it. [`crate::session::Session`] calls this.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn open(&self, signed_in: SignedIn, database: IndexedDb) -> Result<(), StorageTrouble> {
        self.close();
        reads::open(database.clone());
        let (drafts, person) = (database.clone(), signed_in.author.person);
        let (opened, ()) = futures::join!(Replica::open(database, signed_in), drafts::open(drafts, person));
        let (replica, rows) = opened?;
        bring_words(&replica).await;
        self.show_all(&replica, rows);
        let store = Rc::new(Mutex::new(replica));
        self.core.with_value(|core| {
            core.store.replace(Some(store));
            core.notify_all();
        });
        self.build_search();
        // Whoever looks at a record says something about it later; what shows it comes first.
        spawn_local(async {
            clock::wait(DECIDING_AFTER_MS).await;
            let _ = deciding().await;
        });
        self.look_for_photos();
        Ok(())
    }

    /// Reads everything again when another tab wrote in the meantime.
    pub(crate) async fn catch_up(&self) -> Result<(), StorageTrouble> {
        let Some(store) = self.store() else { return Ok(()) };
        let mut replica = store.lock().await;
        if replica.is_overtaken().await? {
            self.reload(&mut replica).await?;
        }
        Ok(())
    }

    pub(super) async fn reload(&self, replica: &mut Replica<IndexedDb>) -> Result<(), StorageTrouble> {
        let rows = replica.reload().await?;
        bring_words(replica).await;
        self.show_all(replica, rows);
        self.core.with_value(|core| core.notify_all());
        Ok(())
    }

    fn show_all(&self, replica: &Replica<IndexedDb>, rows: Vec<Row>) {
        self.rows.set(Arc::new(Rows::of(rows)));
        self.show_changes(replica);
        self.deliveries.set(Arc::new(replica.deliveries().to_vec()));
        self.sync.update(|sync| sync.last_ms = replica.head().last_ms);
        self.count_reviews();
        self.show_rules(replica);
    }

    fn show_rules(&self, replica: &Replica<IndexedDb>) {
        if self
            .city_rules
            .with_untracked(|known| **known == *replica.ground().city())
        {
            return;
        }
        self.rules
            .set(Arc::new(replica.ground().rulebook().as_of(self.today())));
        self.city_rules.set(Arc::new(replica.ground().city().clone()));
    }

    /// Shows what one step changed.
    pub(crate) fn show(&self, replica: &Replica<IndexedDb>, changed: Changed) {
        let keys: Vec<Key> = changed.rows.iter().map(|(key, _)| *key).collect();
        if !changed.rows.is_empty() {
            self.rows.update(|rows| Arc::make_mut(rows).apply(changed.rows));
            self.count_reviews();
        }
        self.show_rules(replica);
        if changed.outbox {
            self.show_changes(replica);
        }
        if changed.deliveries {
            self.deliveries.set(Arc::new(replica.deliveries().to_vec()));
        }
        self.core.with_value(|core| {
            for key in keys {
                core.notify(key);
            }
        });
    }

    fn show_changes(&self, replica: &Replica<IndexedDb>) {
        let n_refused = replica
            .outbox()
            .iter()
            .filter(|entry| waits_for_author(entry))
            .count();
        let n_pending = replica.outbox().len() - n_refused;
        self.sync.update(|sync| {
            sync.n_refused = n_refused;
            sync.n_pending = n_pending;
        });
        self.outbox.set(Arc::new(replica.outbox().to_vec()));
        if self
            .unread
            .with_untracked(|known| known.as_slice() != replica.unread())
        {
            self.unread.set(Arc::new(replica.unread().to_vec()));
        }
    }

    fn count_reviews(&self) {
        let n_to_review = self.rows.with_untracked(|rows| rows.n_to_review());
        if self.sync.with_untracked(|sync| sync.n_to_review != n_to_review) {
            self.sync.update(|sync| sync.n_to_review = n_to_review);
        }
    }

    /// Builds the search in a quiet moment after the list has been painted, one kind at a time.
    pub(crate) fn build_search(&self) {
        let rows = self.rows;
        spawn_local(async move {
            clock::wait(80).await;
            let began = clock::begin_measure("search-index");
            let now = rows.get_untracked();
            now.dwelling_index();
            clock::wait(0).await;
            now.household_index();
            clock::end_measure("search-index", &began);
        });
    }

    /// Follows one record.
    pub(super) fn follow(&self, key: impl Fn() -> Key + Send + Sync + 'static) -> Signal<Open> {
        let state = *self;
        let open = RwSignal::new(Open::Loading);
        let current = StoredValue::new(None);
        Effect::new(move |_| {
            let key = key();
            state.core.with_value(|core| core.watcher(key)).track();
            if current.get_value() != Some(key) {
                current.set_value(Some(key));
                open.set(Open::Loading);
            }
            spawn_local(async move {
                let shown = state.read(key).await;
                // The page may have gone, or moved on to another record, while this one was being read.
                if current.try_get_value() != Some(Some(key)) {
                    return;
                }
                if let Some(shown) = shown
                    && open.try_with_untracked(|open| open.is_same(&shown)) == Some(false)
                {
                    open.try_set(shown);
                }
            });
        });
        open.into()
    }

    /// One record as it shows now; none while nothing can be said about it.
    async fn read(&self, key: Key) -> Option<Open> {
        let store = self.store()?;
        let mut replica = store.lock().await;
        let laid = match replica.shown(key).await {
            Ok(laid) => laid,
            Err(_) => {
                // Another tab may have moved the record to another place; reading everything again finds it.
                self.reload(&mut replica).await.ok()?;
                replica.shown(key).await.ok()?
            }
        };
        let refused = replica
            .outbox()
            .iter()
            .filter(|entry| waits_for_author(entry) && is_about(entry, key))
            .cloned()
            .collect();
        let asked = replica
            .outbox()
            .iter()
            .filter(|entry| entry.asks() && !waits_for_author(entry) && is_about(entry, key))
            .cloned()
            .collect();
        drop(replica);
        if laid
            .stored
            .as_ref()
            .is_some_and(|stored| !stored.reviews.is_empty())
        {
            // A question is put in words of the part that decides; without it the record shows all the same.
            let _ = deciding().await;
        }
        Some(laid.stored.as_ref().map_or(Open::Missing, |stored| {
            Open::Here(Arc::new(Shown {
                stored: Arc::clone(stored),
                pending: laid.pending.clone(),
                refused,
                asked,
            }))
        }))
    }

    /// After the first thing was saved the browser is asked to keep it.
    pub(super) fn ask_to_persist(&self) {
        let first = self.core.with_value(|core| !core.asked_to_persist.replace(true));
        if !first {
            return;
        }
        let storage = self.storage;
        spawn_local(async move {
            let persisted = space::ask_to_persist().await;
            let status = space::status().await;
            storage.update(|storage| {
                storage.used_bytes = status.used_bytes;
                storage.quota_bytes = status.quota_bytes;
                storage.persisted = persisted.or(status.persisted);
            });
        });
    }
}

/// Whether a change is about a record. What the server alone decides has no edits here: then the records it names count.
fn is_about(entry: &OutboxEntry, key: Key) -> bool {
    entry.edits.iter().any(|edit| edit.record == key)
        || (entry.edits.is_empty() && touches(&entry.change.action).contains(&key))
}
