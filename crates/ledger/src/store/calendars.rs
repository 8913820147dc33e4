// SPDX-License-Identifier: AGPL-3.0-or-later
//! The addresses from which the calendars of people fetch.
use super::Outcome;
use soglia_domain::{author::Author, id::PersonId};
use std::future::Future;

/// Each person has one address at most. Who knows its secret reads it; the store keeps the hash alone.
pub trait Calendars: Clone + Send + Sync + 'static {
    /// Gives someone an address; the one they had is over.
    fn open_calendar(
        &self,
        secret_hash: &str,
        person: PersonId,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Since when someone has an address, in milliseconds since 1970; none where they have none.
    fn calendar_since(&self, person: PersonId) -> impl Future<Output = Outcome<Option<i64>>> + Send;
    /// Whose calendar it is, with what they may do now.
    fn calendar(&self, secret_hash: &str) -> impl Future<Output = Outcome<Option<Author>>> + Send;
    /// Takes the address of someone away. Twice is no mistake.
    fn close_calendar(&self, person: PersonId) -> impl Future<Output = Outcome<()>> + Send;
}
