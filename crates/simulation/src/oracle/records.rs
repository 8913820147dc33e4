// SPDX-License-Identifier: AGPL-3.0-or-later
//! The records of the server in the end.
use soglia_domain::record::{Key, Stored};
use std::collections::BTreeMap;

/// By their keys.
pub(super) type Records = BTreeMap<Key, Stored>;
