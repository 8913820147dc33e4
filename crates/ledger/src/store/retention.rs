// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forgetting what nobody needs any more, and for which no person has to decide. Never the log, never the audit, never a
//! record.
use super::Outcome;
use soglia_domain::id::SharedLinkId;
use std::future::Future;

/// What is forgotten: all that is older than its moment, in milliseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Old {
    /// Links that show nothing since longer than their term: their views, visits and wrong PINs.
    pub links: Vec<SharedLinkId>,
    /// Changes that were refused before.
    pub refused_ms: i64,
    /// Sessions, invitations and delegations that ran out before.
    pub access_ms: i64,
    /// Devices last heard from before.
    pub devices_ms: i64,
}

/// How much of what was or would be forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Views of links.
    pub views: u64,
    /// Visits and wrong PINs of links.
    pub visits: u64,
    /// Contents of refused changes.
    pub refused: u64,
    /// Sessions.
    pub sessions: u64,
    /// Invitations.
    pub invitations: u64,
    /// Delegations.
    pub delegations: u64,
    /// Devices: those that never delivered anything, whole; of others what they call themselves.
    pub devices: u64,
}

impl Forgotten {
    /// All of it together.
    pub const fn n(&self) -> u64 {
        self.views
            + self.visits
            + self.refused
            + self.sessions
            + self.invitations
            + self.delegations
            + self.devices
    }
}

/// Forgetting.
pub trait Retention: Clone + Send + Sync + 'static {
    /// What would be forgotten.
    fn due(&self, old: &Old) -> impl Future<Output = Outcome<Forgotten>> + Send;
    /// Forgets it, all or nothing. Of a refused change the answer stays, so that sent again it gets the same; a device that was
    /// revoked stays too, so that it empties itself when it comes back.
    fn forget(&self, old: &Old) -> impl Future<Output = Outcome<Forgotten>> + Send;
}
