// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about an offer.
use super::{Placement, PlacementState, Refusal, Verb};
use crate::{
    certificate::RentCertificate,
    context::Known,
    dwelling::{
        Dwelling, DwellingState, DwellingStateKind,
        samples::{LAST, RENT},
    },
    eligibility::{Basis, Situation, eligibility},
    household::{self, Household},
    rulebook::Rulebook,
    samples::{AT, BY_NAME, DWELLING, HOUSEHOLD, PARTNER, PERSON, PLACEMENT, TODAY, broken},
};
use soglia_kernel::{
    area::FloorArea,
    edit::Edit,
    every,
    key::Identity,
    money::Money,
    samples::{Pieces, choosings},
};

/// An open offer with everything filled in.
pub fn record() -> Placement {
    let rules = Rulebook::published().as_of(TODAY);
    let situation = Situation::of(&household::samples::record(), &rules);
    let area = FloorArea::from_hundredths(5_000);
    Placement {
        id: PLACEMENT,
        household: HOUSEHOLD,
        dwelling: DWELLING,
        dwelling_code: "C-0042".to_owned(),
        tier: RENT.tier,
        monthly_rent: Some(RENT.monthly),
        service_charges: RENT.service_charges,
        until: Some(LAST),
        partner: Some(PARTNER),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        at: AT,
        note: "vicino alla scuola dei piccoli Ionescu".to_owned(),
        state: PlacementState::Offered,
        certificate: area.map(|area| RentCertificate::issue("C-0042", area, RENT.tier, &rules)),
        basis: Some(Basis::of(&situation, &eligibility(&situation, &rules), &rules)),
    }
}

fn withdrawn() -> PlacementState {
    PlacementState::Withdrawn {
        reason: "Ionescu ha rinunciato".to_owned(),
    }
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("state").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Offer => Verb::Offer {
            household: HOUSEHOLD,
            dwelling: DWELLING,
            tier: RENT.tier,
            monthly_rent: Some(RENT.monthly),
            service_charges: RENT.service_charges,
            until: Some(LAST),
            note: "vicino alla scuola dei piccoli Ionescu".to_owned(),
        },
        Withdraw => Verb::Withdraw { reason: "Ionescu ha rinunciato".to_owned() },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Placement>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: every!(PlacementState {
            Offered => PlacementState::Offered,
            Withdrawn => withdrawn(),
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        DwellingHeld => Refusal::DwellingHeld { household: Some(HOUSEHOLD) },
        DwellingNotReady => Refusal::DwellingNotReady { state: DwellingStateKind::UnderWorks },
        Closed => Refusal::Closed,
        RentAboveCeiling => Refusal::RentAboveCeiling { ceiling: Money::from_cents(22_916) },
        RentNegative => Refusal::RentNegative,
        SurfaceNotMeasured => Refusal::SurfaceNotMeasured,
    })
}

/// Offers that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Placement)> {
    let city = Placement {
        partner: None,
        ..record()
    };
    let over = Placement {
        state: withdrawn(),
        ..record()
    };
    vec![
        ("open, of a partner's dwelling", record()),
        ("open, of a dwelling entrusted to nobody", city),
        ("taken back", over),
    ]
}

/// What does not hold about an offer.
pub fn invariants(placement: &Placement, known: &Known) -> Vec<&'static str> {
    let is_open = placement.state.is_open();
    let dwelling: Option<&Dwelling> = known.content(placement.dwelling.key());
    let household: Option<&Household> = known.content(placement.household.key());
    let holds = dwelling.is_none_or(|dwelling| {
        matches!(&dwelling.state, DwellingState::Reserved { placement: by, .. } if *by == placement.id)
    });
    let stands =
        household.is_none_or(|household| household.open.iter().any(|offer| offer.placement == placement.id));
    let certificate = placement.certificate.as_ref();
    let within = placement
        .monthly_rent
        .is_none_or(|rent| certificate.is_some_and(|certificate| rent <= certificate.monthly));
    broken(&[
        (
            holds == is_open || dwelling.is_none(),
            "an offer holds its dwelling as long as it is open",
        ),
        (
            stands == is_open || household.is_none(),
            "an offer stands in its household as long as it is open",
        ),
        (within, "a rent has a certificate, and is not above it"),
        (
            certificate.is_none_or(|certificate| certificate.verify().is_ok()),
            "a certificate can be computed again",
        ),
    ])
}
