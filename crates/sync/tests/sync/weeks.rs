// SPDX-License-Identifier: AGPL-3.0-or-later
//! Devices that come late, and people who may see something else than before: everything is fetched anew, and the work
//! of the person stays.
use crate::{
    arrival::two,
    deeds::{PARTNER, dwelling, household, import, income, new_household, note, open, say, take_back, write},
    rest::filled,
    server::{Server, Weather},
    tablet::Tablet,
    trouble::FailsToPull,
};
use soglia_domain::{
    author::{Author, Role},
    diary_entry::Circle,
    household::HouseholdAnswer,
    id::{DiaryEntryId, HouseholdId},
    record::{Identity as _, LogPosition},
    rooms::{Common, Refusal},
};
use soglia_sync::{change::OutboxState, wire::Push};
use uuid::Uuid;

fn households(luca: &Tablet, server: &Server, n: usize) -> Vec<HouseholdId> {
    let ids: Vec<HouseholdId> = (0..n).map(|_| new_household()).collect();
    for id in &ids {
        luca.must(open(*id, "Famiglia"));
    }
    luca.sync(server).expect("the server is there");
    ids
}

/// A server with two tablets that have everything.
fn place(n: usize) -> (Server, Tablet, Tablet, Vec<HouseholdId>) {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let ids = households(&luca, &server, n);
    marta.sync(&server).expect("the server is there");
    (server, marta, luca, ids)
}

/// The same person in another role.
fn in_role(tablet: &Tablet, role: Role) -> Author {
    Author {
        role,
        ..tablet.author().clone()
    }
}

/// F12: weeks later everything comes anew, and what was written meanwhile is still there to be sent.
#[test]
fn a_late_device_gets_everything_anew_and_keeps_its_outbox() {
    let server = Server::default();
    let imports = (1..=30).map(|n| import(dwelling(n), Some(PARTNER)));
    server.all_do(Role::HousingOfficer, imports);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    partner.sync(&server).expect("the server is there");
    let unsent = partner.must(note(dwelling(1), "citofono guasto"));
    server.does(Role::HousingOfficer, note(dwelling(2), "cantina"));
    server.does(Role::HousingOfficer, take_back(dwelling(3)));
    // The server no longer knows what it took away so long ago.
    server.forget_removals();
    server.set_weather(Weather::Down);
    assert!(partner.sync(&server).is_err());
    assert_eq!(partner.outbox()[0].change.id, unsent);
    server.set_weather(Weather::Fair);
    partner.sync(&server).expect("the server is there");

    assert_eq!(partner.rows().len(), 29);
    assert!(partner.shown(dwelling(3).key()).is_none());
    assert_eq!(partner.head().snapshot, None);
    assert_eq!((partner.n_outbox(), partner.n_deliveries()), (0, 1));
    let text = partner.dwelling(dwelling(1)).facts.note;
    assert_eq!(text.known().map(String::as_str), Some("citofono guasto"));
    assert_eq!(partner.reopened().rows(), partner.rows());
    assert_eq!(partner.storage.n_singles(), 0, "all of it rests as it came");
}

/// F13: what may no longer be seen goes only after the last word about it was sent, and what is refused then stays with
/// its author, readable without the record.
#[test]
fn rights_that_end_take_the_records_away_and_leave_the_refused_work() {
    let (server, marta, _, ids) = place(3);
    marta.must(income(ids[0], 900));
    assert!(marta.sync_over(&FailsToPull(marta.line())).is_err());
    marta.must(income(ids[1], 800));
    // The server refuses what came after the rights ended.
    let mut rights = in_role(&marta, Role::ManagingPartner);
    rights.organisation = PARTNER;
    server.change_rights(&rights);
    marta.sync(&server).expect("the server is there");

    assert!(marta.rows().is_empty());
    let reopened = marta.reopened();
    assert!(reopened.rows().is_empty());
    let kept = reopened.outbox();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].change.action, income(ids[1], 800));
    let refusal = Refusal::Common(Common::NotYourTask {
        role: Role::ManagingPartner,
    });
    assert_eq!(kept[0].state, OutboxState::Refused { refusal });
    let sent = server.stored(ids[0].key()).expect("it is kept");
    assert_eq!(
        sent.reviews.len() + sent.revisions.len(),
        1,
        "the last word arrived"
    );
}

/// Households, and entries that only their department reads.
fn case_files(server: &Server, n_households: u128) {
    filled(server, n_households);
    server.does(Role::SocialWorker, write(1, household(1), Circle::Department));
    server.does(Role::HousingOfficer, write(2, household(1), Circle::Department));
}

