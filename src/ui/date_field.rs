// SPDX-License-Identifier: AGPL-3.0-or-later
//! A date in three fields: day, month, year. Quicker than a calendar for a birth, and readable in any language.
use super::field::Surround;
use crate::prelude::*;
use crate::text::shell as text;
use soglia_domain::{answer::Answer, calendar::Day};

/// The three texts as they are typed.
type Typed = [String; 3];

/// What three texts say together.
#[derive(Debug, PartialEq, Eq)]
enum Reading {
    Nothing,
    /// Something is still missing.
    InPart,
    NoSuchDay,
    Day(Day),
}

fn read(typed: &Typed) -> Reading {
    let [day, month, year] = typed.each_ref().map(|part| part.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Reading::Nothing;
    }
    if day.is_empty() || month.is_empty() || year.len() < 4 {
        return Reading::InPart;
    }
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Day::new(year, month, day).map_or(Reading::NoSuchDay, Reading::Day),
        _ => Reading::NoSuchDay,
    }
}

/// A whole date in one text, as people type or paste it: "22111980", "22/11/1980", "22.11.1980", "1980-11-22".
fn split(text: &str) -> Option<Typed> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some([&text[..2], &text[2..4], &text[4..]].map(str::to_owned));
    }
    let parts: Vec<&str> = text
        .trim()
        .split(['/', '.', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let (day, year) = if first.len() == 4 {
        (third, first)
    } else {
        (first, third)
    };
    Some([day.to_owned(), second.to_owned(), year.to_owned()])
}

fn shown(value: &Answer<Day>) -> Typed {
    value.known().map_or_else(Typed::default, |day| {
        [
            day.day().to_string(),
            day.month().to_string(),
            day.year().to_string(),
        ]
    })
}

/// A day. Saved as soon as the three parts make one.
#[component]
pub fn DateField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    #[prop(into)] value: Signal<Answer<Day>>,
    #[prop(into)] on_answer: Callback<Answer<Day>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// Whether "not known yet" is no answer.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let misread = RwSignal::new(None::<String>);
    let typed = RwSignal::new(shown(&value.get_untracked()));
    let saved = Memo::new(move |_| value.get());
    Effect::new(move |before: Option<Answer<Day>>| {
        let now = saved.get();
        if before.is_some_and(|before| before != now) {
            typed.set(shown(&now));
            misread.set(None);
        }
        now
    });
    let save = move |is_left: bool| {
        // A field that goes away while it has the focus is left once more, when nothing of it is here any longer.
        if typed.is_disposed() {
            return;
        }
        let before = saved.get_untracked();
        match typed.with_untracked(read) {
            Reading::Nothing if before.is_known() => on_answer.run(Answer::NotKnownYet),
            Reading::Nothing => misread.set(None),
            Reading::InPart if is_left => misread.set(Some(text::date_in_part().to_owned())),
            Reading::InPart => {}
            Reading::NoSuchDay => misread.set(Some(text::no_such_day().to_owned())),
            Reading::Day(day) => {
                misread.set(None);
                if before != Answer::Known(day) {
                    on_answer.run(Answer::Known(day));
                }
            }
        }
    };
    let is_unknown = Signal::derive(move || matches!(saved.get(), Answer::NotKnownYet));
    let on_unknown = Callback::new(move |()| {
        misread.set(None);
        typed.set(Typed::default());
        on_answer.run(Answer::NotKnownYet);
    });
    let around = Surround {
        id: id.clone(),
        label,
        help,
        error: Signal::derive(move || misread.get().or_else(|| error.get())),
        unknown: (!required).then_some((is_unknown, on_unknown)),
    };
    let error = around.error;
    let part = |n: usize, name: &'static str, class: &'static str, max: &'static str| {
        let part_id = if n == 0 { id.clone() } else { format!("{id}-{n}") };
        view! {
            <div class=class>
                <label class="form-sublabel" for=part_id.clone()>{name}</label>
                <input
                    type="text"
                    class="form-control"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength=max
                    id=part_id
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || typed.with(|typed| typed[n].clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        match split(&text) {
                            Some(whole) => {
                                typed.set(whole);
                                save(false);
                            }
                            None => typed.update(|typed| typed[n] = text),
                        }
                    }
                    on:change=move |_| save(false)
                />
            </div>
        }
    };
    // Left for good when the focus goes to nothing inside the group.
    let on_focus_out = move |event: leptos::ev::FocusEvent| {
        use wasm_bindgen::JsCast;
        let group = event
            .current_target()
            .and_then(|group| group.dyn_into::<leptos::web_sys::Node>().ok());
        let next = event
            .related_target()
            .and_then(|next| next.dyn_into::<leptos::web_sys::Node>().ok());
        let stays = group.is_some_and(|group| next.is_some_and(|next| group.contains(Some(&next))));
        if !stays {
            save(true);
        }
    };
    view! {
        <fieldset
            class="form-group date-field"
            data-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=around.described_by()
            on:focusout=on_focus_out
        >
            <legend class="form-label">{around.label.clone()}</legend>
            {around.help_line()}
            {around.error_line()}
            <div class="input-row">
                {part(0, text::day(), "date-part", "10")}
                {part(1, text::month(), "date-part", "2")}
                {part(2, text::year(), "date-part date-part-year", "4")}
                {around.unknown_button()}
            </div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::calendar::Day;

    fn typed(day: &str, month: &str, year: &str) -> Typed {
        [day.to_owned(), month.to_owned(), year.to_owned()]
    }

    #[test]
    fn three_parts_make_a_day_or_say_why_not() {
        assert_eq!(read(&typed("", "", "")), Reading::Nothing);
        assert_eq!(read(&typed("3", "", "1980")), Reading::InPart);
        assert_eq!(read(&typed("3", "4", "80")), Reading::InPart);
        assert_eq!(read(&typed("31", "2", "1980")), Reading::NoSuchDay);
        assert_eq!(
            read(&typed(" 3", "04", "1980")),
            Reading::Day(Day::constant(1980, 4, 3))
        );
    }

    #[test]
    fn a_whole_date_may_be_pasted_into_the_first_part() {
        assert_eq!(split("22/11/1980"), Some(typed("22", "11", "1980")));
        assert_eq!(split("1980-11-22"), Some(typed("22", "11", "1980")));
        assert_eq!(split("22111980"), Some(typed("22", "11", "1980")));
        assert_eq!(split("22"), None);
    }
}
