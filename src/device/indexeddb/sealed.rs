// SPDX-License-Identifier: AGPL-3.0-or-later
//! What goes into a store is sealed for its place, and opened again when it comes out.
use super::bytes::Bytes;
use crate::device::crypto::DataKey;
use soglia_sync::storage::StorageTrouble;
use std::fmt::Display;

/// Where a value rests: its store and its key there. It cannot be moved to another place.
pub(super) fn place(store: &str, key: impl Display) -> String {
    format!("{store}/{key}")
}

/// Seals values; the store of the device itself has no key, and keeps them as they are.
pub(super) async fn seal_all(
    key: Option<&DataKey>,
    values: Vec<(String, Bytes)>,
) -> Result<Vec<Bytes>, StorageTrouble> {
    let Some(key) = key else {
        return Ok(values.into_iter().map(|(_, bytes)| bytes).collect());
    };
    let values = in_place(values);
    let sealed = key.seal_all(&values).await.map_err(|_| StorageTrouble::Failed)?;
    Ok(sealed.into_iter().map(Bytes).collect())
}

/// Opens values.
pub(super) async fn open_all(
    key: Option<&DataKey>,
    values: Vec<(String, Bytes)>,
) -> Result<Vec<Bytes>, StorageTrouble> {
    let Some(key) = key else {
        return Ok(values.into_iter().map(|(_, bytes)| bytes).collect());
    };
    let values = in_place(values);
    let opened = key.open_all(&values).await.map_err(|_| StorageTrouble::Failed)?;
    Ok(opened.into_iter().map(Bytes).collect())
}

/// Opens one value.
pub(super) async fn open(
    key: Option<&DataKey>,
    place: String,
    value: Option<Bytes>,
) -> Result<Option<Bytes>, StorageTrouble> {
    let Some(value) = value else { return Ok(None) };
    Ok(open_all(key, vec![(place, value)]).await?.pop())
}

fn in_place(values: Vec<(String, Bytes)>) -> Vec<(String, js_sys::Uint8Array)> {
    values
        .into_iter()
        .map(|(place, bytes)| (place, bytes.0))
        .collect()
}
