// SPDX-License-Identifier: AGPL-3.0-or-later
//! Locks that all tabs of this browser share. One that is held is given back when it is dropped, when the tab closes and
//! when the tab crashes.
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A lock that this tab holds.
#[derive(Debug)]
pub struct Held {
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits for a lock. A shared one is held by many tabs together. Where the browser has no locks it is granted at once:
/// whoever relies on it has a second guard.
pub async fn request(name: &str, shared: bool) -> Held {
    let without = Held { release: None };
    let Some(locks) = locks() else { return without };
    let Some(ask) = method(&locks, "request") else {
        return without;
    };
    let options = Object::new();
    super::message::set(
        &options,
        "mode",
        &if shared { "shared" } else { "exclusive" }.into(),
    );
    let granted = Promise::new(&mut |grant, _| {
        // The lock is held for as long as the promise that is given back stays open.
        let on_grant = Closure::once_into_js(move || {
            Promise::new(&mut |release, _| {
                let _ = grant.call1(&JsValue::UNDEFINED, &release);
            })
        });
        let _ = ask.call3(&locks, &name.into(), &options, &on_grant);
    });
    let release = JsFuture::from(granted).await.ok();
    Held {
        release: release.and_then(|release| release.dyn_into().ok()),
    }
}

/// Whether some tab holds a lock of that name.
pub async fn is_held(name: &str) -> bool {
    held_names()
        .await
        .is_some_and(|names| names.iter().any(|held| held == name))
}

async fn held_names() -> Option<Vec<String>> {
    let locks = locks()?;
    let asked: Promise = method(&locks, "query")?.call0(&locks).ok()?.dyn_into().ok()?;
    let state = JsFuture::from(asked).await.ok()?;
    let held: Array = Reflect::get(&state, &"held".into()).ok()?.dyn_into().ok()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Some(held.iter().filter_map(name).collect())
}

fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
