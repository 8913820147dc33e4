// SPDX-License-Identifier: AGPL-3.0-or-later
//! Points that come together. Where several would hide each other one stands for all of them and says how many they are.
//!
//! The plane is cut into squares that stay where they are while it moves, so that nothing jumps under a finger; what came
//! together across the edge of a square is joined afterwards.
use crate::Spot;
use soglia_search::sorted_by_number;

/// Squares are numbered from far in the south-west, so that no number is negative.
const FAR: f64 = 1_000_000.0;

/// So many bits hold the number of a row or of a column: a side is never below a metre.
const BITS: u32 = 21;
const MOST: u64 = (1 << BITS) - 1;

/// One point, or several in the place of which one is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// The middle of its points.
    pub spot: Spot,
    /// How many they are.
    pub n: u32,
    /// One of them, by its place in the list; of a group of one, the one.
    pub one: u32,
}

/// All points of a list, each in one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// The groups.
    pub groups: Vec<Group>,
    /// For each point the place of its group.
    of: Vec<u32>,
}

impl Groups {
    /// The side of the squares at this scale: twice as long at a time, so that groups stay the same while a person zooms a
    /// little. Points nearer than `gap` pixels are likely to come together.
    pub fn side(scale: f64, gap: f64) -> f64 {
        let mut side = 1.0;
        while side < scale * gap {
            side *= 2.0;
        }
        side
    }

    /// Puts points together that lie in one square of this side, or near each other in two that touch.
    pub fn of(spots: &[Spot], side: f64) -> Self {
        let square = |spot: Spot| {
            // What lies beyond, such as a point at zero degrees, falls into the squares at the edge.
            let number = |metres: f64| (((metres + FAR) / side) as u64).min(MOST);
            number(spot.north) << BITS | number(spot.east)
        };
        let places: Vec<u32> = (0..spots.len() as u32).collect();
        let places = sorted_by_number(&places, |place| square(spots[*place as usize]));
        let mut sums: Vec<Sum> = Vec::new();
        let mut of = vec![0_u32; spots.len()];
        for place in places {
            let spot = spots[place as usize];
            let number = square(spot);
            if sums.last().is_none_or(|sum| sum.square != number) {
                sums.push(Sum::new(number, place));
            }
            of[place as usize] = sums.len() as u32 - 1;
            if let Some(sum) = sums.last_mut() {
                sum.add(spot, 1.0);
            }
        }
        let into = join(&mut sums, side);
        let mut number = vec![0_u32; sums.len()];
        let mut groups = Vec::new();
        for (at, sum) in sums.iter().enumerate().filter(|(at, _)| into[*at] == *at) {
            number[at] = groups.len() as u32;
            groups.push(sum.group());
        }
        for place in &mut of {
            *place = number[into[*place as usize]];
        }
        Self { groups, of }
    }

    /// The points of a group, by their places in the list.
    pub fn members(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        let of = self.of.iter().enumerate();
        of.filter(move |(_, of)| **of as usize == group)
            .map(|(place, _)| place)
    }

    /// The group of a point.
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.of.get(place).map(|group| *group as usize)
    }

    /// The group nearest to a point of the plane, not farther away than this.
    pub fn nearest(&self, spot: Spot, farthest: f64) -> Option<usize> {
        let mut found = None;
        let mut least = farthest;
        for (at, group) in self.groups.iter().enumerate() {
            let metres = group.spot.metres_to(spot);
            if metres <= least {
                least = metres;
                found = Some(at);
            }
        }
        found
    }
}

/// The points of one square, added up.
struct Sum {
    square: u64,
    one: u32,
    n: f64,
    east: f64,
    north: f64,
}

impl Sum {
    const fn new(square: u64, one: u32) -> Self {
        Self {
            square,
            one,
            n: 0.0,
            east: 0.0,
            north: 0.0,
        }
    }

    fn add(&mut self, spot: Spot, n: f64) {
        self.n += n;
        self.east += spot.east * n;
        self.north += spot.north * n;
    }

    fn middle(&self) -> Spot {
        Spot {
            east: self.east / self.n,
            north: self.north / self.n,
        }
    }

