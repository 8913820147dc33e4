// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page of a record of any kind works on: the record as it is shown, what is unfinished, what came back, and how
//! to act. Nothing here knows a kind, so it is there once for all of them.
use super::unfinished::{Draft, Unfinished};
use crate::prelude::*;
use crate::{
    session::may::may,
    state::{Open, Shown, State},
    text::{deliveries as text, said, shell},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    id::ChangeId,
    record::{FieldKey, Key},
    rooms::{Record, Verb},
};
use soglia_sync::{
    change::{OutboxEntry, OutboxState},
    outbox::waits_for_author,
};
use std::{collections::BTreeMap, sync::Arc};

/// Where typed texts rest among the drafts.
const TYPED: &str = "typed";

/// Typed texts that were not accepted, by their place.
type Typed = BTreeMap<String, Draft>;

/// An open record of any kind.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The key of the record.
    pub key: Key,
    /// What is on this device.
    pub state: State,
    /// The record, followed.
    pub open: Signal<Open>,
    typed: Unfinished<Typed>,
}

/// What a page shows of a record that may not be here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is being read.
    Opening,
    /// It is not on this device.
    Missing,
    /// Here it is.
    Here,
}

impl Desk {
    /// Opens a record. What it makes goes with the page.
    pub fn at(key: Key) -> Self {
        let state = expect_context::<State>();
        Self {
            key,
            state,
            open: state.record(move || key),
            typed: Unfinished::of(TYPED, key),
        }
    }

    /// Whether the record is here. The page is made again only when this changes; what it shows follows by itself.
    pub fn standing(self) -> Memo<Standing> {
        Memo::new(move |_| {
            self.open.with(|open| match open {
                Open::Loading => Standing::Opening,
                Open::Missing => Standing::Missing,
                Open::Here(_) => Standing::Here,
            })
        })
    }

    /// What is shown now; none while it is opening or missing. Tracks.
    pub fn shown(self) -> Option<Arc<Shown>> {
        self.open.with(|open| open.here().cloned())
    }

    /// Whether a field rests on this device only. Tracks.
    pub fn is_pending(self, field: &str) -> bool {
        self.shown()
            .is_some_and(|shown| shown.pending.iter().any(|FieldKey(pending)| pending == field))
    }

    /// Whether anything of it rests on this device only. Tracks.
    pub fn has_pending(self) -> bool {
        self.shown().is_some_and(|shown| !shown.pending.is_empty())
    }

    /// Whether the person may do something of this kind; what it says does not matter here.
    pub fn may(self, verb: impl Into<Verb>) -> bool {
        may(verb)
    }

    /// Does something, and hands over the sentence if it did not go through.
    pub fn act(self, action: Action, after: impl FnOnce(Result<(), String>) + 'static) {
        let after: Box<dyn FnOnce(Result<(), String>)> = Box::new(after);
        spawn_local(async move {
            let acted = self.state.act(action).await;
            after(acted.map(|_| ()).map_err(|error| shell::act_error(&error)));
        });
    }

    /// Does something to the record that has no field with a text; what is wrong with it appears in `error`, as long as
    /// its form is there.
    pub fn attempt(self, verb: impl Into<Verb>, error: RwSignal<Option<String>>) {
        self.say(verb.into(), move |result| {
            error.try_set(result.err());
        });
    }

    /// Saves what was typed at a place. A refusal stays there with the text as typed.
    pub fn save(self, place: String, text: String, verb: Verb) {
        self.say(verb, move |result| match result {
            Ok(()) => self.let_go(&place),
            Err(error) => self.keep(place, text, error),
        });
    }

    /// Does something to the record. Where it states a value, what came back from the same field gives way to it.
    fn say(self, verb: Verb, after: impl FnOnce(Result<(), String>) + 'static) {
        // Only where there are words for it did anything come back.
        let field = said::stated(&verb).map(|op| op.field().0);
        self.act(Action::on_key(self.key, verb), move |result| {
            if let (Ok(()), Some(field)) = (&result, field) {
                self.give_way(&field);
            }
            after(result);
        });
    }

    /// Keeps a text that was not accepted, with the reason.
    pub fn keep(self, place: String, text: String, error: String) {
        self.typed.update(|typed| {
            typed.insert(place, Draft { text, error });
        });
    }

    /// Forgets what was typed at a place.
    pub fn let_go(self, place: &str) {
        self.typed.update(|typed| {
            typed.remove(place);
        });
    }

    /// The text at a place that was not accepted. Tracks.
    pub fn draft(self, place: &str) -> Option<Draft> {
        self.typed.with(|typed| typed.get(place).cloned())
    }

    /// What is wrong with each text that was not accepted, by its place. Tracks.
    pub fn errors(self) -> Vec<(String, String)> {
        self.typed.with(|typed| {
            let errors = typed
                .iter()
                .map(|(place, draft)| (place.clone(), draft.error.clone()));
            errors.collect()
        })
    }

    /// Reads something of the record, with what came back from a field laid on top: it is mended where it was typed.
    /// Tracks.
    pub fn read_at<T>(self, field: &str, read: &dyn Fn(&Record) -> T) -> Option<T> {
        let shown = self.shown()?;
        let Some(op) = self
            .returned(&shown, field)
            .and_then(|entry| said::stated(&entry.change.action.verb))
        else {
            return Some(read(&shown.stored.record));
        };
        said::after(shown.stored.record.clone(), &op).map(|record| read(&record))
    }

    /// Why the last answer to a field came back. Tracks.
    pub fn why_back(self, field: &str) -> Option<String> {
        let shown = self.shown()?;
        self.returned(&shown, field).map(|entry| reason(&entry.state))
    }

    /// The last answer to a field that came back.
    fn returned<'a>(self, shown: &'a Shown, field: &str) -> Option<&'a OutboxEntry> {
        let mut newest_first = shown.refused.iter().rev();
        newest_first
            .find(|entry| self.is_answer(entry, field))
            .map(Arc::as_ref)
    }

    fn is_answer(self, entry: &OutboxEntry, field: &str) -> bool {
        let action = &entry.change.action;
        action.on == self.key && said::stated(&action.verb).is_some_and(|op| op.field().0 == field)
    }

    /// A new answer takes the place of those that came back from the same field.
    fn give_way(self, field: &str) {
        let refused = untrack(|| {
            self.state.outbox.with(|outbox| {
                let back = outbox
                    .iter()
                    .filter(|entry| waits_for_author(entry) && self.is_answer(entry, field));
                back.map(|entry| entry.change.id).collect::<Vec<ChangeId>>()
            })
        });
        for id in refused {
            spawn_local(async move {
                // What could not be given up stays in the list of what came back.
                self.state.discard(id).await.ok();
            });
        }
    }
}

/// Why a change came back.
pub fn reason(state: &OutboxState) -> String {
    match state {
        OutboxState::Refused { refusal } => said::refusal(refusal),
        OutboxState::Quarantined { reason } => text::quarantined(reason).to_owned(),
        OutboxState::Pending | OutboxState::Answered { .. } => String::new(),
    }
}
