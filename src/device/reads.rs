// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which records were opened on the screen, for whoever wants to know who looked: kept sealed in the store of the person until
//! the server was told, also for weeks.
use super::{clock, http, indexeddb::IndexedDb};
use futures::lock::Mutex;
use leptos::task::spawn_local;
use soglia_domain::record::Key;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// All of them rest in one value, one on a line, as the server is told them.
const READS: &str = "reads";

/// Opening the same record again within this time is one reading.
const ONE_READING_MS: i64 = 30 * 60_000;

/// The server takes so many at once.
const MOST: usize = 500;

/// The open store, and when each record was opened last.
struct Kept {
    store: IndexedDb,
    last: BTreeMap<Key, i64>,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
    /// Whose turn it is to read what is on the disk, change it and write it.
    static TURN: Rc<Mutex<()>> = Rc::default();
}

/// A store opens.
pub fn open(store: IndexedDb) {
    let last = BTreeMap::new();
    KEPT.replace(Some(Kept { store, last }));
}

/// The store is being locked. What is being written is written to its end.
pub async fn close() {
    KEPT.take();
    let turn = TURN.with(Rc::clone);
    drop(turn.lock().await);
}

fn store() -> Option<IndexedDb> {
    KEPT.with_borrow(|kept| kept.as_ref().map(|kept| kept.store.clone()))
}

/// A record was opened. Nothing waits for it.
pub fn note(key: Key) {
    let now = clock::now_ms();
    let is_new = KEPT.with_borrow_mut(|kept| {
        let Some(kept) = kept else { return false };
        let before = kept.last.insert(key, now);
        let is_same = before.filter(|at| now - at < ONE_READING_MS);
        if let Some(at) = is_same {
            kept.last.insert(key, at);
        }
        is_same.is_none()
    });
    if is_new {
        let told = format!("{{\"record\":\"{key}\",\"at_ms\":{now}}}\n");
        spawn_local(change(move |text| text + &told));
    }
}

async fn change(how: impl FnOnce(String) -> String) {
    let Some(store) = store() else { return };
    let turn = TURN.with(Rc::clone);
    let turn = turn.lock().await;
    let text = read(&store).await;
    // Where it cannot be written nothing can: the person is told by what they save.
    store.set_small(READS, how(text).as_bytes()).await.ok();
    drop(turn);
}

async fn read(store: &IndexedDb) -> String {
    let bytes = store.small(READS).await.ok().flatten();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// Tells the server. What does not arrive is told another time.
pub async fn deliver() {
    let Some(store) = store() else { return };
    let text = read(&store).await;
    let told: Vec<&str> = text.lines().take(MOST).collect();
    if told.is_empty() {
        return;
    }
    let body = format!("{{\"reads\":[{}]}}", told.join(","));
    if http::post_text("/api/reads", &body).await.is_ok() {
        let told: BTreeSet<String> = told.into_iter().map(str::to_owned).collect();
        change(move |text| {
            let left = text.lines().filter(|line| !told.contains(*line));
            left.map(|line| format!("{line}\n")).collect()
        })
        .await;
    }
}
