// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links, as far as that is told: when, and on what kind of device, never an address; and what happened at
//! links that ask for a PIN or open one time only.
use super::Outcome;
use soglia_domain::id::SharedLinkId;
use std::future::Future;

/// One time that somebody opened a shared link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewed {
    /// When, in milliseconds since 1970 by the clock of the server.
    pub at_ms: i64,
    /// What kind of device, in a word.
    pub device: String,
}

/// Whoever reads a page again within so many milliseconds, or in another language, opened the link once.
pub const SAME_VISIT_MS: i64 = 600_000;

/// Wrong PINs in a row that cost no wait.
const FREE_PINS: u32 = 5;

/// After so many wrong PINs in a row a link opens no more.
const MOST_PINS: u32 = 20;

/// The wait after the first wrong PIN that costs one; it doubles from there.
const FIRST_WAIT_MS: i64 = 60_000;

/// The longest wait.
const LONGEST_WAIT_MS: i64 = 86_400_000;

/// For so long a visit reads on without a PIN, and what opened one time only: photos, the page again, another language.
pub const ONE_VISIT_MS: i64 = 3_600_000;

/// Whether a PIN may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinTry {
    /// It may, and counts as wrong until it turns out right.
    Free,
    /// Not before a moment, in milliseconds since 1970.
    Wait {
        /// The moment.
        until_ms: i64,
    },
    /// Too many were wrong: not any more.
    Locked,
}

/// Wrong PINs of a link in a row, and when the last one was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrongPins {
    /// How many.
    pub n: u32,
    /// When the last one was tried, in milliseconds since 1970.
    pub last_ms: i64,
}

impl WrongPins {
    /// Whether the next one may be tried.
    pub fn next(self, now_ms: i64) -> PinTry {
        if self.n >= MOST_PINS {
            return PinTry::Locked;
        }
        let Some(beyond) = self.n.checked_sub(FREE_PINS) else {
            return PinTry::Free;
        };
        let wait = FIRST_WAIT_MS
            .saturating_mul(1 << beyond.min(20))
            .min(LONGEST_WAIT_MS);
        // A clock that was set back makes the wait at most as long as it is, and lets nobody through.
        let left = self.last_ms.saturating_add(wait).saturating_sub(now_ms).min(wait);
        if left <= 0 {
            PinTry::Free
        } else {
            PinTry::Wait {
                until_ms: now_ms.saturating_add(left),
            }
        }
    }
}

/// What is kept of views of shared links.
pub trait Views: Clone + Send + Sync + 'static {
    /// Somebody opened a link. The same kind of device within [`SAME_VISIT_MS`] counts once; false for what did not count.
    fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> impl Future<Output = Outcome<bool>> + Send;
    /// Who opened a link, newest first.
    fn views(&self, link: SharedLinkId, most: u32) -> impl Future<Output = Outcome<Vec<Viewed>>> + Send;
    /// Notes that a PIN is tried, before it is known whether it is right: many tries at once count one by one.
    fn try_pin(&self, link: SharedLinkId, now_ms: i64) -> impl Future<Output = Outcome<PinTry>> + Send;
    /// The PIN was right: those before it count no more.
    fn right_pin(&self, link: SharedLinkId) -> impl Future<Output = Outcome<()>> + Send;
    /// Begins a visit, known by a hash. With `only`, where nobody else ever began one. Whether it began, or goes on.
    fn begin_visit(
        &self,
        link: SharedLinkId,
        visit_hash: &str,
        only: bool,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// Whether a visit began less than [`ONE_VISIT_MS`] ago.
    fn visit_goes_on(
        &self,
        link: SharedLinkId,
        visit_hash: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
}
