// SPDX-License-Identifier: AGPL-3.0-or-later
//! The form that asks for the PIN of a link.
use crate::{
    ask::{Digits, Pin},
    text,
};
use leptos::{ev::SubmitEvent, html};
use soglia_domain::tongue::Tongue;
use soglia_prelude::*;

const FIELD: &str = "share-pin";
const WRONG: &str = "share-pin-wrong";

/// Asks for the PIN. `on_digits` is told what was typed.
pub(crate) fn form(pin: Pin, tongue: Tongue, on_digits: Callback<Digits>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let why = match pin {
        Pin::Needed => None,
        Pin::Wrong => Some(text::pin_wrong(tongue).to_owned()),
        Pin::Wait { minutes } => Some(text::wait(minutes, tongue)),
        Pin::Locked => Some(text::pin_locked(tongue).to_owned()),
    };
    let is_wrong = why.is_some();
    let why = why.map(|why| view! { <p class="form-feedback" id=WRONG role="alert">{why}</p> });
    if pin == Pin::Locked {
        return view! { <div class="empty-state" data-test="share-nothing" data-state="pin-locked">{why}</div> };
    }
    input.on_load(move |input| {
        // Whoever typed a wrong one goes on typing.
        if is_wrong {
            input.focus().ok();
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        match typed.as_deref().and_then(Digits::of) {
            Some(digits) => on_digits.run(digits),
            None => {
                if let Some(input) = input.get_untracked() {
                    // A page that cannot be focused is still a page.
                    input.focus().ok();
                }
            }
        }
    };
    view! {
        <form class="share-pin" on:submit=on_submit data-test="share-pin">
            <label for=FIELD>{text::pin(tongue)}</label>
            <p class="form-text" id="share-pin-help">{text::pin_help(tongue)}</p>
            {why}
            <input
                class="form-control"
                id=FIELD
                node_ref=input
                inputmode="numeric"
                autocomplete="one-time-code"
                dir="ltr"
                aria-describedby=if is_wrong { "share-pin-help share-pin-wrong" } else { "share-pin-help" }
                aria-invalid=is_wrong.then_some("true")
            />
            <button type="submit" class="btn btn-primary">{text::pin_open(tongue)}</button>
        </form>
    }
}
