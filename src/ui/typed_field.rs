// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields for amounts, surfaces and numbers: what is typed is parsed at once, and echoed the Italian way.
use super::field::{Surround, Typing, entry};
use crate::prelude::*;
use crate::text::{self, language, shell};
use soglia_domain::{answer::Answer, area::FloorArea, money::Money};

/// A field whose text stands for a value. An emptied field means that the value is not known any more.
fn parsed<T: Clone + PartialEq + Send + Sync + 'static>(
    mut around: Surround,
    typing: Typing,
    value: Signal<Answer<T>>,
    on_answer: Callback<Answer<T>>,
    show: impl Fn(&T) -> String + Send + Sync + 'static,
    parse: impl Fn(&str) -> Result<T, String> + Send + Sync + 'static,
) -> AnyView {
    let misread = RwSignal::new(None::<String>);
    let refused = around.error;
    around.error = Signal::derive(move || misread.get().or_else(|| refused.get()));
    let is_unknown = Signal::derive(move || value.with(|value| matches!(value, Answer::NotKnownYet)));
    let on_unknown = Callback::new(move |()| {
        misread.set(None);
        on_answer.run(Answer::NotKnownYet);
    });
    around.unknown = Some((is_unknown, on_unknown));
    let shown = Signal::derive(move || value.with(|value| value.known().map(&show).unwrap_or_default()));
    let on_save = Callback::new(move |typed: String| {
        if typed.trim().is_empty() {
            misread.set(None);
            return on_answer.run(Answer::NotKnownYet);
        }
        match parse(&typed) {
            Ok(value) => {
                misread.set(None);
                on_answer.run(Answer::Known(value));
            }
            Err(sentence) => misread.set(Some(sentence)),
        }
    });
    entry(&around, typing, shown, on_save)
}

/// An amount in euro: "1150", "1.150,00 €" and "16 000" are all read, and come back as "1.150,00 €".
#[component]
pub fn MoneyField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<Answer<Money>>,
    #[prop(into)] on_answer: Callback<Answer<Money>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: None,
    };
    let typing = Typing {
        input_mode: "decimal",
        ..Typing::default()
    };
    let show = |money: &Money| soglia_wording::money(*money, language());
    let parse = |typed: &str| {
        Money::parse(typed).map_err(|error| soglia_wording::money_error(error, language()).to_owned())
    };
    parsed(around, typing, value, on_answer, show, parse)
}

/// A surface in square metres: "63,75", "42 mq" and "42 m²" are all read.
#[component]
pub fn AreaField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<Answer<FloorArea>>,
    #[prop(into)] on_answer: Callback<Answer<FloorArea>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: None,
    };
    let typing = Typing {
        input_mode: "decimal",
        ..Typing::default()
    };
    let show = |area: &FloorArea| soglia_wording::area(*area, language());
    let parse = |typed: &str| {
        FloorArea::parse(typed).map_err(|error| soglia_wording::area_error(error, language()).to_owned())
    };
    parsed(around, typing, value, on_answer, show, parse)
}

/// A whole number from `min` to `max`.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<Answer<i64>>,
    #[prop(into)] on_answer: Callback<Answer<i64>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(default = 0)] min: i64,
    #[prop(default = 999_999)] max: i64,
    #[prop(optional)] unit: &'static str,
) -> AnyView {
    let around = Surround {
        id,
        label,
        help,
        error,
        unknown: None,
    };
    // The numeric keyboards of tablets have no minus sign.
    let input_mode = if min < 0 { "text" } else { "numeric" };
    let typing = Typing {
        input_mode,
        unit,
        ..Typing::default()
    };
    let parse = move |typed: &str| match typed.trim().parse::<i64>() {
        Ok(number) if (min..=max).contains(&number) => Ok(number),
        Ok(_) => Err(shell::number_between(min, max)),
        Err(_) => Err(text::shell::not_a_whole_number().to_owned()),
    };
    parsed(around, typing, value, on_answer, i64::to_string, parse)
}
