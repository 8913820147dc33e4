// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented dwellings at plausible places.
mod place;

use super::{Extent, chance::Chance, draw::maybe, people};
use place::{Gazetteer, Place};
use soglia_domain::{
    action::Action,
    answer::Answer,
    area::{FloorArea, ListedSize},
    dwelling::{CadastralKey, DwellingAnswer as Fact, DwellingState, EnergyClass, Origin, SourceRow},
    id::DwellingId,
};
use uuid::Uuid;

/// When the demonstration list was taken over: 7 January 2026, nine in the morning in Milan.
pub(super) const LISTED_MS: i64 = 1_767_772_800_000;

const LIST: &str = "Dimostrazione";
const NAMESPACE: Uuid = Uuid::from_u128(0x5067_6c69_6100_4000_8000_0000_0000_0004);

const CONDITION: [&str; 8] = [
    "Serramenti sostituiti nel 2019.",
    "Impianto elettrico da verificare.",
    "Caldaia autonoma, ultimo controllo nel 2024.",
    "Tracce di umidità sulla parete nord.",
    "Pavimenti in buono stato.",
    "Bagno da rifare.",
    "Tinteggiatura recente.",
    "Riscaldamento centralizzato con contabilizzazione.",
];
const LAYOUT: [&str; 7] = [
    "Cucina abitabile e ripostiglio.",
    "Angolo cottura nel soggiorno.",
    "Balcone sul cortile.",
    "Doppia esposizione.",
    "Cantina di pertinenza.",
    "Camera matrimoniale e camera singola.",
    "Ingresso indipendente.",
];
const ACCESS: [&str; 6] = [
    "Chiavi in ufficio, armadio 3.",
    "Portineria presente la mattina.",
    "Citofono senza nome.",
    "Fermata del tram a 200 metri.",
    "Scala B, in fondo al cortile.",
    "Tre gradini all'ingresso.",
];

/// The invented stock.
pub(super) struct Drawn {
    pub(super) actions: Vec<Action>,
    pub(super) free: Vec<Free>,
}

/// A dwelling that can be proposed.
#[derive(Clone, Copy)]
pub(super) struct Free {
    pub(super) id: DwellingId,
    /// Usable surface in hundredths of a square metre, where it was measured.
    pub(super) hundredths: Option<u32>,
}

pub(super) fn draw(chance: &mut Chance, extent: Extent) -> Drawn {
    let gazetteer = Gazetteer::read();
    let mut drawn = Drawn {
        actions: Vec::new(),
        free: Vec::new(),
    };
    let groups = [
        (Origin::Municipal, "C", extent.n_municipal),
        (Origin::Confiscated, "X", extent.n_confiscated),
        (Origin::MetropolitanArea, "H", extent.n_around),
    ];
    let n_all: usize = groups.iter().map(|(_, _, n)| n).sum();
    let entrusted_every = n_all / extent.n_entrusted.max(1);
    for (origin, letter, n) in groups {
        for index in 0..n {
            let place = if origin == Origin::MetropolitanArea {
                gazetteer.around(chance)
            } else {
                gazetteer.inside(chance)
            };
            let code = format!("D{letter}-{:04}", index + 1);
            let is_entrusted = extent.n_entrusted > 0
                && drawn.actions.len().is_multiple_of(entrusted_every.max(1))
                && drawn.actions.len() / entrusted_every.max(1) < extent.n_entrusted;
            one(chance, &mut drawn, origin, code, place, is_entrusted);
        }
    }
    drawn
}

