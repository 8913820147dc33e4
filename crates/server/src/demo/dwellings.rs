// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented dwellings at plausible places.
mod place;

use super::{chance::Chance, draw::maybe, extent::Extent, people};
use place::{Gazetteer, Place};
use soglia_domain::dwelling::Verb as DwellingVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    area::{FloorArea, ListedSize},
    calendar::Day,
    dwelling::{
        CadastralKey, DwellingAnswer as Fact, DwellingState, EnergyClass, Origin, Position, SourceRow,
    },
    id::DwellingId,
};
use soglia_wording::{Language, day as in_words};
use uuid::Uuid;

/// The list says what it is without the word that the page says already.
const LIST: &str = "Elenco inventato";
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
    /// Dwellings on which works go on or are needed.
    pub(super) in_works: Vec<DwellingId>,
    /// Where dwellings stand.
    pub(super) addresses: Vec<Standing>,
}

/// Where a dwelling stands: "via Padova 80", with the municipality where it is not Milan.
#[derive(Clone)]
pub(super) struct Standing {
    pub(super) text: String,
    pub(super) position: Position,
}

impl Standing {
    fn of(place: &Place) -> Self {
        let address = &place.address;
        let mut text = format!("{} {}", address.street, address.number);
        if place.municipio.is_none() {
            text = format!("{text}, {}", address.municipality);
        }
        Self {
            text,
            position: place.position,
        }
    }
}

/// A dwelling that can be proposed.
#[derive(Clone, Copy)]
pub(super) struct Free {
    pub(super) id: DwellingId,
    /// Usable surface in hundredths of a square metre, where it was measured.
    pub(super) hundredths: Option<u32>,
    /// Whether a partner runs it.
    pub(super) is_entrusted: bool,
}

/// Draws the stock as a list of that day has it.
pub(super) fn draw(chance: &mut Chance, extent: Extent, listed: Day) -> Drawn {
    let gazetteer = Gazetteer::read();
    // "gennaio 2026": an edition is named after its month.
    let words = in_words(listed, Language::Italian);
    let edition = words.split_once(' ').map_or(words.as_str(), |(_, month)| month);
    let mut drawn = Drawn {
        actions: Vec::new(),
        free: Vec::new(),
        in_works: Vec::new(),
        addresses: Vec::new(),
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
            let source = SourceRow {
                list: LIST.to_owned(),
                key: code.clone(),
                edition: edition.to_owned(),
            };
            one(chance, &mut drawn, (origin, source, listed), place, is_entrusted);
        }
    }
    drawn
}

fn one(
    chance: &mut Chance,
    drawn: &mut Drawn,
    (origin, source, listed_on): (Origin, SourceRow, Day),
    place: Place,
    is_entrusted: bool,
) {
    let code = source.key.clone();
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
    drawn.addresses.push(Standing::of(&place));
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
        let to = if matches!(state, DwellingState::Ready) {
            people::partner()
        } else {
            people::refurbishing_partner()
        };
        listed.push(Fact::EntrustedTo(Answer::Known(to)));
    }
    listed.push(Fact::Note(Answer::Known(note(chance, listed_on))));
    listed.retain(|answer| !is_not_asked(answer));
    if matches!(state, DwellingState::ToRefurbish | DwellingState::UnderWorks) {
        drawn.in_works.push(id);
    }
    if matches!(state, DwellingState::Ready) {
        drawn.free.push(Free {
            id,
            hundredths: is_measured.then_some(hundredths),
            is_entrusted,
        });
    }
    drawn.actions.push(Action::on(
        id,
        DwellingVerb::Import {
            code,
            origin,
            state,
            listed,
            demonstration: true,
        },
    ));
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

/// What somebody wrote after a visit in the half year before the list.
fn note(chance: &mut Chance, listed: Day) -> String {
    let visited = listed.plus_days(-(chance.between(1, 28) + 28 * chance.between(0, 6)));
    let visited = format!(
        "Sopralluogo del {}/{}/{}.",
        visited.day(),
        visited.month(),
        visited.year()
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
