// SPDX-License-Identifier: AGPL-3.0-or-later
//! Planning a visit, with what is to be known before going.
use super::{Asking, appointment::Fields};
use crate::prelude::*;
use crate::{
    record::keys_of,
    session::may::may,
    text::{language, path::visits as text, shell},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    id::{HouseholdId, VisitId},
    said::{Said, Sayable as _},
    shape::Shape,
    visit::{Appointment, LONGEST_SAFETY, Purpose, Verb, VisitFact},
};
use soglia_wording as wording;

/// The form, by its name.
pub(super) const FORM: &str = "visit-new";

fn plan(household: HouseholdId, purpose: Purpose, appointment: Appointment) -> Verb {
    Verb::Plan {
        household,
        dwelling: None,
        purpose,
        appointment,
        who: None,
    }
}

const fn some_time(day: Day) -> Appointment {
    Appointment {
        day,
        from: None,
        to: None,
        place: String::new(),
    }
}

/// Whether the person at work goes on visits.
pub(super) fn may_plan(household: HouseholdId) -> bool {
    may(plan(
        household,
        Purpose::Other,
        some_time(Day::constant(2026, 1, 1)),
    ))
}

/// The form of a new visit.
pub(super) fn form(asking: Asking, household: HouseholdId) -> AnyView {
    // One identity for one form: a second touch on its button plans nothing new.
    let id = asking.state.new_id::<VisitId>();
    let is_planned = RwSignal::new(false);
    let tomorrow = asking.state.today().plus_days(1);
    let purpose = asking
        .first(FORM, text::purpose(), Shape::Choice(keys_of!(Purpose)))
        .with_words(|key| {
            let purpose = Purpose::of(&Said::Choice(key)).unwrap_or_default();
            wording::visit_purpose(purpose, language()).to_owned()
        })
        .required(text::purpose_missing());
    let when = Fields::of(asking, FORM, false, some_time(tomorrow));
    let most = LONGEST_SAFETY;
    let safety = asking
        .field(FORM, "safety", text::safety(), Shape::Text { most })
        .with_help(text::safety_help());
    let mut fields = vec![purpose.clone()];
    fields.extend(when.all());
    fields.push(safety.clone());
    let on_send = Callback::new(move |()| {
        let Some(appointment) = when.get() else {
            return asking.refuse(text::no_such_hour().to_owned());
        };
        let verb = plan(household, purpose.get().unwrap_or_default(), appointment);
        let safety = safety.get_text();
        let planned = is_planned.get_untracked();
        spawn_local(async move {
            // A note that could not be stored is tried again alone.
            if !planned {
                if let Err(error) = asking.state.act(Action::on(id, verb)).await {
                    return asking.refuse(shell::act_error(&error));
                }
                is_planned.try_set(true);
            }
            if safety.is_empty() {
                return asking.close();
            }
            let note = VisitFact::Safety(Answer::Known(safety));
            asking.act(Action::on(id, Verb::Say(note)));
        });
    });
    asking.form(FORM, fields, text::save_plan(), on_send)
}
