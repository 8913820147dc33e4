// SPDX-License-Identifier: AGPL-3.0-or-later
//! A session as it is kept in memory.
use crate::store::{SESSION_AT_MOST_MS, TOKEN_MS};
use soglia_domain::id::{DeviceId, PersonId};

/// A session as it is kept.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) person: PersonId,
    pub(super) device: DeviceId,
    pub(super) expires_ms: i64,
    pub(super) line: String,
    pub(super) opened_ms: i64,
    /// Since when there is this token.
    pub(super) begun_ms: i64,
    /// Nobody came with this token so far, and another one opens too.
    pub(super) is_fresh: bool,
    pub(super) vouched: bool,
}

impl Session {
    pub(super) const fn lasts(&self, now_ms: i64) -> bool {
        self.expires_ms > now_ms && self.opened_ms + SESSION_AT_MOST_MS > now_ms
    }

    pub(super) const fn may_be_succeeded(&self, now_ms: i64) -> bool {
        self.lasts(now_ms) && self.begun_ms + TOKEN_MS <= now_ms
    }
}
