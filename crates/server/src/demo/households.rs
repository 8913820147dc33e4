// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented households, drawn from published distributions.
mod code;
mod diary;
mod facts;
mod members;
mod shown;

use super::{
    chance::Chance,
    days::{Days, N_DAYS},
    draw::Drawn,
    dwellings::Free,
    people,
};
use diary::Diary;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{
    action::Action,
    area::FloorArea,
    author::Author,
    calendar::Timestamp,
    id::{HouseholdId, PlacementId},
    rent::RentTier,
    rent::rent_ceiling,
    rulebook::Rulebook,
};

/// Persons and households in the City's public housing, 2023 (Comune di Milano and MM, "Il Foglio", 13 May 2023): 10,400
/// of one person, 5,455 of two, 2,738 of three, 2,951 larger, which are split like the larger households of the whole
/// city (civil registry 2023: 64,317 of four, 22,605 of more).
const SIZES: [(i64, usize); 6] = [
    (10_400, 1),
    (5_455, 2),
    (2_738, 3),
    (2_184, 4),
    (550, 5),
    (217, 6),
];

/// A household with everything that was done for it.
pub(super) struct Case {
    pub(super) household: HouseholdId,
    pub(super) author: Author,
    pub(super) actions: Vec<Drawn>,
}

pub(super) fn draw(chance: &mut Chance, days: Days, index: usize, free: &mut Vec<Free>) -> Case {
    let household = HouseholdId(chance.uuid());
    let shown = shown::at(index);
    let morning_ms = match &shown {
        Some(shown) => days.morning_of_year_ms(shown.n_days_before),
        // Spread over all days: 61 and their number share no factor.
        None => days.working_morning_ms(N_DAYS - index as i64 * 61 % N_DAYS),
    };
    let opened_ms = morning_ms + chance.between(0, 28_800) * 1_000;
    let mut diary = Diary {
        days,
        household,
        at: Timestamp {
            ms: opened_ms,
            counter: 0,
        },
        actions: Vec::new(),
    };
    let author = people::social_worker(index);
    if let Some(shown) = shown {
        let label = shown.label.to_owned();
        diary.note(chance, Action::on(household, HouseholdVerb::Open { label }));
        shown.record(chance, &mut diary);
        return Case {
            household,
            author,
            actions: diary.actions,
        };
    }
    let size = chance.weigh(&SIZES);
    let people = members::draw(chance, size, diary.at.day());
    let label = format!("Famiglia {}", people.family);
    diary.note(chance, Action::on(household, HouseholdVerb::Open { label }));
    members::record(chance, &mut diary, &people);
    diary.later(chance);
    facts::record(chance, &mut diary, &people);
    if index % 12 == 5 {
        diary.later(chance);
        propose(chance, &mut diary, size, free, index % 24 == 5);
    }
    Case {
        household,
        author,
        actions: diary.actions,
    }
}

/// Proposes a free dwelling of about the right size, at the highest rent of the lower tier; every second time one of those of
/// the partner, where there is one.
fn propose(chance: &mut Chance, diary: &mut Diary, size: usize, free: &mut Vec<Free>, of_partner: bool) {
    let wanted = 2_600 + 1_200 * u32::try_from(size).unwrap_or(1);
    let fits = |dwelling: &Free| {
        dwelling
            .hundredths
            .is_some_and(|area| (wanted..wanted + 2_500).contains(&area))
    };
    let entrusted = |dwelling: &Free| of_partner && dwelling.is_entrusted && dwelling.hundredths.is_some();
    let Some(place) = free
        .iter()
        .position(entrusted)
        .or_else(|| free.iter().position(fits))
    else {
        return;
    };
    let dwelling = free.remove(place);
    let tier = RentTier::ReducedCapped;
    let monthly_rent = dwelling
        .hundredths
        .and_then(FloorArea::from_hundredths)
        .map(|area| rent_ceiling(area, tier, &Rulebook::published().as_of(diary.at.day())).monthly);
    let (offer, household) = (PlacementId(chance.uuid()), diary.household);
    let note = "Vicino alla scuola e ai mezzi; il nucleo lo ha visto e lo gradisce.".to_owned();
    diary.note(
        chance,
        Action::on(
            offer,
            PlacementVerb::Offer {
                household,
                dwelling: dwelling.id,
                tier,
                monthly_rent,
                service_charges: None,
                until: None,
                note,
            },
        ),
    );
}
