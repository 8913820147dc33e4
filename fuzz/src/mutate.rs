// SPDX-License-Identifier: AGPL-3.0-or-later
//! Seeds, changed a little at random: the same number makes the same bytes.

/// What readers of text trip over.
const PIECES: [&[u8]; 24] = [
    b"null",
    b"true",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b":",
    b",",
    b"-",
    b"0",
    b"1e999",
    b"-0.0",
    b"9223372036854775808",
    b"\\ud800",
    b"\\u0000",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\r\n",
    b" ",
    "\u{202e}".as_bytes(),
    "\u{e0}".as_bytes(),
];

/// Most changes to one seed.
const MOST_CHANGES: u64 = 8;

/// Makes inputs out of seeds.
pub struct Mutator<'a> {
    state: u64,
    seeds: &'a [Vec<u8>],
    most: usize,
}

impl<'a> Mutator<'a> {
    /// From a number and seeds; no input is longer than `most` bytes.
    pub fn new(number: u64, seeds: &'a [Vec<u8>], most: usize) -> Self {
        Self {
            state: number,
            seeds,
            most,
        }
    }

    /// The next input.
    #[expect(
        clippy::should_implement_trait,
        reason = "it never ends, so it is asked and not gone through"
    )]
    pub fn next(&mut self) -> Vec<u8> {
        let mut bytes = self.seed().to_vec();
        for _ in 0..=self.below(MOST_CHANGES) {
            self.change(&mut bytes);
        }
        bytes.truncate(self.most);
        bytes
    }

    /// SplitMix64, by Sebastiano Vigna: every state is followed by a good number.
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, end: u64) -> u64 {
        self.draw() % end.max(1)
    }

    /// A place in bytes, their end included.
    fn place(&mut self, bytes: &[u8]) -> usize {
        self.below(bytes.len() as u64 + 1) as usize
    }

    fn seed(&mut self) -> &'a [u8] {
        let n = self.below(self.seeds.len() as u64) as usize;
        self.seeds.get(n).map_or(&[], Vec::as_slice)
    }

    fn range(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let (one, other) = (self.place(bytes), self.place(bytes));
        one.min(other)..one.max(other)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        match self.below(7) {
            0 => {
                let at = self.place(bytes);
                let mask = 1 << self.below(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= mask;
                }
            }
            1 => {
                let at = self.place(bytes);
                let byte = self.draw().to_le_bytes()[0];
                bytes.insert(at, byte);
            }
            2 => {
                let range = self.range(bytes);
                bytes.drain(range);
            }
            3 => {
                let piece = PIECES[self.below(PIECES.len() as u64) as usize];
                let at = self.place(bytes);
                bytes.splice(at..at, piece.iter().copied());
            }
            // Something said twice, or so deep that a reader that calls itself would fall.
            4 => {
                let range = self.range(bytes);
                let times = 1 << self.below(6);
                let again = bytes[range.clone()].repeat(times);
                bytes.splice(range, again);
            }
            5 => {
                let (range, piece) = (
                    self.range(bytes),
                    PIECES[self.below(PIECES.len() as u64) as usize],
                );
                bytes.splice(range, piece.iter().copied());
            }
            _ => {
                let other = self.seed();
                let (from, to) = (self.range(other), self.range(bytes));
                bytes.splice(to, other[from].iter().copied());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mutator;

    #[test]
    fn the_same_number_makes_the_same_bytes_and_another_one_others() {
        let seeds = [b"{\"a\":[1,2]}".to_vec(), b"text".to_vec()];
        let made = |number| {
            let mut mutator = Mutator::new(number, &seeds, 64);
            std::iter::repeat_with(|| mutator.next())
                .take(500)
                .collect::<Vec<_>>()
        };
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert!(made(1).iter().all(|bytes| bytes.len() <= 64));
        let other = made(1).iter().filter(|bytes| !seeds.contains(bytes)).count();
        assert!(other > 450, "{other}");
    }
}
