// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use soglia_domain::{id::DwellingId, record::Identity as _};
use uuid::Uuid;

fn key(n: u128) -> Key {
    DwellingId(Uuid::from_u128(n)).key()
}

fn mark(n: u128, east: f64, north: f64) -> Mark {
    Mark {
        key: key(n),
        spot: Spot { east, north },
        look: Look::Dwelling(DwellingStateKind::Ready),
    }
}

/// Three dwellings: two in one building, one five kilometres away.
fn scene() -> Scene {
    let mut scene = Scene::default();
    scene.resize(600.0, 400.0);
    scene.show(
        vec![mark(1, 0.0, 0.0), mark(2, 3.0, 1.0), mark(3, 5_000.0, 900.0)],
        false,
    );
    scene
}

fn on_screen(scene: &Scene, n: usize) -> (f64, f64) {
    scene.view.expect("it has a size").on_screen(scene.marks[n].spot)
}

#[test]
fn all_marks_are_in_sight_at_first_and_the_window_stays_where_it_was_moved() {
    let mut scene = scene();
    for n in 0..3 {
        let (x, y) = on_screen(&scene, n);
        assert!((0.0..600.0).contains(&x) && (0.0..400.0).contains(&y));
    }
    scene.look(|view| view.moved((120.0, 0.0)));
    let moved = scene.view;
    scene.show(vec![mark(1, 0.0, 0.0), mark(4, -9_000.0, 0.0)], false);
    assert_eq!(scene.view, moved, "another search moves nothing");
    scene.show(vec![mark(5, 1_000.0, 0.0)], true);
    assert_ne!(scene.view, moved, "the round has a window of its own");
}

#[test]
fn one_mark_far_away_does_not_make_the_others_unreadable() {
    let mut scene = Scene::default();
    scene.resize(600.0, 400.0);
    scene.show(
        vec![
            mark(1, 0.0, 0.0),
            mark(2, 2_000.0, 0.0),
            mark(3, 250_000.0, -90_000.0),
        ],
        false,
    );
    assert!(scene.view.expect("it has a size").scale < 10.0);
}

#[test]
fn a_touch_finds_one_several_in_one_place_or_several_to_part() {
    let mut scene = scene();
    let alone = on_screen(&scene, 2);
    assert_eq!(
        scene.touched((alone.0 + 8.0, alone.1 - 8.0)),
        Touched::One(key(3))
    );
    let both = on_screen(&scene, 0);
    assert_eq!(scene.touched(both), Touched::OnePlace(vec![key(1), key(2)]));
    assert_eq!(scene.touched((both.0 + 60.0, both.1 + 60.0)), Touched::Nothing);
    scene.look(|view| view.zoomed(0.01, (300.0, 200.0)));
    let (x, y) = on_screen(&scene, 0);
    let Touched::Several(extent) = scene.touched((x + 2.0, y)) else {
        panic!("from far away they are one group");
    };
    scene.part(&extent);
    let Touched::OnePlace(keys) = scene.touched(on_screen(&scene, 0)) else {
        panic!("what stands in one building stays together");
    };
    assert_eq!(keys.len(), 2);
}

#[test]
fn what_is_chosen_comes_into_sight() {
    let mut scene = scene();
    scene.look(|view| view.zoomed(50.0, (0.0, 0.0)));
    scene.choose(Some(key(3)));
    let (x, y) = on_screen(&scene, 2);
    assert!((0.0..600.0).contains(&x) && (0.0..400.0).contains(&y));
    assert_eq!(scene.chosen_mark().map(|mark| mark.key), Some(key(3)));
    scene.choose(Some(key(99)));
    assert!(
        scene.chosen_mark().is_none(),
        "what is not shown cannot be chosen"
    );
}
