// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules of the outbox: what is sent, what an answer does, what leaves and when.
use crate::{
    change::{Answer, Change, Delivery, OutboxEntry, OutboxState},
    wire::{Push, PushedAnswer},
};
use soglia_domain::{
    ground::Ground,
    id::ChangeId,
    record::{Key, LogPosition},
};
use std::{collections::BTreeSet, sync::Arc};

/// Whether the entry waits for its author.
pub const fn waits_for_author(entry: &OutboxEntry) -> bool {
    matches!(
        entry.state,
        OutboxState::Refused { .. } | OutboxState::Quarantined { .. }
    )
}

/// The records that an entry begins. What every decision stands on does not count: whoever writes the first thing into it
/// begins it, so nothing in it builds on the first.
fn begins(entry: &OutboxEntry) -> impl Iterator<Item = Key> {
    entry
        .edits
        .iter()
        .filter(|edit| edit.op.begins() && !Ground::keys().contains(&edit.record))
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

fn touches(entry: &OutboxEntry, records: &BTreeSet<Key>) -> bool {
    entry.edits.iter().any(|edit| records.contains(&edit.record))
}

/// Records whose beginning came back: what builds on them stays here until the author has mended or given it up,
/// as the server could only refuse it for a reason that helps nobody.
fn not_begun(entries: &[Arc<OutboxEntry>]) -> BTreeSet<Key> {
    set_of(
        entries
            .iter()
            .filter(|entry| waits_for_author(entry))
            .flat_map(|entry| begins(entry)),
    )
}

/// Puts an entry in its place: in the order in which people acted, which for each device is the order of its counters.
pub(crate) fn insert(entries: &mut Vec<Arc<OutboxEntry>>, entry: Arc<OutboxEntry>) {
    let place = |change: &Change| (change.at, change.counter, change.id);
    let at = entries.partition_point(|known| place(&known.change) < place(&entry.change));
    entries.insert(at, entry);
}

/// The changes to send now, in the order of each device: at most so many, and no longer than one request should be.
/// `after` is the last counter of this device whose answer is stored.
pub fn to_send(
    entries: &[Arc<OutboxEntry>],
    after: Option<u64>,
    most: usize,
    length: fn(&Change) -> usize,
) -> Push {
    let held_back = not_begun(entries);
    let mut changes = Vec::new();
    let mut n_bytes = 0;
    for entry in entries {
        if !matches!(entry.state, OutboxState::Pending) || touches(entry, &held_back) {
            continue;
        }
        n_bytes += length(&entry.change);
        let is_full = changes.len() >= most || n_bytes > Push::MOST_BYTES;
        if is_full && !changes.is_empty() {
            break;
        }
        changes.push(Arc::clone(&entry.change));
    }
    Push { after, changes }
}

/// What builds on a record that this change begins: without it they say nothing.
pub fn dependents(entries: &[Arc<OutboxEntry>], id: ChangeId) -> Vec<ChangeId> {
    let begun = set_of(
        entries
            .iter()
            .filter(|entry| entry.change.id == id)
            .flat_map(|entry| begins(entry)),
    );
    entries
        .iter()
        .filter(|entry| entry.change.id != id && touches(entry, &begun))
        .map(|entry| entry.change.id)
        .collect()
}

/// Notes the answers; returns the entries that changed. An answer to something unknown, or given a second time, is
/// nothing new.
pub fn note_answers(entries: &mut [Arc<OutboxEntry>], answers: Vec<PushedAnswer>) -> Vec<Arc<OutboxEntry>> {
    let mut changed = Vec::new();
    for PushedAnswer { change, answer } in answers {
        let Some(entry) = entries.iter_mut().find(|entry| entry.change.id == change) else {
            continue;
        };
        if !matches!(entry.state, OutboxState::Pending) {
            continue;
        }
        let state = match answer {
            Answer::Refused { refusal } => OutboxState::Refused { refusal },
            Answer::Quarantined { reason } => OutboxState::Quarantined { reason },
            answer @ (Answer::Accepted { .. } | Answer::Merged { .. } | Answer::ToReview { .. }) => {
                OutboxState::Answered { answer }
            }
        };
        *entry = Arc::new(entry.in_state(state));
        changed.push(Arc::clone(entry));
    }
    changed
}

/// The changes that go back to waiting because the server may have lost them with its answers: what was answered, and
/// what had arrived. Of the latter only the action is kept, so they show nothing until the server has them again. The
/// same change sent again gets the same answer, where the server still knows it.
pub(crate) fn put_back(entries: &[Arc<OutboxEntry>], deliveries: &[Delivery]) -> Vec<Arc<OutboxEntry>> {
    let answered = entries
        .iter()
        .filter(|entry| matches!(entry.state, OutboxState::Answered { .. }))
        .map(|entry| entry.in_state(OutboxState::Pending));
    let arrived = deliveries.iter().map(|delivery| OutboxEntry {
        change: Arc::clone(&delivery.change),
        edits: Arc::default(),
        state: OutboxState::Pending,
    });
    answered.chain(arrived).map(Arc::new).collect()
}

/// The changes whose records came back with this cursor: they leave the outbox, and only now.
pub fn arrived(entries: &[Arc<OutboxEntry>], cursor: LogPosition, now_ms: i64) -> Vec<Delivery> {
    entries
        .iter()
        .filter_map(|entry| match &entry.state {
            OutboxState::Answered { answer } if answer.position().is_some_and(|at| at <= cursor) => {
                Some(Delivery {
                    change: Arc::clone(&entry.change),
                    answer: answer.clone(),
                    delivered_ms: now_ms,
                })
            }
            _ => None,
        })
        .collect()
}
