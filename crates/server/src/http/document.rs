// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/openapi.json`: gives the description of the API. It is handed in by the router, because it is made from the
//! table in which this address stands as well.
use super::encoding;
use axum::{Extension, http::HeaderMap, response::Response};

/// Where the description comes from.
#[derive(Clone, Copy)]
pub(super) struct Description(pub(super) fn() -> Vec<u8>);

/// Answers with the description.
pub(super) async fn show(Extension(description): Extension<Description>, headers: HeaderMap) -> Response {
    encoding::json(&headers, (description.0)()).await
}
