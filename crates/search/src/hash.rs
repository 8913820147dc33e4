// SPDX-License-Identifier: AGPL-3.0-or-later
//! A quick hash for words: the keys are our own texts, nobody gains by making them collide, and building the index
//! hashes every word of every document.
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) type QuickHash = BuildHasherDefault<WordHasher>;

#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.mix(u64::from_le_bytes(*chunk));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value));
    }

    fn finish(&self) -> u64 {
        // The table takes the upper bits for one purpose and the lower ones for another.
        self.0 ^ (self.0 >> 32)
    }
}
