// SPDX-License-Identifier: AGPL-3.0-or-later
//! How often an address may guess what needs no sign-in.
use crate::misses::Misses;

const MINUTE_MS: i64 = 60_000;

/// What each address guessed.
pub(crate) struct Guessed {
    /// Names, passwords and codes.
    pub(super) sign_in: Misses,
    /// Tokens of links, invitations and calendars.
    pub(super) token: Misses,
}

impl Default for Guessed {
    fn default() -> Self {
        Self {
            sign_in: Misses::new(30, 15 * MINUTE_MS),
            token: Misses::new(60, 10 * MINUTE_MS),
        }
    }
}
