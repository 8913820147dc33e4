// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is typed and not saved yet, sealed in the store of the person who typed it: it survives a reload, a lock, an
//! update and an empty battery.
use super::{clock, indexeddb::IndexedDb};
use futures::lock::Mutex;
use leptos::{
    prelude::{document, window, window_event_listener_untyped},
    task::spawn_local,
};
use soglia_domain::id::PersonId;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// All drafts of a person rest in one value: they are few and short.
const DRAFTS: &str = "drafts";

/// From the last key to the disk.
const AFTER_MS: i32 = 500;

struct Kept {
    store: IndexedDb,
    texts: BTreeMap<String, String>,
    /// What changed here since it was last written: another tab may have changed the rest.
    changed: BTreeSet<String>,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
    static LISTENS: RefCell<bool> = const { RefCell::new(false) };
    /// Whose turn it is to read the drafts on the disk, change them and write them.
    static TURN: Rc<Mutex<()>> = Rc::default();
}

/// Reads the drafts of a store that opens, and takes over what an earlier version kept unsealed.
pub async fn open(store: IndexedDb, person: PersonId) {
    let mut texts = read(&store).await;
    let earlier = take_earlier(person);
    let changed = earlier.iter().map(|(name, _)| name.clone()).collect();
    texts.extend(earlier);
    KEPT.replace(Some(Kept {
        store,
        texts,
        changed,
    }));
    flush().await;
    if !LISTENS.replace(true) {
        std::mem::forget(window_event_listener_untyped("visibilitychange", |_| {
            if document().hidden() {
                spawn_local(flush());
            }
        }));
    }
}

/// Writes what is not on the disk yet, and forgets everything: the store is being locked.
pub async fn close() {
    flush().await;
    KEPT.take();
}

/// A draft by its name.
pub fn get(name: &str) -> Option<String> {
    KEPT.with_borrow(|kept| kept.as_ref()?.texts.get(name).cloned())
}

/// Keeps a draft, or lets it go. On the disk half a second after the first key; what is let go goes at once.
pub fn set(name: &str, text: Option<String>) {
    let after_ms = if text.is_some() { AFTER_MS } else { 0 };
    let is_first = KEPT.with_borrow_mut(|kept| {
        let kept = kept.as_mut()?;
        if kept.texts.get(name) == text.as_ref() {
            return None;
        }
        match text {
            Some(text) => drop(kept.texts.insert(name.to_owned(), text)),
            None => drop(kept.texts.remove(name)),
        }
        let is_first = kept.changed.is_empty();
        kept.changed.insert(name.to_owned());
        Some(is_first)
    });
    if is_first == Some(true) || (is_first.is_some() && after_ms == 0) {
        spawn_local(async move {
            clock::wait(after_ms).await;
            flush().await;
        });
    }
}

/// Writes what changed. One at a time: two that read the same value would each write the other's change away, and a store
/// must not close over one that has read and not written.
async fn flush() {
    let turn = TURN.with(Rc::clone);
    let turn = turn.lock().await;
    let taken = KEPT.with_borrow_mut(|kept| {
        let kept = kept.as_mut()?;
        let changed = std::mem::take(&mut kept.changed);
        let texts: Vec<_> = changed
            .into_iter()
            .map(|name| (kept.texts.get(&name).cloned(), name))
            .collect();
        (!texts.is_empty()).then(|| (kept.store.clone(), texts))
    });
    let Some((store, changed)) = taken else { return };
    let mut texts = read(&store).await;
    for (text, name) in changed {
        match text {
            Some(text) => drop(texts.insert(name, text)),
            None => drop(texts.remove(&name)),
        }
    }
    let bytes = soglia_json::to_vec(&texts).unwrap_or_default();
    // Where it cannot be written the text still stands in its field.
    store.set_small(DRAFTS, &bytes).await.ok();
    drop(turn);
}

async fn read(store: &IndexedDb) -> BTreeMap<String, String> {
    let bytes = store.small(DRAFTS).await.ok().flatten();
    bytes
        .and_then(|bytes| soglia_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// What an earlier version left in the open, by the names of today.
fn take_earlier(person: PersonId) -> Vec<(String, String)> {
    let Some(storage) = window().local_storage().ok().flatten() else {
        return Vec::new();
    };
    let front = format!("soglia/drafts/{person}/");
    let n_items = storage.length().unwrap_or_default();
    let names: Vec<String> = (0..n_items)
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|name| name.starts_with(&front))
        .collect();
    let mut earlier = Vec::new();
    for name in names {
        if let Some(text) = storage.get_item(&name).ok().flatten() {
            earlier.push((format!("household/{}", &name[front.len()..]), text));
        }
        let _ = storage.remove_item(&name);
    }
    earlier
}
