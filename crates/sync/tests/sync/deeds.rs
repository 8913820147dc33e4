// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do in these tests.
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::{Author, Role},
    calendar::Day,
    diary_entry::{self, Circle, EntryTopic},
    dwelling::{self, DwellingAnswer, DwellingState, Origin},
    household::{self, HouseholdAnswer},
    id::{DiaryEntryId, DwellingId, HouseholdId, OrganisationId, PersonId, PlacementId},
    money::Money,
    placement,
    rent::RentTier,
};
use uuid::Uuid;

pub(crate) const CITY: OrganisationId = OrganisationId(Uuid::from_u128(1));

/// The partner to which dwellings are entrusted.
pub(crate) const PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(5));

/// Somebody in a role: of the City, or of the partner.
pub(crate) fn author(name: &str, role: Role) -> Author {
    Author {
        person: PersonId(Uuid::new_v4()),
        name: name.to_owned(),
        role,
        organisation: match role {
            Role::ManagingPartner => PARTNER,
            Role::SocialWorker
            | Role::HousingOfficer
            | Role::Coordinator
            | Role::Auditor
            | Role::Administrator => CITY,
        },
        organisation_name: "Ente".to_owned(),
    }
}

pub(crate) fn new_household() -> HouseholdId {
    HouseholdId(Uuid::new_v4())
}

/// The household with a number, where many come at once.
pub(crate) fn household(n: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(n))
}

/// The dwelling with a number.
pub(crate) fn dwelling(n: u128) -> DwellingId {
    DwellingId(Uuid::from_u128(n))
}

pub(crate) fn open(household: HouseholdId, label: &str) -> Action {
    let label = label.to_owned();
    Action::on(household, household::Verb::Open { label })
}

pub(crate) fn say(household: HouseholdId, answer: HouseholdAnswer) -> Action {
    Action::on(household, household::Verb::Say(answer))
}

pub(crate) fn income(household: HouseholdId, euro: i64) -> Action {
    let income = Answer::Known(Money::from_euro(euro));
    say(household, HouseholdAnswer::NetMonthlyIncome(income))
}

/// A row of a list.
pub(crate) fn import(dwelling: DwellingId, partner: Option<OrganisationId>) -> Action {
    let entrusted = partner.map(|partner| DwellingAnswer::EntrustedTo(Answer::Known(partner)));
    let verb = dwelling::Verb::Import {
        code: "C-0001".to_owned(),
        origin: Origin::Municipal,
        state: DwellingState::Ready,
        listed: entrusted.into_iter().collect(),
        demonstration: false,
    };
    Action::on(dwelling, verb)
}

/// Nobody runs the dwelling any more.
pub(crate) fn take_back(dwelling: DwellingId) -> Action {
    let nobody = DwellingAnswer::EntrustedTo(Answer::NotKnownYet);
    Action::on(dwelling, dwelling::Verb::Say(nobody))
}

pub(crate) fn note(dwelling: DwellingId, text: &str) -> Action {
    let note = DwellingAnswer::Note(Answer::Known(text.to_owned()));
    Action::on(dwelling, dwelling::Verb::Say(note))
}

pub(crate) fn write(n: u128, household: HouseholdId, circle: Circle) -> Action {
    let verb = diary_entry::Verb::Write {
        household,
        day: Day::constant(2026, 9, 1),
        topic: EntryTopic::Meeting,
        text: "Colloquio.".to_owned(),
        circle,
    };
    Action::on(DiaryEntryId(Uuid::from_u128(n)), verb)
}

pub(crate) fn offer(n: u128, household: HouseholdId, dwelling: DwellingId) -> Action {
    let verb = placement::Verb::Offer {
        household,
        dwelling,
        tier: RentTier::ReducedCapped,
        monthly_rent: None,
        service_charges: None,
        until: None,
        note: String::new(),
    };
    Action::on(PlacementId(Uuid::from_u128(n)), verb)
}

pub(crate) fn withdraw(n: u128) -> Action {
    let reason = "altra soluzione".to_owned();
    Action::on(
        PlacementId(Uuid::from_u128(n)),
        placement::Verb::Withdraw { reason },
    )
}
