// SPDX-License-Identifier: AGPL-3.0-or-later
//! The records of the server in the end.
use soglia_domain::{
    record::{Key, Stored},
    rooms::Room,
};
use std::collections::BTreeMap;

/// By their keys.
pub(super) type Records = BTreeMap<Key, Stored>;

/// The contents of one kind.
pub(super) fn all<C: Room + 'static>(records: &Records) -> impl Iterator<Item = &C> {
    records.values().filter_map(|stored| C::of(&stored.record))
}
