// SPDX-License-Identifier: AGPL-3.0-or-later
//! Puts boundaries together that were simplified apart: points that are nearly the same become one, and a point that lies on
//! somebody else's boundary becomes a point of that boundary.

use std::collections::HashMap;

use soglia_map::Grid;

use super::shapes::{Shape, beside, distance};

/// Metres below which two points are one.
const NEAR: f64 = 5.0;

/// Steps of the grid that are never less than [`NEAR`].
const CELL: i32 = 8;

pub(super) fn together(shapes: &mut [Shape]) {
    let points = snap(shapes);
    for ring in shapes.iter_mut().flat_map(|shape| &mut shape.rings) {
        *ring = woven(ring, &points);
        without_spikes(ring);
    }
}

/// Every point becomes the first one that was near it. Gives those that are left.
fn snap(shapes: &mut [Shape]) -> Vec<Grid> {
    let cell = |(east, north): Grid| (east.div_euclid(CELL), north.div_euclid(CELL));
    let mut kept: HashMap<Grid, Vec<Grid>> = HashMap::new();
    let mut points = Vec::new();
    for point in shapes.iter_mut().flat_map(|shape| &mut shape.rings).flatten() {
        let (east, north) = cell(*point);
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (east + x, north + y)));
        let known = around
            .filter_map(|cell| kept.get(&cell))
            .flatten()
            .copied()
            .filter(|known| distance(*known, *point) < NEAR)
            .min_by(|one, other| distance(*one, *point).total_cmp(&distance(*other, *point)));
        match known {
            Some(known) => *point = known,
            None => {
                kept.entry((east, north)).or_default().push(*point);
                points.push(*point);
            }
        }
    }
    points
}

/// The ring with all points that lie on its sides.
fn woven(ring: &[Grid], points: &[Grid]) -> Vec<Grid> {
    let mut made = Vec::with_capacity(ring.len());
    for (a, b) in ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)) {
        made.push(a);
        let within = |at: i32, a: i32, b: i32| (a.min(b) - CELL..=a.max(b) + CELL).contains(&at);
        let mut on: Vec<(f64, Grid)> = points
            .iter()
            .filter(|point| {
                **point != a && **point != b && within(point.0, a.0, b.0) && within(point.1, a.1, b.1)
            })
            .filter_map(|point| {
                let (along, metres) = beside(*point, a, b);
                (metres < NEAR && along > 0.0 && along < 1.0).then_some((along, *point))
            })
            .collect();
        on.sort_by(|one, other| one.0.total_cmp(&other.0));
        made.extend(on.into_iter().map(|(_, point)| point));
    }
    made
}

/// There and back again is no way.
fn without_spikes(ring: &mut Vec<Grid>) {
    loop {
        ring.dedup();
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        let n = ring.len();
        let spike = (0..n).find(|at| n > 2 && ring[(at + n - 1) % n] == ring[(at + 1) % n]);
        match spike {
            Some(at) => {
                ring.remove(at);
            }
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(ring: &[Grid]) -> Shape {
        Shape {
            name: String::new(),
            rings: vec![ring.to_vec()],
        }
    }

    #[test]
    fn a_point_on_the_side_of_a_neighbour_becomes_a_point_of_it() {
        let mut shapes = [
            shape(&[(0, 0), (1_000, 0), (1_000, 1_000), (0, 1_000)]),
            shape(&[(1_002, 500), (2_000, 0), (1_001, 1)]),
        ];
        together(&mut shapes);
        let first = &shapes[0].rings[0];
        assert_eq!(
            first,
            &[(0, 0), (1_000, 0), (1_002, 500), (1_000, 1_000), (0, 1_000)]
        );
        assert_eq!(shapes[1].rings[0], [(1_002, 500), (2_000, 0), (1_000, 0)]);
    }

    #[test]
    fn a_spike_is_taken_off() {
        let mut ring = vec![(0, 0), (500, 0), (900, 0), (500, 0), (500, 500)];
        without_spikes(&mut ring);
        assert_eq!(ring, [(0, 0), (500, 0), (500, 500)]);
    }
}
