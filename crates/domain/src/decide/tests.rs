// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of decisions, one sentence each.
mod dwellings;
mod households;
mod offers;
mod photos;
mod reviews;
mod rulebook;
mod titles;

use super::*;
use crate::{
    answer::Answer,
    apply::apply,
    area::FloorArea,
    dwelling::{DwellingFacts, DwellingState, Origin},
    household::{HouseholdFacts, Member, MemberFacts, RentTier},
    id::{MemberId, OfferId, OrganisationId, PersonId},
    money::Money,
};
use uuid::Uuid;

/// Noon of 20 March 2026.
const NOW: Timestamp = Timestamp {
    ms: 1_774_008_000_000,
    counter: 0,
};

const HOME: DwellingId = DwellingId(Uuid::from_u128(1));
const OTHER_HOME: DwellingId = DwellingId(Uuid::from_u128(2));
const FAMILY: HouseholdId = HouseholdId(Uuid::from_u128(11));
const OTHER_FAMILY: HouseholdId = HouseholdId(Uuid::from_u128(12));
const OFFER: OfferId = OfferId(Uuid::from_u128(21));
const OTHER_OFFER: OfferId = OfferId(Uuid::from_u128(22));
const PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(31));
const HEAD: MemberId = MemberId(1);

fn author(role: Role) -> Author {
    let organisation = match role {
        Role::ManagingPartner => PARTNER,
        _ => OrganisationId(Uuid::from_u128(30)),
    };
    Author {
        person: PersonId(Uuid::from_u128(41)),
        name: "Prova".to_owned(),
        role,
        organisation,
        organisation_name: String::new(),
    }
}

/// Two ready dwellings of 50 m², the first with its surface measured and entrusted to the partner, and two households.
fn world() -> Known {
    let dwelling = |id, facts| {
        Record::Dwelling(Dwelling {
            id,
            code: "C-0001".to_owned(),
            origin: Origin::Municipal,
            demonstration: false,
            state: DwellingState::Ready,
            facts,
            photos: Vec::new(),
        })
    };
    let measured = DwellingFacts {
        usable_area: FloorArea::from_hundredths(5_000).into(),
        entrusted_to: Answer::Known(PARTNER),
        ..DwellingFacts::default()
    };
    let household = |id| {
        Record::Household(Household {
            id,
            label: "Famiglia di prova".to_owned(),
            demonstration: false,
            opened_at: NOW,
            opened_by: PersonId(Uuid::from_u128(41)),
            members: vec![Member {
                id: HEAD,
                facts: MemberFacts::default(),
            }],
            facts: HouseholdFacts::default(),
            offers: Vec::new(),
            joined: None,
            distinct: Vec::new(),
        })
    };
    [
        dwelling(HOME, measured),
        dwelling(OTHER_HOME, DwellingFacts::default()),
        household(FAMILY),
        household(OTHER_FAMILY),
    ]
    .into_iter()
    .map(|record| (record.key(), record))
    .collect()
}

fn decided(known: &Known, role: Role, action: &Action) -> Result<Vec<Edit>, Refusal> {
    decide(action, known, &Rulebook::published(), NOW, &author(role))
}

/// Decides and applies, as a device does.
#[track_caller]
fn act(known: &mut Known, role: Role, action: &Action) -> usize {
    let edits = decided(known, role, action).expect("the action is allowed");
    for edit in &edits {
        let before = known.remove(&edit.record);
        if let Some(after) = apply(before, &edit.op) {
            known.insert(edit.record, after);
        }
    }
    edits.len()
}

#[track_caller]
fn refused(known: &Known, role: Role, action: &Action, expected: &Refusal) {
    assert_eq!(decided(known, role, action).as_ref(), Err(expected));
}

fn proposal(offer: OfferId, to: HouseholdId) -> Action {
    Action::ProposeDwelling {
        offer,
        household: to,
        dwelling: HOME,
        tier: RentTier::ReducedCapped,
        monthly_rent: Some(Money::from_euro(200)),
        note: String::new(),
        service_charges: None,
        until: None,
    }
}

fn withdrawal(offer: OfferId, from: HouseholdId, dwelling: DwellingId) -> Action {
    Action::WithdrawOffer {
        household: from,
        offer,
        dwelling,
        reason: String::new(),
    }
}

fn state(known: &Known, id: DwellingId) -> &DwellingState {
    &dwelling(known, id).expect("the dwelling exists").state
}

#[test]
fn what_does_not_exist_cannot_be_changed() {
    let known = Known::new();
    let fact = Action::MoveDwelling {
        dwelling: HOME,
        to: DwellingState::Ready,
    };
    refused(&known, Role::HousingOfficer, &fact, &Refusal::UnknownDwelling);
    refused(
        &known,
        Role::SocialWorker,
        &proposal(OFFER, FAMILY),
        &Refusal::UnknownHousehold,
    );
    let mut only_family = world();
    only_family.remove(&RecordKey::Dwelling(HOME));
    refused(
        &only_family,
        Role::SocialWorker,
        &proposal(OFFER, FAMILY),
        &Refusal::UnknownDwelling,
    );
}
