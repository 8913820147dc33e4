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
}

impl TransportTrouble {
    /// Whether the request itself was at fault: sending the same again cannot help.
    pub const fn is_about_the_request(&self) -> bool {
        matches!(
            self,
            Self::Server {
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
    fn pull(
        &self,
        since: LogPosition,
        most: usize,
    ) -> impl Future<Output = Result<Vec<u8>, TransportTrouble>>;
}
