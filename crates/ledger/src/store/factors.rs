// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor of people: a key that a telephone holds too, and codes for the day on which the telephone is gone.
use super::Outcome;
use soglia_domain::id::PersonId;
use std::future::Future;

/// The second factor of somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Factor {
    /// The key, in base32, as the telephone holds it.
    pub key: String,
    /// Whether a first code of it was given: until then nobody is asked for one.
    pub confirmed: bool,
    /// Codes for the day on which the telephone is gone that were not used so far.
    pub n_recovery: u32,
}

impl std::fmt::Debug for Factor {
    /// Without the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Factor({}, {} codes left)", self.confirmed, self.n_recovery)
    }
}

/// The second factors of people. Each has one at most.
pub trait Factors: Clone + Send + Sync + 'static {
    /// The factor of somebody.
    fn factor(&self, person: PersonId) -> impl Future<Output = Outcome<Option<Factor>>> + Send;
    /// Begins one with a key. One that was begun and not confirmed is over; one that is confirmed stays, and it says false.
    fn begin_factor(&self, person: PersonId, key: &str) -> impl Future<Output = Outcome<bool>> + Send;
    /// Confirms it by the code of a step, and keeps the hashes of its codes for the day on which the telephone is gone. False
    /// where there is none to confirm.
    fn confirm_factor(
        &self,
        person: PersonId,
        step: i64,
        recovery: &[String],
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// Uses the code of a step. False where that one or a later one was used: a code that somebody looked at opens nothing.
    fn use_step(&self, person: PersonId, step: i64) -> impl Future<Output = Outcome<bool>> + Send;
    /// Uses a code for the day on which the telephone is gone, by its hash: once.
    fn use_recovery(&self, person: PersonId, hash: &str) -> impl Future<Output = Outcome<bool>> + Send;
    /// Ends it. Twice is no mistake.
    fn end_factor(&self, person: PersonId) -> impl Future<Output = Outcome<()>> + Send;
}
