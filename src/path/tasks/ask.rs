// SPDX-License-Identifier: AGPL-3.0-or-later
//! Asking somebody to do something.
use super::{
    Asking,
    for_whom::{self, ForWhom},
};
use crate::prelude::*;
use crate::{
    record::keys_of,
    session::may::{author, may},
    text::{language, path::tasks as text},
};
use soglia_domain::{
    action::Action,
    assignee::Assignee,
    calendar::Day,
    id::{HouseholdId, TaskId},
    said::{Said, Sayable as _},
    shape::{Days, Shape},
    task::{LONGEST_TASK, TaskKind, Verb},
};
use soglia_wording as wording;

/// The form, by its name.
pub(super) const FORM: &str = "task-new";

/// Days that a new task has, unless somebody says otherwise.
const DAYS_AHEAD: i64 = 7;

/// Whether the person at work asks for something.
pub(super) fn may_ask(household: HouseholdId) -> bool {
    may(Verb::Ask {
        household,
        what: TaskKind::Other,
        about: None,
        text: String::new(),
        due: Day::constant(2026, 1, 1),
        assignee: Assignee::default(),
    })
}

/// The form of a new task.
pub(super) fn form(asking: Asking, household: HouseholdId) -> AnyView {
    // One identity for one form: a second touch on its button asks for nothing new.
    let id = asking.state.new_id::<TaskId>();
    let due = asking.state.today().plus_days(DAYS_AHEAD);
    let what = asking
        .first(FORM, text::kind(), Shape::Choice(keys_of!(TaskKind)))
        .with_words(|key| {
            let kind = TaskKind::of(&Said::Choice(key)).unwrap_or_default();
            wording::task_kind(kind, language()).to_owned()
        })
        .with(&TaskKind::Other);
    let words = asking
        .field(FORM, "text", text::words(), Shape::Text { most: LONGEST_TASK })
        .required(text::words_missing());
    let day = asking
        .field(FORM, "due", text::due(), Shape::Day(Days::Any))
        .required(text::due_missing())
        .with(&due);
    let whom = for_whom::field(asking, FORM, false, true).with(&ForWhom::Me);
    let fields = vec![what.clone(), words.clone(), day.clone(), whom.clone()];
    let me = author();
    let on_send = Callback::new(move |()| {
        let assignee = for_whom::chosen(&whom, me.as_ref());
        let verb = Verb::Ask {
            household,
            what: what.get().unwrap_or_default(),
            about: None,
            text: words.get_text(),
            due: day.get().unwrap_or(due),
            assignee,
        };
        asking.act(Action::on(id, verb));
    });
    asking.form(FORM, fields, text::ask(), on_send)
}
