// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at an identity provider: whose tax code is whose, and sign-ins that are under way.
use super::Outcome;
use soglia_domain::{author::Author, id::PersonId};
use std::future::Future;

/// A sign-in that is under way.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The hash of what its browser holds.
    pub token_hash: &'a str,
    /// How far it is.
    pub text: &'a str,
    /// Until when it may go on, in milliseconds since 1970.
    pub until_ms: i64,
}

/// Tax codes as hashes under a key that the store does not have, and sign-ins under way, each by the hash of what its browser
/// holds.
pub trait Provider: Clone + Send + Sync + 'static {
    /// Links a tax code to somebody, or none; false where it is linked to somebody else. Where another one was linked before,
    /// all sessions of the person end.
    fn link_code(
        &self,
        person: PersonId,
        code_hash: Option<&str>,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// To whom a tax code is linked.
    fn of_code(&self, code_hash: &str) -> impl Future<Output = Outcome<Option<Author>>> + Send;
    /// Keeps how far a sign-in is, in the place of what was kept of it. Those that are over by now are forgotten, and the oldest
    /// of more than so many.
    fn keep_entry(
        &self,
        entry: Entry<'_>,
        most: usize,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// How far a sign-in is.
    fn entry(&self, token_hash: &str, now_ms: i64) -> impl Future<Output = Outcome<Option<String>>> + Send;
    /// The same, as long as it is what the caller saw, and forgets it: of several who take it one gets it.
    fn take_entry(
        &self,
        token_hash: &str,
        text: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
}
