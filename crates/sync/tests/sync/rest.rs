// SPDX-License-Identifier: AGPL-3.0-or-later
//! How records rest: in segments, on their own, folded, rebuilt.
use crate::{
    arrival::{income, new_household, open, two},
    server::Server,
    tablet::author,
};
use soglia_domain::{
    author::Role,
    calendar::Timestamp,
    household::{Household, HouseholdFacts},
    id::HouseholdId,
    record::{LogPosition, Record, RecordKey, Stored},
};
use soglia_sync::segment::{self, RowAtRest, Segment, SegmentTrouble};
use uuid::Uuid;

pub(crate) fn stored(n: u128) -> Stored {
    let opened_at = Timestamp {
        ms: n as i64,
        counter: 0,
    };
    Stored {
        record: Record::Household(Household {
            id: HouseholdId(Uuid::from_u128(n + 1)),
            label: format!("Famiglia {n}"),
            demonstration: true,
            opened_at,
            opened_by: author("Marta", Role::SocialWorker).person,
            members: Vec::new(),
            facts: HouseholdFacts::default(),
            offers: Vec::new(),
            joined: None,
            distinct: Vec::new(),
        }),
        position: LogPosition(0),
        created: LogPosition(0),
        last_by: "Marta".to_owned(),
        last_at: opened_at,
        revisions: Default::default(),
        reviews: Vec::new(),
    }
}

#[test]
fn a_segment_gives_back_rows_and_bodies_with_what_a_newer_version_added() {
    let mut body = serde_json::to_value(stored(1)).expect("it can be written");
    body["something_new"] = "kept".into();
    let bodies = [
        serde_json::to_vec(&body).expect("it can be written"),
        b"{\"record\":{\"placement\":{}}}".to_vec(),
        serde_json::to_vec(&stored(2)).expect("it can be written"),
    ];
    let rows: Vec<RowAtRest> = bodies.iter().map(|body| RowAtRest::of(body)).collect();
    assert_eq!(rows[1], RowAtRest::Unread);
    let segment = Segment::write(&rows, bodies.iter().map(Vec::as_slice));
    assert_eq!(segment::read_rows(&segment.rows), Ok(rows));
    assert_eq!(segment::n_bodies(&segment.bodies), 3);
    for (at, body) in bodies.iter().enumerate() {
        assert_eq!(segment::body(&segment.bodies, at), Some(body.as_slice()));
    }
    assert_eq!(segment::body(&segment.bodies, 3), None);
    assert_eq!(segment::read_rows(&[9; 9]), Err(SegmentTrouble::OtherVersion));
    assert_eq!(segment::read_rows(&[]), Err(SegmentTrouble::Damaged));
}

#[test]
fn many_records_come_in_pages_and_rest_in_segments() {
    let server = Server::default();
    for n in 0..4_300 {
        server.put(stored(n));
    }
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.rows().len(), 4_300);
    assert_eq!(marta.storage.n_segments(), 9);
    let reopened = marta.reopened();
    assert_eq!(reopened.rows(), marta.rows());
    let key = RecordKey::Household(HouseholdId(Uuid::from_u128(4_000)));
    assert_eq!(reopened.shown(key), server.stored(key));
}

#[test]
fn rows_of_another_version_are_built_again_from_the_bodies() {
    let server = Server::default();
    for n in 0..600 {
        server.put(stored(n));
    }
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    marta.storage.damage_rows();
    let reopened = marta.reopened();
    assert_eq!(reopened.rows(), marta.rows());
    reopened.must(open(new_household(), "Famiglia Ionescu"));
    assert_eq!(reopened.reopened().rows().len(), 601);
}

#[test]
fn later_changes_lie_over_segments_and_are_folded_in_a_quiet_moment() {
    let server = Server::default();
    for n in 0..900 {
        server.put(stored(n));
    }
    let (marta, luca) = two(&server);
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    for round in 0..6 {
        for n in 0..90 {
            let id = HouseholdId(Uuid::from_u128(round * 90 + n + 1));
            luca.must(income(id, 800));
        }
        luca.sync(&server).expect("the server is there");
        marta.sync(&server).expect("the server is there");
    }
    assert!(marta.storage.n_singles() < 400, "they were folded on the way");
    assert!(
        marta.storage.n_segments() < 5,
        "and a segment that is mostly outdated went"
    );
    let reopened = marta.reopened();
    assert_eq!(reopened.rows(), marta.rows());
    for stored in server.all() {
        assert_eq!(reopened.shown(stored.record.key()), Some(stored));
    }
}

#[test]
fn reading_part_by_part_finds_every_household_once_as_it_shows() {
    let server = Server::default();
    for n in 0..1_200 {
        server.put(stored(n));
    }
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    let changed = HouseholdId(Uuid::from_u128(700));
    marta.must(income(changed, 900));
    marta.sync(&server).expect("the server is there");
    let (known, new) = (HouseholdId(Uuid::from_u128(8)), new_household());
    marta.must(income(known, 650));
    marta.must(open(new, "Famiglia Nuova"));
    server.hide(RecordKey::Household(HouseholdId(Uuid::from_u128(9))));
    marta.sync(&server).expect("the server is there");
    marta.must(income(new, 700));

    for tablet in [&marta, &marta.reopened()] {
        let all = tablet.every_household();
        assert_eq!(all.len(), tablet.rows().len());
        for id in [changed, known, new] {
            assert_eq!(all.get(&id), Some(&tablet.household(id)));
        }
    }
}
