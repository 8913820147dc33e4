// SPDX-License-Identifier: AGPL-3.0-or-later
//! The form in which the coordinator sets an assumed parameter otherwise.
use super::{
    book::Book,
    typed_value::{read_value, texts_of},
    value_fields::{Typed, value_fields},
};
use crate::prelude::*;
use crate::{
    state::ActError,
    text::{language, rules as text, shell},
    ui::{Button, ButtonKind, DateField, TextField, focus_by_id, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::city_rules::Verb as CityVerb;
use soglia_domain::id::CITY_RULES;
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    city_rules,
    rooms::{Common, Refusal},
    rulebook::Parameter,
};
use uuid::Uuid;

/// The id of the first field.
const VALUE: &str = "amend-value";
const DAY: &str = "amend-from";
const REASON: &str = "amend-reason";

/// What is wrong apart from the value.
#[derive(Clone, Copy)]
struct Refused {
    day: RwSignal<Option<String>>,
    reason: RwSignal<Option<String>>,
    form: RwSignal<Option<String>>,
}

impl Refused {
    /// Puts the sentence where it belongs.
    fn say(self, error: &ActError) {
        // Of the form only the day can be out of range: the value was held against the parameter before.
        if matches!(
            error,
            ActError::Refused(Refusal::CityRules(city_rules::Refusal::DayOutOfRange))
        ) {
            self.day.try_set(Some(text::day_out_of_range().to_owned()));
            return focus_by_id(DAY);
        }
        let sentence = Some(shell::act_error(error));
        let place = match error {
            ActError::Refused(Refusal::Common(Common::ReasonMissing | Common::TextTooLong { .. })) => {
                self.reason
            }
            _ => self.form,
        };
        place.try_set(sentence);
    }
}

/// The form. What is typed stays until it is saved or given up.
pub(super) fn amend_form(parameter: Parameter, book: Book) -> AnyView {
    let typed = Typed::new(texts_of(&parameter));
    let from = RwSignal::new(Answer::Known(book.state.today()));
    let reason = RwSignal::new(String::new());
    let none = || RwSignal::new(None::<String>);
    let refused = Refused {
        day: none(),
        reason: none(),
        form: none(),
    };
    let form = NodeRef::<html::Form>::new();
    let amendment = book.state.new_amendment_id();
    let fields = value_fields(VALUE, &parameter, typed);
    let name = parameter.name;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        for place in [refused.day, refused.reason, refused.form] {
            place.set(None);
        }
        typed.wrong.set(None);
        let value = typed.texts.with_untracked(|texts| read_value(&parameter, texts));
        let (value, wrong) = match value {
            Ok(value) => (Some(value), None),
            Err(wrong) => (None, Some(wrong)),
        };
        let wrong_at = wrong.as_ref().map(|(at, _)| *at);
        typed.wrong.set(wrong);
        let day: Option<Day> = from.with_untracked(|from| from.known().copied());
        if day.is_none() {
            refused.day.set(Some(text::day_missing().to_owned()));
        }
        let why = reason.get_untracked();
        if why.trim().is_empty() {
            let sentence = soglia_wording::common_refusal(&Common::ReasonMissing, language());
            refused.reason.set(Some(sentence));
        }
        match wrong_at {
            Some(0) => focus_by_id(VALUE),
            Some(at) => focus_by_id(&format!("{VALUE}-{at}")),
            None if day.is_none() => focus_by_id(DAY),
            None if why.trim().is_empty() => focus_by_id(REASON),
            None => {}
        }
        let (Some(value), Some(from), false) = (value, day, why.trim().is_empty()) else {
            return;
        };
        let action = Action::on(
            CITY_RULES,
            CityVerb::Amend {
                amendment,
                parameter: name,
                value,
                from,
                reason: why,
            },
        );
        spawn_local(async move {
            match book.state.act(action).await {
                // Nothing had to change.
                Ok(id) if id.0 == Uuid::nil() => {
                    typed.wrong.try_set(Some((0, text::same_value().to_owned())));
                }
                Ok(_) => {
                    book.open.try_set(None);
                    focus_by_id(name.key());
                }
                Err(error) => refused.say(&error),
            }
        });
    };
    let cancel = move |()| {
        book.open.set(None);
        focus_by_id(name.key());
    };
    let general = move || {
        let sentence = refused.form.get();
        view! { {sentence.map(|sentence| view! { <p class="form-feedback" role="alert">{sentence}</p> })} }
    };
    view! {
        <form class="rule-form" node_ref=form on:submit=save data-test="amend-form">
            {keep_form(form, format!("amend/{}", name.key()))}
            {fields}
            <DateField
                id=DAY
                label=text::first_day()
                value=Signal::from(from)
                on_answer=Callback::new(move |answer| from.set(answer))
                error=Signal::from(refused.day)
                required=true
            />
            <TextField
                id=REASON
                label=text::reason()
                help=text::reason_help()
                value=Signal::from(reason)
                on_save=Callback::new(move |typed| reason.set(typed))
                error=Signal::from(refused.reason)
                long=true
            />
            {live(general)}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::save()}</Button>
                <Button on_click=cancel>{text::cancel()}</Button>
            </div>
        </form>
    }
}
