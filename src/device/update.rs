// SPDX-License-Identifier: AGPL-3.0-or-later
//! The service worker, which serves the application without a network, and new versions of it. A new version waits until
//! the person takes it: it never takes a half-filled form away.
use crate::prelude::*;
use leptos::{task::spawn_local, web_sys};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

thread_local! {
    static WAITING: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
}

/// Starts the service worker. Called once, when the application starts.
pub fn start() {
    let is_waiting = RwSignal::new(false);
    WAITING.set(Some(is_waiting));
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register("/sw.js")).await else {
            return;
        };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else {
            return;
        };
        if registration.waiting().is_some() {
            is_waiting.set(true);
        }
        let found = registration.clone();
        let on_found = Closure::<dyn Fn()>::new(move || {
            if let Some(worker) = found.installing() {
                watch(worker, is_waiting);
            }
        });
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // Lives as long as the page: a new version may come at any time.
        on_found.forget();
    });
}

/// Tells when a worker that is being installed is ready and waits behind the one in use.
fn watch(worker: ServiceWorker, is_waiting: RwSignal<bool>) {
    let watched = worker.clone();
    let on_change = Closure::<dyn Fn()>::new(move || {
        // The first worker of all has nobody to wait for.
        let is_update = container().is_some_and(|container| container.controller().is_some());
        if watched.state() == ServiceWorkerState::Installed && is_update {
            is_waiting.set(true);
        }
    });
    worker.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

/// Whether a new version is here and waits.
pub fn is_waiting() -> bool {
    WAITING.get().is_some_and(|is_waiting| is_waiting.get())
}

/// Takes the new version: the page opens again with it. What is saved stays.
pub fn take() {
    let Some(container) = container() else { return };
    let on_change = Closure::<dyn Fn()>::new(|| {
        // A page that cannot open itself again is still the old version, which works.
        let _ = window().location().reload();
    });
    container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.get_registration()).await else {
            return;
        };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else {
            return;
        };
        if let Some(worker) = registration.waiting() {
            let message = js_sys::Object::new();
            let _ = js_sys::Reflect::set(&message, &"type".into(), &"activate".into());
            let _ = worker.post_message(&message);
        }
    });
}

/// None where the browser offers no service worker, as over plain http from another machine.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let found = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}
