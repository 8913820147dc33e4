// SPDX-License-Identifier: AGPL-3.0-or-later
//! One question with its field: reads the record, saves every answer by itself, keeps what was not accepted.
use super::case::Case;
use crate::prelude::*;
use crate::reviews::at_field;
use crate::ui::{Choice, DateField, SavedHint, TextField, YesNo};
use soglia_domain::{action::Action, answer::Answer, calendar::Day, household::Household};
use std::sync::Arc;

type Reading<T> = Arc<dyn Fn(&Household) -> Answer<T> + Send + Sync>;
type Writing<T> = Arc<dyn Fn(Answer<T>) -> Result<Action, String> + Send + Sync>;

/// Where a question stands and how it reads and writes.
pub(super) struct Asked<T: 'static> {
    pub(super) case: Case,
    /// The field in the record, as in its revisions.
    pub(super) field: String,
    pub(super) label: String,
    pub(super) help: &'static str,
    pub(super) read: Reading<T>,
    pub(super) write: Writing<T>,
}

impl<T> Asked<T> {
    /// An address inside the page for the field.
    pub(super) fn id(&self) -> String {
        format!("f-{}", self.field.replace('/', "-"))
    }

    fn error(&self) -> Signal<Option<String>> {
        let (case, field) = (self.case, self.field.clone());
        Signal::derive(move || case.draft(&field).map(|draft| draft.error))
    }

    fn answer(&self) -> Signal<Answer<T>>
    where
        T: Clone + Send + Sync + PartialEq,
    {
        let (case, read) = (self.case, self.read.clone());
        Memo::new(move |_| case.read(|household| read(household))).into()
    }

    /// Saves an answer; a reason against it stays at the field.
    fn saving(&self) -> impl Fn(Answer<T>, String) + Clone + Send + Sync + 'static {
        let (case, field, write) = (self.case, self.field.clone(), self.write.clone());
        move |answer, typed| match write(answer) {
            Ok(action) => case.save(field.clone(), typed, action),
            Err(error) => case.keep(&field, &typed, error),
        }
    }
}

/// A question answered by typing a line: texts, amounts, numbers, codes.
#[component]
pub(super) fn TypedQuestion(
    asked: Asked<String>,
    #[prop(optional)] input_mode: &'static str,
) -> impl IntoView {
    let (case, field) = (asked.case, asked.field.clone());
    let answer = asked.answer();
    let value = Signal::derive(move || {
        case.draft(&field).map_or_else(
            || answer.with(|answer| answer.known().cloned().unwrap_or_default()),
            |draft| draft.text,
        )
    });
    let save = asked.saving();
    let unknown = Signal::derive(move || answer.with(|answer| matches!(answer, Answer::NotKnownYet)));
    let field = asked.field.clone();
    let on_save = {
        let save = save.clone();
        move |typed: String| {
            let text = typed.trim().to_owned();
            if !text.is_empty() {
                save(Answer::Known(text), typed);
            } else if answer.with_untracked(Answer::is_known) {
                save(Answer::NotKnownYet, typed);
            } else {
                case.drafts.update(|drafts| {
                    drafts.fields.remove(&field);
                });
            }
        }
    };
    let on_unknown = Callback::new(move |()| {
        save(Answer::NotKnownYet, String::new());
    });
    view! {
        <div class="ask">
            <TextField
                id=asked.id()
                label=asked.label.clone()
                help=asked.help
                value
                on_save
                error=asked.error()
                input_mode
                unknown
                on_unknown
            />
            <Saved case field=asked.field.clone() is_answered=Signal::derive(move || !answer.with(Answer::is_not_asked))/>
        </div>
    }
}

/// A question answered by yes or no.
#[component]
pub(super) fn YesNoQuestion(asked: Asked<bool>) -> impl IntoView {
    let value = asked.answer();
    let save = asked.saving();
    view! {
        <div class="ask">
            <YesNo
                id=asked.id()
                label=asked.label.clone()
                help=asked.help
                value
                on_answer=move |answer| save(answer, String::new())
                error=asked.error()
            />
            <Saved
                case=asked.case
                field=asked.field.clone()
                is_answered=Signal::derive(move || !value.with(Answer::is_not_asked))
            />
        </div>
    }
}

/// A question answered by one of a list, by key.
#[component]
pub(super) fn ChoiceQuestion(asked: Asked<String>, options: Vec<(String, String)>) -> impl IntoView {
    let value = asked.answer();
    let save = asked.saving();
    view! {
        <div class="ask">
            <Choice
                id=asked.id()
                label=asked.label.clone()
                help=asked.help
                options
                value
                on_answer=move |answer| save(answer, String::new())
                error=asked.error()
            />
            <Saved
                case=asked.case
                field=asked.field.clone()
                is_answered=Signal::derive(move || !value.with(Answer::is_not_asked))
            />
        </div>
    }
}

/// A question answered by a day. A refused day stays in its three fields.
#[component]
pub(super) fn DateQuestion(asked: Asked<Day>) -> impl IntoView {
    let (case, field) = (asked.case, asked.field.clone());
    let answer = asked.answer();
    let value = Signal::derive(move || {
        let refused = case
            .draft(&field)
            .and_then(|draft| draft.text.parse::<Day>().ok());
        refused.map_or_else(|| answer.get(), Answer::Known)
    });
    let save = asked.saving();
    let on_answer = move |given: Answer<Day>| {
        let typed = given.known().map(Day::to_string).unwrap_or_default();
        save(given, typed);
    };
    view! {
        <div class="ask">
            <DateField
                id=asked.id()
                label=asked.label.clone()
                help=asked.help
                value
                on_answer
                error=asked.error()
            />
            <Saved
                case
                field=asked.field.clone()
                is_answered=Signal::derive(move || !answer.with(Answer::is_not_asked))
            />
        </div>
    }
}

/// Where the answer is, once there is one.
#[component]
fn Saved(case: Case, field: String, is_answered: Signal<bool>) -> impl IntoView {
    let reviewed = if field.starts_with("isee/") {
        "isee".to_owned()
    } else {
        field.clone()
    };
    let pending = Memo::new(move |_| case.is_pending(&field));
    view! {
        <Show when=move || is_answered.get()>
            <SavedHint pending/>
        </Show>
        {move || case.shown().and_then(|shown| at_field(&shown.stored, &reviewed))}
    }
}
