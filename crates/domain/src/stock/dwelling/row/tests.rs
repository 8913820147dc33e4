// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    answer::Answer,
    dwelling::{
        DwellingState,
        measure::{MeasuredSpace, SpaceKind},
    },
    record::beginning,
    rooms::Record,
};

fn row(facts: DwellingFacts) -> Row {
    let dwelling = Dwelling {
        id: DwellingId(Default::default()),
        code: "C-0001".to_owned(),
        origin: Origin::Municipal,
        demonstration: false,
        state: DwellingState::Ready,
        facts,
        photos: Vec::new(),
    };
    let stored = beginning(Record::Dwelling(dwelling.clone()), LogPosition::default());
    Row::of(&dwelling, &Around::of(&stored, false))
}

#[test]
fn a_row_carries_what_was_stated_and_what_follows_from_measured_rooms() {
    let room = MeasuredSpace {
        kind: SpaceKind::Room,
        area: FloorArea::from_hundredths(4_200).expect("a surface in range"),
        height_cm: None,
    };
    let mut facts = DwellingFacts {
        measured_spaces: Answer::Known(vec![room]),
        ..DwellingFacts::default()
    };
    let measured = row(facts.clone());
    assert_eq!(measured.usable_hundredths, Some(4_200));
    assert_eq!(measured.conventional_hundredths, Some(5_040));
    assert_eq!(measured.cadastral_hundredths, None);
    facts.usable_area = FloorArea::from_hundredths(4_000).into();
    assert_eq!(row(facts.clone()).usable_hundredths, Some(4_000));
    facts.measured_spaces = Answer::NotAsked;
    let stated = row(facts);
    assert_eq!(stated.usable_hundredths, Some(4_000));
    assert_eq!(stated.conventional_hundredths, None);
}

#[test]
fn a_row_carries_the_place_for_the_map() {
    let place = Position {
        latitude: 45_496_000,
        longitude: 9_227_000,
    };
    let facts = DwellingFacts {
        position: Answer::Known(place),
        ..DwellingFacts::default()
    };
    assert_eq!(row(facts).place(), Some(place));
    assert_eq!(row(DwellingFacts::default()).place(), None);
}
