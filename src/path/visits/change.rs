// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changes about a visit before it is held: its day, and what is to be known before going.
use super::{Asking, appointment::Fields};
use crate::prelude::*;
use crate::text::path::visits as text;
use soglia_domain::{
    action::Action,
    answer::Answer,
    id::VisitId,
    shape::Shape,
    visit::{LONGEST_SAFETY, Verb, Visit, VisitFact},
};

pub(super) const MOVE: &str = "visit-move";
pub(super) const SAFETY: &str = "visit-safety";

/// Another day, hour or place.
pub(super) fn move_form(asking: Asking, id: VisitId, visit: Memo<Option<Visit>>) -> AnyView {
    let appointment = visit.with_untracked(|visit| visit.as_ref().map(|visit| visit.appointment.clone()));
    let Some(appointment) = appointment else {
        return ().into_any();
    };
    let fields = Fields::of(asking, MOVE, true, appointment);
    let all = fields.all().to_vec();
    let on_send = Callback::new(move |()| match fields.get() {
        Some(appointment) => say(asking, id, VisitFact::Appointment(appointment)),
        None => asking.refuse(text::no_such_hour().to_owned()),
    });
    asking.form(MOVE, all, text::save_move(), on_send)
}

/// What is to be known before going. Left empty, there is nothing to know.
pub(super) fn safety_form(asking: Asking, id: VisitId, visit: Memo<Option<Visit>>) -> AnyView {
    let known = visit.with_untracked(|visit| visit.as_ref().and_then(|visit| visit.safety.known().cloned()));
    let most = LONGEST_SAFETY;
    let note = asking
        .first(SAFETY, text::safety(), Shape::Text { most })
        .with_help(text::safety_help());
    let note = match known {
        Some(known) => note.with(&known),
        None => note,
    };
    let typed = note.clone();
    let on_send = Callback::new(move |()| {
        let note = typed.get_text();
        let note = if note.trim().is_empty() {
            Answer::NotAsked
        } else {
            Answer::Known(note)
        };
        say(asking, id, VisitFact::Safety(note));
    });
    asking.form(SAFETY, vec![note], text::save_safety(), on_send)
}

fn say(asking: Asking, id: VisitId, fact: VisitFact) {
    asking.act(Action::on(id, Verb::Say(fact)));
}
