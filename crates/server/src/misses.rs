// SPDX-License-Identifier: AGPL-3.0-or-later
//! Guesses from one address, for what needs no sign-in. A whole office may sit behind one address, so only what misses counts.
//! Addresses are held in memory for as long as they count, and written nowhere.
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// More addresses than this at once is an attack on the memory; the one that missed least lately is forgotten.
const MOST_ADDRESSES: usize = 10_000;

/// Whoever has so many times the allowed misses under way at once waits for their answers.
const AT_ONCE: usize = 2;

/// How long to wait where too much is under way, in milliseconds.
const MOMENT_MS: i64 = 1_000;

/// What one address may miss, and what it missed.
pub(crate) struct Misses {
    most: usize,
    span_ms: i64,
    of_address: Mutex<HashMap<IpAddr, Tries>>,
}

/// What an address tried.
#[derive(Default)]
struct Tries {
    /// When it missed, the earliest first.
    missed_ms: Vec<i64>,
    n_under_way: usize,
}

/// One try that is under way, until it is dropped.
pub(crate) struct Try<'a> {
    misses: &'a Misses,
    address: IpAddr,
}

impl Misses {
    /// So many misses in so many milliseconds.
    pub(crate) fn new(most: usize, span_ms: i64) -> Self {
        Self {
            most,
            span_ms,
            of_address: Mutex::default(),
        }
    }

    /// Begins a try; how long to wait, in milliseconds, where it is one too many.
    pub(crate) fn begin(&self, address: IpAddr, now_ms: i64) -> Result<Try<'_>, i64> {
        let address = network(address);
        let mut all = self.lock();
        let tries = all.entry(address).or_default();
        tries.missed_ms.retain(|missed| missed + self.span_ms > now_ms);
        if tries.missed_ms.len() >= self.most {
            let earliest = tries.missed_ms.first().copied().unwrap_or(now_ms);
            return Err(earliest + self.span_ms - now_ms);
        }
        if tries.n_under_way >= self.most * AT_ONCE {
            return Err(MOMENT_MS);
        }
        tries.n_under_way += 1;
        if all.len() > MOST_ADDRESSES {
            forget_one(&mut all);
        }
        Ok(Try {
            misses: self,
            address,
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, Tries>> {
        // The map is never left half-changed, so a panic elsewhere does not spoil it.
        self.of_address.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Try<'_> {
    /// It missed.
    pub(crate) fn miss(&self, now_ms: i64) {
        let mut all = self.misses.lock();
        if let Some(tries) = all.get_mut(&self.address) {
            tries.missed_ms.push(now_ms);
        }
    }
}

impl Drop for Try<'_> {
    fn drop(&mut self) {
        let mut all = self.misses.lock();
        if let Some(tries) = all.get_mut(&self.address) {
            tries.n_under_way = tries.n_under_way.saturating_sub(1);
            if tries.n_under_way == 0 && tries.missed_ms.is_empty() {
                all.remove(&self.address);
            }
        }
    }
}

/// Forgets the address whose last miss is the longest ago, among those with nothing under way.
fn forget_one(all: &mut HashMap<IpAddr, Tries>) {
    let idle = all.iter().filter(|(_, tries)| tries.n_under_way == 0);
    let oldest = idle.min_by_key(|(_, tries)| tries.missed_ms.last().copied());
    if let Some(address) = oldest.map(|(address, _)| *address) {
        all.remove(&address);
    }
}

/// What counts as one address: of IPv6 the network, because whoever has one address of it has all.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> IpAddr {
        address.parse().expect("it is an address")
    }

    fn miss(misses: &Misses, address: &str, now_ms: i64) -> Result<(), i64> {
        misses.begin(of(address), now_ms).map(|begun| begun.miss(now_ms))
    }

    #[test]
    fn an_address_waits_after_its_misses_and_another_does_not() {
        let misses = Misses::new(2, 1_000);
        assert_eq!(miss(&misses, "192.0.2.1", 0), Ok(()));
        assert_eq!(miss(&misses, "192.0.2.1", 400), Ok(()));
        assert_eq!(miss(&misses, "192.0.2.1", 600), Err(400));
        assert_eq!(miss(&misses, "::ffff:192.0.2.1", 600), Err(400));
        assert_eq!(miss(&misses, "192.0.2.2", 600), Ok(()));
        assert_eq!(miss(&misses, "192.0.2.1", 1_000), Ok(()));
    }

    #[test]
    fn what_succeeds_counts_for_nothing_and_is_not_remembered() {
        let misses = Misses::new(1, 1_000);
        for now_ms in 0..100 {
            assert!(misses.begin(of("192.0.2.1"), now_ms).is_ok());
        }
        assert!(misses.lock().is_empty());
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let misses = Misses::new(1, 1_000);
        assert_eq!(miss(&misses, "2001:db8:1:2::1", 0), Ok(()));
        assert_eq!(miss(&misses, "2001:db8:1:2:ffff::2", 1), Err(999));
        assert_eq!(miss(&misses, "2001:db8:1:3::1", 1), Ok(()));
    }

    #[test]
    fn many_tries_at_once_do_not_get_past_the_limit() {
        let misses = Misses::new(3, 60_000);
        let begun: Vec<_> = (0..100)
            .filter_map(|_| misses.begin(of("192.0.2.1"), 0).ok())
            .collect();
        assert_eq!(begun.len(), 6);
    }

    #[test]
    fn the_memory_has_an_end() {
        let misses = Misses::new(3, 60_000);
        for number in 0..12_000_u32 {
            let address = IpAddr::from(number.to_be_bytes());
            if let Ok(begun) = misses.begin(address, 0) {
                begun.miss(0);
            }
        }
        assert!(misses.lock().len() <= MOST_ADDRESSES);
    }
}
