// SPDX-License-Identifier: AGPL-3.0-or-later
//! A small world in which the stories of decisions happen, one sentence each.
use crate::{
    action::Action,
    answer::Answer,
    author::{Author, Role},
    calendar::{Day, Timestamp},
    context::{Decided, Known},
    decide::decide,
    dwelling::{self, Dwelling, DwellingAnswer, DwellingFacts, DwellingState, Origin},
    household::{self, Household, HouseholdPartId, Member, MemberAnswer, MemberFacts},
    id::{DwellingId, HouseholdId, MemberId, OrganisationId, PersonId, PlacementId},
    moment::Moment,
    money::Money,
    placement::{self, Placement},
    record::Identity,
    rent::RentTier,
    rooms::{Record, Refusal, Room, apply},
    rulebook::Rulebook,
    samples,
};
use soglia_kernel::area::FloorArea;
use uuid::Uuid;

/// Noon of 20 March 2026.
pub(crate) const NOW: Timestamp = samples::AT;

/// The day of it.
pub(crate) const TODAY: Day = samples::TODAY;

pub(crate) const HOME: DwellingId = DwellingId(Uuid::from_u128(1));
pub(crate) const OTHER_HOME: DwellingId = DwellingId(Uuid::from_u128(2));
pub(crate) const FAMILY: HouseholdId = HouseholdId(Uuid::from_u128(11));
pub(crate) const OTHER_FAMILY: HouseholdId = HouseholdId(Uuid::from_u128(12));
pub(crate) const OFFER: PlacementId = PlacementId(Uuid::from_u128(21));
pub(crate) const OTHER_OFFER: PlacementId = PlacementId(Uuid::from_u128(22));
pub(crate) const PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(31));
pub(crate) const HEAD: MemberId = MemberId(1);

pub(crate) fn author(role: Role) -> Author {
    let organisation = match role {
        Role::ManagingPartner => PARTNER,
        Role::SocialWorker
        | Role::HousingOfficer
        | Role::Coordinator
        | Role::Auditor
        | Role::Administrator => OrganisationId(Uuid::from_u128(30)),
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
pub(crate) fn world() -> Known {
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
        let mut household = Household::opened(id, "Famiglia di prova", NOW, PersonId(Uuid::from_u128(41)));
        household.members.push(Member {
            id: HEAD,
            facts: MemberFacts::default(),
        });
        Record::Household(household)
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

/// What the server decides at a moment.
pub(crate) fn decided_at(known: &Known, role: Role, action: &Action, moment: Moment) -> Decided {
    decide(action, known, &Rulebook::published(), moment, &author(role))
}

/// What a device decides.
pub(crate) fn decided(known: &Known, role: Role, action: &Action) -> Decided {
    decided_at(known, role, action, Moment::on_device(NOW))
}

/// Applies what was decided; the number of edits. Whatever people do, what must hold among records holds.
#[track_caller]
pub(crate) fn follow(known: &mut Known, decided: Decided) -> usize {
    let edits = decided.expect("the action is allowed");
    for edit in &edits {
        let before = known.remove(&edit.record);
        if let Some(after) = apply(before, &edit.op) {
            known.insert(edit.record, after);
        }
    }
    let broken = samples::invariants(known);
    assert!(broken.is_empty(), "{broken:?}");
    edits.len()
}

/// Decides and applies, as a device does.
#[track_caller]
pub(crate) fn act(known: &mut Known, role: Role, action: &Action) -> usize {
    let decided = decided(known, role, action);
    follow(known, decided)
}

#[track_caller]
pub(crate) fn refused(known: &Known, role: Role, action: &Action, expected: impl Into<Refusal>) {
    assert_eq!(decided(known, role, action), Err(expected.into()));
}

/// The content of a record that exists.
#[track_caller]
pub(crate) fn content<C: Room>(known: &Known, id: impl Identity) -> &C {
    known.content(id.key()).expect("the record exists")
}

pub(crate) fn state(known: &Known, id: DwellingId) -> &DwellingState {
    &content::<Dwelling>(known, id).state
}

pub(crate) fn offered(known: &Known, id: PlacementId) -> &Placement {
    content(known, id)
}

/// The terms of an offer, for stories that change one of them.
pub(crate) struct Terms {
    pub(crate) dwelling: DwellingId,
    pub(crate) tier: RentTier,
    pub(crate) monthly_rent: Option<Money>,
    pub(crate) service_charges: Option<Money>,
    pub(crate) until: Option<Day>,
    pub(crate) note: String,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            dwelling: HOME,
            tier: RentTier::ReducedCapped,
            monthly_rent: Some(Money::from_euro(200)),
            service_charges: None,
            until: None,
            note: String::new(),
        }
    }
}

pub(crate) fn offer_on(offer: PlacementId, household: HouseholdId, terms: Terms) -> Action {
    let Terms {
        dwelling,
        tier,
        monthly_rent,
        service_charges,
        until,
        note,
    } = terms;
    Action::on(
        offer,
        placement::Verb::Offer {
            household,
            dwelling,
            tier,
            monthly_rent,
            service_charges,
            until,
            note,
        },
    )
}

pub(crate) fn offer(offer: PlacementId, to: HouseholdId) -> Action {
    offer_on(offer, to, Terms::default())
}

pub(crate) fn withdrawal(offer: PlacementId) -> Action {
    let reason = String::new();
    Action::on(offer, placement::Verb::Withdraw { reason })
}

pub(crate) fn fact(dwelling: DwellingId, fact: DwellingAnswer) -> Action {
    Action::on(dwelling, dwelling::Verb::Say(fact))
}

pub(crate) fn moved(dwelling: DwellingId, to: DwellingState) -> Action {
    Action::on(dwelling, dwelling::Verb::MoveTo { to })
}

pub(crate) fn answer(fact: household::HouseholdAnswer) -> Action {
    Action::on(FAMILY, household::Verb::Say(fact))
}

pub(crate) fn member_answer(fact: MemberAnswer) -> Action {
    let part = HouseholdPartId::Member(HEAD);
    Action::on(FAMILY, household::Verb::SayOf { part, fact })
}

#[test]
fn what_does_not_exist_cannot_be_changed() {
    let known = Known::new();
    let ready = moved(HOME, DwellingState::Ready);
    refused(&known, Role::HousingOfficer, &ready, dwelling::Refusal::Unknown);
    let worker = Role::SocialWorker;
    refused(&known, worker, &offer(OFFER, FAMILY), household::Refusal::Unknown);
    let mut only_family = world();
    only_family.remove(&HOME.key());
    refused(
        &only_family,
        worker,
        &offer(OFFER, FAMILY),
        dwelling::Refusal::Unknown,
    );
}
