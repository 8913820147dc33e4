// SPDX-License-Identifier: AGPL-3.0-or-later
//! What becomes of each request: counted, and written as a line where somebody asked for it. By the address as the table of
//! routes has it, and never as it was asked for: that one may hold the identity of a record or a secret.
use super::{app::App, log::Log, routes};
use crate::clock::now_ms;
use axum::{
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use jiff::Timestamp;
use serde::Serialize;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// What is told of a request, and nothing else.
#[derive(Serialize)]
struct Line {
    at: String,
    method: &'static str,
    route: &'static str,
    status: u16,
    ms: u64,
}

/// Counts a request, and writes its line.
pub(super) async fn observe(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let begin = Instant::now();
    let (method, route) = (method(request.method()), route(&request));
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begin.elapsed());
    app.metrics.request(method, route, status, took);
    write(app.log, method, route, status, took);
    response
}

fn write(log: Log, method: &'static str, route: &'static str, status: u16, took: Duration) {
    let line = Line {
        at: Timestamp::from_millisecond(now_ms())
            .map(|at| at.to_string())
            .unwrap_or_default(),
        method,
        route,
        status,
        ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    };
    match log {
        Log::Off => {}
        Log::Requests => eprintln!("{} {method} {route} {status} {} ms", line.at, line.ms),
        Log::Json => {
            if let Ok(line) = serde_json::to_string(&line) {
                eprintln!("{line}");
            }
        }
    }
}

/// The method, where it is one that is known: any word may be sent in its place.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        _ => "OTHER",
    }
}

/// The address below `/api` as the table of routes has it, `client` for the files of the client, `nowhere` where there is nothing.
fn route(request: &Request) -> &'static str {
    let path = request.uri().path();
    match request.extensions().get::<MatchedPath>() {
        Some(matched) => matched
            .as_str()
            .strip_prefix("/api")
            .and_then(|below| routes::all().find(|route| route.path == below))
            .map_or("nowhere", |route| route.path),
        None if path == "/api" || path.starts_with("/api/") => "nowhere",
        None => "client",
    }
}
