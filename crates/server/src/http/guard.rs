// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for every request.
use super::{caller::Caller, problem::Problem};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

/// Only the page itself loads scripts, styles and answers; nothing comes from or goes to anybody else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// For a year a browser that was here once comes back on https alone, whatever an address says.
const STRICT: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Puts the protective headers on every answer, unless it has stricter ones of its own; what nobody said may be kept is not
/// kept.
pub(super) async fn set_headers(request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>().copied();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if caller.is_some_and(|caller| caller.is_secure) {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, STRICT);
    }
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A panic ends one request, not the server, and tells nobody what it was about.
pub(super) async fn catch_panic(request: Request, next: Next) -> Response {
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => Problem::internal().into_response(),
    }
}

/// Refuses what another site asks a browser to send. Programs that are no browser send neither header, and have no
/// cookie that somebody else could borrow.
pub(super) async fn same_origin(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && !comes_from_here(request.headers()) {
        return Problem::forbidden("other_origin", "this request came from another site").into_response();
    }
    next.run(request).await
}

/// What a browser may show by itself, or come back to from the identity provider: it tells nothing of records and people.
const PAGES: [&str; 4] = ["/status", "/openapi.json", "/metrics", "/session/oidc/return"];

/// Refuses what somebody typed into the line of addresses, or opened by a link: records are read by the application, which asks
/// for the phrase of a locked tablet, and a session alone must not show them on a page.
pub(super) async fn no_pages(request: Request, next: Next) -> Response {
    let mode = request.headers().get("sec-fetch-mode");
    let path = request.uri().path();
    let may = PAGES.contains(&path) || path.starts_with("/calendar/");
    if mode.is_some_and(|mode| mode == "navigate") && !may {
        return Problem::forbidden("not_a_page", "this is no page: open Soglia instead").into_response();
    }
    next.run(request).await
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text(&HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    match (text(&header::ORIGIN), text(&header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (Some(_), None) => false,
    }
}
