// SPDX-License-Identifier: AGPL-3.0-or-later
//! The household that is open, for every part of its page: what is shown, what is unfinished, and how to act.
use super::drafts::{Draft, Drafts, kept, write_down};
use super::{mend::typed, record::reason};
use crate::prelude::*;
use crate::{
    session::{Session, Who},
    state::{ActError, Open, Shown, State},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    household::Household,
    id::{HouseholdId, PersonId},
    record::{FieldKey, Record, RecordKey},
};
use std::sync::Arc;
use uuid::Uuid;

/// The open household.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub(super) id: HouseholdId,
    pub(super) state: State,
    pub(super) open: Signal<Open>,
    pub(super) drafts: RwSignal<Drafts>,
    /// Whether the person may write: a partner and the coordinator read.
    pub(super) may_write: bool,
    /// Whether the person sees the whole case: a partner sees who the household is and what concerns its dwellings.
    pub(super) sees_all: bool,
}

/// Who signed in, where somebody did.
pub(super) fn author() -> Option<Author> {
    match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Some(signed_in.author),
        _ => None,
    }
}

/// Whether a role works on cases: the two departments do. It agrees with what the decision accepts.
pub fn may_write_cases(role: Role) -> bool {
    matches!(role, Role::SocialWorker | Role::HousingOfficer)
}

/// Whether the person who signed in belongs to one of the two departments.
pub(super) fn in_department() -> bool {
    author().is_some_and(|author| may_write_cases(author.role))
}

impl Case {
    pub(super) fn open(id: HouseholdId) -> Self {
        let state = expect_context::<State>();
        let person = author().map_or(PersonId(Uuid::nil()), |author| author.person);
        let drafts = kept(person, id);
        write_down(id, drafts);
        Self {
            id,
            state,
            open: state.record(move || RecordKey::Household(id)),
            drafts,
            may_write: in_department(),
            sees_all: author().is_some_and(|author| author.role != Role::ManagingPartner),
        }
    }

    /// The same, to follow.
    pub(super) fn open_record(self) -> Signal<Option<Arc<Shown>>> {
        let open = self.open;
        Signal::derive(move || open.with(|open| open.here().cloned()))
    }

    /// What is shown now; none while it is opening or missing.
    pub(super) fn shown(self) -> Option<Arc<Shown>> {
        match self.open.get() {
            Open::Here(shown) => Some(shown),
            Open::Loading | Open::Missing => None,
        }
    }

    /// Reads something from the household; the default while it is not here.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Household) -> T) -> T {
        self.shown()
            .map(|shown| match &shown.stored.record {
                Record::Household(household) => read(household),
                Record::Dwelling(_) | Record::CityRules(_) => T::default(),
            })
            .unwrap_or_default()
    }

    /// Whether a field rests on this device only. A part of the ISEE travels with the whole.
    pub(super) fn is_pending(self, field: &str) -> bool {
        let field = if field.starts_with("isee/") { "isee" } else { field };
        self.shown()
            .is_some_and(|shown| shown.pending.iter().any(|FieldKey(pending)| pending == field))
    }

    /// Does something, and hands over the sentence if it did not go through.
    pub(super) fn act(self, action: Action, after: impl FnOnce(Result<(), String>) + 'static) {
        let state = self.state;
        spawn_local(async move {
            after(
                state
                    .act(action)
                    .await
                    .map(|_| ())
                    .map_err(|error| sentence(&error)),
            );
        });
    }

    /// Saves what a field says. A refusal stays at the field with the text as typed.
    pub(super) fn save(self, field: String, typed: String, action: Action) {
        let drafts = self.drafts;
        self.act(action, move |result| {
            if result.is_ok() {
                self.give_way(&field);
            }
            drafts.update(|drafts| match result {
                Ok(()) => {
                    drafts.fields.remove(&field);
                }
                Err(error) => {
                    drafts.fields.insert(field, Draft { text: typed, error });
                }
            });
        });
    }

    /// Keeps a text that cannot be read, with the reason.
    pub(super) fn keep(self, field: &str, typed: &str, error: String) {
        self.drafts.update(|drafts| {
            drafts.fields.insert(
                field.to_owned(),
                Draft {
                    text: typed.to_owned(),
                    error,
                },
            );
        });
    }

    /// The text of a field that was not accepted, if there is one.
    pub(super) fn draft(self, field: &str) -> Option<Draft> {
        self.drafts
            .with(|drafts| drafts.fields.get(field).cloned())
            .or_else(|| self.came_back(field))
    }

    /// The text of a field whose change came back, with the reason: it is mended where it was typed.
    fn came_back(self, field: &str) -> Option<Draft> {
        let shown = self.shown()?;
        shown.refused.iter().rev().find_map(|entry| {
            let (typed_into, text) = typed(&entry.change.action)?;
            (typed_into == field).then(|| Draft {
                text,
                error: reason(&entry.state),
            })
        })
    }

    /// A new answer takes the place of the one that came back from the same field.
    fn give_way(self, field: &str) {
        let Some(shown) = self.open.with_untracked(|open| open.here().cloned()) else {
            return;
        };
        for entry in &shown.refused {
            if typed(&entry.change.action).is_some_and(|(typed_into, _)| typed_into == field) {
                let (state, id) = (self.state, entry.change.id);
                spawn_local(async move {
                    // What could not be given up stays in the list of what came back.
                    state.discard(id).await.ok();
                });
            }
        }
    }
}

/// The sentence for what did not go through.
pub(super) fn sentence(error: &ActError) -> String {
    crate::text::shell::act_error(error)
}
