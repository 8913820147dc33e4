// SPDX-License-Identifier: AGPL-3.0-or-later
//! The space that the browser grants: its promise to keep what is stored, how much is used, and a sign that tells when
//! it broke the promise.
use crate::state::StorageStatus;
use js_sys::{Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A cookie, because it outlives the database when the browser runs out of space.
const SENTINEL: &str = "soglia-kept=1";

/// Asks the browser to keep what is stored, and gives its answer.
pub async fn ask_to_persist() -> Option<bool> {
    answer(storage()?.persist()).await?.as_bool()
}

/// What the browser says about the space, without asking it for anything.
pub async fn status() -> StorageStatus {
    let Some(storage) = storage() else {
        return StorageStatus::default();
    };
    let persisted = answer(storage.persisted())
        .await
        .and_then(|value| value.as_bool());
    let estimate = answer(storage.estimate()).await.unwrap_or_default();
    let number = |name: &str| {
        let value = Reflect::get(&estimate, &name.into()).ok()?.as_f64()?;
        Some(value as u64)
    };
    StorageStatus {
        persisted,
        used_bytes: number("usage"),
        quota_bytes: number("quota"),
        lost: false,
    }
}

fn storage() -> Option<web_sys::StorageManager> {
    // Outside a secure context the manager is missing.
    Reflect::get(&window().navigator(), &"storage".into())
        .ok()?
        .dyn_into()
        .ok()
}

async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}

/// Leaves a sign outside the database that something was stored here.
pub fn set_sentinel() {
    let cookie = format!("{SENTINEL}; max-age=31536000; path=/; samesite=strict");
    drop(Reflect::set(&document(), &"cookie".into(), &cookie.into()));
}

/// Whether something was stored here once.
pub fn has_sentinel() -> bool {
    Reflect::get(&document(), &"cookie".into())
        .ok()
        .and_then(|cookies| cookies.as_string())
        .is_some_and(|cookies| cookies.split(';').any(|cookie| cookie.trim() == SENTINEL))
}

/// What kind of device this is, so that its owner tells it from others in the list.
pub fn device_name() -> String {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let kinds = [
        "iPad",
        "iPhone",
        "Android",
        "Windows",
        "Macintosh",
        "CrOS",
        "Linux",
    ];
    let kind = kinds.into_iter().find(|kind| agent.contains(kind));
    match kind {
        Some("Macintosh") => "Mac".to_owned(),
        Some("CrOS") => "Chromebook".to_owned(),
        Some(kind) => kind.to_owned(),
        None => String::new(),
    }
}
