// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive, as the server knows it.
use super::http::{HttpTrouble, answer, get, post_json, put_json, read};
use soglia_domain::record::Key;
use soglia_sync::wire::{
    AskErasure, DecideErasure, KnownArchive, KnownErasures, ReopenReason, Reopening, ToArchive,
};

/// What rests there.
///
/// # Errors
/// [`HttpTrouble`], as for everything here: only the server knows.
pub async fn list() -> Result<KnownArchive, HttpTrouble> {
    read(answer(get("/api/archive").build()).await?).await
}

/// Puts a household in.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn put_in(record: Key) -> Result<(), HttpTrouble> {
    answer(post_json("/api/archive", &ToArchive { record }))
        .await
        .map(drop)
}

/// Takes a household out.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn take_out(record: Key, reason: ReopenReason) -> Result<(), HttpTrouble> {
    answer(put_json(&format!("/api/archive/{record}"), &Reopening { reason }))
        .await
        .map(drop)
}

/// What is asked to be erased.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn erasures() -> Result<KnownErasures, HttpTrouble> {
    read(answer(get("/api/erasures").build()).await?).await
}

/// Asks to erase a household.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn ask_erasure(asked: &AskErasure) -> Result<(), HttpTrouble> {
    answer(post_json("/api/erasures", asked)).await.map(drop)
}

/// Erases a household, or leaves it as it is.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn decide_erasure(record: Key, erase: bool) -> Result<(), HttpTrouble> {
    answer(put_json(
        &format!("/api/erasures/{record}"),
        &DecideErasure { erase },
    ))
    .await
    .map(drop)
}
