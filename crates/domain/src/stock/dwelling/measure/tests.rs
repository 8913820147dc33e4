// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{answer::Answer, calendar::Day, dwelling::DwellingFacts, rulebook::Rulebook};
use SpaceKind as K;
use proptest::prelude::*;
use soglia_kernel::area::SurfaceKind;

fn rules() -> Rules {
    Rulebook::published().as_of(Day::constant(2026, 11, 22))
}

fn space(kind: K, hundredths: u32) -> MeasuredSpace {
    MeasuredSpace {
        kind,
        area: FloorArea::from_hundredths(hundredths).expect("a surface in range"),
        height_cm: None,
    }
}

/// Spaces in whole square metres.
fn spaces(of: &[(K, u32)]) -> Vec<MeasuredSpace> {
    of.iter()
        .map(|(kind, metres)| space(*kind, metres * 100))
        .collect()
}

fn hundredths(area: Option<FloorArea>) -> u32 {
    area.map_or(0, FloorArea::hundredths)
}

#[track_caller]
fn check_conventional(of: &[(K, u32)], expected: u32) {
    let found = conventional_area(&spaces(of), false, &rules());
    assert_eq!(hundredths(found), expected, "{of:?}");
}

#[track_caller]
fn check_cadastral(of: &[(K, u32)], expected_metres: u32) {
    let found = cadastral_area(&spaces(of), &rules());
    assert_eq!(hundredths(found), expected_metres * 100, "{of:?}");
}

#[test]
fn section_4_4_the_usable_surface_is_what_lies_inside() {
    let measured = spaces(&[
        (K::Room, 30),
        (K::Service, 12),
        (K::Balcony, 6),
        (K::SeparateAccessory, 4),
        (K::Walls, 5),
    ]);
    assert_eq!(hundredths(usable_area(&measured)), 4_200);
    assert_eq!(usable_area(&spaces(&[(K::Balcony, 6)])), None);
    assert_eq!(usable_area(&[]), None);
}

#[test]
fn section_4_4_conventional_surfaces_of_worked_examples() {
    check_conventional(
        &[(K::Room, 42), (K::Balcony, 6), (K::SeparateAccessory, 4)],
        5_290,
    );
    check_conventional(&[(K::Room, 46), (K::Balcony, 4)], 5_160);
    check_conventional(&[(K::Room, 45), (K::Accessory, 4)], 5_500);
    check_conventional(&[(K::Room, 50), (K::Service, 20)], 7_700);
    check_conventional(&[(K::Room, 71)], 7_100);
    check_conventional(&[(K::Room, 60), (K::Garage, 15), (K::Balcony, 12)], 7_650);
}

#[test]
fn section_4_4_a_small_dwelling_in_a_poor_state_gets_nothing_added() {
    let small = spaces(&[(K::Room, 45)]);
    assert_eq!(hundredths(conventional_area(&small, true, &rules())), 4_500);
    assert_eq!(hundredths(conventional_area(&small, false, &rules())), 5_400);
    let middle = spaces(&[(K::Room, 46)]);
    assert_eq!(hundredths(conventional_area(&middle, true, &rules())), 5_060);
}

#[test]
fn section_4_4_parking_green_and_open_ground_count_in_part() {
    // 71 + 0.2 x 10 + 0.1 x 20 + 0.15 x 71 of the hundred
    check_conventional(
        &[
            (K::Room, 71),
            (K::SharedParking, 10),
            (K::SharedGreen, 20),
            (K::OpenArea, 100),
        ],
        8_565,
    );
}

#[test]
fn section_4_4_a_low_room_counts_seventy_hundredths() {
    let low = |height_cm| MeasuredSpace {
        height_cm: Some(height_cm),
        ..space(K::Room, 1_000)
    };
    let of = |height_cm| {
        hundredths(conventional_area(
            &[space(K::Room, 7_100), low(height_cm)],
            false,
            &rules(),
        ))
    };
    assert_eq!(of(169), 7_800);
    assert_eq!(of(170), 8_100);
    // Seven square metres less bring the rooms under the size at which the coefficient begins.
    let small = [space(K::Room, 4_000), low(150)];
    assert_eq!(hundredths(conventional_area(&small, false, &rules())), 5_170);
}

#[test]
fn section_4_4_cadastral_surfaces_of_worked_examples() {
    check_cadastral(&[(K::Room, 60), (K::SeparateAccessory, 8), (K::Balcony, 30)], 70);
    check_cadastral(
        &[(K::Room, 46), (K::Walls, 6), (K::Accessory, 6), (K::Balcony, 5)],
        57,
    );
    check_cadastral(&[(K::Room, 70), (K::SeparateBalcony, 30), (K::OpenArea, 100)], 82);
}

#[test]
fn section_4_4_low_rooms_and_garages_are_no_cadastral_surface() {
    let low = |height_cm| MeasuredSpace {
        height_cm: Some(height_cm),
        ..space(K::Room, 1_000)
    };
    let of = |height_cm| hundredths(cadastral_area(&[space(K::Room, 5_000), low(height_cm)], &rules()));
    assert_eq!(of(149), 5_000);
    assert_eq!(of(150), 6_000);
    check_cadastral(&[(K::Room, 50), (K::Garage, 15), (K::SharedGreen, 90)], 50);
    assert_eq!(cadastral_area(&spaces(&[(K::Walls, 9)]), &rules()), None);
}

