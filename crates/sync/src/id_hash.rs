// SPDX-License-Identifier: AGPL-3.0-or-later
//! A quick hash for identities: they are random bytes already, and a start looks up every one of them.
use std::hash::{BuildHasherDefault, Hasher};

/// For tables whose keys are identities.
pub type ById = BuildHasherDefault<IdHash>;

/// Takes the last eight bytes: the first ones of a UUIDv7 are the time.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdHash(u64);

impl Hasher for IdHash {
    fn write(&mut self, bytes: &[u8]) {
        if let Some(last) = bytes.last_chunk::<8>() {
            self.0 = u64::from_le_bytes(*last);
        }
    }

    fn finish(&self) -> u64 {
        // Identities that somebody counted up differ in few bits; the table looks at both ends.
        let mixed = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    }
}
