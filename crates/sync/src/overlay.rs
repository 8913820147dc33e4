// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the screen shows: the confirmed record with the changes of this device laid on top.
use crate::{
    change::{OutboxEntry, OutboxState},
    row::Row,
    segment::Read,
};
use soglia_domain::{
    apply::apply,
    edit::EditOp,
    record::{FieldKey, LogPosition, RecordKey, Stored},
    review::closes,
};
use std::collections::BTreeMap;

/// A record as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Confirmed and pending; none where there is neither.
    pub stored: Option<Stored>,
    /// Fields whose value is still on this device only.
    pub pending: Vec<FieldKey>,
    /// A newer version wrote something into the record that is left out here.
    pub partly_unread: bool,
}

impl Laid {
    /// The row for lists; none where there is no record.
    pub fn row(&self) -> Option<Row> {
        self.stored
            .as_ref()
            .map(|stored| Row::of(stored, self.partly_unread))
    }
}

/// Whether an entry shows. What came back does not, with one exception: the opening of a record that exists nowhere
/// else, as the draft could not be mended if it vanished.
fn shows(state: &OutboxState, op: &EditOp) -> bool {
    match state {
        OutboxState::Pending | OutboxState::Answered { .. } => true,
        OutboxState::Refused { .. } | OutboxState::Quarantined { .. } => matches!(op, EditOp::Create(_)),
    }
}

/// Lays the changes of this device over a confirmed record.
pub fn lay<'a>(
    confirmed: Option<Read>,
    key: RecordKey,
    author_name: &str,
    entries: impl IntoIterator<Item = &'a OutboxEntry>,
) -> Laid {
    let mut laid = Laid {
        partly_unread: confirmed.as_ref().is_some_and(|read| read.partly_unread),
        stored: confirmed.map(|read| read.stored),
        pending: Vec::new(),
    };
    for entry in entries {
        for edit in &entry.edits {
            if edit.record != key || !shows(&entry.state, &edit.op) {
                continue;
            }
            laid.stored = lay_one(laid.stored, &edit.op, author_name, entry);
            if laid.stored.is_some() {
                let field = edit.op.field();
                if !laid.pending.contains(&field) {
                    laid.pending.push(field);
                }
            }
        }
    }
    laid
}

fn lay_one(stored: Option<Stored>, op: &EditOp, author_name: &str, entry: &OutboxEntry) -> Option<Stored> {
    let (record, mut around) = match stored {
        Some(stored) => {
            let Stored {
                record,
                position,
                created,
                last_by: _,
                last_at: _,
                revisions,
                reviews,
            } = stored;
            (Some(record), (position, created, revisions, reviews))
        }
        None => (
            None,
            (LogPosition(0), LogPosition(0), BTreeMap::new(), Vec::new()),
        ),
    };
    let record = apply(record, op)?;
    Some(Stored {
        record,
        position: around.0,
        created: around.1,
        last_by: author_name.to_owned(),
        last_at: entry.change.at,
        revisions: std::mem::take(&mut around.2),
        reviews: {
            around.3.retain(|review| !closes(op, review));
            around.3
        },
    })
}
