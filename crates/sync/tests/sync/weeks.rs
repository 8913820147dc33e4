// SPDX-License-Identifier: AGPL-3.0-or-later
//! Devices that come late, and people who may see something else than before: everything is fetched anew, and the work
//! of the person stays.
use crate::{
    arrival::{income, new_household, open, two},
    rest::stored,
    server::{Server, Weather},
    tablet::Tablet,
};
use soglia_domain::{
    id::HouseholdId,
    money::Money,
    record::{LogPosition, RecordKey},
    refusal::Refusal,
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

/// A server that names scopes, with two tablets that have everything.
fn place(n: usize) -> (Server, Tablet, Tablet, Vec<HouseholdId>) {
    let server = Server::default();
    server.set_scope("a");
    let (marta, luca) = two(&server);
    let ids = households(&luca, &server, n);
    marta.sync(&server).expect("the server is there");
    (server, marta, luca, ids)
}

/// F12: weeks later everything comes anew, and what was written meanwhile is still there to be sent.
#[test]
fn a_late_device_gets_everything_anew_and_keeps_its_outbox() {
    let (server, marta, luca, ids) = place(30);
    let unsent = marta.must(income(ids[0], 900));
    luca.must(income(ids[1], 700));
    luca.sync(&server).expect("the server is there");
    // The server no longer knows what it took away so long ago.
    server.hide_in_silence(RecordKey::Household(ids[2]));
    server.set_scope("b");
    server.set_weather(Weather::Down);
    assert!(marta.sync(&server).is_err());
    assert_eq!(marta.outbox()[0].change.id, unsent);
    server.set_weather(Weather::Fair);
    marta.sync(&server).expect("the server is there");

    assert_eq!(marta.rows().len(), 29);
    assert!(marta.shown(RecordKey::Household(ids[2])).is_none());
    assert_eq!(marta.head().snapshot, None);
    assert_eq!((marta.n_outbox(), marta.n_deliveries()), (0, 1));
    assert_eq!(
        marta.household(ids[0]).facts.net_monthly_income.known(),
        Some(&Money::from_euro(900))
    );
    assert_eq!(marta.reopened().rows(), marta.rows());
    assert_eq!(marta.storage.n_singles(), 0, "all of it rests as it came");
}

/// F13: what may no longer be seen goes only after the last word about it was sent, and what is refused then stays with
/// its author, readable without the record.
#[test]
fn rights_that_end_take_the_records_away_and_leave_the_refused_work() {
    let (server, marta, _, ids) = place(3);
    marta.must(income(ids[0], 900));
    let refused = marta.must(income(ids[1], 800));
    // The server refuses what came after the rights ended.
    server.refuse(refused, Refusal::UnknownHousehold);
    for id in &ids {
        server.hide_in_silence(RecordKey::Household(*id));
    }
    server.set_scope("partner");
    marta.sync(&server).expect("the server is there");

    assert!(marta.rows().is_empty());
    let reopened = marta.reopened();
    assert!(reopened.rows().is_empty());
    let kept = reopened.outbox();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].change.action, income(ids[1], 800));
    assert!(matches!(
        kept[0].state,
        OutboxState::Refused {
            refusal: Refusal::UnknownHousehold
        }
    ));
    let sent = server.stored(RecordKey::Household(ids[0])).expect("it is kept");
    assert_eq!(
        sent.reviews.len() + sent.revisions.len(),
        1,
        "the last word arrived"
    );
}

#[test]
fn a_snapshot_that_was_interrupted_goes_on_where_it_stopped() {
    let server = Server::default();
    server.set_scope("a");
    for n in 0..4_500 {
        server.put(stored(n));
    }
    let (marta, _) = two(&server);
    let key = |n| RecordKey::Household(HouseholdId(Uuid::from_u128(n)));
    marta.sync(&server).expect("the server is there");
    server.hide_in_silence(key(7));
    server.set_scope("b");
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
    assert_eq!(reopened.reopened().rows(), reopened.rows());
}

#[test]
fn rights_that_change_twice_while_everything_comes_begin_it_once_more() {
    let server = Server::default();
    server.set_scope("a");
    for n in 0..4_500 {
        server.put(stored(n));
    }
    let (marta, _) = two(&server);
    let key = |n| RecordKey::Household(HouseholdId(Uuid::from_u128(n)));
    marta.sync(&server).expect("the server is there");
    server.set_scope("b");
    server.break_after_pulls(2);
    assert!(marta.sync(&server).is_err());
    server.hide_in_silence(key(3));
    server.set_scope("c");
    server.break_after_pulls(100);
    marta.sync(&server).expect("the server is there");
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
    assert!(
        asked[0].query().starts_with("since=3&most=2000&scope=a."),
        "{}",
        asked[0].query()
    );
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
        marta.must(soglia_domain::action::Action::RecordAnswer {
            household: ids[0],
            answer: soglia_domain::household::HouseholdAnswer::PresentHome(
                Some(format!("{n} {long}")).into(),
            ),
        });
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
