// SPDX-License-Identifier: AGPL-3.0-or-later
//! From one page to the next in the same tab, and to a second tab, without asking for the phrase again. The key travels
//! as a handle that cannot be exported, through memory alone: of the service worker for at most half a minute, or of a
//! tab that is open. Nothing of it is written to the disk.
use super::{crypto::DataKey, message::set};
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{window, window_event_listener_untyped};
use std::cell::{Cell, RefCell};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerContainer};

/// By this a tab knows itself again after a reload; it says nothing about the key.
const TAB: &str = "soglia-tab";

thread_local! {
    static OPEN: RefCell<Option<(Uuid, DataKey)>> = const { RefCell::new(None) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// From now on this key is handed to the next page of this tab.
pub fn hold(vault: Uuid, key: DataKey) {
    OPEN.replace(Some((vault, key)));
    if LISTENS.replace(true) {
        return;
    }
    // The page may be gone a moment later: the message is all there is time for.
    std::mem::forget(window_event_listener_untyped("pagehide", |_| {
        OPEN.with_borrow(|open| {
            if let (Some((vault, key)), Some(worker)) = (open, worker()) {
                let message = message("keep");
                set(&message, "vault", &vault.to_string().into());
                set(&message, "key", key.as_js());
                let _ = worker.post_message(&message);
            }
        });
    }));
}

/// The store that is open here, with its key.
pub fn held() -> Option<(Uuid, DataKey)> {
    OPEN.with_borrow(Clone::clone)
}

/// Locks: no page gets the key any more.
pub fn release() {
    OPEN.take();
    if let Some(worker) = worker() {
        let _ = worker.post_message(&message("forget"));
    }
}

/// The key that the page before this one left.
pub async fn take() -> Option<(Uuid, DataKey)> {
    let worker = worker()?;
    let channel = MessageChannel::new().ok()?;
    let port = channel.port1();
    let answer = Promise::new(&mut |resolve, _| {
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
        });
        port.set_onmessage(Some(on_message.unchecked_ref()));
        let ports = js_sys::Array::of1(&channel.port2());
        if worker
            .post_message_with_transferable(&message("take"), &ports)
            .is_err()
        {
            port.close();
        }
    });
    // An older worker does not know the question and never answers.
    let patience = super::clock::wait_promise(400);
    let race = Promise::race(&js_sys::Array::of2(&answer, &patience));
    read(&JsFuture::from(race).await.ok()?)
}

/// A key out of a message between pages.
pub(super) fn read(message: &JsValue) -> Option<(Uuid, DataKey)> {
    let get = |name: &str| Reflect::get(message, &name.into()).ok();
    let vault = get("vault")?.as_string()?.parse().ok()?;
    Some((vault, DataKey::from_js(get("key")?)?))
}

fn message(kind: &str) -> Object {
    let message = Object::new();
    set(&message, "type", &kind.into());
    set(&message, "tab", &tab().into());
    message
}

/// The name of this tab: kept for as long as the tab is.
fn tab() -> String {
    let storage = window().session_storage().ok().flatten();
    let known = storage
        .as_ref()
        .and_then(|storage| storage.get_item(TAB).ok().flatten());
    known.unwrap_or_else(|| {
        let name = Uuid::now_v7().to_string();
        if let Some(storage) = storage {
            let _ = storage.set_item(TAB, &name);
        }
        name
    })
}

fn worker() -> Option<ServiceWorker> {
    let navigator = window().navigator();
    let found = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    let container: ServiceWorkerContainer = found.dyn_into().ok()?;
    container.controller()
}
