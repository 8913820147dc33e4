// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of dwellings: facts, states and lists.
use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    dwelling::DwellingStateKind as Kind,
    world::{
        FAMILY, HOME, OFFER, OTHER_FAMILY, OTHER_HOME, OTHER_OFFER, act, decided, fact, moved as moved_to,
        offer, refused, state, world,
    },
};
use soglia_kernel::refusal::Refusal as Common;
use uuid::Uuid;

const OFFICER: Role = Role::HousingOfficer;

fn lift(dwelling: DwellingId) -> Action {
    fact(dwelling, DwellingAnswer::Lift(Answer::Known(true)))
}

fn moved(to: DwellingState) -> Action {
    moved_to(HOME, to)
}

fn imported(id: DwellingId, state: DwellingState, listed: Vec<DwellingAnswer>) -> Action {
    let code = "K-0007".to_owned();
    let origin = Origin::Confiscated;
    let demonstration = false;
    Action::on(
        id,
        Verb::Import {
            code,
            origin,
            state,
            listed,
            demonstration,
        },
    )
}

#[test]
fn a_fact_is_written_once() {
    let mut known = world();
    for role in [Role::SocialWorker, OFFICER, Role::ManagingPartner] {
        let mut known = known.clone();
        assert_eq!(act(&mut known, role, &lift(HOME)), 1);
    }
    act(&mut known, OFFICER, &lift(HOME));
    assert_eq!(act(&mut known, OFFICER, &lift(HOME)), 0);
}

#[test]
fn a_partner_writes_only_about_its_own_dwellings() {
    let known = world();
    refused(&known, Role::ManagingPartner, &lift(OTHER_HOME), Refusal::Unknown);
    let entrust = fact(HOME, DwellingAnswer::EntrustedTo(Answer::NotKnownYet));
    let expected = Common::NotYourTask {
        role: Role::ManagingPartner,
    };
    refused(&known, Role::ManagingPartner, &entrust, expected);
    let expected = Common::NotYourTask {
        role: Role::SocialWorker,
    };
    refused(&known, Role::SocialWorker, &entrust, expected);
}

#[test]
fn a_number_out_of_its_range_is_refused() {
    let known = world();
    for answer in [
        DwellingAnswer::Municipio(Answer::Known(0)),
        DwellingAnswer::Municipio(Answer::Known(10)),
        DwellingAnswer::Nil(Answer::Known(89)),
        DwellingAnswer::HabitableRooms(Answer::Known(0)),
        DwellingAnswer::Floor(Answer::Known(-4)),
        DwellingAnswer::Floor(Answer::Known(61)),
    ] {
        refused(&known, OFFICER, &fact(HOME, answer), Common::OutOfRange);
    }
    let ground = fact(HOME, DwellingAnswer::Floor(Answer::Known(0)));
    assert!(decided(&known, OFFICER, &ground).is_ok());
}

#[test]
fn a_text_about_a_dwelling_is_not_endless() {
    let known = world();
    let long = "x".repeat(2_001);
    let address = Address {
        street: long.clone(),
        ..Address::default()
    };
    for answer in [
        DwellingAnswer::Note(Answer::Known(long.clone())),
        DwellingAnswer::ListedUse(Answer::Known(long.clone())),
        DwellingAnswer::Address(Answer::Known(address)),
    ] {
        refused(
            &known,
            OFFICER,
            &fact(HOME, answer),
            Common::TextTooLong { most: 2_000 },
        );
    }
    let away = moved(DwellingState::OutOfStock { reason: long });
    refused(&known, OFFICER, &away, Common::TextTooLong { most: 2_000 });
}

#[test]
fn only_the_housing_office_moves_and_imports_dwellings() {
    let known = world();
    for role in [Role::SocialWorker, Role::ManagingPartner] {
        let expected = Common::NotYourTask { role };
        refused(&known, role, &moved(DwellingState::ToRefurbish), expected.clone());
        refused(
            &known,
            role,
            &imported(HOME, DwellingState::ToAssess, Vec::new()),
            expected,
        );
    }
}

