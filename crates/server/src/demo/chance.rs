// SPDX-License-Identifier: AGPL-3.0-or-later
//! Chance that repeats itself: splitmix64 from a fixed seed.
use uuid::Uuid;

/// A generator of numbers that look random.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.abs_diff(least) + 1;
        least + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// A place in a list of this length.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, n: i64) -> bool {
        self.between(0, 99) < n
    }

    /// One of a list.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// One of a list in which each has a weight.
    pub(super) fn weigh<T: Copy>(&mut self, list: &[(i64, T)]) -> T {
        let sum: i64 = list.iter().map(|(weight, _)| weight).sum();
        let mut left = self.between(0, sum - 1);
        for (weight, one) in list {
            left -= weight;
            if left < 0 {
                return *one;
            }
        }
        list[0].1
    }

    /// An identity that looks drawn.
    pub(super) fn uuid(&mut self) -> Uuid {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid()
    }

    fn bytes(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_within_their_bounds() {
        let (mut one, mut two) = (Chance::new(7), Chance::new(7));
        for _ in 0..1_000 {
            let number = one.between(-3, 4);
            assert_eq!(number, two.between(-3, 4));
            assert!((-3..=4).contains(&number));
        }
        assert_eq!(one.uuid(), two.uuid());
        assert_eq!(one.weigh(&[(0, 'a'), (5, 'b')]), 'b');
    }
}
