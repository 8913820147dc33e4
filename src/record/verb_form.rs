// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forms of verbs: a few fields of known shapes, and one button that does it all at once. A table of fields without a
//! record, drawn by the same controls; what is typed survives until the form is sent or given up.
use super::{
    control::{Around, Control, draw},
    typed::{map, read, written},
    unfinished::Draft,
};
use crate::prelude::*;
use crate::{
    state::{State, pause},
    text::language,
    ui::{Button, ButtonKind, ErrorSummary, focus_by_id, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::{
    answer::Answer,
    calendar::Day,
    said::{Said, Sayable},
    shape::Shape,
};

/// One field of a form.
#[derive(Clone)]
pub struct FormField {
    /// In the page.
    id: String,
    /// Above the field.
    label: String,
    /// Under the label.
    help: String,
    /// What may stand in it.
    shape: Shape,
    /// What a choice is called, by its key.
    words: fn(&'static str) -> String,
    /// What to say where nothing stands in it; none where that is fine.
    missing: Option<String>,
    /// What to say where it cannot be read; none where the words of its shape will do.
    mending: Option<String>,
    /// What stands in it from the start.
    initial: Answer<Said>,
    /// What stands in it.
    value: RwSignal<Answer<Said>>,
    /// What was typed and cannot be read, or is wrong.
    wrong: RwSignal<Option<Draft>>,
}

impl FormField {
    /// An empty field of a shape.
    pub fn new(id: impl Into<String>, label: impl Into<String>, shape: Shape) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            help: String::new(),
            shape,
            words: str::to_owned,
            missing: None,
            mending: None,
            initial: Answer::NotAsked,
            value: RwSignal::new(Answer::NotAsked),
            wrong: RwSignal::new(None),
        }
    }

    /// With words for the keys of its choice.
    #[must_use]
    pub fn with_words(mut self, words: fn(&'static str) -> String) -> Self {
        self.words = words;
        self
    }

    /// With help under its label.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// One that has to be filled in; `missing` says why.
    #[must_use]
    pub fn required(mut self, missing: impl Into<String>) -> Self {
        self.missing = Some(missing.into());
        self
    }

    /// With words of its own for what cannot be read.
    #[must_use]
    pub fn with_mending(mut self, mending: impl Into<String>) -> Self {
        self.mending = Some(mending.into());
        self
    }

    /// With something in it from the start.
    #[must_use]
    pub fn with(mut self, value: &impl Sayable) -> Self {
        self.initial = value.said().map_or(Answer::NotAsked, Answer::Known);
        self.begin_anew();
        self
    }

    /// What stands in it, as its type; none where nothing does.
    pub fn get<T: Sayable>(&self) -> Option<T> {
        self.value.with_untracked(|value| T::of(value.known()?))
    }

    /// As [`Self::get`], for what follows it while somebody types.
    pub fn follow<T: Sayable>(&self) -> Option<T> {
        self.value.with(|value| T::of(value.known()?))
    }

    /// Its text; empty where nothing stands in it.
    pub fn get_text(&self) -> String {
        self.get().unwrap_or_default()
    }

    /// Puts back what stood in it from the start.
    pub fn begin_anew(&self) {
        self.value.set(self.initial.clone());
        self.wrong.set(None);
    }

    /// Whether it can be sent; what is wrong appears at it.
    fn is_right(&self, today: Day) -> bool {
        if self
            .wrong
            .with_untracked(|wrong| wrong.as_ref().is_some_and(|draft| !draft.text.is_empty()))
        {
            return false;
        }
        let error = self.value.with_untracked(|value| match value {
            Answer::Known(said) => self
                .shape
                .check(said, today)
                .err()
                .map(|refusal| soglia_wording::common_refusal(&refusal, language())),
            Answer::NotAsked | Answer::NotKnownYet => self.missing.clone(),
        });
        let is_right = error.is_none();
        self.wrong.set(error.map(|error| Draft {
            text: String::new(),
            error,
        }));
        is_right
    }

    fn draw(self) -> AnyView {
        let Some(control) = Control::of(self.shape, self.words) else {
            return ().into_any();
        };
        let (shape, value, wrong, mending) = (self.shape, self.value, self.wrong, self.mending);
        let today = expect_context::<State>().today();
        let shown = Signal::derive(move || match wrong.get() {
            Some(draft) if !draft.text.is_empty() => Answer::Known(draft.text),
            _ => value.with(|value| map(value, written)),
        });
        let on_answer = Callback::new(move |given: Answer<String>| {
            let read = match given {
                Answer::Known(typed) => read(shape, &typed).map(Answer::Known).map_err(|error| Draft {
                    text: typed,
                    error: mending.clone().unwrap_or(error),
                }),
                Answer::NotKnownYet => Ok(Answer::NotKnownYet),
                Answer::NotAsked => Ok(Answer::NotAsked),
            };
            let misread = read.as_ref().err().cloned();
            value.set(read.unwrap_or_default());
            match misread {
                Some(draft) => wrong.set(Some(draft)),
                None => mended(wrong, value, shape, today),
            }
        });
        let around = Around {
            id: self.id,
            label: self.label,
            help: self.help,
            value: shown,
            error: Signal::derive(move || {
                wrong.with(|wrong| wrong.as_ref().map(|draft| draft.error.clone()))
            }),
            on_answer,
            // What is left empty is left open: a form of a verb asks for what is needed now.
            is_required: true,
        };
        draw(control, around)
    }
}

/// How long an error stays after it was mended.
const MENDED_AFTER_MS: i32 = 300;

/// The error of a field that was mended goes a moment later: whoever leaves the field by touching a button below it would
/// see that button move away from under the finger, and nothing would happen.
fn mended(wrong: RwSignal<Option<Draft>>, value: RwSignal<Answer<Said>>, shape: Shape, today: Day) {
    if wrong.with_untracked(Option::is_none) {
        return;
    }
    wrong.update(|wrong| {
        if let Some(draft) = wrong {
            draft.text.clear();
        }
    });
    spawn_local(async move {
        pause(MENDED_AFTER_MS).await;
        // The form may have gone, or have been sent and found wrong in another way.
        let is_right = value.try_with_untracked(|value| match value {
            Answer::Known(said) => shape.check(said, today).is_ok(),
            Answer::NotAsked | Answer::NotKnownYet => false,
        });
        if is_right == Some(true) {
            wrong.try_set(None);
        }
    });
}

/// A form of a verb.
pub struct VerbForm {
    /// What it is kept under while it is not sent; its own for each record.
    pub name: String,
    /// Its fields, in order.
    pub fields: Vec<FormField>,
    /// The button that does it.
    pub send: String,
    /// Whether that is the one thing to do on this page.
    pub kind: ButtonKind,
    /// Does it, once every field is right.
    pub on_send: Callback<()>,
    /// Why it was refused.
    pub refused: Signal<Option<String>>,
    /// Another way out: its words, and what it does; none for a form that stays.
    pub cancel: Option<(&'static str, Callback<()>)>,
}

impl VerbForm {
    /// Draws the form.
    pub fn draw(self) -> AnyView {
        let today = expect_context::<State>().today();
        let form = NodeRef::<html::Form>::new();
        let (fields, on_send) = (self.fields.clone(), self.on_send);
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // Every field says what is wrong with it, and the first one takes the focus.
            let wrong: Vec<&FormField> = fields.iter().filter(|field| !field.is_right(today)).collect();
            match wrong.first() {
                Some(field) => focus_by_id(&field.id),
                None => on_send.run(()),
            }
        };
        // What was put back and is given up again.
        let given_up = self.fields.clone();
        let reset = move |_| given_up.iter().for_each(FormField::begin_anew);
        // A form that stays stands among what it adds to: the page keeps its place, and each field says what is wrong.
        let has_summary = self.fields.len() > 1 && self.cancel.is_some();
        let summary = has_summary.then(|| view! { <ErrorSummary errors=errors(&self.fields)/> });
        let refused = self.refused;
        let cancel = self.cancel.map(|(label, on_click)| {
            view! { <Button kind=ButtonKind::Plain on_click>{label}</Button> }
        });
        view! {
            <form class="verb-form" node_ref=form novalidate=true on:submit=submit on:reset=reset>
                {keep_form(form, self.name)}
                {summary}
                {self.fields.into_iter().map(FormField::draw).collect_view()}
                {move || refused.get().map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })}
                <div class="button-row">
                    <Button kind=self.kind submit=true>{self.send}</Button>
                    {cancel}
                </div>
            </form>
        }
    }
}

/// What is wrong with each field, for the summary on top.
fn errors(fields: &[FormField]) -> Signal<Vec<(String, String)>> {
    let fields: Vec<_> = fields
        .iter()
        .map(|field| (field.id.clone(), field.label.clone(), field.wrong))
        .collect();
    Signal::derive(move || {
        let line = |(id, label, wrong): &(String, String, RwSignal<Option<Draft>>)| {
            wrong.with(|wrong| Some((id.clone(), format!("{label}: {}", wrong.as_ref()?.error))))
        };
        fields.iter().filter_map(line).collect()
    })
}
