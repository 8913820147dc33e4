// SPDX-License-Identifier: AGPL-3.0-or-later
//! How an answer is given on the page: one control for each shape. A control knows texts only: what they mean stands in
//! [`super::typed`], so a control is there once for all types of a shape.
use super::typed::{NO, YES, map};
use crate::prelude::*;
use crate::ui::{Choice, DateField, TextField, YesNo};
use soglia_domain::{answer::Answer, calendar::Day, shape::Shape};

/// The names of an enumeration on the wire, for a field that chooses one of them.
macro_rules! keys_of {
    ($of:ty) => {{
        const KEYS: [&str; <$of>::ALL.len()] = {
            let mut keys = [""; <$of>::ALL.len()];
            let mut at = 0;
            while at < keys.len() {
                keys[at] = <$of>::ALL[at].key();
                at += 1;
            }
            keys
        };
        &KEYS
    }};
}
pub(crate) use keys_of;

/// How an answer is given.
#[derive(Clone)]
pub enum Control {
    /// It is typed into one line.
    Line {
        /// Which keyboard a tablet shows.
        input_mode: &'static str,
    },
    /// It is typed into several lines.
    Text,
    /// Yes or no.
    YesNo,
    /// One of these, by key and words.
    Choice(Vec<(String, String)>),
    /// A day.
    Day,
}

impl Control {
    /// That of a shape; none for a shape whose form the page has to draw. `words` says what a choice is called.
    pub fn of(shape: Shape, words: impl Fn(&'static str) -> String) -> Option<Self> {
        let line = |input_mode| Some(Self::Line { input_mode });
        match shape {
            Shape::YesNo => Some(Self::YesNo),
            Shape::Line { .. } => line(""),
            Shape::Text { .. } => Some(Self::Text),
            Shape::Amount | Shape::Area => line("decimal"),
            // The numeric keyboards of tablets have no minus sign.
            Shape::Whole { least, .. } => line(if least < 0 { "text" } else { "numeric" }),
            Shape::Day(_) => Some(Self::Day),
            Shape::Choice(keys) => {
                let options = keys.iter().map(|key| ((*key).to_owned(), words(key)));
                Some(Self::Choice(options.collect()))
            }
            Shape::Reference | Shape::Own => None,
        }
    }
}

/// What stands around a control, and what it does.
#[derive(Clone)]
pub struct Around {
    /// In the page.
    pub id: String,
    /// Above the control.
    pub label: String,
    /// Under the label; empty where the label is enough.
    pub help: String,
    /// What stands in it.
    pub value: Signal<Answer<String>>,
    /// What is wrong with that.
    pub error: Signal<Option<String>>,
    /// What is done with a new text. Not asked: somebody emptied the field.
    pub on_answer: Callback<Answer<String>>,
    /// Whether "not known yet" is no answer.
    pub is_required: bool,
}

/// Draws a control.
pub fn draw(control: Control, around: Around) -> AnyView {
    match control {
        Control::Line { input_mode } => typed(around, input_mode, false),
        Control::Text => typed(around, "", true),
        Control::YesNo => yes_no(around),
        Control::Choice(options) => choice(around, options),
        Control::Day => day(around),
    }
}

fn typed(around: Around, input_mode: &'static str, long: bool) -> AnyView {
    let Around { value, on_answer, .. } = around;
    let shown = Signal::derive(move || value.with(|value| value.known().cloned().unwrap_or_default()));
    let unknown = Signal::derive(move || value.with(|value| matches!(value, Answer::NotKnownYet)));
    let on_save = Callback::new(move |typed: String| {
        let typed = typed.trim();
        on_answer.run(if typed.is_empty() {
            Answer::NotAsked
        } else {
            Answer::Known(typed.to_owned())
        });
    });
    let on_unknown = Callback::new(move |()| on_answer.run(Answer::NotKnownYet));
    let on_unknown = (!around.is_required).then_some(on_unknown);
    let Around {
        id,
        label,
        help,
        error,
        ..
    } = around;
    view! { <TextField id label help value=shown on_save error input_mode long unknown on_unknown/> }
}

fn yes_no(around: Around) -> AnyView {
    let Around { value, on_answer, .. } = around;
    let value = Signal::derive(move || value.with(|value| map(value, |key| key == YES)));
    let on_answer = Callback::new(move |given: Answer<bool>| {
        on_answer.run(map(&given, |yes| if *yes { YES } else { NO }.to_owned()));
    });
    let Around {
        id,
        label,
        help,
        error,
        is_required: required,
        ..
    } = around;
    view! { <YesNo id label help value on_answer error required/> }
}

fn choice(around: Around, options: Vec<(String, String)>) -> AnyView {
    let Around {
        id,
        label,
        help,
        value,
        error,
        on_answer,
        is_required: required,
    } = around;
    view! { <Choice id label help options value on_answer error required/> }
}

fn day(around: Around) -> AnyView {
    let Around { value, on_answer, .. } = around;
    // A text that is no day stands in no field.
    let value = Signal::derive(move || {
        value.with(|value| match value {
            Answer::NotAsked => Answer::NotAsked,
            Answer::NotKnownYet => Answer::NotKnownYet,
            Answer::Known(text) => text.parse::<Day>().map_or(Answer::NotAsked, Answer::Known),
        })
    });
    let on_answer = Callback::new(move |given: Answer<Day>| on_answer.run(map(&given, Day::to_string)));
    let Around {
        id,
        label,
        help,
        error,
        is_required: required,
        ..
    } = around;
    view! { <DateField id label help value on_answer error required/> }
}
