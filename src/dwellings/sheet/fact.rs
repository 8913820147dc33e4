// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people record on site, each edited in its place and saved at once.
use crate::prelude::*;
use crate::{
    dwellings::subject::Subject,
    reviews::at_field,
    text::{dwellings as text, language},
    ui::{
        AreaField, Button, ButtonKind, Choice, NumberField, SavedHint, Summary, SummaryLine, TextField, YesNo,
    },
};
use soglia_domain::{
    answer::Answer,
    dwelling::{DwellingAnswer as A, DwellingFacts, DwellingQuestion as Q, EnergyClass},
};
use soglia_wording as wording;

/// What is recorded on site, in the order of a visit.
const ON_SITE: [Q; 8] = [
    Q::UsableArea,
    Q::HabitableRooms,
    Q::Floor,
    Q::Lift,
    Q::StepFree,
    Q::EnergyClass,
    Q::PoorState,
    Q::Note,
];

/// The facts recorded on site.
pub(super) fn on_site(subject: Subject) -> AnyView {
    view! {
        <section class="record-section">
            <h2>{text::on_site()}</h2>
            <Summary>
                {ON_SITE.map(|question| view! { <FactLine subject question/> }).into_iter().collect_view()}
            </Summary>
        </section>
    }
    .into_any()
}

/// One fact, for the sections beside this one.
pub(super) fn fact_line(subject: Subject, question: Q) -> AnyView {
    view! { <FactLine subject question/> }
}

/// One fact: its value with a way to change it, or its field.
#[component]
fn FactLine(subject: Subject, question: Q) -> impl IntoView {
    let term = wording::dwelling_question(question, language());
    let came_back = untrack(|| {
        subject
            .returned()
            .iter()
            .any(|(answer, _)| answer.question() == question)
    });
    let is_open = RwSignal::new(came_back);
    let field = field_id(question);
    let change = format!("change-{}", question.key());
    let (open_target, close_target) = (field.clone(), change.clone());
    let open = Callback::new(move |()| {
        is_open.set(true);
        focus_soon(open_target.clone());
    });
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_soon(close_target.clone());
    });
    let value = move || match subject.in_words(question) {
        Some(value) => view! { <span class="fact-value">{value}</span> }.into_any(),
        None => {
            let asked = subject
                .read(|dwelling| !dwelling.facts.is_not_asked(question))
                .unwrap_or_default();
            let word = if asked {
                text::not_known_yet()
            } else {
                text::to_ask()
            };
            view! { <span class="fact-value muted">{word}</span> }.into_any()
        }
    };
    let is_pending = Signal::derive(move || subject.is_pending(question.key()));
    let hint = move || {
        is_pending
            .get()
            .then(|| view! { <SavedHint pending=is_pending/> })
    };
    let review = move || {
        let shown = subject.shown()?;
        at_field(&shown.stored, question.key())
    };
    view! {
        <SummaryLine term>
            <div class="fact" data-test=format!("fact-{}", question.key())>
                {move || {
                    if is_open.get() {
                        view! {
                            <div class="fact-edit">
                                {editor(subject, question)}
                                <Button kind=ButtonKind::Outline on_click=close>{text::done()}</Button>
                            </div>
                        }
                            .into_any()
                    } else {
                        let spoken = format!("{}: {term}", text::change());
                        view! {
                            {value}
                            <button
                                type="button"
                                class="btn btn-plain"
                                id=change.clone()
                                aria-label=spoken
                                on:click=move |_| open.run(())
                            >
                                {text::change()}
                            </button>
                        }
                            .into_any()
                    }
                }}
                {hint}
                {review}
            </div>
        </SummaryLine>
    }
    .into_any()
}

/// The id of the field of a fact.
pub(in crate::dwellings) fn field_id(question: Q) -> String {
    format!("fact-{}", question.key())
}

