// SPDX-License-Identifier: AGPL-3.0-or-later
//! How things stand, in facts that a page can put into words.
use soglia_domain::{photo::PhotoId, rooms::Refusal};
use soglia_sync::storage;

/// How far the exchange with the server came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncStatus {
    /// Whether the last attempt reached the server.
    pub online: bool,
    /// Whether an exchange is going on.
    pub running: bool,
    /// When everything was last exchanged, in milliseconds since 1970.
    pub last_ms: Option<i64>,
    /// Changes that are on this device only, or whose records have not come back yet.
    pub n_pending: usize,
    /// Changes that came back and wait for their author.
    pub n_refused: usize,
    /// Values that wait for a choice between two.
    pub n_to_review: usize,
    /// The server wants a new sign-in; work goes on.
    pub signed_out: bool,
    /// How far the clock of this device is ahead of the server's; shown when it is far off, never a reason to refuse.
    pub clock_ahead_ms: i64,
    /// Why the last attempt failed.
    pub trouble: Option<SyncTrouble>,
    /// The first exchange, while it goes on.
    pub first: Option<FirstSync>,
}

/// How far the first exchange came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstSync {
    /// Records stored so far.
    pub done: usize,
}

/// Why an exchange failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncTrouble {
    /// The server could not be reached.
    NoNetwork,
    /// The server answered with an error.
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// The answer could not be read; an update of this page may be waiting.
    NotUnderstood,
    /// The role of the person needs a second factor, which they have to set up first.
    FactorMissing,
    /// This device could not store what came.
    NotStored(StorageTrouble),
}

/// How safely this browser keeps what is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StorageStatus {
    /// Whether the browser promised to keep the data; none before it was asked.
    pub persisted: Option<bool>,
    /// Bytes in use.
    pub used_bytes: Option<u64>,
    /// Bytes that may be used.
    pub quota_bytes: Option<u64>,
    /// The browser has thrown away what was stored here.
    pub lost: bool,
}

/// Why an action did not become a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActError {
    /// The rules refuse it.
    Refused(Refusal),
    /// This device could not store it.
    NotSaved(StorageTrouble),
}

/// Why this device could not store something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The space that the browser grants is used up.
    Full,
    /// Nobody is signed in, or another tab replaced the store with a newer one: open the page again.
    Closed,
    /// The browser failed; trying again may help.
    Failed,
}

impl From<storage::StorageTrouble> for StorageTrouble {
    fn from(trouble: storage::StorageTrouble) -> Self {
        match trouble {
            storage::StorageTrouble::Full => Self::Full,
            storage::StorageTrouble::Closed => Self::Closed,
            // Overtaken is tried again before anybody hears of it.
            storage::StorageTrouble::Overtaken | storage::StorageTrouble::Failed => Self::Failed,
        }
    }
}

/// Photos that nobody else has yet, and how their delivery goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhotoQueue {
    /// On this device only.
    pub waiting: Vec<PhotoId>,
    /// Delivered since the queue was last empty.
    pub n_delivered: usize,
    /// How much of the present one is delivered, in hundredths; none while none is on its way.
    pub percent: Option<u8>,
    /// How many the server did not take at the last attempt; they are tried again.
    pub n_failed: usize,
}
