// SPDX-License-Identifier: AGPL-3.0-or-later
//! Guessing passwords becomes slower with each miss, for one name to sign in with at a time.
use std::{collections::HashMap, sync::Mutex};

/// So many misses are a slip of the finger and cost nothing.
const N_FREE: u32 = 4;

/// The longest wait between two attempts.
const LONGEST_MS: i64 = 60_000;

/// After this long without a miss everything is forgotten.
const FORGOTTEN_MS: i64 = 3_600_000;

/// More names than this at once is an attack on the memory; the oldest are forgotten.
const MOST_NAMES: usize = 10_000;

/// What is remembered of failed attempts.
#[derive(Default)]
pub(crate) struct Throttle {
    misses: Mutex<HashMap<String, Misses>>,
}

#[derive(Clone, Copy)]
struct Misses {
    n: u32,
    last_ms: i64,
}

impl Misses {
    fn wait_ms(self) -> i64 {
        match self.n.checked_sub(N_FREE) {
            None => 0,
            Some(over) => (1_000 << over.min(10)).min(LONGEST_MS),
        }
    }
}

impl Throttle {
    /// How long until the next attempt for this name, in milliseconds; none when it may be tried now.
    pub(crate) fn wait_ms(&self, name: &str, now_ms: i64) -> Option<i64> {
        let misses = self.lock();
        let left = misses
            .get(name)
            .map_or(0, |misses| misses.last_ms + misses.wait_ms() - now_ms);
        (left > 0).then_some(left)
    }

    /// An attempt failed.
    pub(crate) fn miss(&self, name: &str, now_ms: i64) {
        let mut misses = self.lock();
        misses.retain(|_, misses| misses.last_ms + FORGOTTEN_MS > now_ms);
        if misses.len() >= MOST_NAMES
            && let Some(oldest) = misses
                .iter()
                .min_by_key(|(_, m)| m.last_ms)
                .map(|(name, _)| name.clone())
        {
            misses.remove(&oldest);
        }
        let entry = misses.entry(name.to_owned()).or_insert(Misses {
            n: 0,
            last_ms: now_ms,
        });
        entry.n = entry.n.saturating_add(1);
        entry.last_ms = now_ms;
    }

    /// An attempt succeeded.
    pub(crate) fn forget(&self, name: &str) {
        self.lock().remove(name);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Misses>> {
        // The map is never left half-changed, so a panic elsewhere does not spoil it.
        self.misses
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_another_name_is_not_held_up() {
        let throttle = Throttle::default();
        for _ in 0..3 {
            throttle.miss("anna", 1_000);
        }
        assert_eq!(throttle.wait_ms("anna", 1_000), None);
        throttle.miss("anna", 1_000);
        assert_eq!(throttle.wait_ms("anna", 1_000), Some(1_000));
        throttle.miss("anna", 2_000);
        assert_eq!(throttle.wait_ms("anna", 2_000), Some(2_000));
        assert_eq!(throttle.wait_ms("bruno", 2_000), None);
        assert_eq!(throttle.wait_ms("anna", 4_000), None);
        throttle.forget("anna");
        throttle.miss("anna", 4_000);
        assert_eq!(throttle.wait_ms("anna", 4_000), None);
    }
}
