// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that are fetched when somebody asks for their language. They are files of the application: the service worker
//! keeps them for work without a network.
use super::http::{answer, get};

/// The words of a plan for a family, in the language with that code; none where there is neither the file nor a network.
pub async fn family_words(code: &str) -> Option<Vec<u8>> {
    let response = answer(get(&format!("/family/{code}.json")).build()).await.ok()?;
    response.binary().await.ok()
}
