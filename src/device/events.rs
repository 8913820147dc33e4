// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the server tells by itself: something new was accepted, or this device was revoked. Asking from time to time
//! stands behind it, so nothing depends on a connection that stays open.
use super::clock;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::EventSource;

/// How long to leave a server in peace that does not offer events, or stands behind something that cuts them off.
const PEACE_MS: i64 = 60_000;

/// A connection over which the server tells what is new.
struct Line {
    source: EventSource,
    is_open: Rc<Cell<bool>>,
    /// Kept for as long as the connection may call it.
    _on_event: Closure<dyn Fn()>,
    _on_open: Closure<dyn Fn()>,
    _on_error: Closure<dyn Fn()>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.source.set_onopen(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
    static NOT_BEFORE_MS: Cell<i64> = const { Cell::new(0) };
}

/// Connects, unless it is connected. `wake` is called when there is something to ask for, and when the line breaks.
pub fn connect(wake: impl Fn() + Clone + 'static) {
    if LINE.with_borrow(Option::is_some) || clock::now_ms() < NOT_BEFORE_MS.get() {
        return;
    }
    let Ok(source) = EventSource::new("/api/events") else {
        return;
    };
    let is_open = Rc::new(Cell::new(false));
    let on_event = Closure::<dyn Fn()>::new(wake.clone());
    for kind in ["head", "revoked"] {
        let _ = source.add_event_listener_with_callback(kind, on_event.as_ref().unchecked_ref());
    }
    let opened = Rc::clone(&is_open);
    let on_open = Closure::<dyn Fn()>::new(move || opened.set(true));
    source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
    let was_open = Rc::clone(&is_open);
    let on_error = Closure::<dyn Fn()>::new(move || {
        // The next exchange that succeeds connects again. One that never stood is tried more rarely.
        let peace = if was_open.get() { 0 } else { PEACE_MS };
        NOT_BEFORE_MS.set(clock::now_ms() + peace);
        leptos::task::spawn_local(async {
            // Out of its own call: what is being called cannot be let go.
            drop(LINE.take());
        });
        wake();
    });
    source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    LINE.replace(Some(Line {
        source,
        is_open,
        _on_event: on_event,
        _on_open: on_open,
        _on_error: on_error,
    }));
}

/// Whether the server tells by itself what is new.
pub fn is_connected() -> bool {
    LINE.with_borrow(|line| line.as_ref().is_some_and(|line| line.is_open.get()))
}

/// Hangs up: another tab listens, or nobody works here.
pub fn disconnect() {
    drop(LINE.take());
}
