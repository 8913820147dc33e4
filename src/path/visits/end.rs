// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a visit ends: held, tried without success, given up or called off.
use super::{Asking, appointment::hour, hours::hours};
use crate::prelude::*;
use crate::{
    record::{FormField, keys_of},
    text::{language, path::visits as text, shell},
};
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::VisitId,
    said::{Said, Sayable as _},
    shape::{Days, Shape},
    visit::{AttemptReason, LONGEST_ATTEMPT_NOTE, LONGEST_NOTES, LONGEST_PRESENT, MOST_PRESENT, Row, Verb},
};
use soglia_wording as wording;

pub(super) const CLOSE: &str = "visit-close";
pub(super) const ATTEMPT: &str = "visit-attempt";
pub(super) const GIVE_UP: &str = "visit-give-up";
pub(super) const CANCEL: &str = "visit-cancel";

/// The day on which somebody was there: that of the visit, or today where that is still to come.
fn day(asking: Asking, row: Memo<Option<Row>>) -> Day {
    let today = asking.state.today();
    let planned = row.with_untracked(|row| row.as_ref().map(|row| row.day));
    planned.map_or(today, |planned| planned.min(today))
}

/// It was held.
pub(super) fn close_form(asking: Asking, id: VisitId, row: Memo<Option<Row>>) -> AnyView {
    let held = day(asking, row);
    let (begins, ends) =
        row.with_untracked(|row| row.as_ref().map(|row| (row.from, row.to)).unwrap_or_default());
    let on_day = asking
        .first(CLOSE, shell::day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&held);
    let from = hour(asking, CLOSE, "from", text::from(), begins);
    let to = hour(asking, CLOSE, "to", text::to(), ends);
    let most = LONGEST_PRESENT * MOST_PRESENT as u32;
    let present = asking
        .field(CLOSE, "present", text::present(), Shape::Text { most })
        .with_help(text::present_help());
    let most = LONGEST_NOTES;
    let notes = asking
        .field(CLOSE, "notes", text::notes(), Shape::Text { most })
        .with_help(text::notes_help());
    let fields = [&on_day, &from, &to, &present, &notes].map(Clone::clone);
    let on_send = Callback::new(move |()| {
        let Some((from, to)) = hours(&from, &to) else {
            return asking.refuse(text::no_such_hour().to_owned());
        };
        let verb = Verb::Close {
            day: on_day.get().unwrap_or(held),
            from,
            to,
            present: present.get_text().lines().map(str::to_owned).collect(),
            notes: notes.get_text(),
        };
        asking.act(Action::on(id, verb));
    });
    asking.form(CLOSE, fields.to_vec(), text::save_close(), on_send)
}

/// With its words, and the sentence for a choice that is missing.
fn reasons(field: FormField) -> FormField {
    field
        .with_words(|key| {
            let reason = AttemptReason::of(&Said::Choice(key)).unwrap_or_default();
            wording::attempt_reason(reason, language()).to_owned()
        })
        .required(text::choice_missing())
}

const REASONS: Shape = Shape::Choice(keys_of!(AttemptReason));
const NOTE: Shape = Shape::Text {
    most: LONGEST_ATTEMPT_NOTE,
};

/// Somebody went, and it did not come about.
pub(super) fn attempt_form(asking: Asking, id: VisitId, row: Memo<Option<Row>>) -> AnyView {
    // One number for one form: a second touch on its button writes down the same attempt.
    let attempt = asking.state.new_attempt_id();
    let tried = day(asking, row);
    let on_day = asking
        .first(ATTEMPT, shell::day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&tried);
    let reason = reasons(asking.field(ATTEMPT, "reason", text::reason(), REASONS));
    let note = asking.field(ATTEMPT, "note", text::note(), NOTE);
    let fields = vec![on_day.clone(), reason.clone(), note.clone()];
    let on_send = Callback::new(move |()| {
        let verb = Verb::Attempt {
            attempt,
            day: on_day.get().unwrap_or(tried),
            reason: reason.get().unwrap_or_default(),
            note: note.get_text(),
        };
        asking.act(Action::on(id, verb));
    });
    asking.form(ATTEMPT, fields, text::save_attempt(), on_send)
}

/// It was tried and is given up.
pub(super) fn give_up_form(asking: Asking, id: VisitId) -> AnyView {
    let reason = reasons(asking.first(GIVE_UP, text::reason(), REASONS));
    let note = asking.field(GIVE_UP, "note", text::note(), NOTE);
    let fields = vec![reason.clone(), note.clone()];
    let on_send = Callback::new(move |()| {
        let verb = Verb::GiveUp {
            reason: reason.get().unwrap_or_default(),
            note: note.get_text(),
        };
        asking.act(Action::on(id, verb));
    });
    asking.form(GIVE_UP, fields, text::save_give_up(), on_send)
}

/// It is called off.
pub(super) fn cancel_form(asking: Asking, id: VisitId) -> AnyView {
    let reason = asking
        .first(CANCEL, text::reason(), Shape::TEXT)
        .required(text::reason_missing());
    let typed = reason.clone();
    let on_send = Callback::new(move |()| {
        let reason = typed.get_text();
        asking.act(Action::on(id, Verb::Cancel { reason }));
    });
    asking.form(CANCEL, vec![reason], text::save_cancel(), on_send)
}
