// SPDX-License-Identifier: AGPL-3.0-or-later
//! Soglia on the home screen.
use crate::prelude::*;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// The browser's offer, kept until somebody takes it.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    static IS_OFFERED: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
}

/// Listens for the browser's offer. Called once, when the application starts.
pub fn start() {
    let is_offered = RwSignal::new(false);
    IS_OFFERED.set(Some(is_offered));
    std::mem::forget(window_event_listener_untyped(
        "beforeinstallprompt",
        move |event| {
            // Without this the browser asks by itself, in the middle of something else.
            event.prevent_default();
            OFFER.replace(Some(event.into()));
            is_offered.set(true);
        },
    ));
    std::mem::forget(window_event_listener_untyped("appinstalled", move |_| {
        OFFER.take();
        is_offered.set(false);
    }));
}

/// Whether the browser offers to install. Tracks.
pub fn is_offered() -> bool {
    IS_OFFERED.get().is_some_and(|is_offered| is_offered.get())
}

/// Whether this is the installed application.
pub fn is_installed() -> bool {
    let standalone = window().match_media("(display-mode: standalone)").ok().flatten();
    standalone.is_some_and(|query| query.matches())
}

/// Takes the offer: the browser asks the person once more.
pub async fn accept() {
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &"prompt".into()).ok();
    let Some(prompt) = prompt.and_then(|prompt| prompt.dyn_into::<Function>().ok()) else {
        return;
    };
    if let Some(answer) = prompt
        .call0(&offer)
        .ok()
        .and_then(|answer| answer.dyn_into::<Promise>().ok())
    {
        drop(JsFuture::from(answer).await);
    }
    if let Some(is_offered) = IS_OFFERED.get() {
        is_offered.set(false);
    }
}
