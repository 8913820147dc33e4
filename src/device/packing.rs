// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bodies on their way to the server, packed by the browser itself: a week of work is a tenth of its size.
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

/// Below this many bytes packing gains nothing.
const SMALLEST: usize = 2_048;

/// The bytes as gzip; none where that gains nothing or the browser cannot do it.
pub(super) async fn packed(bytes: &[u8]) -> Option<Uint8Array> {
    if bytes.len() < SMALLEST {
        return None;
    }
    pack(bytes).await.ok()
}

async fn pack(bytes: &[u8]) -> Result<Uint8Array, JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let whole = Blob::new_with_u8_array_sequence(&parts)?;
    // Where the browser has no such thing this is no function, and the bytes go as they are.
    let packer: Function = Reflect::get(&window(), &"CompressionStream".into())?.dyn_into()?;
    let pair = Reflect::construct(&packer, &Array::of1(&"gzip".into()))?;
    let pair: ReadableWritablePair = pair.unchecked_into();
    let packed = whole.stream().pipe_through(&pair);
    let answer = Response::new_with_opt_readable_stream(Some(&packed))?;
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer))
}
