// SPDX-License-Identifier: AGPL-3.0-or-later
//! A form whose fields are not saved one by one: what is typed is kept, sealed, until the form is sent or given up, and
//! put back when the form opens again.
use super::{Button, ButtonKind, Notice, Tone};
use crate::prelude::*;
use crate::{state, text::shell as text};
use leptos::{html, task::spawn_local, web_sys};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What a form is sent or given up with.
const ENDS: &str = "button[type=submit], .button-row button";

/// A form that was sent goes away sooner than this, or was refused.
const REFUSED_MS: i32 = 3_000;

/// Keeps what is typed into a form under a name, and gives the line that says that something was put back. A form that
/// was sent or given up, and then goes away, leaves nothing behind.
pub fn keep_form(form: NodeRef<html::Form>, name: String) -> AnyView {
    let (is_put_back, is_ended) = (RwSignal::new(false), StoredValue::new(false));
    // How often it was sent or given up.
    let n_ends = StoredValue::new(0u32);
    let (kept, initial) = (StoredValue::new(name), StoredValue::new(BTreeMap::new()));
    Effect::new(move |_| {
        let Some(form) = form.get() else { return };
        let texts = state::draft(&kept.get_value())
            .and_then(|text| soglia_json::from_slice::<BTreeMap<String, String>>(text.as_bytes()).ok());
        initial.set_value(texts_of(&form));
        let target: web_sys::EventTarget = form.clone().into();
        if let Some(texts) = texts {
            is_put_back.set(put_back(&form, &texts));
        }
        listen(&target, "input", move |form| {
            is_ended.set_value(false);
            let texts = texts_of(form);
            let is_empty = texts.values().all(String::is_empty);
            let text = (!is_empty).then(|| soglia_json::to_string(&texts).unwrap_or_default());
            state::keep_draft(&kept.get_value(), text);
        });
        let end = move |_: &Element| {
            let this_end = n_ends.get_value() + 1;
            n_ends.set_value(this_end);
            is_ended.set_value(true);
            // One that is still here after a while was refused, and goes on being kept, unless it was sent again meanwhile.
            spawn_local(async move {
                state::pause(REFUSED_MS).await;
                if n_ends.try_get_value() == Some(this_end) {
                    is_ended.set_value(false);
                }
            });
        };
        listen(&target, "click", end);
        listen(&target, "submit", end);
    });
    on_cleanup(move || {
        if is_ended.try_get_value() == Some(true) {
            kept.with_value(|name| state::keep_draft(name, None));
        }
    });
    let discard = move |()| {
        kept.with_value(|name| state::keep_draft(name, None));
        is_put_back.set(false);
        if let Some(form) = form.get_untracked() {
            initial.with_value(|texts| put_back(&form, texts));
            // A form whose fields hold more than their texts takes that back too.
            if let Ok(event) = Event::new("reset") {
                let _ = form.dispatch_event(&event);
            }
        }
    };
    view! {
        <Show when=move || is_put_back.get()>
            <Notice tone=Tone::Info>
                <p>{text::taken_up()}</p>
                <Button kind=ButtonKind::Plain test="discard-draft" on_click=discard>{text::discard_draft()}</Button>
            </Notice>
        </Show>
    }
}

fn listen(target: &web_sys::EventTarget, kind: &'static str, heard: impl Fn(&Element) + 'static) {
    let heard: Box<dyn Fn(Event)> = Box::new(move |event: Event| {
        let at: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let form: Option<Element> = event.current_target().and_then(|form| form.dyn_into().ok());
        let counts =
            event.type_() != "click" || at.is_some_and(|at| at.closest(ENDS).ok().flatten().is_some());
        if let (Some(form), true) = (form, counts) {
            heard(&form);
        }
    });
    let heard = wasm_bindgen::closure::Closure::<dyn Fn(Event)>::wrap(heard);
    // The form holds its listeners, and both go together.
    // Before the listeners of the page: what a button does may take the form away at once.
    let heard_first = heard.as_ref().unchecked_ref();
    let _ = target.add_event_listener_with_callback_and_bool(kind, heard_first, true);
    heard.forget();
}

/// The fields of a form that have an id, with what stands in them.
fn texts_of(form: &Element) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let Ok(fields) = form.query_selector_all("input[id], select[id], textarea[id]") else {
        return texts;
    };
    for at in 0..fields.length() {
        let Some(field) = fields.item(at).and_then(|field| field.dyn_into::<Element>().ok()) else {
            continue;
        };
        if let Some(text) = text_of(&field) {
            texts.insert(field.id(), text);
        }
    }
    texts
}

fn text_of(field: &Element) -> Option<String> {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        return match input.type_().as_str() {
            "radio" | "checkbox" => Some(if input.checked() { "1" } else { "" }.to_owned()),
            "password" | "file" => None,
            _ => Some(input.value()),
        };
    }
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        return Some(select.value());
    }
    field
        .dyn_ref::<HtmlTextAreaElement>()
        .map(HtmlTextAreaElement::value)
}

/// Puts texts into the fields, as if somebody had typed them. Whether anything became another text.
fn put_back(form: &Element, texts: &BTreeMap<String, String>) -> bool {
    let mut is_changed = false;
    for (id, text) in texts {
        let Some(field) = document()
            .get_element_by_id(id)
            .filter(|field| form.contains(Some(field)))
        else {
            continue;
        };
        if text_of(&field).as_ref() == Some(text) {
            continue;
        }
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "radio" | "checkbox" => input.set_checked(!text.is_empty()),
                _ => input.set_value(text),
            }
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(text);
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(text);
        }
        let options = EventInit::new();
        options.set_bubbles(true);
        for kind in ["input", "change"] {
            if let Ok(event) = Event::new_with_event_init_dict(kind, &options) {
                let _ = field.dispatch_event(&event);
            }
        }
        is_changed = true;
    }
    is_changed
}
