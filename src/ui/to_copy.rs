// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that are carried elsewhere, such as an address: a field that is read, with a button that copies it.
use super::{Button, focus_by_id};
use crate::prelude::*;
use crate::text::shell as text;
use leptos::{task::spawn_local, web_sys};
use wasm_bindgen_futures::JsFuture;

/// How far copying came.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    /// The browser does not let the page copy: what is to be copied is chosen in the field.
    ByHand,
}

/// The field with its button. What was copied is said, and nothing else of the page moves.
pub fn to_copy(id: String, label: &'static str, help: &'static str, words: String) -> AnyView {
    let copied = RwSignal::new(Copied::NotYet);
    let help_id = format!("{id}-help");
    let value = words.clone();
    let field = id.clone();
    let copy = move |()| {
        let (words, field) = (words.clone(), field.clone());
        spawn_local(async move {
            let is_done = put(&words).await;
            if !is_done {
                focus_by_id(&field);
            }
            copied.try_set(if is_done { Copied::Done } else { Copied::ByHand });
        });
    };
    let told = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => text::copied(),
        Copied::ByHand => text::copy_by_hand(),
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>{label}</label>
            <p class="form-text" id=help_id.clone()>{help}</p>
            <div class="to-copy">
                <input
                    type="text"
                    class="form-control"
                    id=id
                    readonly=true
                    aria-describedby=help_id
                    value=value
                    on:focus:target=|event| event.target().select()
                />
                <Button test="copy" on_click=copy>{text::copy()}</Button>
            </div>
            <p class="muted" role="status" data-test="copied">{told}</p>
        </div>
    }
    .into_any()
}

/// Puts words where other programs take them from. A page that was not opened over a safe connection may not.
async fn put(words: &str) -> bool {
    let clipboard: Option<web_sys::Clipboard> = window()
        .is_secure_context()
        .then(|| window().navigator().clipboard());
    match clipboard {
        Some(clipboard) => JsFuture::from(clipboard.write_text(words)).await.is_ok(),
        None => false,
    }
}