#[test]
fn a_stated_surface_comes_before_a_computed_one() {
    let mut facts = DwellingFacts {
        measured_spaces: Answer::Known(spaces(&[(K::Room, 42), (K::Balcony, 10)])),
        ..DwellingFacts::default()
    };
    let surface = |facts: &DwellingFacts, kind| hundredths(facts.surface(kind, &rules()));
    assert_eq!(surface(&facts, SurfaceKind::Usable), 4_200);
    assert_eq!(surface(&facts, SurfaceKind::Conventional), 5_290);
    facts.poor_state = Answer::Known(true);
    assert_eq!(surface(&facts, SurfaceKind::Conventional), 4_450);
    facts.usable_area = FloorArea::from_hundredths(4_000).into();
    assert_eq!(surface(&facts, SurfaceKind::Usable), 4_000);
    assert_eq!(facts.surface(SurfaceKind::Unstated, &rules()), None);
}

#[test]
fn a_cadastral_surface_waits_for_the_walls() {
    let of = |measured: &[(K, u32)]| {
        let facts = DwellingFacts {
            measured_spaces: Answer::Known(spaces(measured)),
            ..DwellingFacts::default()
        };
        facts.surface(SurfaceKind::Cadastral, &rules())
    };
    assert_eq!(of(&[(K::Room, 42)]), None);
    assert_eq!(hundredths(of(&[(K::Room, 42), (K::Walls, 6)])), 4_800);
}

#[test]
fn one_room_is_told_by_whoever_counted() {
    let mut facts = DwellingFacts::default();
    assert_eq!(facts.is_one_room(), None);
    facts.measured_spaces = Answer::Known(spaces(&[(K::Room, 20), (K::Service, 8)]));
    assert_eq!(facts.is_one_room(), Some(true));
    facts.habitable_rooms = Answer::Known(2);
    assert_eq!(facts.is_one_room(), Some(false));
}

#[test]
fn impossible_measures_are_refused() {
    let many = vec![space(K::Room, 100); MOST_SPACES + 1];
    assert_eq!(check(&many), Err(Refusal::TooManySpaces { most: 60 }));
    assert_eq!(check(&many[1..]), Ok(()));
    for (height, expected) in [
        (49, Err(Refusal::HeightOutOfRange)),
        (50, Ok(())),
        (1_001, Err(Refusal::HeightOutOfRange)),
    ] {
        let tall = MeasuredSpace {
            height_cm: Some(height),
            ..space(K::Room, 100)
        };
        assert_eq!(check(&[tall]), expected, "{height}");
    }
}

#[test]
fn the_figures_of_the_surfaces_are_law_and_have_one_value() {
    for name in P::ALL {
        if name.key().starts_with("conventional_") || name.key().starts_with("cadastral_") {
            assert!(!rules().parameter(*name).is_amendable(), "{}", name.key());
            assert_eq!(Rulebook::published().history(*name).len(), 1, "{}", name.key());
        }
    }
}

fn any_space() -> impl Strategy<Value = MeasuredSpace> {
    (
        0..K::ALL.len(),
        1_u32..=1_000_000,
        proptest::option::of(50_u16..=1_000),
    )
        .prop_map(|(kind, size, height_cm)| MeasuredSpace {
            height_cm,
            ..space(K::ALL[kind], size)
        })
}

proptest! {
    #[test]
    fn one_more_space_never_makes_a_cadastral_surface_smaller(
        measured in proptest::collection::vec(any_space(), 0..8),
        more in any_space(),
    ) {
        let before = hundredths(cadastral_area(&measured, &rules()));
        let mut grown = measured;
        grown.push(more);
        let after = cadastral_area(&grown, &rules());
        // A surface beyond the largest is none.
        prop_assert!(after.is_none() || hundredths(after) >= before);
        prop_assert_eq!(hundredths(after) % 100, 0);
    }

    #[test]
    fn one_more_space_makes_a_conventional_surface_smaller_only_where_the_law_steps_down(
        measured in proptest::collection::vec(any_space(), 0..8),
        more in any_space(),
    ) {
        let before = hundredths(conventional_area(&measured, false, &rules()));
        let mut grown = measured;
        grown.push(more);
        let after = conventional_area(&grown, false, &rules());
        let steps = matches!(more.kind, K::Room | K::Service) && before > 0;
        prop_assert!(after.is_none() || steps || hundredths(after) >= before);
    }

    #[test]
    fn larger_rooms_of_one_size_class_never_have_a_smaller_conventional_surface(
        (least, most) in prop_oneof![Just((1, 4_599)), Just((4_600, 7_000)), Just((7_001, 1_000_000))],
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let span = (most - least + 1) as usize;
        let size = |at: prop::sample::Index| least + at.index(span) as u32;
        let (smaller, larger) = (size(one).min(size(other)), size(one).max(size(other)));
        let of = |size| hundredths(conventional_area(&[space(K::Room, size)], false, &rules()));
        prop_assert!(of(smaller) <= of(larger));
    }
}
