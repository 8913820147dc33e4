// SPDX-License-Identifier: AGPL-3.0-or-later
//! From one tablet to another.
use crate::{
    deeds::{self, PARTNER, dwelling, import, income, new_household, note, open, say, take_back},
    server::Server,
    tablet::Tablet,
};
use soglia_domain::{
    answer::Answer,
    author::Role,
    diary_entry::Circle,
    household::HouseholdAnswer,
    id::{DiaryEntryId, HouseholdId},
    money::Money,
    record::{FieldKey, Identity as _},
};

fn income_of(tablet: &Tablet, id: HouseholdId) -> Option<Money> {
    tablet.household(id).facts.net_monthly_income.known().copied()
}

#[test]
fn what_one_tablet_writes_offline_reaches_another() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 950));
    assert_eq!(income_of(&marta, id), Some(Money::from_euro(950)));
    assert!(
        marta
            .laid(id.key())
            .pending
            .contains(&FieldKey("net_monthly_income".into()))
    );

    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    assert_eq!(marta.n_deliveries(), 2);
    assert!(marta.laid(id.key()).pending.is_empty());

    luca.sync(&server).expect("the server is there");
    assert_eq!(luca.household(id), marta.household(id));
    assert_eq!(luca.rows(), marta.rows());
}

pub(crate) fn two(server: &Server) -> (Tablet, Tablet) {
    (
        Tablet::new(server, "Marta", Role::SocialWorker),
        Tablet::new(server, "Luca", Role::HousingOfficer),
    )
}

#[test]
fn saying_the_same_again_is_no_change() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 950));
    assert_eq!(marta.act(income(id, 950)), Ok(None));
    assert_eq!(marta.n_outbox(), 2);
}

#[test]
fn two_values_in_one_field_wait_for_a_choice_and_choosing_ends_it() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 900));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    marta.must(income(id, 650));
    luca.must(income(id, 620));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    let stored = luca.shown(id.key()).expect("it is here");
    assert_eq!(stored.reviews.len(), 1);
    assert_eq!(income_of(&luca, id), Some(Money::from_euro(650)));

    // Saying the present value again, with both in view, is a choice and travels as one.
    luca.must(income(id, 650));
    assert!(luca.shown(id.key()).expect("it is here").reviews.is_empty());
    assert_eq!(luca.n_outbox(), 1);
}

#[test]
fn different_fields_merge() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    marta.must(income(id, 650));
    luca.must(say(
        id,
        HouseholdAnswer::Phone(Answer::Known("02 884 50000".into())),
    ));
    for tablet in [&marta, &luca, &marta] {
        tablet.sync(&server).expect("the server is there");
    }
    assert_eq!(marta.household(id), luca.household(id));
    assert_eq!(income_of(&luca, id), Some(Money::from_euro(650)));
    assert!(luca.household(id).facts.phone.is_known());
}

#[test]
fn a_record_taken_away_goes_after_the_last_word_was_sent() {
    let server = Server::default();
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let home = dwelling(1);
    server.does(Role::HousingOfficer, import(home, Some(PARTNER)));
    partner.sync(&server).expect("the server is there");
    partner.must(note(home, "citofono guasto"));
    // While the partner sends its last word, the dwelling is taken back.
    server.after_push(Role::HousingOfficer, take_back(home));
    partner.sync(&server).expect("the server is there");
    assert!(partner.shown(home.key()).is_none());
    assert!(partner.rows().is_empty());
    assert!(partner.reopened().rows().is_empty());
    let kept = server.stored(home.key()).expect("the server keeps it");
    assert!(kept.revisions.contains_key(&FieldKey("note".into())));
    assert_eq!((partner.n_outbox(), partner.n_deliveries()), (0, 1));
}

/// A child follows its root also on the device: it comes although nothing changed in it, and it goes.
#[test]
fn an_entry_of_the_diary_comes_and_goes_with_its_household() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let (id, home) = (new_household(), dwelling(1));
    server.does(Role::HousingOfficer, import(home, Some(PARTNER)));
    marta.sync(&server).expect("the server is there");
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(deeds::write(1, id, Circle::Partners));
    marta.must(deeds::write(2, id, Circle::Team));
    marta.sync(&server).expect("the server is there");
    partner.sync(&server).expect("the server is there");
    assert_eq!(partner.rows().len(), 1, "the dwelling");
    for n in [1, 2] {
        marta.must(deeds::offer(n, id, home));
        marta.sync(&server).expect("the server is there");
        partner.sync(&server).expect("the server is there");
        assert_eq!(partner.rows().len(), 4, "dwelling, household, offer, entry");
        assert_eq!(partner.every(DiaryEntryId::KIND).len(), 1);
        marta.must(deeds::withdraw(n));
        marta.sync(&server).expect("the server is there");
        partner.sync(&server).expect("the server is there");
        assert_eq!(partner.rows().len(), 1);
        assert!(partner.every(DiaryEntryId::KIND).is_empty());
        assert_eq!(partner.reopened().rows(), partner.rows());
    }
    assert_eq!(marta.every(DiaryEntryId::KIND).len(), 2);
    assert!(server.holds());
}
