// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings, and offers of them.
use super::{
    people::{of_a_household, text},
    pool::Pool,
};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    answer::Answer,
    area::FloorArea,
    calendar::Day,
    dwelling::{DwellingAnswer, DwellingState, Origin, Verb},
    household::Household,
    id::{DwellingId, PlacementId},
    money::Money,
    photo::{Photo, PhotoId, PhotoStage},
    placement,
    record::Identity as _,
    rent::RentTier,
    rooms::Room as _,
};

/// A row of a list: the officer brings it in before the play begins, and at times somebody else does so too.
pub(crate) fn import(chance: &mut Chance, pool: &Pool, dwelling: DwellingId) -> Action {
    let mut listed = vec![DwellingAnswer::UsableArea(area(chance))];
    if chance.happens(600) {
        let partner = chance.one_of(&pool.partners);
        listed.push(DwellingAnswer::EntrustedTo(Answer::Known(partner)));
    }
    let verb = Verb::Import {
        code: "C-0001".to_owned(),
        origin: Origin::Municipal,
        state: DwellingState::Ready,
        listed,
        demonstration: false,
    };
    Action::on(dwelling, verb)
}

pub(super) fn of_a_dwelling(chance: &mut Chance, pool: &Pool) -> Action {
    let dwelling = chance.one_of(&pool.dwellings);
    let verb = match chance.below(12) {
        0..=2 => Verb::Say(DwellingAnswer::UsableArea(area(chance))),
        3 => Verb::Say(DwellingAnswer::Floor(Answer::Known(chance.below(6) as i8))),
        4 => Verb::Say(DwellingAnswer::Note(text(chance))),
        5 => Verb::Say(DwellingAnswer::EntrustedTo(Answer::Known(
            chance.one_of(&pool.partners),
        ))),
        6 => Verb::Say(DwellingAnswer::EntrustedTo(Answer::NotKnownYet)),
        7 => Verb::AddPhoto { photo: photo(chance) },
        8 => Verb::RemovePhoto {
            photo: photo(chance).id,
        },
        9 if chance.happens(200) => return import(chance, pool, dwelling),
        9 if chance.happens(500) => Verb::MoveTo {
            to: DwellingState::ToAssess,
        },
        _ => Verb::MoveTo {
            to: DwellingState::Ready,
        },
    };
    Action::on(dwelling, verb)
}

/// Offers, at rents around the ceiling.
pub(super) fn of_both(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if pool.households.is_empty() || pool.dwellings.is_empty() {
        return of_a_household(chance, pool);
    }
    let household = chance.one_of(&pool.households);
    if chance.happens(400) {
        let shown = device.shown(household.key());
        let open = shown.and_then(|stored| Some(Household::of(&stored.record)?.open.last()?.placement));
        if let Some(offer) = open {
            let reason = "altra soluzione".to_owned();
            return Action::on(offer, placement::Verb::Withdraw { reason });
        }
        // Taken back a second time, as likely as not.
        if !pool.offers.is_empty() && chance.happens(200) {
            let reason = "di nuovo".to_owned();
            return Action::on(chance.one_of(&pool.offers), placement::Verb::Withdraw { reason });
        }
    }
    let offer = PlacementId(chance.id());
    pool.offers.push(offer);
    let verb = placement::Verb::Offer {
        household,
        dwelling: chance.one_of(&pool.dwellings),
        tier: chance.one_of(&RentTier::ALL),
        monthly_rent: chance
            .happens(800)
            .then(|| Money::from_euro(150 + 10 * chance.below(30) as i64)),
        service_charges: None,
        until: None,
        note: String::new(),
    };
    Action::on(offer, verb)
}

fn area(chance: &mut Chance) -> Answer<FloorArea> {
    Answer::from(FloorArea::from_hundredths(4_000 + 500 * chance.below(6) as u32))
}

pub(super) fn photo(chance: &mut Chance) -> Photo {
    Photo {
        id: PhotoId([chance.below(3) as u8; 32]),
        size: 300_000,
        media_type: "image/jpeg".to_owned(),
        taken: Day::constant(2026, 9, 1),
        stage: PhotoStage::Before,
        caption: String::new(),
    }
}
