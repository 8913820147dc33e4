// SPDX-License-Identifier: AGPL-3.0-or-later
//! What links show to people without an account.
use super::{body, problem::Problem};
use axum::{body::Body, http::HeaderMap};
use schemars::JsonSchema;
use serde::Deserialize;

/// Characters of a token: 128 bits in base64url.
const LENGTH: usize = 22;

/// A token is short, whatever a newer version says beside it.
const MOST_BYTES: usize = 10_000;

/// Who asks, by what their link carries. Never in an address: those stand in logs.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "ShareToken")]
pub(super) struct Asked {
    /// 22 characters of base64url, out of the part of the link that browsers send to nobody.
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-]{22}$"))]
    token: String,
}

/// `POST /api/shared`: what a link shows. The same answer for what never was, has run out and was taken back: whoever guesses
/// learns nothing. No links are given out yet, so it is the answer to all of them.
pub(super) async fn show(headers: HeaderMap, request: Body) -> Result<(), Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let Asked { token } = body::parse(&bytes)?;
    let is_made_so = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    if token.len() != LENGTH || !token.bytes().all(is_made_so) {
        return Err(Problem::bad_request("this is no token"));
    }
    Err(Problem::not_found("this link shows nothing, or not any more"))
}
