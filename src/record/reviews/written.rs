// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who wrote a value, where and when, in words; and the action that writes it again.
use crate::prelude::*;
use crate::{
    state::{HistoryEntry, State},
    text::{language, reviews as text, said},
};
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::Timestamp,
    id::{DeviceId, PersonId},
    record::Review,
    rooms::EditOp,
};
use soglia_sync::change::SignedIn;
use soglia_wording as wording;

/// Who looks at the card, and on which device.
pub(super) struct Me {
    person: PersonId,
    device: DeviceId,
}

impl Me {
    pub(super) fn of(signed_in: &SignedIn) -> Self {
        Self {
            person: signed_in.author.person,
            device: signed_in.device,
        }
    }

    /// Who wrote the value that stands, and what its button says.
    pub(super) fn present(&self, review: &Review) -> (String, String) {
        review.present.as_ref().map_or_else(
            || (text::at_the_server().to_owned(), text::keep_present().to_owned()),
            |written| {
                self.words(
                    written.by,
                    &written.by_name,
                    written.role,
                    written.at,
                    written.device,
                )
            },
        )
    }

    /// Who wrote a value that came second, and what its button says.
    pub(super) fn review(&self, review: &Review) -> (String, String) {
        self.words(review.by, &review.by_name, review.role, review.at, review.device)
    }

    fn words(
        &self,
        by: PersonId,
        name: &str,
        role: Role,
        at: Timestamp,
        device: DeviceId,
    ) -> (String, String) {
        let ms = use_context::<State>().map_or(at.ms, |state| state.local_ms(at));
        let moment = wording::moment(ms, language());
        let place = if device == self.device {
            text::on_this_device().to_owned()
        } else {
            text::on_device(&mark(&device.to_string()))
        };
        let line = format!("{name}, {}, {moment}, {place}", wording::role(role, language()));
        let keep = if by == self.person {
            text::keep_mine().to_owned()
        } else {
            text::keep_theirs(name)
        };
        (line, keep)
    }
}

/// The end of an identity: enough to tell two tablets apart.
fn mark(id: &str) -> String {
    id.chars().skip(id.len().saturating_sub(6)).collect()
}

/// The value that an edit writes, as a person reads it.
pub(super) fn value(op: &EditOp) -> String {
    wording::written_value(op, language())
}

/// A line of the history. A choice names the values that stood beside the present one: their own lines tell who wrote them.
pub fn in_history(action: &Action, entries: &[HistoryEntry]) -> String {
    let line = said::action(action);
    let Some(choosing) = action.verb.choosing() else {
        return line;
    };
    let mut values = Vec::new();
    for id in &choosing.seen {
        let written = entries.iter().find(|entry| entry.change == *id);
        values.extend(written.and_then(|entry| stated(entry.action.as_ref()?)));
    }
    if values.is_empty() {
        line
    } else {
        text::line_with_values(&line, &values.join(" / "))
    }
}

/// The value that an action states.
fn stated(action: &Action) -> Option<String> {
    action.verb.stated().as_ref().map(value)
}
