// SPDX-License-Identifier: AGPL-3.0-or-later
//! What does not hold.
use soglia_domain::record::LogPosition;

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A place in the order is missing or stands twice.
    Gap {
        /// The place found where the next one was due.
        position: LogPosition,
    },
    /// A line is not the one that was sealed.
    Altered {
        /// Its place.
        position: LogPosition,
    },
    /// The baseline is not the one that was sealed.
    Baseline,
    /// The end of the chain is not the one remembered: lines were cut off.
    CutOff,
    /// A line cannot be read.
    Unreadable {
        /// Its place.
        position: LogPosition,
    },
    /// A record is not what the log leads to.
    Differs {
        /// Its key.
        key: String,
    },
    /// A record that the log leads to is missing.
    Missing {
        /// Its key.
        key: String,
    },
    /// A record stands that the log does not lead to.
    Extra {
        /// Its key.
        key: String,
    },
}
