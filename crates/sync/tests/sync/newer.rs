// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a newer version wrote: read as far as it is understood, kept whole.
use serde_json::{Value, json};
use soglia_domain::{
    dwelling::DwellingStateKind,
    household::Household,
    record::{Key, Stored},
    rooms::{Record, Row},
};
use soglia_sync::segment::{RowAtRest, read_body};
use std::sync::Arc;

const KEY: &str = "household:00000000-0000-0000-0000-000000000001";

fn body(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut body = json!({
        "key": KEY,
        "version": 1,
        "record": {"household": {
            "id": "00000000-0000-0000-0000-000000000001",
            "opened_at": {"ms": 1, "counter": 0},
            "opened_by": "00000000-0000-0000-0000-000000000002",
            "members": [{"id": 1, "facts": {"given_name": "Ana", "relation": "head"}}, {"id": 2, "facts": {}}],
            "facts": {"label": "Famiglia \"Ionescu\" {x}, [y]", "net_monthly_income": "950.00", "zone": "D15"},
        }},
        "position": 7,
        "created": 3,
    });
    change(&mut body);
    serde_json::to_vec(&body).expect("it can be written")
}

#[track_caller]
fn household(body: &[u8]) -> (Household, bool) {
    let read = read_body(body).expect("it can be read in part");
    match Arc::unwrap_or_clone(read.stored).record {
        Record::Household(household) => (household, read.partly_unread),
        _ => panic!("a household"),
    }
}

#[test]
fn what_is_understood_is_read_whole() {
    let whole = body(|_| ());
    serde_json::from_slice::<Stored>(&whole).expect("it can be read");
    let (household, partly_unread) = household(&whole);
    assert!(!partly_unread);
    assert_eq!(household.members.len(), 2);
}

/// F15: a value that this version does not know leaves the rest of the record readable.
#[test]
fn a_value_that_is_not_known_leaves_the_rest_readable() {
    let (whole, _) = household(&body(|_| ()));
    let (read, partly_unread) = household(&body(|body| {
        body["record"]["household"]["members"][0]["facts"]["relation"] = "godparent".into();
    }));
    assert!(partly_unread);
    assert_eq!(read.label(), whole.label());
    assert_eq!(
        read.members[0].facts.given_name,
        whole.members[0].facts.given_name
    );
    assert!(read.members[0].facts.relation.is_not_asked());

    let (read, partly_unread) = household(&body(|body| {
        body["record"]["household"]["facts"]["net_monthly_income"] = json!({"weekly": 100});
    }));
    assert!(partly_unread && read.facts.net_monthly_income.is_not_asked());
    assert_eq!(read.facts.zone, whole.facts.zone);

    let (read, partly_unread) = household(&body(|body| {
        body["record"]["household"]["facts"]["citizenship"] = json!({"stateless": {"since": "2020-01-01"}});
    }));
    assert!(partly_unread && read.facts == whole.facts);

    // Something without which a part says nothing takes that part along, and no more.
    let (read, partly_unread) = household(&body(|body| {
        body["record"]["household"]["members"][1] = json!({"number": "II"});
    }));
    assert!(partly_unread && read.members.len() == 1);
}

/// F15: a dwelling in a state of a newer version stays in the lists, and nobody proposes it.
#[test]
fn a_dwelling_in_a_state_of_a_newer_version_reads_as_taken() {
    let body = json!({
        "key": "dwelling:00000000-0000-0000-0000-000000000001",
        "version": 1,
        "record": {"dwelling": {
            "id": "00000000-0000-0000-0000-000000000001",
            "code": "C-0001",
            "origin": "municipal",
            "state": {"leaving": {"household": "00000000-0000-0000-0000-000000000002"}},
            "facts": {"floor": 3},
        }},
        "position": 7,
        "created": 3,
    });
    let bytes = serde_json::to_vec(&body).expect("it can be written");
    match RowAtRest::of(&bytes).into_row() {
        Some(Row::Dwelling(row)) => {
            assert!(row.partly_unread && row.floor == Some(3));
            assert_eq!(row.state, DwellingStateKind::Occupied);
        }
        _ => panic!("it shows in the list"),
    }
}

/// F15: a question about a value of a newer kind does not hide the record.
#[test]
fn an_open_question_of_a_newer_kind_is_left_out() {
    let body = body(|body| {
        body["reviews"] = json!([{"field": "zone", "op": {"household": {"say_twice": []}}}]);
    });
    let read = read_body(&body).expect("it can be read in part");
    assert!(read.partly_unread && read.stored.reviews.is_empty());
    assert_eq!(read.stored.position.0, 7);
}

/// What it is about can be told of every record, so that it can be removed again; of other bytes nothing.
#[test]
fn a_record_of_a_kind_that_is_not_known_is_kept_and_not_read() {
    let newer = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007";
    for (text, key) in [
        (
            format!(
                r#"{{"key":"{newer}","version":1,"record":{{"kind_of_tomorrow":{{"id":1}}}},"position":1,"created":1}}"#
            ),
            Some(newer),
        ),
        (format!(r#"{{"key":"{newer}"}}"#), Some(newer)),
        (
            format!(r#"{{"key":"{KEY}","version":1,"position":1,"created":1}}"#),
            Some(KEY),
        ),
        (
            format!(
                r#"{{"key":"{KEY}","version":9,"record":{{"household":{{"label":"x"}}}},"position":1,"created":1}}"#
            ),
            Some(KEY),
        ),
        (r#"{"key":"Household","record":{}}"#.to_owned(), None),
        (r#"{"record":{"household":{"#.to_owned(), None),
        (String::new(), None),
        ("[]".to_owned(), None),
        ("{".to_owned(), None),
    ] {
        let key: Option<Key> = key.map(|key| key.parse().expect("it is a key"));
        assert_eq!(RowAtRest::of(text.as_bytes()), RowAtRest::Unread(key), "{text}");
    }
}

/// A version that this one does not know may mean something else by what can be read.
#[test]
fn a_record_of_a_newer_version_shows_as_read_in_part() {
    let (whole, _) = household(&body(|_| ()));
    let (read, partly_unread) = household(&body(|body| body["version"] = json!(2)));
    assert!(partly_unread && read == whole);
}

#[test]
fn a_row_tells_that_something_was_left_out() {
    let body = body(|body| body["record"]["household"]["facts"]["zone"] = json!(4));
    match RowAtRest::of(&body).into_row() {
        Some(Row::Household(row)) => assert!(row.partly_unread && row.n_members == 2),
        _ => panic!("it shows in the list"),
    }
}
