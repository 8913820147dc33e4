// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that are fetched when somebody asks for their language. They are files of the application: the service worker
//! keeps them for work without a network.
use super::http::{HttpTrouble, answer, get};

/// The words of a plan for a family, in the language with that code.
///
/// # Errors
/// [`HttpTrouble`]: there is neither the file nor a network.
pub async fn fetch(code: &str) -> Result<Vec<u8>, HttpTrouble> {
    let response = answer(get(&format!("/family/{code}.json")).build()).await?;
    response.binary().await.map_err(|_| HttpTrouble::NoNetwork)
}
