// SPDX-License-Identifier: AGPL-3.0-or-later
//! What else is held about a record, for whoever asks for all of it: what shares it as a root, and what did not come to stand.
use super::Outcome;
use soglia_domain::record::{Key, Kind, Stored};
use std::future::Future;

/// A change that did not come to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// Which change.
    pub change: String,
    /// By whom, by identity.
    pub author: String,
    /// When it came, in milliseconds since 1970.
    pub received_ms: i64,
    /// What it was to do: of a refused one the action as JSON, empty once it was forgotten; of one that was set aside the change
    /// as it came.
    pub text: String,
    /// Why: of a refused one the answer as JSON, of one that was set aside the reason.
    pub why: String,
    /// Whether it was set aside, and not refused.
    pub is_aside: bool,
}

/// What is held about a record besides itself.
pub trait Held: Clone + Send + Sync + 'static {
    /// Every record, of whatever kind, that has a root, ordered by key.
    fn of_one_root(&self, root: Key) -> impl Future<Output = Outcome<Vec<Stored>>> + Send;
    /// The records of a kind in whose text an identity stands, ordered by key.
    fn naming(&self, kind: Kind, identity: &str) -> impl Future<Output = Outcome<Vec<Key>>> + Send;
    /// What was refused or set aside and names one of these identities, the newest first.
    fn not_taken(&self, identities: &[String]) -> impl Future<Output = Outcome<Vec<NotTaken>>> + Send;
}
