// SPDX-License-Identifier: AGPL-3.0-or-later
//! How one edit of an accepted change lands on a record. Pure: the caller stores the result.
use super::held::Held;
use soglia_domain::{
    author::Role,
    calendar::Timestamp,
    id::DeviceId,
    merge::{Meeting, MergeRule},
    record::{Edit, FieldKey, Key, LogPosition, Review, Revision, Stored, Written, beginning},
    rooms::apply,
};
use soglia_sync::change::{Answer, Change};
use std::collections::{BTreeMap, BTreeSet};

/// Stands in a revision for no device: whoever has not seen the open question meets it.
const NO_DEVICE: DeviceId = DeviceId(uuid::Uuid::nil());

/// The change an edit belongs to, and its place.
pub(crate) struct Arrival<'a> {
    pub(crate) change: &'a Change,
    pub(crate) author: &'a str,
    pub(crate) role: Role,
    pub(crate) at: Timestamp,
    pub(crate) position: LogPosition,
    /// Who wrote the values that this change meets, by place: those that [`met`] names, as far as the log tells.
    pub(crate) writers: &'a BTreeMap<LogPosition, Written>,
}

/// What became of one edit.
#[derive(Debug, PartialEq, Eq)]
enum Settled {
    /// Written; nobody else was there.
    Clear,
    /// Written beside what others wrote.
    Merged,
    /// The record says so already; nothing was written.
    Present,
    /// Kept beside the present value for a person to choose.
    ToReview(FieldKey),
}

/// What became of all edits of one change.
pub(crate) struct Landed {
    to_review: BTreeSet<FieldKey>,
    merged: bool,
}

impl Landed {
    /// What the author is told.
    pub(crate) fn answer(self, position: LogPosition) -> Answer {
        if !self.to_review.is_empty() {
            Answer::ToReview {
                position,
                fields: self.to_review.into_iter().collect(),
            }
        } else if self.merged {
            Answer::Merged { position }
        } else {
            Answer::Accepted { position }
        }
    }
}

/// Lands the edits of one change on the records, all of which are held. The same for a change that comes in and for the
/// log replayed.
pub(crate) fn land(held: &mut BTreeMap<Key, Held>, edits: &[Edit], arrival: &Arrival<'_>) -> Landed {
    let mut landed = Landed {
        to_review: BTreeSet::new(),
        merged: false,
    };
    for edit in edits {
        let held = held.entry(edit.record).or_default();
        if held.stored.is_none() {
            held.creator = Some(arrival.change.device);
        }
        match settle(&mut held.stored, held.creator, edit, arrival) {
            Settled::Clear => held.dirty = true,
            Settled::Merged => {
                held.dirty = true;
                landed.merged = true;
            }
            Settled::Present => landed.merged = true,
            Settled::ToReview(field) => {
                held.dirty = true;
                landed.to_review.insert(field);
            }
        }
    }
    if edits.is_empty()
        && let Some(stated) = arrival.change.action.verb.stated()
        && let Some(held) = held.get_mut(&arrival.change.action.on)
        && let Some(stored) = &mut held.stored
        && choose_present(stored, &stated.field(), arrival)
    {
        held.dirty = true;
    }
    landed
}

