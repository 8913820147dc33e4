// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was touched is what happens. A page may move between press and release: a field that is left loses its error, a
//! change is delivered, a record arrives. The browser then gives the click to whatever holds both places, and the finger has
//! done nothing. Here the press counts, as long as the finger did not go elsewhere itself.
use crate::prelude::*;
use leptos::web_sys;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// What acts when it is touched.
const ACTS: &str = "button, a[href], summary, label";

/// A finger that went further than this from where it came down meant something else.
const STEADY_PX: i32 = 12;

/// What a finger is on, and where it came down.
struct Held {
    on: Element,
    x: i32,
    y: i32,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Follows touches, from the start of the page to its end.
pub fn keep_touches() {
    listen("pointerdown", |event| {
        let on = control(event);
        HELD.replace(on.map(|on| Held {
            on,
            x: event.client_x(),
            y: event.client_y(),
        }));
    });
    listen("click", |event| {
        // A click of the keyboard, or of the page itself, has no finger.
        if !event.is_trusted() || event.detail() == 0 {
            return;
        }
        let Some(held) = HELD.take() else { return };
        let is_steady =
            (event.client_x() - held.x).abs() <= STEADY_PX && (event.client_y() - held.y).abs() <= STEADY_PX;
        if !is_steady || control(event).as_ref() == Some(&held.on) {
            return;
        }
        if let (true, Some(on)) = (held.on.is_connected(), held.on.dyn_ref::<HtmlElement>()) {
            event.stop_immediate_propagation();
            event.prevent_default();
            on.click();
        }
    });
}

/// What acts at the place of an event.
fn control(event: &MouseEvent) -> Option<Element> {
    let at: Element = event.target()?.dyn_into().ok()?;
    at.closest(ACTS).ok().flatten()
}

/// Before anything of the page hears of it.
fn listen(kind: &str, heard: fn(&MouseEvent)) {
    let heard: Box<dyn Fn(Event)> = Box::new(move |event: Event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            heard(event);
        }
    });
    let heard = Closure::<dyn Fn(Event)>::wrap(heard);
    let heard_first = heard.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool(kind, heard_first, true);
    heard.forget();
}
