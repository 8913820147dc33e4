// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plain objects, as they are given to the browser and sent between pages.
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Sets a property.
pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}
