// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the name of a shape stands: at the point inside that is farthest from its boundary. Searched on a lattice that gets
//! finer around the best point so far.

use soglia_map::Grid;

use super::shapes::{Shape, beside};

/// Points of a side of the lattice.
const N: i32 = 24;

/// The place of the name, and how many metres of room it has on every side.
pub(super) fn of(shape: &Shape) -> (Grid, u32) {
    let points = || shape.rings.iter().flatten();
    let (low, high) = points().fold(
        (points().next().copied().unwrap_or_default(), (0, 0)),
        |(low, high), point| {
            (
                (low.0.min(point.0), low.1.min(point.1)),
                (high.0.max(point.0), high.1.max(point.1)),
            )
        },
    );
    let mut best = (low, f64::MIN);
    let mut middle = ((low.0 + high.0) / 2, (low.1 + high.1) / 2);
    let mut span = (high.0 - low.0, high.1 - low.1);
    while span.0 > 2 || span.1 > 2 {
        for x in 0..=N {
            for y in 0..=N {
                let point = (
                    middle.0 + span.0 * (2 * x - N) / (2 * N),
                    middle.1 + span.1 * (2 * y - N) / (2 * N),
                );
                let room = room(shape, point);
                if room > best.1 {
                    best = (point, room);
                }
            }
        }
        middle = best.0;
        span = (span.0 / 6, span.1 / 6);
    }
    (best.0, best.1.max(0.0) as u32)
}

/// Metres to the nearest boundary; below nothing outside.
fn room(shape: &Shape, point: Grid) -> f64 {
    let mut is_inside = false;
    let mut nearest = f64::MAX;
    for ring in &shape.rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            nearest = nearest.min(beside(point, *a, *b).1);
            if (a.1 > point.1) != (b.1 > point.1) {
                let share = f64::from(point.1 - a.1) / f64::from(b.1 - a.1);
                let east = f64::from(a.0) + f64::from(b.0 - a.0) * share;
                is_inside ^= f64::from(point.0) < east;
            }
        }
    }
    if is_inside { nearest } else { -nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_there_is_the_most_room() {
        // A square with a long thin tail: the middle of its corners lies in the tail.
        let shape = Shape {
            name: String::new(),
            rings: vec![vec![
                (0, 0),
                (1_000, 0),
                (1_000, 450),
                (4_000, 450),
                (4_000, 460),
                (1_000, 460),
                (1_000, 1_000),
                (0, 1_000),
            ]],
        };
        let ((east, north), room) = of(&shape);
        assert!(
            (300..=700).contains(&east) && (340..=660).contains(&north),
            "{east}, {north}"
        );
        assert!((380..=400).contains(&room), "{room}");
    }
}
