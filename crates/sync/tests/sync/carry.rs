// SPDX-License-Identifier: AGPL-3.0-or-later
//! Unsent work in a file, brought to another tablet.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    server::Server,
};
use soglia_domain::record::Identity as _;
use soglia_sync::{engine::ExchangeTrouble, storage::StorageTrouble, workfile::ImportTrouble};

/// F1: work that only this device has can be carried away before the browser throws it out.
#[test]
fn work_carried_to_another_tablet_is_sent_from_there() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 900));
    let other = marta.another();
    other.must(open(new_household(), "Famiglia Rossi"));
    assert_eq!(other.import(&marta.export()), Ok((2, 0)));
    assert_eq!(other.household(id), marta.household(id));
    assert_eq!(other.reopened().household(id), marta.household(id));
    other.sync(&server).expect("the server is there");
    assert_eq!((other.n_outbox(), other.n_deliveries()), (0, 3));
    luca.sync(&server).expect("the server is there");
    assert_eq!(luca.rows().len(), 2);

    // The first tablet finds the network at last: the same identities get the same answers.
    let at_server = server.stored(id.key());
    marta.sync(&server).expect("the server is there");
    assert_eq!(server.stored(id.key()), at_server);
    assert_eq!((marta.n_outbox(), marta.n_deliveries()), (0, 2));
}

#[test]
fn a_file_brought_twice_adds_nothing_twice() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let file = marta.export();
    let other = marta.another();
    assert_eq!(other.import(&file), Ok((1, 0)));
    assert_eq!(other.import(&file), Ok((0, 1)));
    assert_eq!(marta.import(&file), Ok((0, 1)), "also not where it comes from");
    other.sync(&server).expect("the server is there");
    assert_eq!(other.import(&file), Ok((0, 1)), "also not after it was delivered");
    other.sync(&server).expect("the server is there");
    assert_eq!(server.all().len(), 1);
}

#[test]
fn work_of_somebody_else_a_damaged_and_a_newer_file_are_refused_whole() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    marta.must(open(new_household(), "Famiglia Ionescu"));
    let file = marta.export();
    assert_eq!(luca.import(&file), Err(ImportTrouble::OtherAuthor));
    let other = marta.another();
    assert_eq!(other.import(&file[..file.len() - 1]), Err(ImportTrouble::Damaged));
    assert_eq!(other.import(b"PK"), Err(ImportTrouble::Damaged));
    let text = String::from_utf8(file.clone()).expect("it is text");
    let newer = text.replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(other.import(newer.as_bytes()), Err(ImportTrouble::Newer));
    let unknown = text.replacen("\"open\"", "\"begin\"", 1);
    assert_eq!(other.import(unknown.as_bytes()), Err(ImportTrouble::Newer));
    let later = text.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(other.import(later.as_bytes()), Err(ImportTrouble::Newer));
    other.storage.fail_next_write(StorageTrouble::Full);
    assert_eq!(
        other.import(&file),
        Err(ImportTrouble::Storage(StorageTrouble::Full))
    );
    assert_eq!((other.n_outbox(), other.storage.n_outbox()), (0, 0));
}

#[test]
fn a_file_brought_back_after_the_store_was_lost_goes_on_counting() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 900));
    let file = marta.export();
    let emptied = marta.emptied();
    assert_eq!(emptied.import(&file), Ok((2, 0)));
    emptied.must(income(id, 950));
    assert_eq!(emptied.counters(), [1, 2, 3]);
    emptied.sync(&server).expect("the server is there");
    assert_eq!(emptied.n_deliveries(), 3);
}

/// A tablet was lost and found again: what it could no longer deliver by itself its author carries away, and delivers.
#[test]
fn what_was_set_aside_of_a_revoked_tablet_is_sent_from_the_one_to_which_it_is_carried() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let other = marta.another();
    server.revoke(marta.author(), marta.device());
    assert_eq!(marta.sync(&server), Err(ExchangeTrouble::Revoked));
    assert_eq!(marta.waiting_for_author().len(), 1);
    assert_eq!(other.import(&marta.export()), Ok((1, 0)));
    assert_eq!(other.household(id).label(), "Famiglia Ionescu");
    other.sync(&server).expect("the server is there");
    assert_eq!((other.n_outbox(), other.n_deliveries()), (0, 1));
    assert!(server.stored(id.key()).is_some());
    assert!(server.holds());
}

/// The server took a change from the second tablet after it had set it aside of the first: once the second has forgotten
/// that, the file of the first must not tell its author that the change waits.
#[test]
fn what_the_server_took_after_all_does_not_come_back_as_set_aside() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let other = marta.another();
    other.import(&marta.export()).expect("the file can be read");
    server.revoke(marta.author(), marta.device());
    assert_eq!(marta.sync(&server), Err(ExchangeTrouble::Revoked));
    other.sync(&server).expect("the server is there");
    let at_server = server.stored(id.key());
    other.wipe();
    assert_eq!(other.import(&marta.export()), Ok((1, 0)));
    other.sync(&server).expect("the server is there");
    assert_eq!((other.waiting_for_author().len(), other.n_outbox()), (0, 0));
    assert_eq!(server.stored(id.key()), at_server);
    assert!(server.holds());
}

/// F7, F21: work of a device that the server never met is set aside, and the rest goes on; sent again it is the work of
/// this device.
#[test]
fn work_of_a_device_that_the_server_never_met_holds_nothing_up() {
    let server = Server::default();
    let (other, _) = two(&server);
    let unmet = other.another_unmet();
    let (carried, own) = (new_household(), new_household());
    let change = unmet.must(open(carried, "Famiglia Ionescu"));
    assert_eq!(other.import(&unmet.export()), Ok((1, 0)));
    other.must(open(own, "Famiglia Rossi"));
    other.sync(&server).expect("the server is there");
    assert_eq!(other.waiting_for_author(), [change]);
    assert!(server.stored(own.key()).is_some());
    other.resend(change).expect("it is allowed");
    other.sync(&server).expect("the server is there");
    assert_eq!(other.n_outbox(), 0);
    assert!(server.stored(carried.key()).is_some());
}
