// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers chosen from a few: yes or no, or one of a list, and always "not known yet".
use super::field::Surround;
use crate::prelude::*;
use crate::text::shell as text;
use soglia_domain::answer::Answer;

const UNKNOWN: &str = "";

/// The option "not known yet".
fn unknown() -> (String, String) {
    (UNKNOWN.to_owned(), text::not_known_yet().to_owned())
}

/// Options with radio buttons large enough to touch. The empty key is "not known yet".
fn radios(
    around: &Surround,
    class: &'static str,
    options: Vec<(String, String)>,
    chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
) -> AnyView {
    let (id, error) = (around.id.clone(), around.error);
    let described_by = around.described_by();
    let radio = |(n, (key, label)): (usize, (String, String))| {
        let radio_id = if n == 0 { id.clone() } else { format!("{id}-{n}") };
        let (mine, given) = (key.clone(), key.clone());
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    id=radio_id.clone()
                    name=id.clone()
                    value=key
                    prop:checked=move || chosen.with(|chosen| chosen.as_deref() == Some(mine.as_str()))
                    on:change=move |_| on_choose.run(given.clone())
                />
                <label for=radio_id>{label}</label>
            </div>
        }
    };
    view! {
        <fieldset
            class="form-group"
            data-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=described_by
        >
            <legend class="form-label">{around.label.clone()}</legend>
            {around.help_line()}
            {around.error_line()}
            <div class=class>{options.into_iter().enumerate().map(radio).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Yes, no, or not known yet.
#[component]
pub fn YesNo(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<Answer<bool>>,
    #[prop(into)] on_answer: Callback<Answer<bool>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// Whether "not known yet" is no answer.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: None,
    };
    let mut options = vec![
        ("yes".to_owned(), text::yes().to_owned()),
        ("no".to_owned(), text::no().to_owned()),
    ];
    if !required {
        options.push(unknown());
    }
    let chosen = Signal::derive(move || match value.get() {
        Answer::NotAsked => None,
        Answer::NotKnownYet => Some(UNKNOWN.to_owned()),
        Answer::Known(true) => Some("yes".to_owned()),
        Answer::Known(false) => Some("no".to_owned()),
    });
    let on_choose = Callback::new(move |key: String| {
        on_answer.run(match key.as_str() {
            "yes" => Answer::Known(true),
            "no" => Answer::Known(false),
            _ => Answer::NotKnownYet,
        });
    });
    radios(&around, "choices choices-inline", options, chosen, on_choose)
}

/// One of a list, by key and words, or not known yet.
#[component]
pub fn Choice(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    options: Vec<(String, String)>,
    #[prop(into)] value: Signal<Answer<String>>,
    #[prop(into)] on_answer: Callback<Answer<String>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// Whether "not known yet" is no answer.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: None,
    };
    let chosen = Signal::derive(move || match value.get() {
        Answer::NotAsked => None,
        Answer::NotKnownYet => Some(UNKNOWN.to_owned()),
        Answer::Known(key) => Some(key),
    });
    let on_choose = Callback::new(move |key: String| {
        let answer = if key == UNKNOWN {
            Answer::NotKnownYet
        } else {
            Answer::Known(key)
        };
        on_answer.run(answer);
    });
    let mut options = options;
    if !required {
        options.push(unknown());
    }
    // A short list is read at one glance; a long one goes into a select, which every tablet shows in its own way.
    if options.len() <= 7 {
        return radios(&around, "choices", options, chosen, on_choose);
    }
    select(&around, options, chosen, on_choose)
}

fn select(
    around: &Surround,
    options: Vec<(String, String)>,
    chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
) -> AnyView {
    /// Stands for "nobody asked" inside the select only.
    const NOT_ASKED: &str = "?";
    let error = around.error;
    let described_by = around.described_by();
    let option = |(key, label): (String, String)| view! { <option value=key>{label}</option> };
    view! {
        <div class="form-group" data-invalid=move || error.with(Option::is_some).then_some("true")>
            <label class="form-label" for=around.id.clone()>{around.label.clone()}</label>
            {around.help_line()}
            {around.error_line()}
            <select
                class="form-control"
                id=around.id.clone()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by
                prop:value=move || chosen.get().unwrap_or_else(|| NOT_ASKED.to_owned())
                on:change=move |event| {
                    let key = event_target_value(&event);
                    if key != NOT_ASKED {
                        on_choose.run(key);
                    }
                }
            >
                <option value=NOT_ASKED>{text::choose()}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
