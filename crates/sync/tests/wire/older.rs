// SPDX-License-Identifier: AGPL-3.0-or-later
//! One version apart, both ways: the texts below say as little as a version may, and the types read as little.
use crate::shapes::change;
use serde::Deserialize;
use soglia_sync::{
    change::{Answer, Delivery, OutboxEntry, OutboxState},
    storage::Head,
    wire::{Pulled, Push, Pushed, Session, SignIn},
};

/// An older client signs in and sends: nothing that came later is asked of it.
#[test]
fn an_older_client_is_understood() {
    let sign_in =
        r#"{"name":"marta.ferri","password":"segreto","device":"00000000-0000-0000-0000-000000000014"}"#;
    let sign_in: SignIn = serde_json::from_str(sign_in).expect("it is understood");
    assert_eq!(sign_in.device_name, None);
    let push = r#"{"changes":[{"id":"00000000-0000-0000-0000-000000000007",
        "device":"00000000-0000-0000-0000-000000000014","counter":7,
        "author":"00000000-0000-0000-0000-00000000001e","at":{"ms":1790000000000,"counter":2},
        "action":{"on":"household:00000000-0000-0000-0000-000000000028","version":1,
        "verb":{"household":{"say":{"net_monthly_income":"950.00"}}}},
        "seen":[{"record":"household:00000000-0000-0000-0000-000000000028",
        "field":"net_monthly_income","revision":7}]}]}"#;
    let push: Push = serde_json::from_str(push).expect("it is understood");
    let same = Push {
        after: None,
        changes: vec![change(7).into()],
    };
    assert_eq!(push, same);
}

/// What this version answers, as the older client read it: with fewer fields, and deaf to the others.
#[test]
fn an_older_client_understands_the_answers() {
    #[derive(Deserialize)]
    struct OlderSession {
        server_ms: i64,
    }
    #[derive(Deserialize)]
    struct OlderPulled {
        cursor: u64,
        more: bool,
    }
    #[derive(Deserialize)]
    struct OlderHead {
        generation: u64,
        #[serde(default)]
        cursor: u64,
    }
    let author = serde_json::json!({
        "person": "00000000-0000-0000-0000-00000000001e", "name": "Marta", "role": "social_worker",
        "organisation": "00000000-0000-0000-0000-000000000032", "organisation_name": "Comune",
    });
    let session = Session {
        author: serde_json::from_value(author).expect("an author"),
        server_ms: 5,
        revoked: true,
    };
    let text = soglia_json::to_vec(&session).expect("it can be written");
    let older: OlderSession = soglia_json::from_slice(&text).expect("it is understood");
    assert_eq!(older.server_ms, 5);
    let page =
        r#"{"records":[],"removed":[],"cursor":3,"more":false,"scope":"a.b","reset":true,"server_ms":1}"#;
    let older: OlderPulled = soglia_json::from_slice(page.as_bytes()).expect("it is understood");
    assert_eq!((older.cursor, older.more), (3, false));
    // A device that goes back to the older version finds its way as well.
    let head = Head {
        generation: 4,
        scope: Some("a.b".to_owned()),
        snapshot: Some(2),
        ..Head::default()
    };
    let text = soglia_json::to_vec(&head).expect("it can be written");
    let older: OlderHead = soglia_json::from_slice(&text).expect("it is understood");
    assert_eq!((older.generation, older.cursor), (4, 0));
}

/// An older server: what came later has its quiet value.
#[test]
fn an_older_server_is_understood() {
    let page = r#"{"records":[],"removed":[],"cursor":3,"more":false,"server_ms":1}"#;
    let page: Pulled = soglia_json::from_slice(page.as_bytes()).expect("it is understood");
    assert_eq!((page.scope, page.reset), (None, false));
    let session = r#"{"author":{"person":"00000000-0000-0000-0000-00000000001e","name":"Marta",
        "role":"social_worker","organisation":"00000000-0000-0000-0000-000000000032",
        "organisation_name":"Comune"},"server_ms":5}"#;
    let session: Session = soglia_json::from_slice(session.as_bytes()).expect("it is understood");
    assert!(!session.revoked);
    let pushed = r#"{"answers":[{"change":"00000000-0000-0000-0000-000000000007",
        "answer":{"quarantined":{"reason":"x"}}}]}"#;
    let pushed = Pushed::read(pushed.as_bytes()).expect("it is understood");
    assert!(matches!(pushed.answers[0].answer, Answer::Quarantined { .. }));
}

/// An older server reads what this version sends: to it, a push is its changes.
#[test]
fn an_older_server_understands_a_push() {
    #[derive(Deserialize)]
    struct OlderPush {
        changes: Vec<serde_json::Value>,
    }
    let push = Push {
        after: Some(6),
        changes: vec![change(7).into()],
    };
    let text = soglia_json::to_vec(&push).expect("it can be written");
    let older: OlderPush = serde_json::from_slice(&text).expect("it is understood");
    assert_eq!(older.changes.len(), 1);
}

/// What the older version left on the device is found again.
#[test]
fn what_an_older_version_stored_is_found_again() {
    let head = r#"{"generation":9,"counter":8,"clock":{"ms":3,"counter":0},"cursor":12,"next_segment":4,"last_ms":5}"#;
    let head: Head = soglia_json::from_slice(head.as_bytes()).expect("it is understood");
    assert_eq!(
        (head.cursor.0, head.answered, head.scope, head.snapshot),
        (12, None, None, None)
    );
    let text = String::from_utf8(soglia_json::to_vec(&change(5)).expect("it can be written")).expect("text");
    let entry = format!(r#"{{"change":{text},"edits":[],"state":"pending"}}"#);
    let entry: OutboxEntry = soglia_json::from_slice(entry.as_bytes()).expect("it is understood");
    assert!(matches!(entry.state, OutboxState::Pending));
    let delivery =
        format!(r#"{{"change":{text},"answer":{{"accepted":{{"position":1}}}},"delivered_ms":2}}"#);
    let delivery: Delivery = soglia_json::from_slice(delivery.as_bytes()).expect("it is understood");
    assert_eq!(*delivery.change, change(5));
}
