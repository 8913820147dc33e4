// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask map`: the boundaries that the map draws, out of the open data in `crates/xtask/map`.

mod names;
mod outline;
mod pole;
mod shapes;
mod topology;
mod weave;

use soglia_map::{Drawn, Edge, Level, Sketch, Written};

use crate::place::Place;
use crate::shell::{Outcome, read_text, say, stop, write};
use outline::Outline;
use shapes::{Shape, shapes};
use topology::{Arc, Topology};

const FOLDER: &str = "crates/xtask/map";
const FILE: &str = "public/map.bin";

/// By how much the file of the zones lies beside the others, in hundred thousandths of a degree: the mean way of its points
/// to the nearest boundary of a neighbourhood, found by trying again from there until nothing moved any more.
const SHIFT_OF_ZONES: (i32, i32) = (-35, 67);

pub(crate) fn map(place: &Place) -> Outcome {
    let bytes = made(place)?.write();
    say(&format!("{FILE}: {} bytes.", bytes.len()));
    write(&place.root.join(FILE), bytes)
}

/// Neighbourhoods and Municipi have a topology of their own: they lie inside one municipality.
fn made(place: &Place) -> Outcome<Sketch> {
    let read = |name: &str, key: &str, shift| {
        let text = read_text(&place.root.join(FOLDER).join(name))?;
        shapes(name, &text, key, shift)
    };
    let mut nil = read("nil.geojson", "NIL", (0, 0))?;
    let mut zones = read("municipi.geojson", "ZONADEC", SHIFT_OF_ZONES)?;
    let mut around = read("municipalities.geojson", "municipality", (0, 0))?;
    let size = |shape: &Shape| shape.area();
    around.sort_by(|one, other| size(other).total_cmp(&size(one)));

    let names = named(&nil, &zones, &around);
    let n_nil = nil.len();
    nil.append(&mut zones);
    weave::together(&mut nil);
    let city = Topology::of(&nil);
    let is_nil = |face: &usize| *face < n_nil;
    let (border, inside): (Vec<Arc>, Vec<Arc>) = city
        .arcs
        .into_iter()
        // A zone on one side and nothing on the other: its own way along the border of the city.
        .filter(|arc| arc.faces.iter().any(is_nil) || arc.faces.len() > 1)
        .partition(|arc| arc.faces.iter().filter(|face| is_nil(face)).count() == 1);
    let Some(outline) = Outline::of(&border) else {
        return stop("The border of the city does not close.");
    };
    let mut land = Topology::of(&around);
    outline.take_the_place_of(0, &mut land.arcs);

    let drawn = |arc: &Arc, level| Drawn {
        level,
        points: arc.points.clone(),
    };
    let level_inside = |arc: &Arc| match arc.faces.iter().all(is_nil) {
        true => Level::Nil,
        false => Level::Municipio,
    };
    let borders = land.arcs.iter().map(|arc| drawn(arc, Level::Municipality));
    let inside = inside.iter().map(|arc| drawn(arc, level_inside(arc)));
    let edge = |&(border, backward): &(usize, bool)| Edge { border, backward };
    Ok(Sketch {
        borders: borders.chain(inside).collect(),
        areas: land
            .ways
            .iter()
            .map(|way| way.iter().map(edge).collect())
            .collect(),
        names,
    })
}

/// All names, those with the most room first.
fn named(nil: &[Shape], zones: &[Shape], around: &[Shape]) -> Vec<Written> {
    let mut names = Vec::new();
    for (level, shapes) in [
        (Level::Municipality, around),
        (Level::Municipio, zones),
        (Level::Nil, nil),
    ] {
        for shape in shapes {
            let (place, room) = pole::of(shape);
            let text = match level {
                Level::Municipality => shape.name.clone(),
                Level::Municipio => format!("Municipio {}", shape.name),
                Level::Nil => names::plain(&shape.name),
            };
            names.push(Written {
                level,
                place,
                room,
                text,
            });
        }
    }
    names.sort_by(|one, other| (one.level, other.room).cmp(&(other.level, one.room)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::read;
    use soglia_map::{Extent, Ground, Spot};

    fn ground() -> Ground {
        let place = Place::find().expect("the tests run in the repository");
        let file = read(&place.root.join(FILE)).expect("the file is there");
        let made = made(&place).expect("the open data are there").write();
        assert!(
            made == file,
            "`cargo xtask map` makes another {FILE} than the one that is kept"
        );
        Ground::read(&file).expect("it is a map")
    }

    /// By rays: a point lies inside where a line from it crosses the boundary an odd number of times.
    fn holds(ring: &[Spot], spot: Spot) -> bool {
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        let crossed = sides.filter(|(a, b)| {
            (a.north > spot.north) != (b.north > spot.north)
                && spot.east < (b.east - a.east) * (spot.north - a.north) / (b.north - a.north) + a.east
        });
        crossed.count() % 2 == 1
    }

    #[test]
    fn the_file_is_what_the_command_makes_and_holds_every_place() {
        let ground = ground();
        let n = |level| ground.names.iter().filter(|name| name.level == level).count();
        assert_eq!(
            (n(Level::Municipality), n(Level::Municipio), n(Level::Nil)),
            (188, 9, 88)
        );
        assert_eq!(ground.areas.len(), 188);
        let named = |text: &str| {
            ground
                .names
                .iter()
                .find(|name| name.text == text)
                .expect("it has a name")
        };
        let milan: Vec<Spot> = ground.around(0).collect();
        assert!(holds(&milan, Spot::default()), "the cathedral stands in Milan");
        for name in ground
            .names
            .iter()
            .filter(|name| name.level != Level::Municipality)
        {
            assert!(holds(&milan, name.spot), "{} is in Milan", name.text);
        }
        assert!(!holds(&milan, named("Rho").spot));
        assert!(named("Città Studi").room > 300.0);
    }

    #[test]
    fn every_way_around_a_municipality_closes_and_holds_its_name() {
        let ground = ground();
        let names = ground
            .names
            .iter()
            .filter(|name| name.level == Level::Municipality);
        let mut names: Vec<Spot> = names.map(|name| name.spot).collect();
        for area in 0..ground.areas.len() {
            let ring: Vec<Spot> = ground.around(area).collect();
            let extent = Extent::around(ring.iter().copied()).expect("it has points");
            let (east, north) = extent.size();
            assert!(ring.len() > 3 && east < 30_000.0 && north < 30_000.0, "{area}");
            for (one, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                assert!(one.metres_to(*next) < 6_000.0, "a gap in the way around {area}");
            }
            let n = names.len();
            names.retain(|name| !holds(&ring, *name));
            assert_eq!(names.len() + 1, n, "one name lies in {area}");
        }
    }

    #[test]
    fn neighbours_share_their_boundary() {
        let ground = ground();
        let mut used = vec![0; ground.borders.len()];
        for edge in ground.areas.iter().flatten() {
            used[edge.border] += 1;
        }
        let of_land = ground.borders.iter().zip(used);
        for (border, used) in of_land.filter(|(border, _)| border.level == Level::Municipality) {
            assert!((1..=2).contains(&used), "{:?}", border.extent);
        }
    }
}
