// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading and writing changes knows every room, and travels in a part of its own: a device on which nothing is on its way
//! shows records without it.
use super::history::HistoryEntry;
use crate::fetched::NotFetched;
use soglia_sync::codec::Codec;

/// What reads and writes changes.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// As they rest and travel.
    pub(super) codec: Codec,
    /// Reads the history of a record; none where it cannot be read.
    pub(super) history: fn(&[u8]) -> Option<Vec<HistoryEntry>>,
}

const READING: Reading = Reading {
    codec: Codec::HERE,
    history: HistoryEntry::read_all,
};

#[cfg(feature = "parts")]
#[wasm_split_helpers::wasm_split(changes, fallible)]
pub(super) fn reading() -> Result<Reading, NotFetched> {
    Ok(READING)
}

// Everything is one module then, and nothing has to be waited for.
#[cfg(not(feature = "parts"))]
pub(super) async fn reading() -> Result<Reading, NotFetched> {
    Ok(READING)
}