#[test]
fn a_snapshot_that_was_interrupted_goes_on_where_it_stopped() {
    let server = Server::default();
    case_files(&server, 4_499);
    let (marta, _) = two(&server);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.rows().len(), 4_500);
    server.change_rights(&in_role(&marta, Role::Coordinator));
    server.asked();
    server.break_after_pulls(2);
    assert!(marta.sync(&server).is_err());
    assert_eq!(marta.rows().len(), 4_500, "until all is here, all stays");
    let half_way = marta.head().cursor;
    assert!(marta.head().snapshot.is_some() && half_way > LogPosition(0));

    let reopened = marta.reopened();
    server.asked();
    server.break_after_pulls(100);
    reopened.sync(&server).expect("the server is there");
    let asked: Vec<LogPosition> = server.asked().iter().map(|request| request.since).collect();
    assert_eq!(asked, [half_way], "nothing is fetched twice");
    assert_eq!(reopened.rows().len(), 4_499);
    assert!(reopened.every(DiaryEntryId::KIND).is_empty());
    assert_eq!(reopened.reopened().rows(), reopened.rows());
}

#[test]
fn rights_that_change_twice_while_everything_comes_begin_it_once_more() {
    let server = Server::default();
    case_files(&server, 4_498);
    let (marta, _) = two(&server);
    let entry = |n| DiaryEntryId(Uuid::from_u128(n)).key();
    marta.sync(&server).expect("the server is there");
    assert!(marta.knows(entry(1)) && !marta.knows(entry(2)));
    server.change_rights(&in_role(&marta, Role::Coordinator));
    server.break_after_pulls(2);
    assert!(marta.sync(&server).is_err());
    server.change_rights(&in_role(&marta, Role::HousingOfficer));
    server.break_after_pulls(100);
    marta.sync(&server).expect("the server is there");
    assert!(marta.knows(entry(2)) && !marta.knows(entry(1)));
    assert_eq!(marta.rows().len(), 4_499);
    assert_eq!(marta.reopened().rows(), marta.rows());
    let segments = marta.storage.n_segments();
    assert_eq!(segments, 9, "no page of what was broken off is left");
}

/// F22: with nothing new, one exchange is one small question.
#[test]
fn with_nothing_new_the_server_is_asked_once_and_nothing_is_written() {
    let (server, marta, _, _) = place(3);
    server.asked();
    let n_writes = marta.storage.n_writes();
    marta.sync(&server).expect("the server is there");
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].since, LogPosition(3));
    let scope = marta.head().scope.expect("the server names a scope");
    assert_eq!(asked[0].query(), format!("since=3&most=2000&scope={scope}"));
    assert_eq!(marta.storage.n_writes(), n_writes);
}

/// F22: a thousand changes are one request, and a request is never longer than the server takes.
#[test]
fn changes_travel_a_thousand_at_a_time_or_as_many_as_fit() {
    let (_, marta, _, ids) = place(1);
    for n in 0..1_100 {
        marta.must(income(ids[0], n));
    }
    let push = marta.to_send();
    assert_eq!((push.changes.len(), push.after), (Push::MOST, None));

    let (_, marta, _, ids) = place(1);
    let long = "x".repeat(1_900);
    for n in 0..700 {
        let home = HouseholdAnswer::PresentHome(Some(format!("{n} {long}")).into());
        marta.must(say(ids[0], home));
    }
    let push = marta.to_send();
    let n_bytes = soglia_json::to_vec(&push).expect("it can be written").len();
    assert!(
        push.changes.len() > 300 && n_bytes < Push::MOST_BYTES + 2_000,
        "{n_bytes}"
    );
    let counters: Vec<u64> = push.changes.iter().map(|change| change.counter).collect();
    assert!(counters.is_sorted(), "in the order of the device");
}

/// F7, F21: what the server will not take at all is set aside, and the rest is on its way.
#[test]
fn a_change_that_no_request_carries_is_set_aside_and_does_not_count_as_answered() {
    let (server, marta, _, ids) = place(2);
    let first = marta.must(income(ids[0], 900));
    marta.sync(&server).expect("the server is there");
    let bad = marta.must(income(ids[1], 800));
    server.cannot_read(bad);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.waiting_for_author(), [bad]);
    assert_eq!(marta.head().answered.map(|answered| answered.counter), Some(1));
    marta.must(income(ids[0], 950));
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 1);
    assert_ne!(first, bad);
    assert_eq!(marta.head().answered.map(|answered| answered.counter), Some(3));
}

/// F2, F3: another role on the same device leaves the unsent work of the person where it was.
#[test]
fn a_new_sign_in_with_another_device_identity_loses_no_work() {
    let (server, marta, _, ids) = place(1);
    marta.must(income(ids[0], 900));
    marta.sync(&server).expect("the server is there");
    marta.must(income(ids[0], 910));
    let again = marta.signed_in_again();
    assert_eq!(again.to_send().after, None, "the new identity was never answered");
    again.sync(&server).expect("the server is there");
    assert_eq!(again.n_outbox(), 0);
}