/// Puts one edit into the record, or beside it. `creator` is the device that created the record.
fn settle(
    held: &mut Option<Stored>,
    creator: Option<DeviceId>,
    edit: &Edit,
    arrival: &Arrival<'_>,
) -> Settled {
    let Some(stored) = held else {
        *held = apply(None, &edit.op).map(|record| Stored {
            last_by: arrival.author.to_owned(),
            last_at: arrival.at,
            ..beginning(record, arrival.position)
        });
        return Settled::Clear;
    };
    let field = edit.op.field();
    let meeting = meeting_of(stored, creator, edit, arrival.change);
    match meeting {
        Meeting::Merged
            if edit.op.merge_rule() == MergeRule::OneValue && edit.op.is_present(&stored.record) =>
        {
            return Settled::Present;
        }
        Meeting::Clear | Meeting::Merged => {
            if let Some(changed) = apply(Some(stored.record.clone()), &edit.op) {
                stored.record = changed;
            }
            if meeting == Meeting::Clear || edit.op.merge_rule() == MergeRule::Resolution {
                stored
                    .reviews
                    .retain(|review| !edit.op.closes(&review.field, review.change));
            }
            // A value that came after the choice was made still waits, for the one who chose as for everybody.
            let waits = stored.reviews.iter().any(|review| review.field == field);
            let revision = Revision {
                position: arrival.position,
                device: if waits { NO_DEVICE } else { arrival.change.device },
            };
            stored.revisions.insert(field, revision);
        }
        Meeting::ToReview => {
            set_beside(stored, edit, &field, arrival);
            touch(stored, arrival);
            return Settled::ToReview(field);
        }
    }
    touch(stored, arrival);
    if meeting == Meeting::Clear {
        Settled::Clear
    } else {
        Settled::Merged
    }
}

/// How an edit meets the record as it stands.
fn meeting_of(stored: &Stored, creator: Option<DeviceId>, edit: &Edit, change: &Change) -> Meeting {
    let field = edit.op.field();
    // A device that opens a record and goes on writing has no revision in view before the server confirms the record.
    let own = creator == Some(change.device) && !stored.revisions.contains_key(&field);
    let seen = if own {
        stored.created
    } else {
        change.seen_revision(edit.record, &field)
    };
    edit.op.meet(stored, seen, change.device)
}

/// The places of the values that a change meets and does not replace: whoever chooses later wants to know who wrote them.
pub(crate) fn met(held: &BTreeMap<Key, Held>, edits: &[Edit], change: &Change) -> Vec<LogPosition> {
    let mut places = Vec::new();
    for edit in edits {
        if let Some(held) = held.get(&edit.record)
            && let Some(stored) = &held.stored
            && meeting_of(stored, held.creator, edit, change) == Meeting::ToReview
        {
            places.push(stored.revision_of(&edit.op.field()));
        }
    }
    places
}

/// Keeps the value for a person to choose. The revision of the field moves on as well: who writes next without having
/// seen the question would otherwise close it unseen.
fn set_beside(stored: &mut Stored, edit: &Edit, field: &FieldKey, arrival: &Arrival<'_>) {
    let device = arrival.change.device;
    // While another value waits already, the revision is that of the question, and the first one knows who wrote the value.
    let present = match stored.reviews.iter().find(|review| review.field == *field) {
        Some(review) => review.present.clone(),
        None => arrival.writers.get(&stored.revision_of(field)).cloned(),
    };
    stored
        .reviews
        .retain(|review| review.field != *field || review.device != device);
    stored.reviews.push(Review {
        field: field.clone(),
        change: arrival.change.id,
        op: edit.op.clone(),
        by: arrival.change.author,
        by_name: arrival.author.to_owned(),
        role: arrival.role,
        device,
        at: arrival.at,
        present,
    });
    stored.revisions.insert(
        field.clone(),
        Revision {
            position: arrival.position,
            device: NO_DEVICE,
        },
    );
}

/// Someone who saw the open question stated the present value again: that is the choice. True when it closed one.
fn choose_present(stored: &mut Stored, field: &FieldKey, arrival: &Arrival<'_>) -> bool {
    let seen = arrival.change.seen_revision(stored.key, field);
    let open = stored.reviews.iter().any(|review| review.field == *field);
    if !open || seen < stored.revision_of(field) {
        return false;
    }
    stored.reviews.retain(|review| review.field != *field);
    let revision = Revision {
        position: arrival.position,
        device: arrival.change.device,
    };
    stored.revisions.insert(field.clone(), revision);
    touch(stored, arrival);
    true
}

fn touch(stored: &mut Stored, arrival: &Arrival<'_>) {
    stored.position = arrival.position;
    stored.version = stored.record.version();
    arrival.author.clone_into(&mut stored.last_by);
    stored.last_at = arrival.at;
}
