// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names under which photos rest on this device.
use crate::device::indexeddb::{IndexedDb, UNSENT};
use soglia_domain::photo::PhotoId;

/// A photo on this device alone rests under this name, one that the server has too under the other.
pub(super) const NEW: &str = UNSENT;
pub(super) const KEPT: &str = "k/";

pub(super) async fn waiting(database: &IndexedDb) -> Vec<PhotoId> {
    let names = database.blob_names().await.unwrap_or_default();
    names
        .iter()
        .filter_map(|name| name.strip_prefix(NEW)?.parse().ok())
        .collect()
}
