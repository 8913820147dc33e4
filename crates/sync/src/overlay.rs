// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the screen shows: the confirmed record with the changes of this device laid on top.
use crate::{
    change::{OutboxEntry, OutboxState},
    segment::Read,
};
use soglia_domain::{
    record::{FieldKey, Key, LogPosition, Stored, beginning},
    rooms::{EditOp, Row, apply},
};
use std::sync::Arc;

/// A record as the screen shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Confirmed and pending; none where there is neither.
    pub stored: Option<Arc<Stored>>,
    /// Fields whose value is still on this device only.
    pub pending: Vec<FieldKey>,
    /// A newer version wrote something into the record that is left out here.
    pub partly_unread: bool,
}

impl Laid {
    /// A confirmed record with nothing over it.
    pub fn of(confirmed: Option<Read>) -> Self {
        Self {
            partly_unread: confirmed.as_ref().is_some_and(|read| read.partly_unread),
            stored: confirmed.map(|read| read.stored),
            pending: Vec::new(),
        }
    }

    /// The row for lists; none where there is no record.
    pub fn row(&self) -> Option<Row> {
        self.stored
            .as_ref()
            .map(|stored| Row::of(stored, self.partly_unread))
    }

    /// Lays what one entry does to a record over what is there.
    pub fn add(&mut self, key: Key, author_name: &str, entry: &OutboxEntry) {
        for edit in entry.edits.iter() {
            if edit.record != key || !shows(&entry.state, &edit.op) {
                continue;
            }
            lay_one(&mut self.stored, &edit.op, author_name, entry);
            if self.stored.is_some() {
                let field = edit.op.field();
                if !self.pending.contains(&field) {
                    self.pending.push(field);
                }
            }
        }
    }
}

/// Whether an entry shows. What came back does not, with one exception: the opening of a record that exists nowhere
/// else, as the draft could not be mended if it vanished.
const fn shows(state: &OutboxState, op: &EditOp) -> bool {
    match state {
        OutboxState::Pending | OutboxState::Answered { .. } => true,
        OutboxState::Refused { .. } | OutboxState::Quarantined { .. } => op.begins(),
    }
}

fn lay_one(laid: &mut Option<Arc<Stored>>, op: &EditOp, author_name: &str, entry: &OutboxEntry) {
    let Some(stored) = laid.take() else {
        *laid = apply(None, op).map(|record| {
            Arc::new(Stored {
                last_by: author_name.to_owned(),
                last_at: entry.change.at,
                ..beginning(record, LogPosition(0))
            })
        });
        return;
    };
    let mut stored = Arc::unwrap_or_clone(stored);
    if let Some(record) = apply(Some(stored.record), op) {
        stored.record = record;
        author_name.clone_into(&mut stored.last_by);
        stored.last_at = entry.change.at;
        stored
            .reviews
            .retain(|review| !op.closes(&review.field, review.change));
        *laid = Some(Arc::new(stored));
    }
}
