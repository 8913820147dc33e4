// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    dwelling::{DwellingAnswer, DwellingStateKind},
    household::{AgreedRent, Offer, OfferState},
};

const WORKER: Role = Role::SocialWorker;

fn offered(known: &Known, to: HouseholdId, offer: OfferId) -> &Offer {
    let household = household(known, to).expect("the household exists");
    household.offer(offer).expect("the proposal was made")
}

#[test]
fn a_proposal_reserves_the_dwelling_and_stands_in_the_household() {
    let mut known = world();
    assert_eq!(act(&mut known, WORKER, &proposal(OFFER, FAMILY)), 2);
    let held = DwellingState::Reserved {
        household: FAMILY,
        offer: OFFER,
        rent: Some(AgreedRent {
            tier: RentTier::ReducedCapped,
            monthly: Money::from_euro(200),
            service_charges: None,
        }),
        until: None,
    };
    assert_eq!(state(&known, HOME), &held);
    let made = offered(&known, FAMILY, OFFER);
    assert_eq!(made.partner, Some(PARTNER));
    assert_eq!(made.dwelling_code, "C-0001");
    assert_eq!(made.at, NOW);
    refused(&known, WORKER, &proposal(OFFER, FAMILY), &Refusal::AlreadyExists);
}

#[test]
fn a_dwelling_holds_one_household() {
    let mut known = world();
    act(&mut known, WORKER, &proposal(OFFER, FAMILY));
    let expected = Refusal::DwellingHeld {
        household: Some(FAMILY),
    };
    refused(&known, WORKER, &proposal(OTHER_OFFER, OTHER_FAMILY), &expected);
}

#[test]
fn a_dwelling_where_somebody_lives_is_held() {
    let mut known = world();
    let officer = Role::HousingOfficer;
    for to in [
        DwellingState::ToAssess,
        DwellingState::Occupied { household: None },
    ] {
        act(&mut known, officer, &Action::MoveDwelling { dwelling: HOME, to });
    }
    refused(
        &known,
        WORKER,
        &proposal(OFFER, FAMILY),
        &Refusal::DwellingHeld { household: None },
    );
}

#[test]
fn a_dwelling_that_is_not_ready_is_not_proposed() {
    let mut known = world();
    let to = DwellingState::ToRefurbish;
    act(
        &mut known,
        Role::HousingOfficer,
        &Action::MoveDwelling { dwelling: HOME, to },
    );
    let state = DwellingStateKind::ToRefurbish;
    refused(
        &known,
        WORKER,
        &proposal(OFFER, FAMILY),
        &Refusal::DwellingNotReady { state },
    );
}

#[test]
fn a_partner_neither_proposes_nor_withdraws() {
    let expected = Refusal::NotYourTask {
        role: Role::ManagingPartner,
    };
    refused(
        &world(),
        Role::ManagingPartner,
        &proposal(OFFER, FAMILY),
        &expected,
    );
    refused(
        &world(),
        Role::ManagingPartner,
        &withdrawal(OFFER, FAMILY, HOME),
        &expected,
    );
}

fn with_rent(dwelling: DwellingId, tier: RentTier, cents: i64) -> Action {
    Action::ProposeDwelling {
        offer: OFFER,
        household: FAMILY,
        dwelling,
        tier,
        monthly_rent: Some(Money::from_cents(cents)),
        note: String::new(),
        service_charges: None,
        until: None,
    }
}

#[test]
fn a_rent_never_passes_its_ceiling() {
    let known = world();
    for (tier, ceiling) in [(RentTier::Capped, 31_250), (RentTier::ReducedCapped, 22_916)] {
        assert!(decided(&known, WORKER, &with_rent(HOME, tier, ceiling)).is_ok());
        let expected = Refusal::RentAboveCeiling {
            ceiling: Money::from_cents(ceiling),
        };
        refused(&known, WORKER, &with_rent(HOME, tier, ceiling + 1), &expected);
        refused(
            &known,
            WORKER,
            &with_rent(HOME, tier, -1),
            &Refusal::NegativeAmount,
        );
    }
}

#[test]
fn a_rent_waits_for_the_surface_and_a_proposal_does_not() {
    let mut known = world();
    let with_rent = with_rent(OTHER_HOME, RentTier::Capped, 10_000);
    refused(&known, WORKER, &with_rent, &Refusal::SurfaceNotMeasured);
    let Action::ProposeDwelling {
        offer,
        household,
        dwelling,
        tier,
        note,
        ..
    } = with_rent.clone()
    else {
        panic!("it is a proposal");
    };
    let without = Action::ProposeDwelling {
        offer,
        household,
        dwelling,
        tier,
        note,
        monthly_rent: None,
        service_charges: None,
        until: None,
    };
    act(&mut known, WORKER, &without);
    let mut known = world();
    let area = FloorArea::from_hundredths(5_000).into();
    let measure = Action::RecordDwellingFact {
        dwelling: OTHER_HOME,
        answer: DwellingAnswer::UsableArea(area),
    };
    act(
        &mut known,
        Role::ManagingPartner,
        &Action::RecordDwellingFact {
            dwelling: HOME,
            answer: DwellingAnswer::Lift(Answer::Known(false)),
        },
    );
    act(&mut known, WORKER, &measure);
    act(&mut known, WORKER, &with_rent);
}

#[test]
fn a_withdrawal_frees_the_dwelling_for_another_household() {
    let mut known = world();
    act(&mut known, WORKER, &proposal(OFFER, FAMILY));
    assert_eq!(act(&mut known, WORKER, &withdrawal(OFFER, FAMILY, HOME)), 2);
    assert_eq!(state(&known, HOME), &DwellingState::Ready);
    assert!(matches!(
        offered(&known, FAMILY, OFFER).state,
        OfferState::Withdrawn { .. }
    ));
    refused(
        &known,
        WORKER,
        &withdrawal(OFFER, FAMILY, HOME),
        &Refusal::OfferClosed,
    );
    act(&mut known, WORKER, &proposal(OTHER_OFFER, OTHER_FAMILY));
}

#[test]
fn a_withdrawal_names_the_dwelling_that_was_proposed() {
    let mut known = world();
    refused(
        &known,
        WORKER,
        &withdrawal(OFFER, FAMILY, HOME),
        &Refusal::UnknownOffer,
    );
    act(&mut known, WORKER, &proposal(OFFER, FAMILY));
    refused(
        &known,
        WORKER,
        &withdrawal(OFFER, FAMILY, OTHER_HOME),
        &Refusal::UnknownDwelling,
    );
}

#[test]
fn a_note_is_not_endless() {
    let Action::ProposeDwelling {
        offer,
        household,
        dwelling,
        tier,
        monthly_rent,
        ..
    } = proposal(OFFER, FAMILY)
    else {
        panic!("it is a proposal");
    };
    let note = "x".repeat(2_001);
    let long = Action::ProposeDwelling {
        offer,
        household,
        dwelling,
        tier,
        monthly_rent,
        service_charges: None,
        until: None,
        note,
    };
    refused(&world(), WORKER, &long, &Refusal::TextTooLong { most: 2_000 });
}
