// SPDX-License-Identifier: AGPL-3.0-or-later
//! The cookie that holds the token of a session.
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

/// The prefix binds the cookie to this host and to a secure channel; browsers count 127.0.0.1 as one.
pub(super) const COOKIE: &str = "__Host-soglia";

/// The browser forgets the cookie after 30 days; the server prolongs its own term with use, and the cookie with it.
pub(super) const COOKIE_S: u32 = 30 * 86_400;

/// The token that came with a request.
pub(super) fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// Gives the browser a token for its session; for no seconds, takes it away.
pub(super) fn set_cookie(response: &mut Response, token: &str, max_age_s: u32) {
    let cookie = format!("{COOKIE}={token}; Path=/; Max-Age={max_age_s}; Secure; HttpOnly; SameSite=Strict");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}
