// SPDX-License-Identifier: AGPL-3.0-or-later
//! A change as it came: read whole, or kept aside with a reason that tells nobody what it says.
use futures::executor::block_on;
use serde_json::{Value, json};
use soglia_domain::{
    author::Role,
    calendar::{Day, Timestamp},
    commitment, funding_source,
    id::{ChangeId, DeviceId},
    record::Identity as _,
    rooms::Refusal,
    samples::{self, COMMITMENT, PERSONAL, SOURCE, author},
};
use soglia_ledger::{
    memory::MemoryStore,
    push::{Batch, read_change},
    store::Store,
};
use soglia_sync::change::{Answer, Change};
use uuid::Uuid;

fn changes() -> Vec<Change> {
    let actions = samples::actions().into_iter().zip(1..);
    let changes = actions.map(|(action, counter)| Change {
        id: ChangeId(Uuid::from_u128(u128::from(counter))),
        device: DeviceId(Uuid::from_u128(20)),
        counter,
        author: author(Role::SocialWorker).person,
        at: samples::AT,
        action,
        seen: Vec::new(),
    });
    changes.collect()
}

fn forged(change: &Change, forge: impl FnOnce(&mut Value)) -> Result<Change, String> {
    let mut value = serde_json::to_value(change).expect("it can be written");
    forge(&mut value);
    read_change(&value.to_string())
}

#[test]
fn what_this_version_writes_is_read_as_it_was_written() {
    for change in changes() {
        assert_eq!(
            forged(&change, |_| ()),
            Ok(change.clone()),
            "{}",
            change.action.name()
        );
    }
}

#[test]
fn a_change_of_a_kind_that_is_not_known_is_kept_aside() {
    for change in changes() {
        let id = change.action.on.id;
        let reason = forged(&change, |value| {
            value["action"]["on"] = json!(format!("kind_of_tomorrow:{id}"))
        });
        assert_eq!(
            reason,
            Err("this version does not know the kind kind_of_tomorrow".to_owned())
        );
        let reason = forged(&change, |value| {
            value["action"] = json!({"on": format!("kind_of_tomorrow:{id}"), "version": 7, "verb": {"kind_of_tomorrow": []}});
        });
        assert_eq!(
            reason,
            Err("this version does not know the kind kind_of_tomorrow".to_owned())
        );
    }
}

/// Although each of its words could be read: what a newer version means by them is not known here.
#[test]
fn a_change_of_a_newer_version_is_kept_aside() {
    for change in changes() {
        let reason = forged(&change, |value| {
            value["action"]["version"] = json!(change.action.version + 1)
        });
        let reason = reason.expect_err("it is not taken");
        assert!(reason.contains("is newer than"), "{reason}");
    }
}

#[test]
fn a_verb_of_another_kind_than_its_record_is_kept_aside() {
    for change in changes() {
        for key in samples::records().iter().map(soglia_domain::rooms::Record::key) {
            let read = forged(&change, |value| value["action"]["on"] = json!(key));
            if key.kind == change.action.on.kind {
                assert!(read.is_ok());
            } else {
                assert_eq!(read, Err("the verb is not of the kind of the record".to_owned()));
            }
        }
    }
}

/// The reason is read by people who keep the server: it says where, and nothing of what was written.
#[test]
fn what_cannot_be_read_is_kept_aside_without_a_word_of_it() {
    for change in changes() {
        let forgeries: [fn(&mut Value); 5] = [
            |value| value["action"]["verb"] = json!({"household": {"say": {"income_of": "Ionescu"}}}),
            |value| value["action"]["verb"] = json!({"kind_of_tomorrow": {"say": "Ionescu"}}),
            |value| value["action"]["on"] = json!("Ionescu"),
            |value| value["action"] = json!("Ionescu"),
            |value| value["at"] = json!("Ionescu"),
        ];
        for forge in forgeries {
            let reason = forged(&change, forge).expect_err("it cannot be read");
            assert!(
                PERSONAL.iter().all(|personal| !reason.contains(personal)),
                "{reason}"
            );
        }
    }
    for text in ["", "{", "[]", "null", "\"Ionescu\""] {
        assert!(
            !read_change(text)
                .expect_err("it is no change")
                .contains("Ionescu")
        );
    }
}

/// When a change came is what the clock of the server says, whatever a device writes into it.
#[test]
fn a_forged_moment_of_receipt_changes_nothing() {
    let late_ms = 1_800_000_000_000;
    let change_of = |n: u128, action| Change {
        id: ChangeId(Uuid::from_u128(n)),
        device: DeviceId(Uuid::from_u128(20)),
        counter: n as u64,
        author: samples::PERSON,
        // In time, by the clock of the device.
        at: Timestamp {
            ms: 1_774_008_000_000,
            counter: 0,
        },
        action,
        seen: Vec::new(),
    };
    let open = funding_source::Verb::Open {
        name: "Fondo".to_owned(),
        kind: funding_source::SourceKind::Grant,
        amount: soglia_domain::money::Money::from_euro(100),
        committed_by: Some(Day::constant(2026, 12, 31)),
    };
    let commit = commitment::Verb::Commit {
        source: SOURCE,
        amount: soglia_domain::money::Money::from_euro(10),
        purpose: "bagno".to_owned(),
        dwelling: None,
    };
    let open = change_of(1, soglia_domain::action::Action::on(SOURCE, open));
    let commit = change_of(2, soglia_domain::action::Action::on(COMMITMENT, commit));
    let forge = |value: &mut Value| {
        for name in ["received", "received_ms", "moment"] {
            let early = json!({"at": {"ms": 1, "counter": 0}, "received_ms": 1});
            for place in ["/action/verb/commitment/commit", "/action", ""] {
                value.pointer_mut(place).expect("it is there")[name] = early.clone();
            }
        }
    };
    let read = forged(&commit, forge).expect("it can be read");
    assert_eq!(read, commit);
    block_on(async {
        let store = MemoryStore::default();
        let mut batch = Batch::begin(&store, late_ms).await.expect("it begins");
        let coordinator = author(Role::Coordinator);
        for (change, is_taken) in [(&open, true), (&read, false)] {
            let answer = batch.take(change, &coordinator).await.expect("it answers");
            assert_eq!(answer.position().is_some(), is_taken, "{answer:?}");
            if !is_taken {
                let last = Day::constant(2026, 12, 31);
                let refusal = Refusal::Commitment(commitment::Refusal::PastDeadline { last });
                assert_eq!(answer, Answer::Refused { refusal });
            }
        }
        batch.finish().await.expect("it commits");
        assert_eq!(store.record(COMMITMENT.key()).await.expect("it reads"), None);
    });
}
