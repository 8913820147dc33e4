// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/metrics`: how the server fares, for whoever keeps it running. Numbers alone: nobody is named.
use super::{app::App, caller::Caller, problem::Problem};
use crate::{
    clock::now_ms,
    metrics::{Gauge, write},
    secret,
};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use std::sync::Arc;

/// The format, in the version that every collector reads.
const KIND: &str = "text/plain; version=0.0.4; charset=utf-8";

const DAY_MS: i64 = 86_400_000;

/// Told to programs of this machine, and to who brings the token; to others there is nothing here.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if !caller.is_here && !brings_token(&app, &headers) {
        return Err(Problem::not_found("there is nothing at this address"));
    }
    let (n_uploads, upload_bytes) = app.blobs.under_way().await?;
    let gauges = [
        gauge("log_position", "The last place given in the order of changes.", {
            app.streams.news.listen().borrow().head.0
        }),
        gauge(
            "devices_seen",
            "Devices that were seen within the last day.",
            app.store.n_devices_since(now_ms() - DAY_MS).await?,
        ),
        gauge(
            "open_streams",
            "Devices and tabs that listen for what is new.",
            app.streams.n_open(),
        ),
        gauge("uploads_begun", "Photos that are still arriving.", n_uploads),
        gauge(
            "uploads_bytes",
            "Bytes of photos that are still arriving.",
            upload_bytes,
        ),
    ];
    let mut response = write(&app.metrics, &gauges).into_response();
    let kind = HeaderValue::from_static(KIND);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

fn gauge(name: &'static str, says: &'static str, value: u64) -> Gauge {
    Gauge { name, says, value }
}

/// Hashes are compared, so that how long it takes tells nothing.
fn brings_token(app: &App, headers: &HeaderMap) -> bool {
    let brought = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    match (&app.metrics_token, brought) {
        (Some(hash), Some(token)) => *hash == secret::token_hash(token),
        _ => false,
    }
}
