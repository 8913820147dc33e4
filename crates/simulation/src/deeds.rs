// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do, as often as not the same things at once.
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    answer::Answer,
    area::{FloorArea, SurfaceKind},
    author::Role,
    calendar::Day,
    dwelling::{DwellingAnswer, DwellingState, Origin},
    household::{HouseholdAnswer, MemberAnswer, OfferState, RentTier},
    id::{AmendmentId, DwellingId, HouseholdId, MemberId, OfferId, OrganisationId, ScenarioId},
    money::Money,
    photo::{Photo, PhotoId, PhotoStage},
    record::{Record, RecordKey, Stored},
    review::ReviewChoice,
    rulebook::{NewValue, ParameterName},
};

/// What the play is about: few records, so that people meet.
#[derive(Default)]
pub(crate) struct Pool {
    pub(crate) households: Vec<HouseholdId>,
    pub(crate) dwellings: Vec<DwellingId>,
    pub(crate) partners: Vec<OrganisationId>,
}

impl Pool {
    pub(crate) fn keys(&self) -> Vec<RecordKey> {
        let households = self.households.iter().copied().map(RecordKey::Household);
        let dwellings = self.dwellings.iter().copied().map(RecordKey::Dwelling);
        households
            .chain(dwellings)
            .chain([RecordKey::CityRules])
            .collect()
    }
}

/// Something that somebody of this role may try.
pub(crate) fn deed(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if chance.happens(60) {
        let record = chance.one_of(&pool.keys());
        if let Some(action) = device.shown(record).and_then(|stored| resolve(chance, &stored)) {
            return action;
        }
    }
    match device.signed_in.author.role {
        Role::Coordinator => of_the_rules(chance),
        Role::ManagingPartner => of_a_dwelling(chance, pool),
        Role::SocialWorker | Role::HousingOfficer if chance.happens(30) => of_the_rules(chance),
        Role::SocialWorker if chance.happens(700) => of_a_household(chance, pool),
        Role::HousingOfficer if chance.happens(400) => of_a_household(chance, pool),
        Role::HousingOfficer if chance.happens(500) => of_a_dwelling(chance, pool),
        Role::SocialWorker | Role::HousingOfficer => of_both(chance, device, pool),
    }
}

fn resolve(chance: &mut Chance, stored: &Stored) -> Option<Action> {
    let review = stored.reviews.first()?;
    let same = stored.reviews.iter().filter(|other| other.field == review.field);
    Some(Action::ResolveReview {
        record: stored.record.key(),
        field: review.field.clone(),
        choice: if chance.happens(500) {
            ReviewChoice::Present
        } else {
            ReviewChoice::Other(review.change)
        },
        seen: same.map(|review| review.change).collect(),
    })
}

fn of_a_household(chance: &mut Chance, pool: &mut Pool) -> Action {
    if pool.households.len() < 5 && chance.happens(300) {
        let household = HouseholdId(chance.id());
        pool.households.push(household);
        let label = format!("Famiglia {}", pool.households.len());
        return Action::OpenHousehold { household, label };
    }
    if pool.households.is_empty() {
        return of_the_rules(chance);
    }
    let household = chance.one_of(&pool.households);
    let other = chance.one_of(&pool.households);
    let member = MemberId(chance.below(3) as u32);
    let answer = |answer| Action::RecordAnswer { household, answer };
    let of_member = |answer| Action::RecordMemberAnswer {
        household,
        member,
        answer,
    };
    match chance.below(15) {
        0 | 1 => answer(HouseholdAnswer::NetMonthlyIncome(amount(chance))),
        2 => answer(HouseholdAnswer::SapPatrimony(amount(chance))),
        3 => answer(HouseholdAnswer::Phone(text(chance))),
        4 => answer(HouseholdAnswer::Zone(text(chance))),
        5 => answer(HouseholdAnswer::ResidesInRegion(Answer::Known(
            chance.happens(500),
        ))),
        6 | 7 => Action::AddMember { household, member },
        8 => Action::RemoveMember { household, member },
        9 | 10 => of_member(MemberAnswer::GivenName(text(chance))),
        11 => of_member(MemberAnswer::Works(Answer::Known(chance.happens(500)))),
        12 if chance.happens(200) => Action::JoinCases {
            household,
            into: other,
        },
        12 if chance.happens(200) => Action::SeparateCases { household },
        // The same household taken in twice, with the same identity.
        13 if chance.happens(200) => Action::OpenHousehold {
            household,
            label: "Famiglia".to_owned(),
        },
        _ => Action::RenameHousehold {
            household,
            label: format!("Famiglia {}", chance.below(3)),
        },
    }
}

