// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links, as the server knows it.
use super::http::{HttpTrouble, answer, get, read};
use soglia_domain::id::SharedLinkId;
use soglia_sync::wire::SharedViews;

/// Who opened a link.
///
/// # Errors
/// [`HttpTrouble`]: only the server knows.
pub async fn views(link: SharedLinkId) -> Result<SharedViews, HttpTrouble> {
    read(answer(get(&format!("/api/shared/{link}/views")).build()).await?).await
}
