// SPDX-License-Identifier: AGPL-3.0-or-later
//! The moment of a decision: the time of the device, and that of the server where there is one.
use crate::calendar::{Day, RomeTime, Timestamp};

/// When something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The moment by the device of the author, never far ahead of the server's.
    pub at: Timestamp,
    /// Milliseconds since 1970 by the clock of the server; none on a device, where nobody can vouch for the clock.
    pub received_ms: Option<i64>,
}

impl Moment {
    /// A decision on a device.
    pub const fn on_device(at: Timestamp) -> Self {
        Self {
            at,
            received_ms: None,
        }
    }

    /// A decision at the server.
    pub const fn at_server(at: Timestamp, received_ms: i64) -> Self {
        Self {
            at,
            received_ms: Some(received_ms),
        }
    }

    /// The day in Milan on which the author acted.
    pub fn day(self) -> Day {
        self.at.day()
    }

    /// Date and time in Rome by the clock of the server; none on a device. Deadlines are judged by nothing else.
    pub fn deadline_time(self) -> Option<RomeTime> {
        self.received_ms.map(RomeTime::of_ms)
    }

    /// Whether the server decides.
    pub const fn is_at_server(self) -> bool {
        self.received_ms.is_some()
    }
}
