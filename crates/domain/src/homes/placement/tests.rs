// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of offers: a dwelling holds one household, a rent never passes its ceiling.
use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    dwelling::{self, DwellingAnswer, DwellingState, DwellingStateKind},
    household::Household,
    record::Identity,
    rent::AgreedRent,
    rooms::Record,
    world::{
        FAMILY, HOME, NOW, OFFER, OTHER_FAMILY, OTHER_HOME, OTHER_OFFER, PARTNER, Terms, act, content,
        decided, fact, moved, offer, offer_on, offered, refused, state, withdrawal, world,
    },
};
use soglia_kernel::{area::FloorArea, refusal::Refusal as Common};

const WORKER: Role = Role::SocialWorker;

#[test]
fn an_offer_reserves_the_dwelling_and_stands_in_the_household() {
    let mut known = world();
    assert_eq!(act(&mut known, WORKER, &offer(OFFER, FAMILY)), 3);
    let held = DwellingState::Reserved {
        household: FAMILY,
        placement: OFFER,
        rent: Some(AgreedRent {
            tier: RentTier::ReducedCapped,
            monthly: Money::from_euro(200),
            service_charges: None,
        }),
        until: None,
    };
    assert_eq!(state(&known, HOME), &held);
    let made = offered(&known, OFFER);
    assert_eq!(made.partner, Some(PARTNER));
    assert_eq!(made.dwelling_code, "C-0001");
    assert_eq!(made.at, NOW);
    let open = &content::<Household>(&known, FAMILY).open;
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].placement, open[0].partner), (OFFER, Some(PARTNER)));
    refused(&known, WORKER, &offer(OFFER, FAMILY), Common::AlreadyExists);
}

#[test]
fn a_dwelling_holds_one_household() {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    let expected = Refusal::DwellingHeld {
        household: Some(FAMILY),
    };
    refused(&known, WORKER, &offer(OTHER_OFFER, OTHER_FAMILY), expected);
}

#[test]
fn a_dwelling_where_somebody_lives_is_held() {
    let mut known = world();
    let officer = Role::HousingOfficer;
    for to in [
        DwellingState::ToAssess,
        DwellingState::Occupied { household: None },
    ] {
        act(&mut known, officer, &moved(HOME, to));
    }
    refused(
        &known,
        WORKER,
        &offer(OFFER, FAMILY),
        Refusal::DwellingHeld { household: None },
    );
}

#[test]
fn a_dwelling_that_is_not_ready_is_not_offered() {
    let mut known = world();
    let to = DwellingState::ToRefurbish;
    act(&mut known, Role::HousingOfficer, &moved(HOME, to));
    let state = DwellingStateKind::ToRefurbish;
    refused(
        &known,
        WORKER,
        &offer(OFFER, FAMILY),
        Refusal::DwellingNotReady { state },
    );
}

#[test]
fn a_partner_neither_offers_nor_withdraws() {
    let expected = Common::NotYourTask {
        role: Role::ManagingPartner,
    };
    refused(
        &world(),
        Role::ManagingPartner,
        &offer(OFFER, FAMILY),
        expected.clone(),
    );
    refused(&world(), Role::ManagingPartner, &withdrawal(OFFER), expected);
}

fn with_rent(dwelling: DwellingId, tier: RentTier, cents: i64) -> Action {
    let terms = Terms {
        dwelling,
        tier,
        monthly_rent: Some(Money::from_cents(cents)),
        ..Terms::default()
    };
    offer_on(OFFER, FAMILY, terms)
}

#[test]
fn a_rent_never_passes_its_ceiling() {
    let known = world();
    for (tier, ceiling) in [(RentTier::Capped, 31_250), (RentTier::ReducedCapped, 22_916)] {
        assert!(decided(&known, WORKER, &with_rent(HOME, tier, ceiling)).is_ok());
        let expected = Refusal::RentAboveCeiling {
            ceiling: Money::from_cents(ceiling),
        };
        refused(&known, WORKER, &with_rent(HOME, tier, ceiling + 1), expected);
        refused(&known, WORKER, &with_rent(HOME, tier, -1), Refusal::RentNegative);
    }
}

#[test]
fn a_rent_waits_for_the_surface_and_an_offer_does_not() {
    let mut known = world();
    let with_rent = with_rent(OTHER_HOME, RentTier::Capped, 10_000);
    refused(&known, WORKER, &with_rent, Refusal::SurfaceNotMeasured);
    let terms = Terms {
        dwelling: OTHER_HOME,
        monthly_rent: None,
        ..Terms::default()
    };
    let without = offer_on(OFFER, FAMILY, terms);
    act(&mut known, WORKER, &without);
    let mut known = world();
    let area = FloorArea::from_hundredths(5_000).into();
    let measure = fact(OTHER_HOME, DwellingAnswer::UsableArea(area));
    act(
        &mut known,
        Role::ManagingPartner,
        &fact(HOME, DwellingAnswer::Lift(Answer::Known(false))),
    );
    act(&mut known, WORKER, &measure);
    act(&mut known, WORKER, &with_rent);
}

#[test]
fn a_withdrawal_frees_the_dwelling_for_another_household() {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    assert_eq!(act(&mut known, WORKER, &withdrawal(OFFER)), 3);
    assert_eq!(state(&known, HOME), &DwellingState::Ready);
    assert!(matches!(
        offered(&known, OFFER).state,
        PlacementState::Withdrawn { .. }
    ));
    refused(&known, WORKER, &withdrawal(OFFER), Refusal::Closed);
    act(&mut known, WORKER, &offer(OTHER_OFFER, OTHER_FAMILY));
}

#[test]
fn a_withdrawal_is_about_an_offer_whose_dwelling_is_in_view() {
    let mut known = world();
    refused(&known, WORKER, &withdrawal(OFFER), Refusal::Unknown);
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    known.remove(&HOME.key());
    refused(&known, WORKER, &withdrawal(OFFER), dwelling::Refusal::Unknown);
}

#[test]
fn an_offer_is_taken_back_wherever_its_dwelling_went_meanwhile() {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    // A newer version may know other ways out of an offer.
    let Some(Record::Dwelling(home)) = known.get_mut(&HOME.key()) else {
        panic!("the dwelling exists");
    };
    home.state = DwellingState::UnderWorks;
    let edits = decided(&known, WORKER, &withdrawal(OFFER)).expect("it is allowed");
    assert!(edits.iter().all(|edit| edit.record != HOME.key()));
}

#[test]
fn a_note_is_not_endless() {
    let terms = Terms {
        note: "x".repeat(2_001),
        ..Terms::default()
    };
    let long = offer_on(OFFER, FAMILY, terms);
    refused(&world(), WORKER, &long, Common::TextTooLong { most: 2_000 });
}
