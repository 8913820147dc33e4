// SPDX-License-Identifier: AGPL-3.0-or-later
//! The cookie that holds the token of a session, and that of a browser which is at the identity provider.
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

/// The prefix binds the cookie to this host and to a secure channel; browsers count 127.0.0.1 as one.
pub(super) const COOKIE: &str = "__Host-soglia";

/// The browser forgets the cookie after 30 days; the server prolongs its own term with use, and the cookie with it.
pub(super) const COOKIE_S: u32 = 30 * 86_400;

/// What a browser holds while it is at the identity provider. It comes back from another site, so the cookie is sent with a visit
/// that begins there; it opens nothing by itself.
const ENTRY: &str = "__Host-soglia-entry";

/// The token that came with a request.
pub(super) fn token(headers: &HeaderMap) -> Option<&str> {
    value(headers, COOKIE)
}

/// What a browser that was at the identity provider holds.
pub(super) fn entry(headers: &HeaderMap) -> Option<&str> {
    value(headers, ENTRY)
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Gives the browser a token for its session; for no seconds, takes it away.
pub(super) fn set_cookie(response: &mut Response, token: &str, max_age_s: u32) {
    add(
        response,
        &format!("{COOKIE}={token}; Path=/; Max-Age={max_age_s}; Secure; HttpOnly; SameSite=Strict"),
    );
}

/// Gives the browser what it is known by when it comes back; for no seconds, takes it away.
pub(super) fn set_entry(response: &mut Response, token: &str, max_age_s: i64) {
    add(
        response,
        &format!("{ENTRY}={token}; Path=/; Max-Age={max_age_s}; Secure; HttpOnly; SameSite=Lax"),
    );
}

fn add(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
