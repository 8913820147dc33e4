// SPDX-License-Identifier: AGPL-3.0-or-later
//! Asking somebody to do something.
use super::Asking;
use crate::prelude::*;
use crate::{
    record::keys_of,
    session::may::{author, may},
    text::{language, path::tasks as text},
};
use soglia_domain::{
    action::Action,
    assignee::{Assignee, Colleague},
    author::Role,
    calendar::Day,
    id::{HouseholdId, TaskId},
    said::{Said, Sayable},
    shape::{Days, Shape},
    task::{LONGEST_TASK, TaskKind, Verb},
};
use soglia_wording as wording;

/// The form, by its name.
pub(super) const FORM: &str = "task-new";

/// Days that a new task has, unless somebody says otherwise.
const DAYS_AHEAD: i64 = 7;

/// For whom a task may be.
#[derive(Clone, Copy)]
enum ForWhom {
    /// The person at work.
    Me,
    /// Whoever has a role.
    Of(Role),
}

impl ForWhom {
    const ALL: [Self; 5] = [
        Self::Me,
        Self::Of(Role::SocialWorker),
        Self::Of(Role::HousingOfficer),
        Self::Of(Role::Coordinator),
        Self::Of(Role::ManagingPartner),
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Of(role) => role.key(),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Me => text::me(&author().map(|author| author.name).unwrap_or_default()),
            Self::Of(Role::SocialWorker) => text::social_workers().to_owned(),
            Self::Of(Role::HousingOfficer) => text::housing_officers().to_owned(),
            Self::Of(Role::Coordinator) => text::coordination().to_owned(),
            Self::Of(Role::ManagingPartner) => text::partners().to_owned(),
        }
    }
}

impl Sayable for ForWhom {
    fn said(&self) -> Option<Said> {
        Some(Said::Choice(self.key()))
    }

    fn of(said: &Said) -> Option<Self> {
        let Said::Choice(key) = said else { return None };
        Self::ALL.into_iter().find(|whom| whom.key() == *key)
    }
}

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
    let me = author().map(|author| Colleague::of(&author));
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
    let whom = asking
        .field(FORM, "whom", text::for_whom(), Shape::Choice(keys_of!(ForWhom)))
        .with_words(|key| ForWhom::of(&Said::Choice(key)).map_or_else(String::new, ForWhom::words))
        .with(&ForWhom::Me);
    let fields = vec![what.clone(), words.clone(), day.clone(), whom.clone()];
    let on_send = Callback::new(move |()| {
        let assignee = match whom.get() {
            Some(ForWhom::Of(role)) => Assignee::Role(role),
            Some(ForWhom::Me) | None => me.clone().map(Assignee::Person).unwrap_or_default(),
        };
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
