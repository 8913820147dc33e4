// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long the server waits for those who are slow, by intent or by a bad network.
use std::time::Duration;

/// How long the server waits for whoever it talks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Patience {
    /// For a handshake, for the head of a request to be whole, and for the next request on an open connection.
    pub(crate) head: Duration,
    /// For some of a body to come.
    pub(crate) body: Duration,
    /// For some of an answer to be taken.
    pub(crate) answer: Duration,
}

impl Patience {
    /// With people on telephones in cellars and thick walls.
    pub(crate) const USUAL: Self = Self {
        head: Duration::from_secs(10),
        body: Duration::from_secs(30),
        answer: Duration::from_secs(60),
    };

    /// The same for all, for tests.
    pub(crate) fn of_ms(ms: u64) -> Self {
        let each = Duration::from_millis(ms);
        Self {
            head: each,
            body: each,
            answer: each,
        }
    }
}
