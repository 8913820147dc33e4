// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules of the outbox: what is sent, what an answer does, what leaves and when.
use crate::{
    change::{Answer, Delivery, OutboxEntry, OutboxState},
    wire::{Push, PushedAnswer},
};
use soglia_domain::{
    edit::EditOp,
    id::ChangeId,
    record::{LogPosition, RecordKey},
};
use std::collections::BTreeSet;

/// Whether the entry waits for its author.
pub const fn waits_for_author(entry: &OutboxEntry) -> bool {
    matches!(
        entry.state,
        OutboxState::Refused { .. } | OutboxState::Quarantined { .. }
    )
}

/// The records that an entry begins.
fn begins(entry: &OutboxEntry) -> impl Iterator<Item = RecordKey> {
    entry
        .edits
        .iter()
        .filter(|edit| matches!(edit.op, EditOp::Create(_)))
        .map(|edit| edit.record)
}

/// A set of few: collecting one sorts it first, and a sort for each type is more than a tablet should load.
pub(crate) fn set_of<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

fn touches(entry: &OutboxEntry, records: &BTreeSet<RecordKey>) -> bool {
    entry.edits.iter().any(|edit| records.contains(&edit.record))
}

/// Records whose beginning came back: what builds on them stays here until the author has mended or given it up,
/// as the server could only refuse it for a reason that helps nobody.
fn not_begun(entries: &[OutboxEntry]) -> BTreeSet<RecordKey> {
    set_of(
        entries
            .iter()
            .filter(|entry| waits_for_author(entry))
            .flat_map(begins),
    )
}

/// The changes to send now, in the order of the device.
pub fn to_send(entries: &[OutboxEntry], most: usize) -> Push {
    let held_back = not_begun(entries);
    let changes = entries
        .iter()
        .filter(|entry| matches!(entry.state, OutboxState::Pending) && !touches(entry, &held_back))
        .take(most)
        .map(|entry| entry.change.clone())
        .collect();
    Push { changes }
}

/// What builds on a record that this change begins: without it they say nothing.
pub fn dependents(entries: &[OutboxEntry], id: ChangeId) -> Vec<ChangeId> {
    let begun = set_of(
        entries
            .iter()
            .filter(|entry| entry.change.id == id)
            .flat_map(begins),
    );
    entries
        .iter()
        .filter(|entry| entry.change.id != id && touches(entry, &begun))
        .map(|entry| entry.change.id)
        .collect()
}

/// Notes the answers; returns the entries that changed. An answer to something unknown, or given a second time, is
/// nothing new.
pub fn note_answers(entries: &mut [OutboxEntry], answers: Vec<PushedAnswer>) -> Vec<OutboxEntry> {
    let mut changed = Vec::new();
    for PushedAnswer { change, answer } in answers {
        let Some(entry) = entries.iter_mut().find(|entry| entry.change.id == change) else {
            continue;
        };
        if !matches!(entry.state, OutboxState::Pending) {
            continue;
        }
        entry.state = match answer {
            Answer::Refused { refusal } => OutboxState::Refused { refusal },
            Answer::Quarantined { reason } => OutboxState::Quarantined { reason },
            answer => OutboxState::Answered { answer },
        };
        changed.push(entry.clone());
    }
    changed
}

/// The changes whose records came back with this cursor: they leave the outbox, and only now.
pub fn arrived(entries: &[OutboxEntry], cursor: LogPosition, now_ms: i64) -> Vec<Delivery> {
    entries
        .iter()
        .filter_map(|entry| match &entry.state {
            OutboxState::Answered { answer } if answer.position().is_some_and(|at| at <= cursor) => {
                Some(Delivery {
                    change: entry.change.clone(),
                    answer: answer.clone(),
                    delivered_ms: now_ms,
                })
            }
            _ => None,
        })
        .collect()
}
