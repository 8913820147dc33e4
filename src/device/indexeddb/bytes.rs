// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bytes in the browser's own memory: copied once on the way in, and on the way out only as far as they are needed.
use indexed_db_futures::{
    error::{Error, SimpleValueError},
    primitive::{TryFromJs, TryToJs},
};
use js_sys::Uint8Array;
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};

#[derive(Clone)]
pub(super) struct Bytes(pub(super) Uint8Array);

impl Bytes {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Uint8Array::from(bytes))
    }

    pub(super) fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    pub(super) fn part(&self, range: Range<usize>) -> Vec<u8> {
        self.0.subarray(range.start as u32, range.end as u32).to_vec()
    }
}

impl TryFromJs for Bytes {
    fn from_js(value: JsValue) -> Result<Self, SimpleValueError> {
        value.dyn_into().map(Self).map_err(SimpleValueError::DynCast)
    }
}

impl TryToJs for Bytes {
    fn try_to_js(&self) -> Result<JsValue, Error> {
        Ok(self.0.clone().into())
    }
}
