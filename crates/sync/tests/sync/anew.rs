// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server that was restored from a copy, and a device that was revoked.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    server::Server,
    tablet::Tablet,
    trouble::FailsToPull,
};
use soglia_domain::{id::HouseholdId, money::Money, record::Identity as _};
use soglia_sync::{
    change::{DEVICE_REVOKED, OutboxState},
    engine::ExchangeTrouble,
};

fn income_of(tablet: &Tablet, id: HouseholdId) -> Option<Money> {
    tablet.household(id).facts.net_monthly_income.known().copied()
}

fn place() -> (Server, Tablet, Tablet, HouseholdId) {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    (server, marta, luca, id)
}

#[test]
fn what_a_restored_server_lost_is_sent_once_more_from_the_device() {
    let (server, marta, luca, id) = place();
    let backup = server.backup();
    marta.must(income(id, 900));
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    server.restore(&backup);

    marta.sync(&server).expect("the server is there");
    assert_eq!(income_of(&marta, id), Some(Money::from_euro(900)));
    assert_eq!((marta.n_outbox(), marta.n_deliveries()), (0, 2));
    luca.sync(&server).expect("the server is there");
    assert_eq!(luca.household(id), marta.household(id));
    assert_eq!(marta.reopened().rows(), marta.rows());
}

/// F9: what came after is not taken before what came earlier, although the server forgot it.
#[test]
fn after_a_restore_what_came_earlier_goes_first() {
    let (server, marta, _, _) = place();
    let backup = server.backup();
    let other = new_household();
    marta.must(open(other, "Famiglia Rossi"));
    marta.sync(&server).expect("the server is there");
    server.restore(&backup);
    // Only the lost opening makes this answer possible.
    marta.must(income(other, 700));
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    let stored = server.stored(other.key()).expect("it is back");
    assert_eq!(marta.shown(other.key()), Some(stored));
}

#[test]
fn a_restored_server_that_others_have_written_to_is_noticed_by_its_seal() {
    let (server, marta, luca, id) = place();
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    let backup = server.backup();
    marta.must(income(id, 900));
    marta.sync(&server).expect("the server is there");
    server.restore(&backup);
    // The log is as long as before, and says something else.
    luca.must(open(new_household(), "Famiglia Verdi"));
    luca.sync(&server).expect("the server is there");
    luca.must(open(new_household(), "Famiglia Bianchi"));
    luca.sync(&server).expect("the server is there");

    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    assert_eq!(marta.rows().len(), 3);
    let kept = server.stored(id.key()).expect("it is there");
    assert_eq!(marta.shown(id.key()), Some(kept));
    assert_eq!(income_of(&marta, id), Some(Money::from_euro(900)));
}

#[test]
fn a_device_keeps_what_it_has_until_a_restored_server_gave_everything() {
    let (server, marta, _, id) = place();
    let backup = server.backup();
    marta.must(income(id, 900));
    marta.sync(&server).expect("the server is there");
    server.restore(&backup);
    server.break_after_pulls(0);
    assert!(marta.sync(&server).is_ok() || marta.rows().len() == 1);
    let reopened = marta.reopened();
    assert_eq!(reopened.rows().len(), 1);
    server.break_after_pulls(100);
    reopened.sync(&server).expect("the server is there");
    assert_eq!(income_of(&reopened, id), Some(Money::from_euro(900)));
    assert_eq!(reopened.n_outbox(), 0);
}

#[test]
fn a_revoked_device_delivers_its_work_and_is_then_wiped_of_all_else() {
    let (server, marta, _, id) = place();
    let unsent = marta.must(income(id, 900));
    server.revoke(marta.author(), marta.device());
    assert_eq!(marta.sync(&server), Err(ExchangeTrouble::Revoked));
    let taken = marta.outbox();
    assert_eq!(taken[0].change.id, unsent);
    assert!(matches!(&taken[0].state, OutboxState::Quarantined { reason } if reason == DEVICE_REVOKED));

    marta.wipe();
    for tablet in [&marta, &marta.reopened()] {
        assert!(tablet.rows().is_empty());
        assert!(tablet.shown(id.key()).is_none());
        assert_eq!((tablet.n_outbox(), tablet.n_deliveries()), (0, 0));
    }
    assert_eq!((marta.storage.n_segments(), marta.storage.n_singles()), (0, 0));
}

#[test]
fn wiping_leaves_work_that_the_server_has_not_taken() {
    let (server, marta, _, id) = place();
    let refused = marta.must(income(id, 900));
    server.cannot_read(refused);
    marta.sync(&server).expect("the server is there");
    let unsent = marta.must(open(new_household(), "Famiglia Verdi"));
    marta.wipe();
    let kept: Vec<_> = marta
        .reopened()
        .outbox()
        .iter()
        .map(|entry| entry.change.id)
        .collect();
    assert_eq!(kept, [refused, unsent]);
    // A new sign-in draws a new identity, and everything goes on.
    let again = marta.signed_in_again();
    again.sync(&server).expect("the server is there");
    assert_eq!(again.waiting_for_author(), [refused]);
    assert_eq!(again.rows().len(), 2);
}

/// With its cursor a wiped device loses the sign by which it would notice that the server was restored: what was answered
/// and is not here yet is sent once more.
#[test]
fn what_was_answered_and_is_not_here_yet_survives_a_wipe_and_a_restore() {
    let (server, marta, luca, id) = place();
    let backup = server.backup();
    marta.must(income(id, 900));
    assert!(marta.sync_over(&FailsToPull(marta.line())).is_err());
    assert!(matches!(marta.outbox()[0].state, OutboxState::Answered { .. }));
    server.revoke(marta.author(), marta.device());
    assert_eq!(marta.sync(&server), Err(ExchangeTrouble::Revoked));
    marta.wipe();
    for tablet in [&marta, &marta.reopened()] {
        assert_eq!(tablet.outbox()[0].state, OutboxState::Pending);
    }
    server.restore(&backup);
    // Others go on, so that the log is as long as before.
    luca.must(open(new_household(), "Famiglia Verdi"));
    luca.sync(&server).expect("the server is there");
    let again = marta.signed_in_again();
    again.sync(&server).expect("the server is there");
    assert_eq!(again.n_outbox(), 0);
    assert_eq!(income_of(&again, id), Some(Money::from_euro(900)));
    assert!(server.holds());
}
