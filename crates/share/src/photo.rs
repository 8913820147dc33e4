// SPDX-License-Identifier: AGPL-3.0-or-later
//! A photo of what a link shows. It is asked for with the token in the body, so its address in the page is one that this page
//! makes and that nobody else can follow.
use crate::{ask, token};
use leptos::task::spawn_local;
use soglia_prelude::*;
use soglia_views::SharedPhoto;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// The image, once it is here. Its caption stands below it in any case.
pub(crate) fn photo(photo: &SharedPhoto) -> AnyView {
    let address = RwSignal::new(None::<String>);
    let (id, caption) = (photo.id.to_string(), photo.caption.clone());
    spawn_local(async move {
        let Ok(token) = token::in_address() else { return };
        if let Some((bytes, kind)) = ask::photo(&token, &id).await {
            address.try_set(address_of(&bytes, &kind));
        }
    });
    // The page is left with its photos: what it made of them is let go with it.
    live(move || {
        let image = |address: String| view! { <img src=address alt=caption.clone()/> };
        address.get().map(image).into_any()
    })
}

fn address_of(bytes: &[u8], kind: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&JsValue::from(js_sys::Uint8Array::from(bytes)));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
