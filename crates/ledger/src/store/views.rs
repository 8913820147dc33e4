// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links, as far as that is told: when, and on what kind of device. Never an address.
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

/// What is kept of views of shared links.
pub trait Views: Clone + Send + Sync + 'static {
    /// Somebody opened a link. The same kind of device within [`SAME_VISIT_MS`] counts once.
    fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> impl Future<Output = Outcome<()>> + Send;
    /// Who opened a link, newest first.
    fn views(&self, link: SharedLinkId, most: u32) -> impl Future<Output = Outcome<Vec<Viewed>>> + Send;
}
