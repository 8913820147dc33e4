// SPDX-License-Identifier: AGPL-3.0-or-later
//! One tab writes into a store and exchanges it with the server; the others show what it writes. A tab in which somebody
//! works asks for the pen and gets it after the write that is going on, so that the person notices nothing.
use super::{clock, locks, tabs};
use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedSender, unbounded},
    select_biased,
};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use uuid::Uuid;

/// How often a tab that waits asks again: with several tabs the next in the queue may be another one.
const ASK_EVERY_MS: i32 = 300;

/// After so many questions it writes without the pen, as when the browser put the other tab to sleep. The store itself
/// refuses a writer that was overtaken.
const MOST_QUESTIONS: u32 = 8;

thread_local! {
    static STORE: Cell<Option<Uuid>> = const { Cell::new(None) };
    static PEN: RefCell<Option<locks::Held>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<UnboundedSender<()>>> = const { RefCell::new(Vec::new()) };
    static ON_GRANT: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `granted` each time this tab becomes the one that writes.
pub fn on_grant(granted: impl Fn() + 'static) {
    ON_GRANT.replace(Some(Box::new(granted)));
}

/// Begins to wait for the pen of a store.
pub fn begin(store: Uuid) {
    STORE.set(Some(store));
    PEN.take();
    queue(store);
}

/// The store is closed here.
pub fn end() {
    STORE.set(None);
    PEN.take();
}

/// The store that is open here.
pub fn store() -> Option<Uuid> {
    STORE.get()
}

/// Whether this tab is the one that writes.
pub fn has_pen() -> bool {
    PEN.with_borrow(Option::is_some)
}

/// Gets the pen, from another tab if need be.
pub async fn take_pen() {
    let Some(store) = STORE.get() else { return };
    for _ in 0..MOST_QUESTIONS {
        if has_pen() {
            return;
        }
        tabs::tell(&tabs::Told::NeedPen(store));
        let (granted, mut wait) = unbounded();
        WAITING.with_borrow_mut(|waiting| waiting.push(granted));
        let patience = clock::wait(ASK_EVERY_MS);
        select_biased! {
            _ = wait.next() => {}
            () = patience.fuse() => {}
        }
    }
}

/// Gives the pen away, and waits for it again behind the others.
pub fn give_pen(store: Uuid) {
    if STORE.get() == Some(store) && PEN.take().is_some() {
        queue(store);
    }
}

fn queue(store: Uuid) {
    spawn_local(async move {
        let pen = locks::request(&format!("soglia-writer-{store}"), false).await;
        // The store may have been closed meanwhile: the pen then goes to the next tab.
        if STORE.get() != Some(store) || has_pen() {
            return;
        }
        PEN.replace(Some(pen));
        let waiting = WAITING.take();
        for granted in waiting {
            // Whoever no longer waits has gone on without.
            drop(granted.unbounded_send(()));
        }
        ON_GRANT.with_borrow(|granted| {
            if let Some(granted) = granted {
                granted();
            }
        });
    });
}