#[test]
fn a_dwelling_goes_through_its_states_in_order() {
    let mut known = world();
    for to in [
        DwellingState::ToAssess,
        DwellingState::ToRefurbish,
        DwellingState::UnderWorks,
        DwellingState::Ready,
        DwellingState::OutOfStock {
            reason: "venduto".to_owned(),
        },
        DwellingState::ToAssess,
        DwellingState::Occupied { household: None },
        DwellingState::Occupied {
            household: Some(FAMILY),
        },
    ] {
        assert_eq!(act(&mut known, OFFICER, &moved(to.clone())), 1);
        assert_eq!(act(&mut known, OFFICER, &moved(to)), 0);
    }
    let another = moved(DwellingState::Occupied {
        household: Some(OTHER_FAMILY),
    });
    let expected = Refusal::StateNotReachable {
        from: Kind::Occupied,
        to: Kind::Occupied,
    };
    refused(&known, OFFICER, &another, expected);
}

#[test]
fn a_state_out_of_order_is_refused() {
    let expected = Refusal::StateNotReachable {
        from: Kind::Ready,
        to: Kind::UnderWorks,
    };
    refused(&world(), OFFICER, &moved(DwellingState::UnderWorks), expected);
}

#[test]
fn only_an_offer_reserves_a_dwelling_and_only_its_end_frees_it() {
    let mut known = world();
    let reserve = moved(DwellingState::Reserved {
        household: OTHER_FAMILY,
        placement: OTHER_OFFER,
        rent: None,
        until: None,
    });
    let expected = Refusal::StateNotReachable {
        from: Kind::Ready,
        to: Kind::Reserved,
    };
    refused(&known, OFFICER, &reserve, expected);
    act(&mut known, OFFICER, &offer(OFFER, FAMILY));
    let expected = Refusal::StateNotReachable {
        from: Kind::Reserved,
        to: Kind::Reserved,
    };
    refused(&known, OFFICER, &reserve, expected);
    let expected = Refusal::StateNotReachable {
        from: Kind::Reserved,
        to: Kind::Ready,
    };
    refused(&known, OFFICER, &moved(DwellingState::Ready), expected);
}

#[test]
fn an_imported_dwelling_is_created_once_and_then_updated() {
    let mut known = world();
    let new = DwellingId(Uuid::from_u128(77));
    let listed = |kind: &str| vec![DwellingAnswer::ListedKind(Answer::Known(kind.to_owned()))];
    let row = |kind| imported(new, DwellingState::ToAssess, listed(kind));
    assert_eq!(act(&mut known, OFFICER, &row("appart.")), 1);
    assert_eq!(act(&mut known, OFFICER, &row("appart.")), 0);
    act(&mut known, OFFICER, &moved_to(new, DwellingState::Ready));
    assert_eq!(act(&mut known, OFFICER, &row("abitazione")), 1);
    // What people know about the state is better than a list.
    assert_eq!(state(&known, new), &DwellingState::Ready);
}

#[test]
fn a_list_brings_neither_offers_nor_impossible_numbers() {
    let known = world();
    let new = DwellingId(Uuid::from_u128(77));
    let held = DwellingState::Reserved {
        household: FAMILY,
        placement: OFFER,
        rent: None,
        until: None,
    };
    let expected = Refusal::StateNotReachable {
        from: Kind::ToAssess,
        to: Kind::Reserved,
    };
    refused(&known, OFFICER, &imported(new, held, Vec::new()), expected);
    let wrong = vec![DwellingAnswer::Municipio(Answer::Known(12))];
    refused(
        &known,
        OFFICER,
        &imported(new, DwellingState::ToAssess, wrong),
        Common::OutOfRange,
    );
}