/// Puts the focus into a field or button that is about to be drawn.
fn focus_soon(id: String) {
    request_animation_frame(move || {
        use wasm_bindgen::JsCast;
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            // An element that cannot take the focus leaves it where it was.
            let _ = element.focus();
        }
    });
}

/// The field of a fact, saving every answer at once.
pub(in crate::dwellings) fn editor(subject: Subject, question: Q) -> AnyView {
    let id = field_id(question);
    let label = wording::dwelling_question(question, language());
    let error = subject.refusal(question.key());
    let yes_no = |pick: fn(&DwellingFacts) -> &Answer<bool>, wrap: fn(Answer<bool>) -> A| {
        let on_answer = Callback::new(move |answer| subject.record(wrap(answer)));
        view! { <YesNo id=id.clone() label value=subject.answer(pick) on_answer error/> }.into_any()
    };
    match question {
        Q::UsableArea => {
            let on_answer = Callback::new(move |answer| subject.record(A::UsableArea(answer)));
            let value = subject.answer(|facts| &facts.usable_area);
            view! { <AreaField id label help=text::usable_area_help() value on_answer error/> }.into_any()
        }
        Q::HabitableRooms => {
            let value = subject.answer(|facts| &facts.habitable_rooms);
            let value = Signal::derive(move || map(value.get(), i64::from));
            let on_answer = Callback::new(move |answer| subject.record(A::HabitableRooms(narrow(answer))));
            view! { <NumberField id label help=text::rooms_help() value on_answer error min=1 max=30/> }
                .into_any()
        }
        Q::Floor => {
            let value = subject.answer(|facts| &facts.floor);
            let value = Signal::derive(move || map(value.get(), i64::from));
            let on_answer = Callback::new(move |answer| subject.record(A::Floor(narrow(answer))));
            view! { <NumberField id label help=text::floor_help() value on_answer error min=-3 max=60/> }
                .into_any()
        }
        Q::Lift => yes_no(|facts| &facts.lift, A::Lift),
        Q::StepFree => yes_no(|facts| &facts.step_free, A::StepFree),
        Q::PoorState => yes_no(|facts| &facts.poor_state, A::PoorState),
        Q::Title => super::title::fields(subject, id, error),
        Q::EnergyClass => {
            let value = subject.answer(|facts| &facts.energy_class);
            let value = Signal::derive(move || map(value.get(), |class| class.key().to_owned()));
            let options = EnergyClass::ALL
                .map(|class| (class.key().to_owned(), class.key().to_owned()))
                .to_vec();
            let on_answer = Callback::new(move |answer: Answer<String>| {
                let class = |key: String| EnergyClass::ALL.into_iter().find(|class| class.key() == key);
                subject.record(A::EnergyClass(match answer {
                    Answer::Known(key) => class(key).into(),
                    Answer::NotKnownYet | Answer::NotAsked => Answer::NotKnownYet,
                }));
            });
            view! { <Choice id label options value on_answer error/> }.into_any()
        }
        Q::Note => {
            let note = subject.answer(|facts| &facts.note);
            let value = Signal::derive(move || note.with(|note| note.known().cloned().unwrap_or_default()));
            let on_save = Callback::new(move |typed: String| {
                let typed = typed.trim().to_owned();
                subject.record(A::Note((!typed.is_empty()).then_some(typed).into()));
            });
            view! { <TextField id label help=text::note_help() value on_save error long=true max_length=2_000_u32/> }
                .into_any()
        }
        // The other facts come from a list and are not written here.
        _ => ().into_any(),
    }
}

fn map<T, U>(answer: Answer<T>, change: impl FnOnce(T) -> U) -> Answer<U> {
    match answer {
        Answer::NotAsked => Answer::NotAsked,
        Answer::NotKnownYet => Answer::NotKnownYet,
        Answer::Known(value) => Answer::Known(change(value)),
    }
}

/// A number that the field has already held within its range.
fn narrow<T: TryFrom<i64>>(answer: Answer<i64>) -> Answer<T> {
    answer.known().and_then(|number| T::try_from(*number).ok()).into()
}
