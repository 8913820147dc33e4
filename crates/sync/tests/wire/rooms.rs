// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything that a room says, as it is written: each verb, edit, refusal, record and row, from the samples.
use insta::assert_json_snapshot;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use soglia_domain::{
    action::Action,
    record::{Edit, FieldKey, Key, Kind, LogPosition, Review, Revision, Stored, Written, beginning},
    rooms::{KINDS, Record, Refusal, Row},
    samples::{self, AT, BY_NAME, PERSON},
};
use soglia_domain::{
    author::Role,
    id::{ChangeId, DeviceId},
};
use soglia_sync::{
    change::{Answer, Change, OutboxEntry, OutboxState, Seen},
    segment::{ROW_VERSION, RowAtRest, read_body, read_rows, write_rows},
    wire::{Push, PushedAnswer},
};
use std::fmt::Debug;
use uuid::Uuid;

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xd1));

pub(crate) fn actions(kind: Kind) -> Vec<Action> {
    let actions = samples::actions().into_iter();
    actions.filter(|action| action.on.kind == kind).collect()
}

pub(crate) fn edits(kind: Kind) -> Vec<Edit> {
    let edits = samples::edits().into_iter();
    edits.filter(|edit| edit.record.kind == kind).collect()
}

/// The refusals of a room; those that all rooms share are "common".
pub(crate) fn refusals(of: &str) -> Vec<Refusal> {
    let is_of = |refusal: &Refusal| {
        serde_json::to_value(refusal)
            .expect("it can be written")
            .get(of)
            .is_some()
    };
    samples::refusals().into_iter().filter(is_of).collect()
}

fn record(kind: Kind) -> Record {
    let mut records = samples::records().into_iter();
    records
        .find(|record| record.key().kind == kind)
        .expect("every room has a record")
}

/// The record of a room as the server stores it: each of its edits waits for a choice.
pub(crate) fn stored(kind: Kind) -> Stored {
    let written = Written {
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::HousingOfficer,
        device: DEVICE,
        at: AT,
    };
    let waiting = edits(kind).into_iter().zip(1..).map(|(edit, n)| Review {
        field: edit.op.field(),
        change: ChangeId(Uuid::from_u128(n)),
        op: edit.op,
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        device: DEVICE,
        at: AT,
        present: (n % 2 == 0).then(|| written.clone()),
    });
    let revision = Revision {
        position: LogPosition(9),
        device: DEVICE,
    };
    let changed = LogPosition(9);
    Stored {
        position: changed,
        last_by: BY_NAME.to_owned(),
        last_at: AT,
        revisions: [(FieldKey("note".to_owned()), revision)].into(),
        reviews: waiting.collect(),
        ..beginning(record(kind), LogPosition(7))
    }
}

pub(crate) fn change(action: Action, edits: &[Edit]) -> Change {
    let seen = edits.iter().map(|edit| Seen {
        record: edit.record,
        field: edit.op.field(),
        revision: LogPosition(7),
    });
    Change {
        id: ChangeId(Uuid::from_u128(1)),
        device: DEVICE,
        counter: 1,
        author: PERSON,
        at: AT,
        action,
        seen: seen.collect(),
    }
}

#[test]
fn every_room_is_written_like_this() {
    for kind in KINDS {
        let stored = stored(*kind);
        let written = json!({
            "actions": actions(*kind),
            "edits": edits(*kind),
            "refusals": refusals(kind.as_str()),
            "stored": Stored { reviews: Vec::new(), ..stored.clone() },
            "row": Row::of(&stored, false),
        });
        assert_json_snapshot!(kind.as_str(), written);
    }
    assert_json_snapshot!("common", refusals("common"));
}

/// A device reads rows by their layout alone: one that changes without its number would be read as something else.
#[test]
fn rows_at_rest_have_the_layout_of_their_number() {
    let unread: Key = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007"
        .parse()
        .expect("a key");
    let mut rows: Vec<RowAtRest> = samples::rows().into_iter().map(RowAtRest::from).collect();
    rows.extend([RowAtRest::Unread(Some(unread)), RowAtRest::Unread(None)]);
    assert_eq!(read_rows(&write_rows(&rows)), Ok(rows.clone()));
    for kind in KINDS {
        for (stored, partly_unread) in [
            (stored(*kind), false),
            (beginning(record(*kind), LogPosition(1)), true),
        ] {
            let row = RowAtRest::from(Row::of(&stored, partly_unread));
            assert_eq!(read_rows(&write_rows(std::slice::from_ref(&row))), Ok(vec![row]));
        }
    }
    let layout: Vec<String> = rows
        .iter()
        .map(|row| {
            let bytes = write_rows(std::slice::from_ref(row));
            bytes[4..].iter().map(|byte| format!("{byte:02x}")).collect()
        })
        .collect();
    assert_json_snapshot!(json!({ "row_version": ROW_VERSION, "rows": layout }));
}

/// Both implementations write the same and read each other, and themselves.
#[track_caller]
fn both<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let general = serde_json::to_string(value).expect("it can be written");
    let own = soglia_json::to_string(value).expect("it can be written");
    assert_eq!(own, general);
    let read: T = serde_json::from_str(&own).expect("the general one reads it");
    assert_eq!(&read, value, "{own}");
    let read: T = soglia_json::from_slice(general.as_bytes()).expect("the own one reads it");
    assert_eq!(&read, value, "{own}");
    let (read, left_out): (T, bool) = soglia_json::from_slice_in_part(general.as_bytes()).expect("whole");
    assert!(!left_out && read == *value, "{own}");
}

#[test]
fn both_readers_and_writers_agree_on_every_verb() {
    for action in samples::actions() {
        both(&action);
        let change = change(action, &samples::edits());
        both(&Push {
            after: Some(1),
            changes: vec![change.clone().into()],
        });
        both(&OutboxEntry {
            change: change.into(),
            edits: std::sync::Arc::default(),
            state: OutboxState::Pending,
        });
    }
}

#[test]
fn both_readers_and_writers_agree_on_every_edit() {
    for edit in samples::edits() {
        both(&edit);
        let action = actions(edit.record.kind).remove(0);
        both(&OutboxEntry {
            change: change(action, &[]).into(),
            edits: vec![edit].into(),
            state: OutboxState::Pending,
        });
    }
}

#[test]
fn both_readers_and_writers_agree_on_every_refusal() {
    for refusal in samples::refusals() {
        both(&refusal);
        both(&OutboxState::Refused {
            refusal: refusal.clone(),
        });
        both(&PushedAnswer {
            change: ChangeId(Uuid::from_u128(1)),
            answer: Answer::Refused { refusal },
        });
    }
}

#[test]
fn both_readers_and_writers_agree_on_every_record() {
    for kind in KINDS {
        let stored = stored(*kind);
        both(&stored.record);
        both(&stored);
        both(&beginning(record(*kind), LogPosition(1)));
        let body = soglia_json::to_vec(&stored).expect("it can be written");
        let read = read_body(&body).expect("it can be read");
        assert_eq!(
            (read.stored.as_ref().clone(), read.partly_unread),
            (stored, false)
        );
    }
}

#[test]
fn both_readers_and_writers_agree_on_every_row() {
    for row in samples::rows() {
        both(&row);
    }
}
