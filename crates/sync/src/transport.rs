// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a device must be able to do to reach the server.
use crate::wire::{Push, Pushed};
use soglia_domain::record::LogPosition;
use std::future::Future;

/// Why the server could not be reached, or did not help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportTrouble {
    /// No answer.
    NoNetwork,
    /// The server wants a sign-in.
    SignedOut,
    /// The server answered with an error.
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// The answer could not be read.
    NotUnderstood,
    /// The server is not as far as this device was already: it was restored from a copy.
    CursorAhead,
    /// The server does not know what this device delivered before: it was restored from a copy.
    EarlierChangesMissing,
    /// This device was revoked.
    Revoked,
    /// The server does not know the device of a change as this person's: it was restored from a copy that is older than
    /// the device, or the change was carried here from one that never signed in.
    NotYourDevice,
    /// The role of the person needs a second factor, and they have none so far.
    FactorMissing,
}

impl TransportTrouble {
    /// What the server means by an error: its HTTP status, and its short stable code.
    pub fn of_problem(status: u16, code: &str) -> Self {
        match (status, code) {
            (403, "device_revoked") => Self::Revoked,
            (403, "factor_missing") => Self::FactorMissing,
            (403, "not_your_device") => Self::NotYourDevice,
            (409, "cursor_ahead") => Self::CursorAhead,
            (409, "earlier_changes_missing") => Self::EarlierChangesMissing,
            _ => Self::Server { status },
        }
    }

    /// Whether the request itself was at fault: sending the same again cannot help.
    pub const fn is_about_the_request(&self) -> bool {
        matches!(
            self,
            Self::NotYourDevice
                | Self::Server {
                    status: 400 | 413 | 422
                }
        )
    }
}

/// The way to the server.
pub trait Transport {
    /// Sends changes.
    fn push(&self, push: &Push) -> impl Future<Output = Result<Pushed, TransportTrouble>>;

    /// Asks for what changed after a cursor. The answer stays bytes, as its records point into it.
    fn pull(&self, request: &PullRequest) -> impl Future<Output = Result<Vec<u8>, TransportTrouble>>;
}

/// `GET /api/records`: what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullRequest {
    /// What this device has.
    pub since: LogPosition,
    /// Records wanted at once.
    pub most: usize,
    /// What the server said last of what this person may see.
    pub scope: Option<String>,
}

impl PullRequest {
    /// The query part of the address, without its question mark. A scope that would need escapes is left out: the
    /// server draws it from letters, digits, points and hyphens.
    pub fn query(&self) -> String {
        let mut query = format!("since={}&most={}", self.since.0, self.most);
        if let Some(scope) = &self.scope
            && scope
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        {
            query.push_str("&scope=");
            query.push_str(scope);
        }
        query
    }
}
