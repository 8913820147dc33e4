// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device of an older version beside a newer one: it keeps what it cannot read, and sends nothing in part.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    server::Server,
};
use serde_json::{Value, json};
use soglia_domain::{
    household::Household,
    id::ChangeId,
    money::Money,
    record::{Identity as _, Key, Kind},
    rooms::Room as _,
};
use uuid::Uuid;

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
        id.key(),
        "/record/household/facts/zone",
        json!({"polygon": [1, 2]}),
    );
    marta.sync(&server).expect("the server is there");
    let laid = marta.laid(id.key());
    assert!(laid.partly_unread && laid.stored.is_some());
    assert_eq!(marta.rows().len(), 1, "it is in the list");

    marta.must(income(id, 900));
    assert!(marta.laid(id.key()).partly_unread);
    marta.sync(&server).expect("the server is there");
    let at_server = server.stored(id.key()).expect("it is there");
    let household = Household::of(&at_server.record).expect("a household");
    assert_eq!(
        household.facts.net_monthly_income.known(),
        Some(&Money::from_euro(900))
    );
    let kept = marta.storage.raw_record(id.key()).expect("it rests here");
    assert!(String::from_utf8_lossy(&kept).contains(r#""zone":{"polygon":[1,2]}"#));
    assert!(marta.reopened().laid(id.key()).partly_unread);
}

/// F15: what this version cannot read at all is kept for the one that can, and goes when the server says so by its key.
#[test]
fn a_record_of_an_unknown_kind_is_kept_and_goes_when_the_server_says_so() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let key: Key = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007"
        .parse()
        .expect("a key");
    let body =
        json!({"key": key, "version": 1, "record": {"kind_of_tomorrow": {}}, "position": 1, "created": 1});
    server.give(&body);
    marta.sync(&server).expect("the server is there");
    for tablet in [&marta, &marta.reopened()] {
        assert!(tablet.knows(key) && tablet.laid(key).stored.is_none());
        assert_eq!(tablet.rows().len(), 1, "it is in no list");
        assert!(tablet.every(key.kind).is_empty());
    }
    // The device works on beside it.
    marta.must(income(id, 900));
    marta.sync(&server).expect("the server is there");
    assert!(marta.knows(key));

    server.take_away(key);
    marta.must(income(id, 950));
    marta.sync(&server).expect("the server is there");
    for tablet in [&marta, &marta.reopened()] {
        assert!(!tablet.knows(key));
        assert_eq!(tablet.rows().len(), 1);
    }
}

/// F15: the same for a record of a kind that is known, in a version that is not; what showed of it before shows no more.
#[test]
fn a_record_that_becomes_unreadable_leaves_the_list_and_goes_by_its_key() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    luca.must(open(id, "Famiglia Ionescu"));
    luca.sync(&server).expect("the server is there");
    marta.sync(&server).expect("the server is there");
    let newer = json!({"key": id.key(), "version": 2, "record": {"household": {"code": 7}}, "position": 2, "created": 1});
    luca.must(open(new_household(), "Famiglia Rossi"));
    luca.sync(&server).expect("the server is there");
    server.give(&newer);
    marta.sync(&server).expect("the server is there");
    for tablet in [&marta, &marta.reopened()] {
        assert!(tablet.knows(id.key()) && tablet.shown(id.key()).is_none());
        assert_eq!(tablet.rows().len(), 1);
    }
    assert_eq!(marta.reopened().rows(), marta.rows());

    luca.must(open(new_household(), "Famiglia Verdi"));
    luca.sync(&server).expect("the server is there");
    server.take_away(id.key());
    marta.sync(&server).expect("the server is there");
    assert!(!marta.knows(id.key()) && !marta.reopened().knows(id.key()));
}

/// F15: an entry of a newer version is neither sent nor touched, whether its words can be read or not; its author sees
/// that it waits, and may give it up.
#[test]
fn an_entry_with_an_action_of_a_newer_version_waits_untouched() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let readable = serde_json::to_value(&marta.outbox()[0]).expect("it can be written");
    let entry = |n: u64, change: &dyn Fn(&mut Value)| {
        let id = ChangeId(Uuid::from_u128(u128::from(n)));
        let mut entry = readable.clone();
        entry["change"]["id"] = json!(id);
        entry["change"]["counter"] = json!(n);
        change(&mut entry["change"]["action"]);
        let bytes = serde_json::to_vec(&entry).expect("it can be written");
        marta.storage.put_raw_outbox(n, id, bytes.clone());
        (n, id, bytes)
    };
    let entries = [
        entry(7, &|action| {
            action["on"] = json!("kind_of_tomorrow:00000000-0000-0000-0000-000000000007");
            action["verb"] = json!({"kind_of_tomorrow": {"begin": {}}});
        }),
        entry(8, &|action| action["verb"] = json!({"household": {"divide": {}}})),
        // Every word of it can be read, and means more than is known here.
        entry(9, &|action| action["version"] = json!(2)),
        entry(10, &|action| *action = json!("divide")),
    ];
    let reopened = marta.reopened();
    assert_eq!(reopened.n_outbox(), 1);
    let unread: Vec<_> = reopened
        .unread()
        .iter()
        .map(|entry| (entry.counter, entry.id, entry.kind))
        .collect();
    let household = Some(Kind::new("household"));
    let kinds = [Some(Kind::new("kind_of_tomorrow")), household, household, None];
    let expected = entries
        .iter()
        .zip(kinds)
        .map(|((counter, id, _), kind)| (*counter, *id, kind));
    assert_eq!(unread, expected.collect::<Vec<_>>());

    reopened.sync(&server).expect("the server is there");
    reopened.must(income(id, 900));
    reopened.sync(&server).expect("the server is there");
    assert_eq!(server.n_pushed(), 2, "none of them was sent");
    reopened.wipe();
    for (counter, id, bytes) in &entries {
        assert_eq!(reopened.storage.raw_outbox(*counter, *id).as_ref(), Some(bytes));
    }

    let (counter, given_up, _) = &entries[2];
    reopened.discard_unread(*given_up);
    for tablet in [&reopened, &reopened.reopened()] {
        assert_eq!(tablet.unread().len(), 3);
        assert!(tablet.unread().iter().all(|entry| entry.id != *given_up));
    }
    assert_eq!(reopened.storage.raw_outbox(*counter, *given_up), None);
    // Only what cannot be read is given up this way.
    let own = reopened.must(open(new_household(), "Famiglia Rossi"));
    reopened.discard_unread(own);
    assert_eq!(reopened.n_outbox(), 1);
}

/// What arrived is sent again to a server that was restored, so what is not read whole is not sent again.
#[test]
fn a_delivery_of_a_newer_version_is_not_sent_again_in_part() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    let opening = marta.must(open(id, "Famiglia Ionescu"));
    let backup = server.backup();
    marta.sync(&server).expect("the server is there");
    marta
        .storage
        .alter_deliveries(|text| text.replacen("\"version\":1", "\"version\":2", 1));
    let reopened = marta.reopened();
    assert_eq!(reopened.n_deliveries(), 0);
    server.restore(&backup);
    reopened.sync(&server).expect("the server is there");
    assert_eq!(server.answer(opening), None);
    assert_eq!(
        reopened.storage.n_deliveries(),
        1,
        "it waits for the version that reads it"
    );
}
