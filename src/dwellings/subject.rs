// SPDX-License-Identifier: AGPL-3.0-or-later
//! The dwelling that a record page is about: what its parts read of it, and how they write.
use crate::prelude::*;
use crate::{
    session::{Session, Who},
    state::{ActError, Open, Shown, State, StorageTrouble},
    text::{dwellings as text, language},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::Author,
    dwelling::{Dwelling, DwellingAnswer, DwellingFacts, DwellingQuestion},
    id::{ChangeId, DwellingId},
    record::{FieldKey, Record},
};
use soglia_sync::change::OutboxState;
use soglia_wording as wording;
use std::{collections::BTreeMap, sync::Arc};

/// The dwelling on the page, followed as it changes, and the refusals of what was written last.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) id: Signal<DwellingId>,
    shown: Memo<Option<Arc<Shown>>>,
    /// What is wrong with the last answer to a field, by the key of the field.
    refusals: RwSignal<BTreeMap<String, String>>,
    state: State,
    session: Session,
}

impl Subject {
    pub(super) fn of(id: Signal<DwellingId>, open: Signal<Open>) -> Self {
        Self {
            id,
            shown: Memo::new(move |_| open.with(|open| open.here().cloned())),
            refusals: RwSignal::new(BTreeMap::new()),
            state: expect_context(),
            session: expect_context(),
        }
    }

    /// Reads something of the dwelling; none while it is not here.
    pub(super) fn read<T>(self, read: impl FnOnce(&Dwelling) -> T) -> Option<T> {
        self.shown
            .with(|shown| match shown.as_deref().map(|shown| &shown.stored.record) {
                Some(Record::Dwelling(dwelling)) => Some(read(dwelling)),
                _ => None,
            })
    }

    /// Reads what the page shows of it: pending fields and what came back.
    pub(super) fn shown(self) -> Option<Arc<Shown>> {
        self.shown.get()
    }

    /// One answer, as a signal for a field.
    pub(super) fn answer<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        pick: impl Fn(&DwellingFacts) -> &Answer<T> + Send + Sync + 'static,
    ) -> Signal<Answer<T>> {
        Memo::new(move |_| {
            // What came back stands in its field, to be mended where it was written.
            let returned = self.returned();
            self.read(|dwelling| {
                if returned.is_empty() {
                    return pick(&dwelling.facts).clone();
                }
                let mut facts = dwelling.facts.clone();
                for (answer, _) in returned {
                    facts.set(answer);
                }
                pick(&facts).clone()
            })
            .unwrap_or_default()
        })
        .into()
    }

    /// A fact in words; none while it is not known.
    pub(super) fn in_words(self, question: DwellingQuestion) -> Option<String> {
        self.read(|dwelling| {
            dwelling
                .facts
                .is_known(question)
                .then(|| wording::dwelling_answer(&dwelling.facts.get(question), language()))
        })?
    }

    /// Whether a field is still on this device only.
    pub(super) fn is_pending(self, key: &str) -> bool {
        self.shown.with(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| shown.pending.contains(&FieldKey(key.to_owned())))
        })
    }

    /// What is wrong with the last answer to a field.
    pub(super) fn refusal(self, key: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let here = self.refusals.with(|refusals| refusals.get(key).cloned());
            here.or_else(|| {
                let returned = self.returned();
                let mine = returned
                    .iter()
                    .find(|(answer, _)| answer.question().key() == key)?;
                self.shown()?.refused.iter().find_map(|entry| match &entry.state {
                    OutboxState::Refused { refusal } if entry.change.id == mine.1 => {
                        Some(wording::refusal(refusal, language()))
                    }
                    _ => None,
                })
            })
        })
    }

    /// Facts that came back, each with the change that carried it.
    pub(super) fn returned(self) -> Vec<(DwellingAnswer, ChangeId)> {
        let Some(shown) = self.shown() else {
            return Vec::new();
        };
        let mut returned = Vec::new();
        for entry in &shown.refused {
            if let Action::RecordDwellingFact { answer, .. } = &entry.change.action {
                returned.push((answer.clone(), entry.change.id));
            }
        }
        returned
    }

    /// Writes one fact down. A refusal appears at its field.
    pub(super) fn record(self, answer: DwellingAnswer) {
        let key = answer.question().key();
        let dwelling = self.id.get_untracked();
        let question = answer.question();
        let returned = untrack(|| self.returned());
        self.act(key, Action::RecordDwellingFact { dwelling, answer });
        // A new answer takes the place of the one that came back.
        for (before, id) in returned {
            if before.question() == question {
                spawn_local(async move {
                    // What could not be given up stays in the list of what came back.
                    self.state.discard(id).await.ok();
                });
            }
        }
    }

    /// Does something about the dwelling. A refusal appears under `key`.
    pub(super) fn act(self, key: &'static str, action: Action) {
        spawn_local(async move {
            let refused = self.state.act(action).await.err().map(|error| in_words(&error));
            self.refusals.try_update(|refusals| match refused {
                Some(sentence) => refusals.insert(key.to_owned(), sentence),
                None => refusals.remove(key),
            });
        });
    }

    /// Who works here.
    pub(super) fn author(self) -> Option<Author> {
        self.session.who.with(|who| match who {
            Who::In(signed_in) => Some(signed_in.author.clone()),
            _ => None,
        })
    }
}

fn in_words(error: &ActError) -> String {
    match error {
        ActError::Refused(refusal) => wording::refusal(refusal, language()),
        ActError::NotSaved(StorageTrouble::Full) => text::not_saved_full().to_owned(),
        ActError::NotSaved(StorageTrouble::Closed) => text::not_saved_closed().to_owned(),
        ActError::NotSaved(StorageTrouble::Failed) => text::not_saved_failed().to_owned(),
    }
}
