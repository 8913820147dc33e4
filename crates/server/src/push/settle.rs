// SPDX-License-Identifier: AGPL-3.0-or-later
//! How one edit of an accepted change lands on a record. Pure: the caller stores the result.
use soglia_domain::{
    action::Action,
    apply::apply,
    author::Author,
    calendar::Timestamp,
    edit::Edit,
    id::DeviceId,
    merge::{Meeting, MergeRule, is_present, meet, merge_rule},
    record::{FieldKey, LogPosition, RecordKey, Review, Revision, Stored},
    review::closes,
};
use soglia_sync::change::Change;

/// Stands in a revision for no device: whoever has not seen the open question meets it.
const NO_DEVICE: DeviceId = DeviceId(uuid::Uuid::nil());

/// The change an edit belongs to, and its place.
pub(super) struct Arrival<'a> {
    pub(super) change: &'a Change,
    pub(super) author: &'a Author,
    pub(super) at: Timestamp,
    pub(super) position: LogPosition,
}

/// What became of one edit.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Written; nobody else was there.
    Clear,
    /// Written beside what others wrote.
    Merged,
    /// The record says so already; nothing was written.
    Present,
    /// Kept beside the present value for a person to choose.
    ToReview(FieldKey),
}

/// Puts one edit into the record, or beside it. `creator` is the device that created the record.
pub(super) fn settle(
    held: &mut Option<Stored>,
    creator: Option<DeviceId>,
    edit: &Edit,
    arrival: &Arrival<'_>,
) -> Settled {
    let Some(stored) = held else {
        *held = apply(None, &edit.op).map(|record| Stored {
            record,
            position: arrival.position,
            created: arrival.position,
            last_by: arrival.author.name.clone(),
            last_at: arrival.at,
            revisions: Default::default(),
            reviews: Vec::new(),
        });
        return Settled::Clear;
    };
    let field = edit.op.field();
    // A device that opens a record and goes on writing has no revision in view before the server confirms the record.
    let own = creator == Some(arrival.change.device) && !stored.revisions.contains_key(&field);
    let seen = if own {
        stored.created
    } else {
        arrival.change.seen_revision(edit.record, &field)
    };
    let meeting = meet(stored, &edit.op, seen, arrival.change.device);
    match meeting {
        Meeting::Merged
            if merge_rule(&edit.op) == MergeRule::OneValue && is_present(&stored.record, &edit.op) =>
        {
            return Settled::Present;
        }
        Meeting::Clear | Meeting::Merged => {
            if let Some(changed) = apply(Some(stored.record.clone()), &edit.op) {
                stored.record = changed;
            }
            if meeting == Meeting::Clear || merge_rule(&edit.op) == MergeRule::Resolution {
                stored.reviews.retain(|review| !closes(&edit.op, review));
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

/// Keeps the value for a person to choose. The revision of the field moves on as well: who writes next without having
/// seen the question would otherwise close it unseen.
fn set_beside(stored: &mut Stored, edit: &Edit, field: &FieldKey, arrival: &Arrival<'_>) {
    let device = arrival.change.device;
    stored
        .reviews
        .retain(|review| review.field != *field || review.device != device);
    stored.reviews.push(Review {
        field: field.clone(),
        change: arrival.change.id,
        op: edit.op.clone(),
        by: arrival.author.person,
        by_name: arrival.author.name.clone(),
        role: arrival.author.role,
        device,
        at: arrival.at,
        present: None,
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
pub(super) fn choose_present(stored: &mut Stored, field: &FieldKey, arrival: &Arrival<'_>) -> bool {
    let seen = arrival.change.seen_revision(stored.record.key(), field);
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

/// The one field that an action states; none for actions that do something else.
pub(super) fn restated(action: &Action) -> Option<(RecordKey, FieldKey)> {
    match action {
        Action::RecordAnswer { household, answer } => Some((
            RecordKey::Household(*household),
            FieldKey(answer.question().key().to_owned()),
        )),
        Action::RecordMemberAnswer {
            household,
            member,
            answer,
        } => Some((
            RecordKey::Household(*household),
            FieldKey(format!("members/{member}/{}", answer.question().key())),
        )),
        Action::RecordDwellingFact { dwelling, answer } => Some((
            RecordKey::Dwelling(*dwelling),
            FieldKey(answer.question().key().to_owned()),
        )),
        _ => None,
    }
}

fn touch(stored: &mut Stored, arrival: &Arrival<'_>) {
    stored.position = arrival.position;
    stored.last_by.clone_from(&arrival.author.name);
    stored.last_at = arrival.at;
}
