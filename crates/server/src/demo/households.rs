// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented households, drawn from published distributions.
mod code;
mod facts;
mod members;
mod shown;

use super::{chance::Chance, draw::Drawn, dwellings::Free, people};
use soglia_domain::{
    action::Action,
    area::FloorArea,
    author::Author,
    calendar::Timestamp,
    household::RentTier,
    id::{HouseholdId, OfferId},
    rent::rent_ceiling,
    rulebook::Rulebook,
};

/// The first case of the demonstration was opened on 12 January 2026.
const FIRST_MS: i64 = 1_768_204_800_000;

/// All of them within 105 days.
const DAYS: i64 = 105;

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
    pub(super) author: Author,
    pub(super) actions: Vec<Drawn>,
}

/// Gives each action of a case its moment.
pub(super) struct Diary {
    household: HouseholdId,
    at: Timestamp,
    actions: Vec<Drawn>,
}

impl Diary {
    /// The next thing done, some seconds after the one before.
    pub(super) fn note(&mut self, chance: &mut Chance, action: Action) {
        self.at = Timestamp {
            ms: self.at.ms + chance.between(4, 70) * 1_000,
            counter: 0,
        };
        self.actions.push(Drawn { action, at: self.at });
    }

    /// Some days later, during office hours.
    fn later(&mut self, chance: &mut Chance) {
        self.at.ms += chance.between(1, 4) * 86_400_000 + chance.between(-90, 90) * 60_000;
    }
}

pub(super) fn draw(chance: &mut Chance, index: usize, free: &mut Vec<Free>) -> Case {
    let household = HouseholdId(chance.uuid());
    let day = index as i64 * 61 % DAYS;
    let opened_ms = FIRST_MS + day * 86_400_000 + chance.between(0, 28_800) * 1_000;
    let mut diary = Diary {
        household,
        at: Timestamp {
            ms: opened_ms,
            counter: 0,
        },
        actions: Vec::new(),
    };
    let author = people::social_worker(index);
    if let Some(shown) = shown::at(index) {
        let label = shown.label.to_owned();
        diary.note(chance, Action::OpenHousehold { household, label });
        shown.record(chance, &mut diary);
        return Case {
            author,
            actions: diary.actions,
        };
    }
    let size = chance.weigh(&SIZES);
    let people = members::draw(chance, size, diary.at.day());
    let label = format!("Famiglia {}", people.family);
    diary.note(chance, Action::OpenHousehold { household, label });
    members::record(chance, &mut diary, &people);
    diary.later(chance);
    facts::record(chance, &mut diary, &people);
    if index % 12 == 5 {
        diary.later(chance);
        propose(chance, &mut diary, size, free);
    }
    Case {
        author,
        actions: diary.actions,
    }
}

/// Proposes a free dwelling of about the right size, at the highest rent of the lower tier.
fn propose(chance: &mut Chance, diary: &mut Diary, size: usize, free: &mut Vec<Free>) {
    let wanted = 2_600 + 1_200 * u32::try_from(size).unwrap_or(1);
    let fits = |dwelling: &Free| {
        dwelling
            .hundredths
            .is_some_and(|area| (wanted..wanted + 2_500).contains(&area))
    };
    let Some(place) = free.iter().position(fits) else {
        return;
    };
    let dwelling = free.remove(place);
    let tier = RentTier::ReducedCapped;
    let monthly_rent = dwelling
        .hundredths
        .and_then(FloorArea::from_hundredths)
        .map(|area| rent_ceiling(area, tier, &Rulebook::published().as_of(diary.at.day())).monthly);
    let (offer, household) = (OfferId(chance.uuid()), diary.household);
    let note = "Vicino alla scuola e ai mezzi; il nucleo lo ha visto e lo gradisce.".to_owned();
    diary.note(
        chance,
        Action::ProposeDwelling {
            offer,
            household,
            dwelling: dwelling.id,
            tier,
            monthly_rent,
            service_charges: None,
            until: None,
            note,
        },
    );
}
