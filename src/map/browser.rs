// SPDX-License-Identifier: AGPL-3.0-or-later
//! The browser, asked by name. Every function of it that has a binding of its own weighs in the first load, whichever part
//! calls it; the map calls many, and most of them only some hundred times for a frame.
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; nothing where there is none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A property that is a number.
pub(super) fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or_default()
}

/// Sets a property. What does not take it stays as it is.
pub(super) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// Calls a function of an object; nothing where there is no such function, or where it fails.
pub(super) fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> JsValue {
    let Ok(function) = get(object, name).dyn_into::<Function>() else {
        return JsValue::UNDEFINED;
    };
    let arguments: Array = arguments.iter().collect();
    function.apply(object, &arguments).unwrap_or_default()
}
