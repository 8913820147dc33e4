// SPDX-License-Identifier: AGPL-3.0-or-later
//! A second factor as it is kept in memory.
use std::collections::BTreeSet;

/// A factor as it is kept.
#[derive(Clone, Default)]
pub(super) struct KeptFactor {
    pub(super) key: String,
    /// The last step that was used; none until it is confirmed.
    pub(super) last: Option<i64>,
    pub(super) recovery: BTreeSet<String>,
}
