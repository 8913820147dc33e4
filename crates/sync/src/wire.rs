// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bodies of requests and answers. Fields are added, never renamed: each one that came later has a default, so that a
//! device and a server that are a version apart read each other.
mod accounts;
mod archive;
mod blobs;
mod calendars;
mod devices;
mod erasures;
mod factors;
mod provider;
mod shared;

pub use accounts::{
    AccountAs, AuditedLine, AuditedLines, Delegation, InvitationFor, InvitationToken, Invited, KnownAccount,
    KnownAccounts, KnownSession, KnownSessions, NewAccount, NewPassword, Post, ReadOf, Reader, Readers,
    Reads, TakenUp,
};
pub use archive::{KnownArchive, KnownArchived, ReopenReason, Reopening, ToArchive};
pub use blobs::{BlobAnnounced, BlobReceived, MOST_BLOB_BYTES, PART_BYTES};
pub use calendars::Calendar;
pub use devices::{KnownDevice, KnownDevices};
pub use erasures::{AskErasure, DecideErasure, ErasureReason, ErasureState, KnownErasure, KnownErasures};
pub use factors::{BeginFactor, FactorCode, FactorKey, RecoveryCodes, SecondFactor};
pub use provider::{LinkedCode, ProviderBegun, ProviderFinish, ProviderOffered, ProviderPerson};
pub use shared::{SharedViewed, SharedViews};

use crate::change::{Answer, Change};
use serde::{Deserialize, Serialize};
use soglia_domain::{
    author::Author,
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
};
use soglia_json::{Raw, Unreadable};
use std::sync::Arc;

/// `POST /api/session`: sign in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignIn {
    /// Name to sign in with.
    pub name: String,
    /// Password.
    pub password: String,
    /// The browser profile, drawn once by the device.
    pub device: DeviceId,
    /// What its owner calls the device, for the list of devices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// A code of the second factor, where the person has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Answer to `POST /api/session` and `GET /api/session`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// Who signed in.
    pub author: Author,
    /// Milliseconds since 1970 by the clock of the server.
    pub server_ms: i64,
    /// Whether this device was revoked: it may deliver its work and say that it is empty, and no more.
    #[serde(default)]
    pub revoked: bool,
}

/// `POST /api/changes`: changes in the order of each device, at most [`Push::MOST`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Push {
    /// The highest counter of this device whose answer the device has stored. A server that never gave that answer was
    /// set back to an earlier state, and takes nothing before it has heard of what came earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// The changes; counters ascend for each device.
    pub changes: Vec<Arc<Change>>,
}

impl Push {
    /// Largest number of changes in one request.
    pub const MOST: usize = 1_000;

    /// A device ends a request before it gets longer than this many bytes, unless a single change does.
    pub const MOST_BYTES: usize = 1_000_000;
}

/// Answer to `POST /api/changes`: one for each change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pushed {
    /// The answers, in the order of the changes.
    pub answers: Vec<PushedAnswer>,
}

impl Pushed {
    /// Reads an answer, each part on its own: one that a newer server gives and this version cannot read sets its change
    /// aside for its author, and does not hold up the others.
    ///
    /// # Errors
    /// The whole is not an answer to a push.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Parts<'a> {
            #[serde(borrow)]
            answers: Vec<Raw<'a>>,
        }
        #[derive(Deserialize)]
        struct Whose {
            change: ChangeId,
        }
        let parts: Parts = soglia_json::from_slice(bytes)?;
        let answers = parts
            .answers
            .iter()
            .filter_map(|part| {
                soglia_json::from_slice(part.get().as_bytes()).ok().or_else(|| {
                    let whose: Whose = soglia_json::from_slice(part.get().as_bytes()).ok()?;
                    let reason = "the answer is of a newer version".to_owned();
                    Some(PushedAnswer {
                        change: whose.change,
                        answer: Answer::Quarantined { reason },
                    })
                })
            })
            .collect();
        Ok(Self { answers })
    }
}

/// The answer to one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PushedAnswer {
    /// The change.
    pub change: ChangeId,
    /// What became of it.
    pub answer: Answer,
}

/// Answer to `GET /api/records?since=N&most=M&scope=T`: what changed after a cursor. `records` holds each record as the server
/// stores it ([`soglia_domain::record::Stored`]), kept as text so that fields of a newer version survive.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pulled<'a> {
    /// Records that changed, oldest change first.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<soglia_domain::record::Stored>"))]
    #[serde(borrow)]
    pub records: Vec<Raw<'a>>,
    /// Records that this person may no longer see, also of kinds that this version does not know.
    #[serde(default)]
    pub removed: Vec<Key>,
    /// Ask again from here.
    pub cursor: LogPosition,
    /// Whether more waits behind the cursor.
    pub more: bool,
    /// Milliseconds since 1970 by the clock of the server.
    pub server_ms: i64,
    /// Stands for what this person may see, and for the log up to the cursor: to be sent back with it. So the server
    /// notices when role, organisation or rights changed, and when it was itself restored from a copy meanwhile.
    #[serde(default)]
    pub scope: Option<String>,
    /// Whether this is the first page of everything, although less was asked for.
    #[serde(default)]
    pub reset: bool,
}

/// `event: head` of `GET /api/events`: something new was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventHead {
    /// The last place given in the order.
    pub position: LogPosition,
}
