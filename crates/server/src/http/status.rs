// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/status`: what the server says of itself.
use crate::clock::now_ms;
use axum::Json;
use schemars::JsonSchema;
use serde::Serialize;

/// What the server says of itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ServerStatus")]
pub(super) struct Status {
    /// "Soglia".
    name: &'static str,
    /// Its version.
    version: &'static str,
    /// Milliseconds since 1970 by its clock.
    server_ms: i64,
}

pub(super) async fn show_status() -> Json<Status> {
    Json(Status {
        name: "Soglia",
        version: env!("CARGO_PKG_VERSION"),
        server_ms: now_ms(),
    })
}
