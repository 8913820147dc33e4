// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one place that asks what time it is. For whoever sets the clock of the machine back, what ended does not begin again: time
//! goes on from the last moment that the server wrote down.
use std::{
    sync::{
        LazyLock,
        atomic::{AtomicI64, Ordering},
    },
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// Goes on by itself, whatever becomes of the clock of the machine.
static PACE: LazyLock<Pace> = LazyLock::new(|| Pace {
    begun: Instant::now(),
    begun_ms: AtomicI64::new(machine_ms()),
});

struct Pace {
    begun: Instant,
    /// What time it was then, as far as is known by now.
    begun_ms: AtomicI64,
}

impl Pace {
    fn elapsed_ms(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn now_ms(&self, machine_ms: i64) -> i64 {
        let paced = self
            .begun_ms
            .load(Ordering::Relaxed)
            .saturating_add(self.elapsed_ms());
        machine_ms.max(paced)
    }

    fn not_before(&self, ms: i64) {
        self.begun_ms
            .fetch_max(ms.saturating_sub(self.elapsed_ms()), Ordering::Relaxed);
    }
}

/// Milliseconds since 1970: by the clock of the machine, and never before what was told to [`not_before`].
pub(crate) fn now_ms() -> i64 {
    PACE.now_ms(machine_ms())
}

/// It is that late, whatever the clock of the machine says: it was written down.
pub(crate) fn not_before(ms: i64) {
    PACE.not_before(ms);
}

/// Milliseconds since 1970 by the clock of the machine alone, for what has to agree with other clocks.
pub(crate) fn machine_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::Pace;
    use std::{sync::atomic::AtomicI64, time::Instant};

    #[test]
    fn a_clock_that_was_set_back_is_not_believed_and_one_that_goes_on_is() {
        let pace = Pace {
            begun: Instant::now(),
            begun_ms: AtomicI64::new(1_000_000),
        };
        assert!(pace.now_ms(0) >= 1_000_000, "set back while the server runs");
        assert_eq!(pace.now_ms(9_000_000), 9_000_000);
        // A moment of the future that was never written down is forgotten again.
        assert!(pace.now_ms(0) < 9_000_000);
        pace.not_before(5_000_000);
        pace.not_before(2_000_000);
        let now = pace.now_ms(0);
        assert!((5_000_000..5_900_000).contains(&now), "{now}");
        std::thread::sleep(std::time::Duration::from_millis(5));
        assert!(pace.now_ms(0) > now, "time goes on");
    }
}
