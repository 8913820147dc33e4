// SPDX-License-Identifier: AGPL-3.0-or-later
//! Boundaries cut where they meet, so that each piece is there once, whoever lies on its two sides.

use std::collections::{BTreeMap, BTreeSet};

use soglia_map::Grid;

use super::shapes::Shape;

/// A piece of a boundary between two places where boundaries meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arc {
    pub(super) points: Vec<Grid>,
    /// The shapes beside it, by their places in the list.
    pub(super) faces: BTreeSet<usize>,
}

/// All pieces, and the way around each shape: the piece, and whether it is gone backward.
pub(super) struct Topology {
    pub(super) arcs: Vec<Arc>,
    pub(super) ways: Vec<Vec<(usize, bool)>>,
}

type Faces = BTreeMap<(Grid, Grid), BTreeSet<usize>>;

const fn side(a: Grid, b: Grid) -> (Grid, Grid) {
    let is_in_order = a.0 < b.0 || (a.0 == b.0 && a.1 <= b.1);
    if is_in_order { (a, b) } else { (b, a) }
}

impl Topology {
    pub(super) fn of(shapes: &[Shape]) -> Self {
        let (faces, meetings) = sides(shapes);
        let mut topology = Self {
            arcs: Vec::new(),
            ways: vec![Vec::new(); shapes.len()],
        };
        let mut known: BTreeMap<Vec<Grid>, usize> = BTreeMap::new();
        for (shape, way) in shapes.iter().zip(&mut topology.ways) {
            for points in shape.rings.iter().flat_map(|ring| pieces(ring, &meetings)) {
                let backward: Vec<Grid> = points.iter().rev().copied().collect();
                if let Some(at) = known.get(&points) {
                    way.push((*at, false));
                } else if let Some(at) = known.get(&backward) {
                    way.push((*at, true));
                } else {
                    known.insert(points.clone(), topology.arcs.len());
                    way.push((topology.arcs.len(), false));
                    let faces = faces[&side(points[0], points[1])].clone();
                    topology.arcs.push(Arc { points, faces });
                }
            }
        }
        topology
    }
}

/// Who lies beside each side, and the points at which more than two of them meet or other shapes begin.
fn sides(shapes: &[Shape]) -> (Faces, BTreeSet<Grid>) {
    let mut faces = Faces::new();
    for (number, shape) in shapes.iter().enumerate() {
        for ring in &shape.rings {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                faces.entry(side(*a, *b)).or_default().insert(number);
            }
        }
    }
    let mut at: BTreeMap<Grid, Vec<&BTreeSet<usize>>> = BTreeMap::new();
    for ((a, b), beside) in &faces {
        at.entry(*a).or_default().push(beside);
        at.entry(*b).or_default().push(beside);
    }
    let is_meeting = |sides: &Vec<&BTreeSet<usize>>| sides.len() != 2 || sides[0] != sides[1];
    let meetings = at
        .iter()
        .filter(|(_, sides)| is_meeting(sides))
        .map(|(point, _)| *point)
        .collect();
    (faces, meetings)
}

/// A ring cut at the points where others meet it. One that meets nobody begins at its least point, whoever draws it.
fn pieces(ring: &[Grid], meetings: &BTreeSet<Grid>) -> Vec<Vec<Grid>> {
    let first = ring.iter().position(|point| meetings.contains(point));
    let least = || (0..ring.len()).min_by_key(|at| ring[*at]).unwrap_or(0);
    let start = first.unwrap_or_else(least);
    let around = ring.iter().cycle().skip(start).take(ring.len() + 1).copied();
    let mut made: Vec<Vec<Grid>> = Vec::new();
    let mut piece = Vec::new();
    for point in around {
        piece.push(point);
        if piece.len() > 1 && meetings.contains(&point) {
            made.push(std::mem::replace(&mut piece, vec![point]));
        }
    }
    if piece.len() > 1 {
        made.push(piece);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_neighbours_share_the_piece_between_them() {
        let shape = |ring: &[Grid]| Shape {
            name: String::new(),
            rings: vec![ring.to_vec()],
        };
        let topology = Topology::of(&[
            shape(&[(0, 0), (10, 0), (10, 5), (10, 10), (0, 10)]),
            shape(&[(10, 10), (10, 5), (10, 0), (20, 0), (20, 10)]),
        ]);
        assert_eq!(topology.arcs.len(), 3);
        let shared = topology
            .arcs
            .iter()
            .position(|arc| arc.faces.len() == 2)
            .expect("one is shared");
        assert_eq!(topology.arcs[shared].points, [(10, 0), (10, 5), (10, 10)]);
        assert!(topology.ways[0].contains(&(shared, false)));
        assert!(topology.ways[1].contains(&(shared, true)));
    }

    #[test]
    fn an_island_is_one_piece() {
        let island = Shape {
            name: String::new(),
            rings: vec![vec![(5, 5), (0, 0), (9, 0)]],
        };
        let topology = Topology::of(&[island]);
        assert_eq!(topology.arcs[0].points, [(0, 0), (9, 0), (5, 5), (0, 0)]);
    }
}
