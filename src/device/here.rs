// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where this device is. Asked for when a person touches the button for it; never stored and never sent.
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How long the device may look for it.
const LONGEST_MS: i32 = 20_000;

/// How the browser calls the refusal of a person.
const DENIED: f64 = 1.0;

/// Why it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHere {
    /// The person, or the settings of the browser, did not allow it.
    Denied,
    /// It could not be found out.
    Unknown,
}

/// Latitude and longitude in millionths of a degree.
///
/// # Errors
/// [`NotHere`].
pub async fn position() -> Result<(i32, i32), NotHere> {
    let found = JsFuture::from(asked().ok_or(NotHere::Unknown)?).await;
    let found = found.map_err(|error| match number(&error, "code") {
        Some(DENIED) => NotHere::Denied,
        _ => NotHere::Unknown,
    })?;
    let coordinates = Reflect::get(&found, &"coords".into()).map_err(|_| NotHere::Unknown)?;
    let millionths = |name| number(&coordinates, name).map(|degrees| (degrees * 1e6) as i32);
    millionths("latitude")
        .zip(millionths("longitude"))
        .ok_or(NotHere::Unknown)
}

/// The browser's answer, when it comes; none where it knows nothing of places.
fn asked() -> Option<Promise> {
    let places = Reflect::get(&window().navigator(), &"geolocation".into()).ok()?;
    let ask: Function = Reflect::get(&places, &"getCurrentPosition".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"timeout".into(), &LONGEST_MS.into()).ok()?;
    Some(Promise::new(&mut |found, failed| {
        // Without an answer the promise never resolves, and the button says that it is looking.
        let arguments: Array = [JsValue::from(found), failed.into(), options.clone().into()]
            .iter()
            .collect();
        drop(ask.apply(&places, &arguments));
    }))
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(object, &name.into()).ok()?.as_f64()
}
