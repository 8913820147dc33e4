// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field with a label: saves itself when left, and keeps what was typed when it is refused.
use crate::prelude::*;
use crate::text::shell as text;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// Puts the focus into a field by its id, and brings it into view.
pub fn focus_by_id(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// For so many frames what is to have the focus may still be on its way.
const MOST_FRAMES: u8 = 60;

/// Puts the focus into what is about to be drawn, unless the person moved it meanwhile: on a busy device a frame takes its
/// time, and the next words would land in another field.
pub fn focus_soon(id: impl Into<String>) {
    focus_when_drawn(id.into(), document().active_element(), MOST_FRAMES);
}

fn focus_when_drawn(id: String, before: Option<web_sys::Element>, frames_left: u8) {
    request_animation_frame(move || {
        let now = document().active_element();
        let went_elsewhere = now != before && now.is_some_and(|now| now.tag_name() != "BODY");
        if went_elsewhere {
            return;
        }
        if document().get_element_by_id(&id).is_some() {
            focus_by_id(&id);
        } else if frames_left > 0 {
            focus_when_drawn(id, before, frames_left - 1);
        }
    });
}

/// Saves what is being typed. A field saves itself when its change is announced; the cursor stays where it is.
pub(crate) fn save_typed() {
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    let change = web_sys::Event::new_with_event_init_dict("change", &options);
    if let (Some(field), Ok(change)) = (document().active_element(), change) {
        let _ = field.dispatch_event(&change);
    }
}

/// The text in a field between keystrokes, apart from the value that is saved.
#[derive(Clone, Copy)]
struct Draft {
    text: RwSignal<String>,
    /// Whether the text was given to be saved and not touched since.
    is_sent: RwSignal<bool>,
    saved: Memo<String>,
    error: Signal<Option<String>>,
}

impl Draft {
    /// Follows the saved value, except while something else is being typed or was refused.
    fn of(value: Signal<String>, error: Signal<Option<String>>) -> Self {
        let saved = Memo::new(move |_| value.get());
        let draft = Self {
            text: RwSignal::new(saved.get_untracked()),
            is_sent: RwSignal::new(false),
            saved,
            error,
        };
        Effect::new(move |before: Option<String>| {
            let now = saved.get();
            if let Some(before) = before {
                let untouched = draft.text.with_untracked(|text| *text == before);
                let taken = draft.is_sent.get_untracked() && error.with_untracked(Option::is_none);
                if untouched || taken {
                    draft.text.set(now.clone());
                }
            }
            now
        });
        draft
    }

    fn type_in(&self, text: String) {
        self.is_sent.set(false);
        self.text.set(text);
    }

    /// What to save, when there is something new. Going back to the saved text counts while an error stands there: only
    /// then the error goes.
    fn to_save(self) -> Option<String> {
        let text = self.text.get_untracked();
        let is_same = text == self.saved.get_untracked() && self.error.with_untracked(Option::is_none);
        if self.is_sent.get_untracked() || is_same {
            return None;
        }
        self.is_sent.set(true);
        Some(text)
    }
}

/// What all fields have around their control.
#[derive(Clone)]
pub(super) struct Surround {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) help: String,
    pub(super) error: Signal<Option<String>>,
    /// Present where "not known yet" is an answer: whether it is the one given, and what giving it does.
    pub(super) unknown: Option<(Signal<bool>, Callback<()>)>,
}

impl Surround {
    /// The ids of help and error, for `aria-describedby`.
    pub(super) fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + Clone + use<> {
        let help = (!self.help.is_empty()).then(|| format!("{}-help", self.id));
        let (error, error_id) = (self.error, format!("{}-error", self.id));
        move || {
            let error_id = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<String> = [error_id, help.clone()].into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    pub(super) fn help_line(&self) -> Option<AnyView> {
        (!self.help.is_empty()).then(|| {
            view! { <p class="form-text" id=format!("{}-help", self.id)>{self.help.clone()}</p> }.into_any()
        })
    }

    pub(super) fn error_line(&self) -> AnyView {
        let (error, id) = (self.error, format!("{}-error", self.id));
        let line = move |sentence| view! { <p class="form-feedback" id=id.clone()>{sentence}</p> };
        (move || error.get().map(&line)).into_any()
    }

    /// The control "not known yet", as a button that stays pressed.
    pub(super) fn unknown_button(&self) -> Option<AnyView> {
        self.unknown.map(|(is_unknown, on_unknown)| {
            let spoken = format!("{}: {}", self.label, text::not_known_yet());
            view! {
                <button
                    type="button"
                    class="btn-unknown"
                    aria-label=spoken
                    aria-pressed=move || is_unknown.get().to_string()
                    on:click=move |_| on_unknown.run(())
                >
                    {text::not_known_yet()}
                </button>
            }
            .into_any()
        })
    }
}

/// How a one-line field is typed into.
#[derive(Clone, Copy, Default)]
pub(super) struct Typing {
    pub(super) input_mode: &'static str,
    pub(super) autocomplete: &'static str,
    pub(super) unit: &'static str,
    pub(super) is_long: bool,
}

/// Label, help, control and error of a field that is typed into.
pub(super) fn entry(
    around: &Surround,
    typing: Typing,
    value: Signal<String>,
    on_save: Callback<String>,
) -> AnyView {
    let draft = Draft::of(value, around.error);
    let save = move || {
        // A field that goes away while it has the focus is left once more, when nothing of it is here any longer.
        if draft.text.is_disposed() {
            return;
        }
        if let Some(text) = draft.to_save() {
            on_save.run(text);
        }
    };
    on_cleanup(save);
    let error = around.error;
    let invalid = move || error.with(Option::is_some).then_some("true");
    let (id, described_by) = (around.id.clone(), around.described_by());
    let control = if typing.is_long {
        view! {
            <textarea
                class="form-control"
                rows="4"
                id=id.clone()
                dir="auto"
                aria-invalid=invalid
                aria-describedby=described_by
                prop:value=move || draft.text.get()
                on:input=move |event| draft.type_in(event_target_value(&event))
                on:change=move |_| save()
                on:blur=move |_| save()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                class="form-control"
                id=id.clone()
                dir="auto"
                inputmode=(!typing.input_mode.is_empty()).then_some(typing.input_mode)
                autocomplete=if typing.autocomplete.is_empty() { "off" } else { typing.autocomplete }
                spellcheck="false"
                aria-invalid=invalid
                aria-describedby=described_by
                prop:value=move || draft.text.get()
                on:input=move |event| draft.type_in(event_target_value(&event))
                on:change=move |_| save()
                on:blur=move |_| save()
            />
        }
        .into_any()
    };
    let unit = (!typing.unit.is_empty()).then(|| view! { <span class="input-unit">{typing.unit}</span> });
    view! {
        <div class="form-group" data-invalid=move || error.with(Option::is_some).then_some("true")>
            <label class="form-label" for=id>{around.label.clone()}</label>
            {around.help_line()}
            {around.error_line()}
            <div class="input-row">{control} {unit} {around.unknown_button()}</div>
        </div>
    }
    .into_any()
}

/// A text. Saved when the field is left; `on_unknown` adds the answer "not known yet".
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_save: Callback<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(optional)] input_mode: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional)] long: bool,
    #[prop(into, optional)] unknown: Signal<bool>,
    #[prop(into, optional_no_strip)] on_unknown: Option<Callback<()>>,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: on_unknown.map(|on_unknown| (unknown, on_unknown)),
    };
    let typing = Typing {
        input_mode,
        autocomplete,
        is_long: long,
        ..Typing::default()
    };
    entry(&around, typing, value, on_save)
}
