// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers that look drawn by chance and are the same everywhere: splitmix64.

/// A sequence of numbers that a first one decides.
pub(crate) struct Draw(u64);

impl Draw {
    /// The sequence of one sample; `kind` keeps the sequences of households and dwellings apart.
    pub(crate) fn of(kind: u64, number: u64) -> Self {
        let mut draw = Self(number.wrapping_add(kind << 48));
        // Neighbouring numbers give unlike sequences only after a step.
        draw.0 = draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one, which is not zero.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A number between two, both included.
    pub(crate) fn between(&mut self, first: i64, last: i64) -> i64 {
        first + self.below(last.abs_diff(first) + 1) as i64
    }

    /// Yes, so many times out of a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is not empty.
    pub(crate) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64) as usize]
    }
}
