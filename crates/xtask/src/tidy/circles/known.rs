// SPDX-License-Identifier: AGPL-3.0-or-later
//! Circles that are there today. The table only shrinks: an entry that is no circle any more has to go.

/// Where this table lies.
pub(super) const TABLE: &str = "crates/xtask/src/tidy/circles/known.rs";

/// One circle.
pub(in crate::tidy) struct Known {
    /// Where the root of the crate lies.
    pub(in crate::tidy) folder: &'static str,
    /// Below it, in order, with blanks between them.
    pub(in crate::tidy) files: &'static str,
    /// Why they use each other.
    pub(in crate::tidy) reason: &'static str,
}

pub(super) const KNOWN: &[Known] = &[
    Known {
        folder: "src",
        files: "device/handover.rs device/locks.rs device/tabs.rs",
        reason: "tabs hand over and are handed over to",
    },
    Known {
        folder: "src",
        files: "device/indexeddb.rs device/indexeddb/read.rs device/indexeddb/write.rs",
        reason: "reading and writing take the database that opens them",
    },
    Known {
        folder: "src",
        files: "rules/amend.rs rules/entry.rs rules/list.rs",
        reason: "an entry opens the form that stands in its list",
    },
    Known {
        folder: "src",
        files: "rules/consequences.rs rules/saved.rs rules/suppose.rs rules/what_if.rs",
        reason: "parts of one desk take the desk",
    },
    Known {
        folder: "src",
        files: "state.rs state/core.rs state/follow.rs state/photos.rs state/photos/deliver.rs sync_loop.rs",
        reason: "parts of the state take the state",
    },
];
