// SPDX-License-Identifier: AGPL-3.0-or-later
//! For whom a task is, as a form asks for it: the person at work, or whoever has a role.
use super::Asking;
use crate::{
    record::{FormField, keys_of},
    session::may::author,
    text::{language, path::tasks as text},
};
use soglia_domain::{
    assignee::{Assignee, Colleague},
    author::{Author, Role},
    said::{Said, Sayable},
    shape::Shape,
};

/// For whom a task may be.
#[derive(Clone, Copy)]
pub(super) enum ForWhom {
    /// The person at work.
    Me,
    /// Whoever has a role.
    Of(Role),
}

/// Those of the City: what was written for it alone is not handed to partners.
struct Inside;

impl Inside {
    const ALL: [ForWhom; 4] = [
        ForWhom::Me,
        ForWhom::Of(Role::SocialWorker),
        ForWhom::Of(Role::HousingOfficer),
        ForWhom::Of(Role::Coordinator),
    ];
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
            // No task is offered to them: they see none.
            Self::Of(role @ (Role::Auditor | Role::Administrator)) => {
                soglia_wording::role(role, language()).to_owned()
            }
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

/// The field that asks for it.
pub(super) fn field(asking: Asking, form: &str, is_first: bool, with_partners: bool) -> FormField {
    let keys = Shape::Choice(if with_partners {
        keys_of!(ForWhom)
    } else {
        keys_of!(Inside)
    });
    let field = if is_first {
        asking.first(form, text::for_whom(), keys)
    } else {
        asking.field(form, "whom", text::for_whom(), keys)
    };
    field.with_words(|key| ForWhom::of(&Said::Choice(key)).map_or_else(String::new, ForWhom::words))
}

/// What was chosen; the person at work where nothing was.
pub(super) fn chosen(field: &FormField, me: Option<&Author>) -> Assignee {
    match field.get() {
        Some(ForWhom::Of(role)) => Assignee::Role(role),
        Some(ForWhom::Me) | None => me
            .map(|me| Assignee::Person(Colleague::of(me)))
            .unwrap_or_default(),
    }
}
