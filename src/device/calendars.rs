// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which a calendar fetches, as the server knows it.
use super::http::{HttpTrouble, answer, get, read, short};
use gloo_net::http::Request;
use soglia_sync::wire::Calendar;

const ADDRESS: &str = "/api/calendar";

/// Since when there is one.
///
/// # Errors
/// [`HttpTrouble`]: only the server knows.
pub async fn since() -> Result<Calendar, HttpTrouble> {
    read(answer(get(ADDRESS).build()).await?).await
}

/// A new one; the one before is over.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn open() -> Result<Calendar, HttpTrouble> {
    let request = Request::post(ADDRESS).abort_signal(Some(&short())).build();
    read(answer(request).await?).await
}

/// Takes it away.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn close() -> Result<(), HttpTrouble> {
    let request = Request::delete(ADDRESS).abort_signal(Some(&short())).build();
    answer(request).await.map(drop)
}
