// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every request and answer as it is written. A field that is renamed or taken away shows here, and must not be.
use insta::assert_json_snapshot;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    edit::{Edit, EditOp},
    household::HouseholdAnswer,
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{FieldKey, LogPosition, RecordKey},
    refusal::Refusal,
};
use soglia_sync::{
    change::{Answer, Change, DEVICE_REVOKED, Delivery, OutboxEntry, OutboxState, Seen},
    storage::{Answered, Head},
    wire::{
        BlobAnnounced, BlobReceived, EventHead, KnownDevice, KnownDevices, Push, Pushed, PushedAnswer,
        Session, SignIn,
    },
    workfile::{FORMAT, WorkFile},
};
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub(crate) fn change(n: u128) -> Change {
    let household = HouseholdId(id(40));
    let key = RecordKey::Household(household);
    Change {
        id: ChangeId(id(n)),
        device: DeviceId(id(20)),
        counter: n as u64,
        author: PersonId(id(30)),
        at: Timestamp {
            ms: 1_790_000_000_000,
            counter: 2,
        },
        action: Action::RecordAnswer {
            household,
            answer: HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(950))),
        },
        seen: vec![Seen {
            record: key,
            field: FieldKey("net_monthly_income".to_owned()),
            revision: LogPosition(7),
        }],
    }
}

fn entry(n: u128, state: OutboxState) -> OutboxEntry {
    let change = change(n);
    let edit = Edit {
        record: RecordKey::Household(HouseholdId(id(40))),
        op: EditOp::SetHousehold(HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(
            950,
        )))),
    };
    OutboxEntry {
        change,
        edits: vec![edit],
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
            refusal: Refusal::UnknownHousehold,
        },
        Answer::Quarantined {
            reason: DEVICE_REVOKED.to_owned(),
        },
    ]
}

#[test]
fn signing_in() {
    let author = Author {
        person: PersonId(id(30)),
        name: "Marta Ferri".to_owned(),
        role: Role::SocialWorker,
        organisation: OrganisationId(id(50)),
        organisation_name: "Comune di Milano".to_owned(),
    };
    assert_json_snapshot!(SignIn {
        name: "marta.ferri".to_owned(),
        password: "segreto".to_owned(),
        device: DeviceId(id(20)),
        device_name: Some("Tavoletta 3".to_owned()),
    });
    assert_json_snapshot!(Session {
        author,
        server_ms: 1_790_000_000_000,
        revoked: false,
    });
}

#[test]
fn sending_changes_and_their_answers() {
    assert_json_snapshot!(Push {
        after: Some(6),
        changes: vec![change(7), change(8)],
    });
    let answers = answers().into_iter().enumerate();
    assert_json_snapshot!(Pushed {
        answers: answers
            .map(|(n, answer)| PushedAnswer {
                change: ChangeId(id(n as u128)),
                answer,
            })
            .collect(),
    });
}

#[test]
fn devices_and_events() {
    assert_json_snapshot!(KnownDevices {
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
    });
    assert_json_snapshot!(EventHead {
        position: LogPosition(12),
    });
}

#[test]
fn photos() {
    assert_json_snapshot!(BlobAnnounced {
        sha256: "0".repeat(64),
        size: 300_000,
        media_type: "image/jpeg".to_owned(),
    });
    assert_json_snapshot!(BlobReceived {
        received: 262_144,
        complete: false,
    });
}

#[test]
fn what_rests_on_a_device() {
    let [accepted, _, _, refused, quarantined] = <[Answer; 5]>::try_from(answers()).expect("five answers");
    let (Answer::Refused { refusal }, Answer::Quarantined { reason }) = (refused, quarantined) else {
        panic!("in this order");
    };
    assert_json_snapshot!(vec![
        entry(1, OutboxState::Pending),
        entry(
            2,
            OutboxState::Answered {
                answer: accepted.clone()
            }
        ),
        entry(3, OutboxState::Refused { refusal }),
        entry(4, OutboxState::Quarantined { reason }),
    ]);
    assert_json_snapshot!(Delivery {
        change: change(5),
        answer: accepted,
        delivered_ms: 1_790_000_000_500,
    });
    let device = DeviceId(id(20));
    assert_json_snapshot!(Head {
        generation: 9,
        counter: 8,
        clock: Timestamp { ms: 3, counter: 0 },
        cursor: LogPosition(12),
        next_segment: 4,
        last_ms: Some(5),
        answered: Some(Answered { device, counter: 6 }),
        scope: Some("c0ffee.5ea1".to_owned()),
        snapshot: Some(3),
    });
}

#[test]
fn a_work_file() {
    assert_json_snapshot!(WorkFile {
        format: FORMAT,
        author: PersonId(id(30)),
        device: DeviceId(id(20)),
        made_ms: 1_790_000_000_000,
        entries: vec![entry(1, OutboxState::Pending)],
    });
}
