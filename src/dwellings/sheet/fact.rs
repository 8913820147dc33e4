// SPDX-License-Identifier: AGPL-3.0-or-later
//! One fact in its place: its value with a way to change it, or its field. Which field that is follows from its table.
use super::title;
use crate::prelude::*;
use crate::{
    record::{Subject, at_field},
    text::{dwellings as text, language},
    ui::{Button, ButtonKind, SavedHint, SummaryLine, focus_soon},
};
use soglia_domain::dwelling::{Dwelling, DwellingQuestion as Q};
use soglia_wording as wording;

/// One fact.
pub(super) fn fact_line(subject: Subject<Dwelling>, question: Q) -> AnyView {
    let term = wording::dwelling_question(question, language());
    let key = question.key();
    // What is to be mended opens its field: a text typed before, or an answer that comes back while the page is open.
    let is_open = RwSignal::new(false);
    let is_to_mend = Memo::new(move |_| subject.draft(key).is_some() || subject.why_back(key).is_some());
    Effect::new(move |_| {
        if is_to_mend.get() {
            is_open.set(true);
        }
    });
    let (field, change) = (field_id(question), format!("change-{key}"));
    let close_target = change.clone();
    let open = Callback::new(move |()| {
        is_open.set(true);
        focus_soon(field.clone());
    });
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_soon(close_target.clone());
    });
    let may_answer = subject.may_answer(question);
    let value = move || match subject.in_words(question) {
        Some(value) => view! { <span class="fact-value">{value}</span> },
        None => {
            let is_asked = subject.read(|dwelling| !dwelling.facts.is_not_asked(question));
            let word = if is_asked {
                text::not_known_yet()
            } else {
                text::to_ask()
            };
            view! { <span class="fact-value muted">{word}</span> }
        }
    };
    let is_pending = Signal::derive(move || subject.is_pending(key));
    let hint = move || {
        is_pending
            .get()
            .then(|| view! { <SavedHint pending=is_pending/> })
    };
    let review = move || at_field(&subject.shown()?.stored, key);
    let shown = move || {
        if is_open.get() {
            view! {
                <div class="fact-edit">
                    {editor(subject, question)}
                    <Button kind=ButtonKind::Outline on_click=close>{text::done()}</Button>
                </div>
            }
        } else {
            let button = || {
                view! {
                    <button
                        type="button"
                        class="btn btn-plain"
                        id=change.clone()
                        aria-label=format!("{}: {term}", text::change())
                        on:click=move |_| open.run(())
                    >
                        {text::change()}
                    </button>
                }
            };
            view! { {value} {may_answer.then(button)} }
        }
    };
    view! {
        <SummaryLine term>
            <div class="fact" data-test=format!("fact-{key}")>{shown} {hint} {review}</div>
        </SummaryLine>
    }
}

/// The id of the field of a fact.
pub(in crate::dwellings) fn field_id(question: Q) -> String {
    format!("fact-{}", question.key())
}

/// The field of a fact, saving every answer at once.
pub(in crate::dwellings) fn editor(subject: Subject<Dwelling>, question: Q) -> AnyView {
    match question {
        Q::Title => title::fields(subject, field_id(question)),
        question => subject.ask(question).with_id(field_id(question)).control(),
    }
}
