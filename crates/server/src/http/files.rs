// SPDX-License-Identifier: AGPL-3.0-or-later
//! The built client: files as they are, and the page for every address that the client itself understands.
use super::{app::App, encoding, problem::Problem};
use crate::client::Client;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{
    path::{Component, Path},
    sync::Arc,
};

/// A name that carries a hash of the content stands for these bytes for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// May be kept, but is asked for again each time.
const ASK_AGAIN: &str = "no-cache";

/// The address of links for people without an account, and the page that stands there.
const SHARED: &str = "/condiviso";
const SHARED_PAGE: &str = "share.html";

/// What holds for that page beyond all others: nobody keeps it, no search engine lists it, and it speaks to this server alone.
const OF_SHARED_PAGE: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("x-robots-tag"),
        "noindex, nofollow, noarchive",
    ),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
];

/// Serves a file of the client, or its page.
pub(super) async fn serve(State(app): State<Arc<App>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::method_not_allowed().into_response();
    }
    let path = request.uri().path();
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = if last.contains('.') {
        path.trim_start_matches('/')
    } else if path == SHARED {
        SHARED_PAGE
    } else {
        "index.html"
    };
    if !is_safe(name) {
        return Problem::not_found("there is nothing at this address").into_response();
    }
    let name = name.to_owned();
    let headers = request.headers().clone();
    let found = tokio::task::spawn_blocking(move || find(&app.client, &name, &headers)).await;
    match found {
        Ok(Some(response)) => response,
        _ => Problem::not_found("there is nothing at this address").into_response(),
    }
}

/// Whether a name stays below the folder: plain names only, none that begins with a dot.
fn is_safe(name: &str) -> bool {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(part) if !part.as_encoded_bytes().starts_with(b"."));
    let path = Path::new(name);
    !name.contains(['\\', '%', '\0']) && !name.ends_with(".br") && path.components().all(plain)
}

fn find(client: &Client, path: &str, request: &HeaderMap) -> Option<Response> {
    let name = path.rsplit('/').next()?;
    let kind = content_type(name.rsplit('.').next()?);
    let small = encoding::accepts(request, "br").then(|| format!("{path}.br"));
    let (bytes, coded) = match small.and_then(|small| client.read(&small)) {
        Some(bytes) => (bytes, true),
        None => (client.read(path)?, false),
    };
    let tag = format!(
        "\"{}{}\"",
        &soglia_domain::digest::sha256_hex(&bytes)[..16],
        if coded { "-br" } else { "" }
    );
    let known = request
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        bytes.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).ok()?);
    let keep = if is_hashed(name) { FOR_EVER } else { ASK_AGAIN };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if name == SHARED_PAGE {
        for (name, value) in OF_SHARED_PAGE {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if coded {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Some(response)
}

/// `titillium-web-400-0123456789abcdef.woff2`: the build ends the stem with sixteen hexadecimal digits.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn content_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_below_the_folder_are_served() {
        for name in [
            "../soglia.db",
            "a/../../b.js",
            "/etc/passwd.txt",
            ".fingerprint",
            "a\\b.js",
            "%2e%2e/x.js",
            "a.js.br",
        ] {
            assert!(!is_safe(name), "{name}");
        }
        assert!(is_safe("fonts/titillium.woff2"));
    }

    #[test]
    fn a_hash_in_the_name_makes_it_last() {
        assert!(is_hashed("boot-0123456789abcdef.js"));
        assert!(!is_hashed("sw.js"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("boot-0123456789abcdeg.js"));
    }
}