/// A row of a list: the officer brings it in before the play begins, and at times somebody else does so too.
pub(crate) fn import(chance: &mut Chance, pool: &Pool, dwelling: DwellingId) -> Action {
    let mut listed = vec![DwellingAnswer::UsableArea(area(chance))];
    if chance.happens(600) {
        let partner = chance.one_of(&pool.partners);
        listed.push(DwellingAnswer::EntrustedTo(Answer::Known(partner)));
    }
    Action::ImportDwelling {
        dwelling,
        code: "C-0001".to_owned(),
        origin: Origin::Municipal,
        state: DwellingState::Ready,
        listed,
        demonstration: false,
    }
}

fn of_a_dwelling(chance: &mut Chance, pool: &Pool) -> Action {
    let dwelling = chance.one_of(&pool.dwellings);
    let fact = |answer| Action::RecordDwellingFact { dwelling, answer };
    match chance.below(12) {
        0..=2 => fact(DwellingAnswer::UsableArea(area(chance))),
        3 => fact(DwellingAnswer::Floor(Answer::Known(chance.below(6) as i8))),
        4 => fact(DwellingAnswer::Note(text(chance))),
        5 => fact(DwellingAnswer::EntrustedTo(Answer::Known(
            chance.one_of(&pool.partners),
        ))),
        6 => fact(DwellingAnswer::EntrustedTo(Answer::NotKnownYet)),
        7 => Action::AddPhoto {
            dwelling,
            photo: photo(chance),
        },
        8 => Action::RemovePhoto {
            dwelling,
            photo: photo(chance).id,
        },
        9 if chance.happens(200) => import(chance, pool, dwelling),
        9 if chance.happens(500) => Action::MoveDwelling {
            dwelling,
            to: DwellingState::ToAssess,
        },
        _ => Action::MoveDwelling {
            dwelling,
            to: DwellingState::Ready,
        },
    }
}

/// Proposals, at rents around the ceiling.
fn of_both(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if pool.households.is_empty() || pool.dwellings.is_empty() {
        return of_a_household(chance, pool);
    }
    let household = chance.one_of(&pool.households);
    if chance.happens(400)
        && let Some(Record::Household(shown)) = device
            .shown(RecordKey::Household(household))
            .map(|stored| stored.record)
        && let Some(offer) = shown.offers.last()
    {
        let reason = if matches!(offer.state, OfferState::Proposed) {
            "altra soluzione"
        } else {
            "di nuovo"
        };
        return Action::WithdrawOffer {
            household,
            offer: offer.id,
            dwelling: offer.dwelling,
            reason: reason.to_owned(),
        };
    }
    Action::ProposeDwelling {
        offer: OfferId(chance.id()),
        household,
        dwelling: chance.one_of(&pool.dwellings),
        tier: chance.one_of(&RentTier::ALL),
        monthly_rent: chance
            .happens(800)
            .then(|| Money::from_euro(150 + 10 * chance.below(30) as i64)),
        service_charges: None,
        until: None,
        note: String::new(),
    }
}

fn of_the_rules(chance: &mut Chance) -> Action {
    let share = NewValue::Number(10 + chance.below(50) as u32);
    match chance.below(3) {
        0 => Action::AmendParameter {
            amendment: AmendmentId(chance.id()),
            parameter: ParameterName::CapSurfaceKind,
            value: NewValue::SurfaceKind(chance.one_of(&[SurfaceKind::Usable, SurfaceKind::Cadastral])),
            // Long before the play or long after it, so that no rent that was right becomes wrong.
            from: Day::constant(2035, 1, 1 + chance.below(28) as i8),
            reason: "prova".to_owned(),
        },
        1 => Action::SaveScenario {
            scenario: ScenarioId(chance.id()),
            name: format!("Ipotesi {}", chance.below(9)),
            changes: vec![(ParameterName::CapServiceChargesShare, share)],
        },
        _ => Action::AmendParameter {
            amendment: AmendmentId(chance.id()),
            parameter: ParameterName::SalvaCasaOneRoom,
            value: NewValue::Table(vec![20 + chance.below(5) as u32, 28]),
            from: Day::constant(2026, 10, 1 + chance.below(28) as i8),
            reason: "prova".to_owned(),
        },
    }
}

fn amount(chance: &mut Chance) -> Answer<Money> {
    if chance.happens(100) {
        return Answer::NotKnownYet;
    }
    Answer::Known(Money::from_euro(600 + 50 * chance.below(6) as i64))
}

fn text(chance: &mut Chance) -> Answer<String> {
    Answer::Known(format!("testo {}", chance.below(4)))
}

fn area(chance: &mut Chance) -> Answer<FloorArea> {
    Answer::from(FloorArea::from_hundredths(4_000 + 500 * chance.below(6) as u32))
}

fn photo(chance: &mut Chance) -> Photo {
    Photo {
        id: PhotoId([chance.below(3) as u8; 32]),
        size: 300_000,
        media_type: "image/jpeg".to_owned(),
        taken: Day::constant(2026, 9, 1),
        stage: PhotoStage::Before,
        caption: String::new(),
    }
}
