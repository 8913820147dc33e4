// SPDX-License-Identifier: AGPL-3.0-or-later
//! How records rest: in segments, on their own, folded, rebuilt.
use crate::{
    arrival::two,
    deeds::{PARTNER, dwelling, household, import, income, new_household, note, open, take_back},
    server::Server,
    tablet::Tablet,
};
use soglia_domain::{
    author::Role,
    calendar::Timestamp,
    household::Household,
    id::{DwellingId, HouseholdId, PersonId},
    record::{Identity as _, Key, LogPosition, Stored, beginning},
    rooms::Record,
};
use soglia_sync::segment::{self, RowAtRest, Segment, SegmentTrouble};
use uuid::Uuid;

/// A household as a server stores it.
fn stored(n: u128) -> Stored {
    let opened = Household::opened(
        household(n),
        &format!("Famiglia {n}"),
        Timestamp::default(),
        PersonId(Uuid::nil()),
    );
    beginning(Record::Household(opened), LogPosition(1))
}

/// So many households that everybody in the City sees.
pub(crate) fn filled(server: &Server, n: u128) {
    let openings = (1..=n).map(|n| open(household(n), &format!("Famiglia {n}")));
    server.all_do(Role::SocialWorker, openings);
}

#[test]
fn a_segment_gives_back_rows_and_bodies_with_what_a_newer_version_added() {
    let mut body = serde_json::to_value(stored(1)).expect("it can be written");
    body["something_new"] = "kept".into();
    let bodies = [
        serde_json::to_vec(&body).expect("it can be written"),
        br#"{"key":"kind_of_tomorrow:00000000-0000-0000-0000-000000000007","record":{"kind_of_tomorrow":{}}}"#.to_vec(),
        serde_json::to_vec(&stored(2)).expect("it can be written"),
    ];
    let rows: Vec<RowAtRest> = bodies.iter().map(|body| RowAtRest::of(body)).collect();
    let unread: Key = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007"
        .parse()
        .expect("a key");
    assert_eq!(rows[1], RowAtRest::Unread(Some(unread)));
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
    filled(&server, 4_300);
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.rows().len(), 4_300);
    assert_eq!(marta.storage.n_segments(), 9);
    let reopened = marta.reopened();
    assert_eq!(reopened.rows(), marta.rows());
    let key = household(4_000).key();
    assert_eq!(reopened.shown(key), server.stored(key));
}

#[test]
fn rows_of_another_version_are_built_again_from_the_bodies() {
    let server = Server::default();
    filled(&server, 600);
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
    filled(&server, 900);
    let (marta, luca) = two(&server);
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    for round in 0..6 {
        for n in 0..90 {
            let id = household(round * 90 + n + 1);
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
        assert_eq!(reopened.shown(stored.key), Some(stored));
    }
}

#[test]
fn reading_part_by_part_finds_every_household_once_as_it_shows() {
    let server = Server::default();
    filled(&server, 1_200);
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    let changed = household(700);
    marta.must(income(changed, 900));
    marta.sync(&server).expect("the server is there");
    let (known, new) = (household(8), new_household());
    marta.must(income(known, 650));
    marta.must(open(new, "Famiglia Nuova"));
    marta.sync(&server).expect("the server is there");
    marta.must(income(new, 700));

    for tablet in [&marta, &marta.reopened()] {
        let all = tablet.every(HouseholdId::KIND);
        assert_eq!(all.len(), tablet.rows().len());
        for id in [changed, known, new] {
            assert_eq!(
                all.get(&id.key()).map(AsRef::as_ref),
                tablet.shown(id.key()).as_ref()
            );
        }
        assert!(tablet.every(DwellingId::KIND).is_empty());
    }
}

#[test]
fn reading_part_by_part_finds_nothing_that_was_taken_away() {
    let server = Server::default();
    let imports = (1..=300).map(|n| import(dwelling(n), Some(PARTNER)));
    server.all_do(Role::HousingOfficer, imports);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    partner.sync(&server).expect("the server is there");
    server.does(Role::HousingOfficer, take_back(dwelling(9)));
    partner.must(note(dwelling(8), "citofono guasto"));
    partner.sync(&server).expect("the server is there");
    partner.must(note(dwelling(7), "cantina"));

    for tablet in [&partner, &partner.reopened()] {
        let all = tablet.every(DwellingId::KIND);
        assert_eq!((all.len(), tablet.rows().len()), (299, 299));
        assert!(!all.contains_key(&dwelling(9).key()));
        for n in [7, 8, 300] {
            let key = dwelling(n).key();
            assert_eq!(all.get(&key).map(AsRef::as_ref), tablet.shown(key).as_ref());
        }
    }
}

/// After an update a record of a kind that was not known before is there, without being fetched again.
#[test]
fn what_could_not_be_read_when_it_came_is_read_by_the_version_that_can() {
    let server = Server::default();
    filled(&server, 300);
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    let changed = household(7);
    marta.must(income(changed, 900));
    marta.sync(&server).expect("the server is there");
    let rows = marta.rows();
    assert!(marta.storage.n_singles() > 0 && marta.storage.n_segments() > 0);
    marta.storage.unread_rows();
    let updated = marta.reopened();
    assert_eq!(updated.rows(), rows);
    let n_writes = updated.storage.n_writes();
    assert_eq!(updated.reopened().rows(), rows);
    assert_eq!(updated.storage.n_writes(), n_writes, "the rows are written once");
}
