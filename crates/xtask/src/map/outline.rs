// SPDX-License-Identifier: AGPL-3.0-or-later
//! The border of the city as its neighbourhoods have it, in the place of the coarser one that the municipalities around it
//! have.

use std::collections::BTreeMap;

use soglia_map::Grid;

use super::shapes::distance;
use super::topology::Arc;

/// One ring, without its first point again at the end.
pub(super) struct Outline(Vec<Grid>);

impl Outline {
    /// Out of its pieces; none where they do not make a ring. Small rings beside the longest are holes that simplifying left.
    pub(super) fn of(pieces: &[Arc]) -> Option<Self> {
        let mut next: BTreeMap<Grid, Vec<Grid>> = BTreeMap::new();
        for piece in pieces {
            for (a, b) in piece.points.iter().zip(piece.points.iter().skip(1)) {
                next.entry(*a).or_default().push(*b);
                next.entry(*b).or_default().push(*a);
            }
        }
        let mut longest = Vec::new();
        while let Some((&start, _)) = next.first_key_value() {
            let ring = walked(&mut next, start);
            if ring.len() > longest.len() {
                longest = ring;
            }
        }
        (longest.len() > 3).then_some(Self(longest))
    }

    /// Takes the place of every piece that lies beside a shape. What else ended there ends at the new border.
    pub(super) fn take_the_place_of(&self, shape: usize, arcs: &mut [Arc]) {
        let mut moved: BTreeMap<Grid, Grid> = BTreeMap::new();
        for arc in arcs.iter_mut().filter(|arc| arc.faces.contains(&shape)) {
            let ends = [arc.points[0], arc.points[arc.points.len() - 1]];
            let [from, to] = ends.map(|end| self.nearest(end));
            for (end, at) in ends.into_iter().zip([from, to]) {
                moved.insert(end, self.0[at]);
            }
            arc.points = self.between(from, to, &arc.points);
        }
        for arc in arcs.iter_mut().filter(|arc| !arc.faces.contains(&shape)) {
            let last = arc.points.len() - 1;
            for at in [0, last] {
                if let Some(to) = moved.get(&arc.points[at]) {
                    arc.points[at] = *to;
                }
            }
        }
    }

    fn nearest(&self, point: Grid) -> usize {
        let metres = |at: &usize| distance(self.0[*at], point);
        (0..self.0.len())
            .min_by(|one, other| metres(one).total_cmp(&metres(other)))
            .unwrap_or(0)
    }

    /// The way from one point of the ring to another, on the side on which the old one went.
    fn between(&self, from: usize, to: usize, old: &[Grid]) -> Vec<Grid> {
        if from == to {
            return vec![self.0[from]; 2];
        }
        let n = self.0.len();
        let way = |step: usize| {
            let mut at = from;
            let mut points = vec![self.0[at]];
            loop {
                at = (at + step) % n;
                points.push(self.0[at]);
                if at == to {
                    return points;
                }
            }
        };
        let far = |points: &[Grid]| {
            let beside = |point: &Grid| {
                points
                    .iter()
                    .map(|other| distance(*point, *other))
                    .fold(f64::MAX, f64::min)
            };
            old.iter().map(beside).fold(0.0, f64::max) + (length(points) - length(old)).abs()
        };
        let (onward, back) = (way(1), way(n - 1));
        if far(&onward) <= far(&back) { onward } else { back }
    }
}

fn length(points: &[Grid]) -> f64 {
    points
        .iter()
        .zip(points.iter().skip(1))
        .map(|(a, b)| distance(*a, *b))
        .sum()
}

/// The ring from a point back to it, taken out of what is left.
fn walked(next: &mut BTreeMap<Grid, Vec<Grid>>, start: Grid) -> Vec<Grid> {
    let mut ring = vec![start];
    let mut at = start;
    while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
        if let Some(back) = next.get_mut(&to)
            && let Some(place) = back.iter().position(|point| *point == at)
        {
            back.remove(place);
        }
        if next.get(&at).is_some_and(Vec::is_empty) {
            next.remove(&at);
        }
        at = to;
        if at == start {
            break;
        }
        ring.push(at);
    }
    if next.get(&at).is_some_and(Vec::is_empty) {
        next.remove(&at);
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(points: &[Grid], faces: &[usize]) -> Arc {
        Arc {
            points: points.to_vec(),
            faces: faces.iter().copied().collect(),
        }
    }

    #[test]
    fn the_finer_border_is_taken_and_who_ended_at_the_old_one_follows() {
        let outline = Outline::of(&[
            arc(&[(0, 0), (480, 20), (1_000, 0), (1_010, 500)], &[]),
            arc(&[(1_010, 500), (1_000, 1_000), (0, 1_000), (0, 0)], &[]),
        ])
        .expect("it closes");
        let mut arcs = [
            arc(&[(5, 5), (995, 5)], &[0, 1]),
            arc(&[(995, 5), (995, 995), (5, 995), (5, 5)], &[0]),
            arc(&[(995, 5), (2_000, 0)], &[1, 2]),
        ];
        outline.take_the_place_of(0, &mut arcs);
        assert_eq!(arcs[0].points, [(0, 0), (480, 20), (1_000, 0)]);
        assert_eq!(
            arcs[1].points,
            [(1_000, 0), (1_010, 500), (1_000, 1_000), (0, 1_000), (0, 0)]
        );
        assert_eq!(arcs[2].points, [(1_000, 0), (2_000, 0)]);
    }
}
