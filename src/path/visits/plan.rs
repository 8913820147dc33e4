// SPDX-License-Identifier: AGPL-3.0-or-later
//! Planning a visit, with what is to be known before going.
use super::{Asking, hours::hours};
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
    shape::{Days, Shape},
    visit::{Appointment, LONGEST_PLACE, LONGEST_SAFETY, Purpose, Verb, VisitFact},
};
use soglia_wording as wording;

/// The form, by its name.
pub(super) const FORM: &str = "visit-new";

/// A line for an hour. Longer than one: what is no hour is told so, and not that it is too long.
pub(super) const HOUR: Shape = Shape::LINE;

fn plan(household: HouseholdId, purpose: Purpose, appointment: Appointment) -> Verb {
    Verb::Plan {
        household,
        dwelling: None,
        purpose,
        appointment,
        who: None,
    }
}

/// Whether the person at work goes on visits.
pub(super) fn may_plan(household: HouseholdId) -> bool {
    let appointment = Appointment {
        day: Day::constant(2026, 1, 1),
        from: None,
        to: None,
        place: String::new(),
    };
    may(plan(household, Purpose::Other, appointment))
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
    let day = asking
        .field(FORM, "day", shell::day(), Shape::Day(Days::Any))
        .required(text::day_missing())
        .with(&tomorrow);
    let from = asking
        .field(FORM, "from", text::from(), HOUR)
        .with_help(text::hour_help());
    let to = asking
        .field(FORM, "to", text::to(), HOUR)
        .with_help(text::hour_help());
    let most = LONGEST_PLACE;
    let place = asking.field(FORM, "place", text::place(), Shape::Line { most });
    let most = LONGEST_SAFETY;
    let safety = asking
        .field(FORM, "safety", text::safety(), Shape::Text { most })
        .with_help(text::safety_help());
    let fields = [&purpose, &day, &from, &to, &place, &safety].map(Clone::clone);
    let on_send = Callback::new(move |()| {
        let Some((from, to)) = hours(&from, &to) else {
            return asking.refuse(text::no_such_hour().to_owned());
        };
        let appointment = Appointment {
            day: day.get().unwrap_or(tomorrow),
            from,
            to,
            place: place.get_text(),
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
    asking.form(FORM, fields.to_vec(), text::save_plan(), on_send)
}
