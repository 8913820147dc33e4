// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a newer version wrote: read as far as it is understood, kept whole.
use crate::{
    arrival::{income, new_household, open, two},
    server::Server,
};
use serde_json::{Value, json};
use soglia_domain::{
    dwelling::DwellingStateKind,
    id::ChangeId,
    money::Money,
    record::{Record, RecordKey},
};
use soglia_sync::{
    row::Row,
    segment::{RowAtRest, read_body},
};
use uuid::Uuid;

fn body(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut body = json!({
        "record": {"household": {
            "id": "00000000-0000-0000-0000-000000000001",
            "label": "Famiglia \"Ionescu\" {x}, [y]",
            "opened_at": {"ms": 1, "counter": 0},
            "opened_by": "00000000-0000-0000-0000-000000000002",
            "members": [{"id": 1, "facts": {"given_name": "Ana", "relation": "head"}}, {"id": 2, "facts": {}}],
            "facts": {"net_monthly_income": "950.00", "zone": "D15"},
        }},
        "position": 7,
        "created": 3,
    });
    change(&mut body);
    serde_json::to_vec(&body).expect("it can be written")
}

#[track_caller]
fn household(body: &[u8]) -> (soglia_domain::household::Household, bool) {
    let read = read_body(body).expect("it can be read in part");
    match read.stored.record {
        Record::Household(household) => (household, read.partly_unread),
        _ => panic!("a household"),
    }
}

#[test]
fn what_is_understood_is_read_whole() {
    let whole = body(|_| ());
    serde_json::from_slice::<soglia_domain::record::Stored>(&whole).expect("it can be read");
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
    assert_eq!(read.label, whole.label);
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
        body["reviews"] = json!([{"field": "zone", "op": {"set_zone_twice": []}}]);
    });
    let read = read_body(&body).expect("it can be read in part");
    assert!(read.partly_unread && read.stored.reviews.is_empty());
    assert_eq!(read.stored.position.0, 7);
}

#[test]
fn a_record_of_a_kind_that_is_not_known_is_kept_and_not_read() {
    for text in [
        r#"{"record":{"placement":{"id":1}},"position":1,"created":1}"#,
        r#"{"position":1,"created":1}"#,
        r#"{"record":{"household":{"label":"x"}},"position":1,"created":1}"#,
        r#"{"record":{"household":{"#,
        "",
        "[]",
        "{",
    ] {
        assert_eq!(RowAtRest::of(text.as_bytes()), RowAtRest::Unread, "{text}");
    }
}

#[test]
fn a_row_tells_that_something_was_left_out() {
    let body = body(|body| body["record"]["household"]["facts"]["zone"] = json!(4));
    match RowAtRest::of(&body).into_row() {
        Some(Row::Household(row)) => assert!(row.partly_unread && row.n_members == 2),
        _ => panic!("it shows in the list"),
    }
}

/// F15: an older version works on with what it knows, and what it does not know stays as it was, on the device and at
/// the server.
#[test]
fn an_older_version_works_on_and_destroys_nothing() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    luca.must(open(id, "Famiglia Ionescu"));
    luca.must(income(id, 700));
    luca.sync(&server).expect("the server is there");
    server.add_to(
        RecordKey::Household(id),
        "/record/household/facts/zone",
        json!({"polygon": [1, 2]}),
    );
    marta.sync(&server).expect("the server is there");
    let laid = marta.laid(RecordKey::Household(id));
    assert!(laid.partly_unread && laid.stored.is_some());
    assert_eq!(marta.rows().len(), 1, "it is in the list");

    marta.must(income(id, 900));
    assert!(marta.laid(RecordKey::Household(id)).partly_unread);
    marta.sync(&server).expect("the server is there");
    let at_server = server.stored(RecordKey::Household(id)).expect("it is there");
    let Record::Household(household) = at_server.record else {
        panic!("a household");
    };
    assert_eq!(
        household.facts.net_monthly_income.known(),
        Some(&Money::from_euro(900))
    );
    let kept = marta
        .storage
        .raw_record(RecordKey::Household(id))
        .expect("it rests here");
    assert!(String::from_utf8_lossy(&kept).contains(r#""zone":{"polygon":[1,2]}"#));
    assert!(marta.reopened().laid(RecordKey::Household(id)).partly_unread);
}

/// F15: an entry with an action of a newer version is neither sent nor touched.
#[test]
fn an_entry_with_an_action_of_a_newer_version_waits_untouched() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let unknown = ChangeId(Uuid::from_u128(9));
    let bytes = br#"{"change":{"action":{"visit":{}}},"edits":[],"state":"pending"}"#.to_vec();
    marta.storage.put_raw_outbox(7, unknown, bytes.clone());
    let reopened = marta.reopened();
    assert_eq!(reopened.n_outbox(), 1);
    reopened.sync(&server).expect("the server is there");
    reopened.must(income(id, 900));
    reopened.sync(&server).expect("the server is there");
    reopened.wipe();
    assert_eq!(reopened.storage.raw_outbox(7, unknown), Some(bytes));
}
