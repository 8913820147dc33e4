// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor of whoever signed in, as the server knows it.
use super::http::{HttpTrouble, answer, get, post_json, put_json, read};
use soglia_sync::wire::{BeginFactor, FactorCode, FactorKey, RecoveryCodes, SecondFactor};

const ADDRESS: &str = "/api/second-factor";

/// Whether there is one.
///
/// # Errors
/// [`HttpTrouble`]: only the server knows.
pub async fn told() -> Result<SecondFactor, HttpTrouble> {
    read(answer(get(ADDRESS).build()).await?).await
}

/// Begins one.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn begin(password: String) -> Result<FactorKey, HttpTrouble> {
    read(answer(post_json(ADDRESS, &BeginFactor { password })).await?).await
}

/// Confirms it with its first code.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn confirm(code: String) -> Result<RecoveryCodes, HttpTrouble> {
    read(answer(put_json(ADDRESS, &FactorCode { code })).await?).await
}

/// Ends it with a code of it.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn end(code: String) -> Result<SecondFactor, HttpTrouble> {
    let address = format!("{ADDRESS}/end");
    read(answer(post_json(&address, &FactorCode { code })).await?).await
}