    fn group(&self) -> Group {
        Group {
            spot: self.middle(),
            n: self.n as u32,
            one: self.one,
        }
    }
}

/// Joins squares that touch and whose points lie near each other. Gives for each square the one into which it went.
fn join(sums: &mut [Sum], side: f64) -> Vec<usize> {
    let mut into: Vec<usize> = (0..sums.len()).collect();
    // Two at most: a whole city that came together, square by square, would be one point.
    let mut is_joined = vec![false; sums.len()];
    for at in 0..sums.len() {
        let square = sums[at].square;
        // The squares to the west and in the row to the south came before it.
        let south = square.wrapping_sub(1 << BITS);
        for other in [
            square.wrapping_sub(1),
            south.wrapping_sub(1),
            south,
            south.wrapping_add(1),
        ] {
            let Ok(other) = sums.binary_search_by_key(&other, |sum| sum.square) else {
                continue;
            };
            if into[other] == other
                && !is_joined[other]
                && sums[at].middle().metres_to(sums[other].middle()) < side * 0.65
            {
                let (middle, n) = (sums[at].middle(), sums[at].n);
                sums[other].add(middle, n);
                into[at] = other;
                is_joined[other] = true;
                break;
            }
        }
    }
    into
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spot(east: f64, north: f64) -> Spot {
        Spot { east, north }
    }

    #[test]
    fn points_that_would_hide_each_other_come_together_and_others_do_not() {
        let spots = [spot(10.0, 10.0), spot(12.0, 14.0), spot(900.0, 10.0)];
        let groups = Groups::of(&spots, 64.0);
        assert_eq!(groups.groups.len(), 2);
        let both = groups.group_of(0).expect("it has a group");
        assert_eq!(groups.group_of(1), Some(both));
        assert_eq!(groups.members(both).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(groups.groups[both].n, 2);
        assert_eq!(groups.groups[both].spot, spot(11.0, 12.0));
        let alone = groups.group_of(2).expect("it has a group");
        assert_eq!(groups.groups[alone].one, 2);
    }

    #[test]
    fn an_edge_between_two_points_does_not_keep_them_apart() {
        // 1,000,000 is a whole number of squares of 64 metres, so an edge runs through zero.
        let groups = Groups::of(&[spot(-1.0, 5.0), spot(1.0, 5.0)], 64.0);
        assert_eq!(groups.groups.len(), 1);
        assert_eq!(groups.groups[0].n, 2);
    }

    #[test]
    fn groups_stay_the_same_while_a_person_zooms_a_little() {
        assert_eq!(Groups::side(10.0, 50.0), 512.0);
        assert_eq!(Groups::side(10.2, 50.0), 512.0);
        assert_eq!(Groups::side(10.5, 50.0), 1_024.0);
    }

    #[test]
    fn the_nearest_group_is_found_within_reach_alone() {
        let groups = Groups::of(&[spot(0.0, 0.0), spot(500.0, 0.0)], 64.0);
        let near = groups.nearest(spot(480.0, 10.0), 100.0).expect("one is near");
        assert_eq!(groups.groups[near].one, 1);
        assert_eq!(groups.nearest(spot(250.0, 0.0), 100.0), None);
    }

    proptest! {
        #[test]
        fn every_point_is_in_one_group_and_groups_count_their_points(
            spots in prop::collection::vec((-40_000.0..40_000.0, -40_000.0..40_000.0), 0..300),
            scale in 1.0..400.0,
        ) {
            let spots: Vec<Spot> = spots.into_iter().map(|(east, north)| spot(east, north)).collect();
            let groups = Groups::of(&spots, Groups::side(scale, 48.0));
            let all: u32 = groups.groups.iter().map(|group| group.n).sum();
            prop_assert_eq!(all as usize, spots.len());
            for (at, group) in groups.groups.iter().enumerate() {
                prop_assert_eq!(groups.members(at).count(), group.n as usize);
                prop_assert_eq!(groups.group_of(group.one as usize), Some(at));
            }
        }
    }
}
