// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos on their way to the server and back: announced, sent part by part, asked for by name.
use super::http::{HttpTrouble, LONG_MS, answer, post_json, read};
use gloo_net::http::Request;
use js_sys::Uint8Array;
use soglia_domain::{key::Key, photo::PhotoId};
use soglia_sync::wire::{BlobAnnounced, BlobReceived, PART_BYTES};
use web_sys::AbortSignal;

/// Says that a photo is to come, and hears how much of it is there.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn announce(id: PhotoId, size: usize, media_type: &str) -> Result<BlobReceived, HttpTrouble> {
    let announced = BlobAnnounced {
        sha256: id.to_string(),
        size: size as u64,
        media_type: media_type.to_owned(),
    };
    read(answer(post_json("/api/blobs", &announced)).await?).await
}

/// Sends one part.
///
/// # Errors
/// [`HttpTrouble`]: the parts before it stay.
pub async fn send_part(id: PhotoId, number: usize, bytes: &[u8]) -> Result<BlobReceived, HttpTrouble> {
    let from = (number * PART_BYTES).min(bytes.len());
    let part = &bytes[from..(from + PART_BYTES).min(bytes.len())];
    let request = Request::put(&format!("/api/blobs/{id}/parts/{number}"))
        .header("content-type", "application/octet-stream")
        .abort_signal(Some(&AbortSignal::timeout_with_u32(LONG_MS)))
        .body(Uint8Array::from(part));
    read(answer(request).await?).await
}

/// The image itself, through a record that names it.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn fetch(id: PhotoId, record: Key) -> Result<Vec<u8>, HttpTrouble> {
    let url = format!("/api/blobs/{id}?record={record}");
    let request = Request::get(&url)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(LONG_MS)))
        .build();
    let response = answer(request).await?;
    response.binary().await.map_err(|_| HttpTrouble::NoNetwork)
}
