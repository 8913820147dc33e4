// SPDX-License-Identifier: AGPL-3.0-or-later
//! The style sheet of the map travels with its part: nobody else needs it.
use super::browser::{call, get};
use crate::prelude::*;
use js_sys::{Function, Reflect};
use std::cell::Cell;
use wasm_bindgen::JsCast;

const SHEET: &str = include_str!("../../style/map.css");

thread_local! {
    static IS_ADOPTED: Cell<bool> = const { Cell::new(false) };
}

/// Adopts it, once. A browser that cannot shows the map without its look.
pub(super) fn adopt() {
    if IS_ADOPTED.replace(true) {
        return;
    }
    let Ok(sheet) = get(&window(), "CSSStyleSheet").dyn_into::<Function>() else {
        return;
    };
    let Ok(sheet) = Reflect::construct(&sheet, &js_sys::Array::new()) else {
        return;
    };
    call(&sheet, "replaceSync", &[SHEET.into()]);
    call(&get(&document(), "adoptedStyleSheets"), "push", &[sheet]);
}