fn one(
    chance: &mut Chance,
    drawn: &mut Drawn,
    origin: Origin,
    code: String,
    place: Place,
    is_entrusted: bool,
) {
    let id = DwellingId(Uuid::new_v5(&NAMESPACE, code.as_bytes()));
    // Most public dwellings in Milan have two or three rooms.
    let n_rooms: i64 = chance.weigh(&[(18, 1), (42, 2), (28, 3), (10, 4), (2, 5)]);
    let hundredths = u32::try_from(1_600 + n_rooms * 1_650 + chance.between(-550, 750)).unwrap_or(4_000);
    let walls = u32::try_from(chance.between(112, 124)).unwrap_or(118);
    let usable = FloorArea::from_hundredths(hundredths);
    let cadastral = FloorArea::from_hundredths(hundredths * walls / 10_000 * 100);
    let floor = chance.weigh(&[
        (18, 0_i8),
        (20, 1),
        (19, 2),
        (15, 3),
        (11, 4),
        (8, 5),
        (5, 6),
        (3, 7),
        (1, -1),
    ]);
    let lift = chance.percent(if floor > 3 { 75 } else { 35 });
    let state = state(chance);
    let is_measured = matches!(state, DwellingState::Ready) || chance.percent(60);
    let energy = chance.weigh(&[
        (2, EnergyClass::A1),
        (3, EnergyClass::B),
        (6, EnergyClass::C),
        (13, EnergyClass::D),
        (20, EnergyClass::E),
        (25, EnergyClass::F),
        (31, EnergyClass::G),
    ]);
    let key = CadastralKey {
        sheet: chance.between(1, 699).to_string(),
        parcel: chance.between(1, 480).to_string(),
        unit: chance.between(1, 740).to_string(),
    };
    let source = SourceRow {
        list: LIST.to_owned(),
        key: code.clone(),
        edition: "gennaio 2026".to_owned(),
    };
    let known_area = |area: Option<FloorArea>| area.map_or(Answer::NotKnownYet, Answer::Known);
    let mut listed = vec![
        Fact::Address(Answer::Known(place.address)),
        Fact::ListedKind(Answer::Known("appart.".to_owned())),
        Fact::Source(Answer::Known(source)),
        Fact::CadastralKey(Answer::Known(key)),
        Fact::Position(Answer::Known(place.position)),
        Fact::HabitableRooms(maybe(chance, 92, u8::try_from(n_rooms).unwrap_or(2))),
        Fact::Floor(maybe(chance, 95, floor)),
        Fact::Lift(maybe(chance, 90, lift)),
        Fact::StepFree(maybe(chance, 80, (lift || floor == 0) && is_even(&code))),
        Fact::EnergyClass(maybe(chance, 72, energy)),
        Fact::CadastralArea(if chance.percent(85) {
            known_area(cadastral)
        } else {
            Answer::NotAsked
        }),
        Fact::ListedUse(Answer::Known("Uso abitativo".to_owned())),
        Fact::UsableArea(if is_measured {
            known_area(usable)
        } else {
            Answer::NotKnownYet
        }),
    ];
    listed.extend(
        place
            .municipio
            .map(|number| Fact::Municipio(Answer::Known(number))),
    );
    listed.extend(place.nil.map(|number| Fact::Nil(Answer::Known(number))));
    if let Some(area) = cadastral.filter(|_| !is_measured) {
        listed.push(Fact::ListedSize(Answer::Known(ListedSize::Area(area))));
    }
    if is_entrusted {
        listed.push(Fact::EntrustedTo(Answer::Known(people::partner())));
    }
    listed.push(Fact::Note(Answer::Known(note(chance))));
    listed.retain(|answer| !is_not_asked(answer));
    if matches!(state, DwellingState::Ready) {
        drawn.free.push(Free {
            id,
            hundredths: is_measured.then_some(hundredths),
        });
    }
    drawn.actions.push(Action::ImportDwelling {
        dwelling: id,
        code,
        origin,
        state,
        listed,
        demonstration: true,
    });
}

fn state(chance: &mut Chance) -> DwellingState {
    match chance.between(0, 99) {
        0..63 => DwellingState::Ready,
        63..73 => DwellingState::ToAssess,
        73..83 => DwellingState::ToRefurbish,
        83..88 => DwellingState::UnderWorks,
        88..98 => DwellingState::Occupied { household: None },
        _ => DwellingState::OutOfStock {
            reason: "Destinato ad altro uso".to_owned(),
        },
    }
}

fn note(chance: &mut Chance) -> String {
    let visited = format!(
        "Sopralluogo del {}/{}/2025.",
        chance.between(1, 28),
        chance.between(6, 12),
    );
    let parts = [
        visited.as_str(),
        *chance.pick(&LAYOUT),
        *chance.pick(&CONDITION),
        *chance.pick(&ACCESS),
    ];
    parts.join(" ")
}

/// An answer to a question that nobody asked is none.
fn is_not_asked(fact: &Fact) -> bool {
    let mut facts = soglia_domain::dwelling::DwellingFacts::default();
    facts.set(fact.clone());
    facts.is_not_asked(fact.question())
}

/// Every second lift or ground floor is reached without a step.
fn is_even(code: &str) -> bool {
    code.bytes().map(u32::from).sum::<u32>() % 2 == 0
}
