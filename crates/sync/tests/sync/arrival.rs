// SPDX-License-Identifier: AGPL-3.0-or-later
//! From one tablet to another.
use crate::{server::Server, tablet::Tablet};
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::Role,
    household::HouseholdAnswer,
    id::HouseholdId,
    money::Money,
    record::{FieldKey, RecordKey},
};
use uuid::Uuid;

pub(crate) fn open(household: HouseholdId, label: &str) -> Action {
    Action::OpenHousehold {
        household,
        label: label.to_owned(),
    }
}

pub(crate) fn income(household: HouseholdId, euro: i64) -> Action {
    Action::RecordAnswer {
        household,
        answer: HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(euro))),
    }
}

pub(crate) fn new_household() -> HouseholdId {
    HouseholdId(Uuid::new_v4())
}

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
            .laid(RecordKey::Household(id))
            .pending
            .contains(&FieldKey("net_monthly_income".into()))
    );

    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    assert_eq!(marta.n_deliveries(), 2);
    assert!(marta.laid(RecordKey::Household(id)).pending.is_empty());

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
    let stored = luca.shown(RecordKey::Household(id)).expect("it is here");
    assert_eq!(stored.reviews.len(), 1);
    assert_eq!(income_of(&luca, id), Some(Money::from_euro(650)));

    // Saying the present value again, with both in view, is a choice and travels as one.
    luca.must(income(id, 650));
    assert!(
        luca.shown(RecordKey::Household(id))
            .expect("it is here")
            .reviews
            .is_empty()
    );
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
    luca.must(Action::RecordAnswer {
        household: id,
        answer: HouseholdAnswer::Phone(Answer::Known("02 884 50000".into())),
    });
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
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    luca.must(income(id, 700));
    server.hide(RecordKey::Household(id));
    luca.sync(&server).expect("the server is there");
    assert!(luca.shown(RecordKey::Household(id)).is_none());
    assert!(luca.rows().is_empty());
    assert!(luca.reopened().rows().is_empty());
    let kept = server
        .stored(RecordKey::Household(id))
        .expect("the server keeps it");
    assert!(
        kept.revisions
            .contains_key(&FieldKey("net_monthly_income".into()))
    );
}
