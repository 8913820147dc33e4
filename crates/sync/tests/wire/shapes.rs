// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every request and answer as it is written. A field that is renamed or taken away shows here, and must not be.
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    household::{self, HouseholdAnswer},
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{Edit, FieldKey, Identity as _, LogPosition},
};
use soglia_sync::{
    change::{Answer, Change, DEVICE_REVOKED, Delivery, OutboxEntry, OutboxState, Seen},
    storage::{Answered, Head},
    wire::{
        BlobAnnounced, BlobReceived, Calendar, EventHead, KnownDevice, KnownDevices, Push, Pushed,
        PushedAnswer, Session, SignIn,
    },
    workfile::{FORMAT, WorkFile},
};
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

const HOUSEHOLD: HouseholdId = HouseholdId(Uuid::from_u128(40));

const fn income() -> HouseholdAnswer {
    HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(950)))
}

pub(crate) fn change(n: u128) -> Change {
    Change {
        id: ChangeId(id(n)),
        device: DeviceId(id(20)),
        counter: n as u64,
        author: PersonId(id(30)),
        at: Timestamp {
            ms: 1_790_000_000_000,
            counter: 2,
        },
        action: Action::on(HOUSEHOLD, household::Verb::Say(income())),
        seen: vec![Seen {
            record: HOUSEHOLD.key(),
            field: FieldKey("net_monthly_income".to_owned()),
            revision: LogPosition(7),
        }],
    }
}

fn entry(n: u128, state: OutboxState) -> OutboxEntry {
    let change = change(n);
    let edit = Edit {
        record: HOUSEHOLD.key(),
        op: change.action.verb.stated().expect("it states a value"),
    };
    OutboxEntry {
        change: change.into(),
        edits: vec![edit].into(),
        state,
    }
}

fn answers() -> Vec<Answer> {
    let position = LogPosition(12);
    vec![
        Answer::Accepted { position },
        Answer::Merged { position },
        Answer::ToReview {
            position,
            fields: vec![FieldKey("net_monthly_income".to_owned())],
        },
        Answer::Refused {
            refusal: household::Refusal::Unknown.into(),
        },
        Answer::Quarantined {
            reason: DEVICE_REVOKED.to_owned(),
        },
    ]
}

fn sign_in() -> SignIn {
    SignIn {
        name: "marta.ferri".to_owned(),
        password: "segreto".to_owned(),
        device: DeviceId(id(20)),
        device_name: Some("Tavoletta 3".to_owned()),
        code: None,
    }
}

fn session() -> Session {
    let author = Author {
        person: PersonId(id(30)),
        name: "Marta Ferri".to_owned(),
        role: Role::SocialWorker,
        organisation: OrganisationId(id(50)),
        organisation_name: "Comune di Milano".to_owned(),
    };
    Session {
        author,
        server_ms: 1_790_000_000_000,
        revoked: false,
    }
}

fn push() -> Push {
    Push {
        after: Some(6),
        changes: vec![change(7).into(), change(8).into()],
    }
}

fn pushed() -> Pushed {
    let answers = answers().into_iter().enumerate();
    let answers = answers.map(|(n, answer)| PushedAnswer {
        change: ChangeId(id(n as u128)),
        answer,
    });
    Pushed {
        answers: answers.collect(),
    }
}

fn calendar() -> Calendar {
    Calendar {
        since_ms: Some(1_790_000_000_000),
        path: Some("/api/calendar/00000000000000000000000000000000.ics".to_owned()),
    }
}

fn known_devices() -> KnownDevices {
    KnownDevices {
        devices: vec![KnownDevice {
            device: DeviceId(id(20)),
            name: "Tavoletta 3".to_owned(),
            first_ms: 1,
            last_ms: 2,
            revoked_ms: Some(3),
            wiped_ms: None,
            n_changes: 4,
            this: true,
        }],
    }
}

const EVENT_HEAD: EventHead = EventHead {
    position: LogPosition(12),
};

fn announced() -> BlobAnnounced {
    BlobAnnounced {
        sha256: "0".repeat(64),
        size: 300_000,
        media_type: "image/jpeg".to_owned(),
    }
}

const RECEIVED: BlobReceived = BlobReceived {
    received: 262_144,
    complete: false,
};

fn outbox() -> Vec<OutboxEntry> {
    let [accepted, _, _, refused, quarantined] = <[Answer; 5]>::try_from(answers()).expect("five answers");
    let (Answer::Refused { refusal }, Answer::Quarantined { reason }) = (refused, quarantined) else {
        panic!("in this order");
    };
    vec![
        entry(1, OutboxState::Pending),
        entry(2, OutboxState::Answered { answer: accepted }),
        entry(3, OutboxState::Refused { refusal }),
        entry(4, OutboxState::Quarantined { reason }),
    ]
}

fn delivery() -> Delivery {
    Delivery {
        change: change(5).into(),
        answer: answers().remove(0),
        delivered_ms: 1_790_000_000_500,
    }
}

fn head() -> Head {
    let device = DeviceId(id(20));
    Head {
        generation: 9,
        counter: 8,
        clock: Timestamp { ms: 3, counter: 0 },
        cursor: LogPosition(12),
        next_segment: 4,
        last_ms: Some(5),
        answered: Some(Answered { device, counter: 6 }),
        scope: Some("c0ffee.5ea1".to_owned()),
        snapshot: Some(3),
    }
}

fn work_file() -> WorkFile {
    WorkFile {
        format: FORMAT,
        author: PersonId(id(30)),
        device: DeviceId(id(20)),
        made_ms: 1_790_000_000_000,
        entries: vec![entry(1, OutboxState::Pending)],
    }
}

/// All of it by name, for later versions.
pub(crate) fn everything() -> Value {
    json!({
        "sign_in": sign_in(),
        "session": session(),
        "push": push(),
        "pushed": pushed(),
        "known_devices": known_devices(),
        "event_head": EVENT_HEAD,
        "calendar": calendar(),
        "blob_announced": announced(),
        "blob_received": RECEIVED,
        "outbox": outbox(),
        "delivery": delivery(),
        "head": head(),
        "work_file": work_file(),
    })
}

#[test]
fn signing_in() {
    assert_json_snapshot!(sign_in());
    assert_json_snapshot!(session());
}

#[test]
fn sending_changes_and_their_answers() {
    assert_json_snapshot!(push());
    assert_json_snapshot!(pushed());
}

#[test]
fn devices_and_events() {
    assert_json_snapshot!(known_devices());
    assert_json_snapshot!(EVENT_HEAD);
}

#[test]
fn an_address_for_a_calendar() {
    assert_json_snapshot!(calendar());
}

#[test]
fn photos() {
    assert_json_snapshot!(announced());
    assert_json_snapshot!(RECEIVED);
}

#[test]
fn what_rests_on_a_device() {
    assert_json_snapshot!(outbox());
    assert_json_snapshot!(delivery());
    assert_json_snapshot!(head());
}

#[test]
fn a_work_file() {
    assert_json_snapshot!(work_file());
}
