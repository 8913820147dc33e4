// SPDX-License-Identifier: AGPL-3.0-or-later
//! What links show to people without an account, and who opened them.
use super::{address::FromPath, app::App, body, problem::Problem, seen, session::SignedIn};
use crate::{blobs::Kind, clock::now_ms};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Deserialize;
use soglia_domain::{
    calendar::Timestamp,
    dwelling::Dwelling,
    id::SharedLinkId,
    photo::PhotoId,
    record::Identity as _,
    rooms::Room as _,
    shared_link::{SharedLink, SharedView, link_of, token_hash},
};
use soglia_ledger::store::{Store as _, Viewed, Views as _};
use soglia_sync::wire::{SharedViewed, SharedViews};
use soglia_views::{SharedPage, contractor};
use soglia_wording::Language;
use std::sync::Arc;

/// Characters of a token: 128 bits in base64url.
const LENGTH: usize = 22;

/// A token is short, whatever a newer version says beside it.
const MOST_BYTES: usize = 10_000;

/// Views that are told of one link.
const MOST_VIEWS: u32 = 200;

/// Who asks, by what their link carries. Never in an address: those stand in logs.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "ShareToken")]
pub(super) struct Asked {
    /// 22 characters of base64url, out of the part of the link that browsers send to nobody.
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-]{22}$"))]
    token: String,
    /// In which language: `it` or `en`.
    #[serde(default)]
    language: Option<String>,
}

/// Who asks for a photo of what their link shows.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "SharePhotoToken")]
pub(super) struct AskedPhoto {
    /// 22 characters of base64url, out of the part of the link that browsers send to nobody.
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-]{22}$"))]
    token: String,
    /// The photo, by the SHA-256 of its bytes.
    photo: String,
}

/// What a link shows now.
struct Shown {
    link: SharedLink,
    dwelling: Dwelling,
}

/// `POST /api/shared`: what a link shows. The same answer for what never was, has run out and was taken back: whoever guesses
/// learns nothing.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<SharedPage>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let Asked { token, language } = body::parse(&bytes)?;
    let language = match language.as_deref() {
        Some("en") => Language::English,
        _ => Language::Italian,
    };
    let now_ms = now_ms();
    let Shown { link, dwelling } = shown(&app, &token, now_ms).await?;
    let viewed = Viewed {
        at_ms: now_ms,
        device: device(&headers).to_owned(),
    };
    app.store.note_view(link.id, &viewed).await?;
    Ok(Json(contractor(&dwelling, link.until, now_ms, language)))
}

/// `POST /api/shared/photo`: a photo of what a link shows.
pub(super) async fn photo(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let AskedPhoto { token, photo } = body::parse(&bytes)?;
    let id: PhotoId = photo
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let Shown { dwelling, .. } = shown(&app, &token, now_ms()).await?;
    let nothing = || Problem::not_found("this link shows no such photo");
    if !dwelling.photos.iter().any(|photo| photo.id == id) {
        return Err(nothing());
    }
    let bytes = app.blobs.get(id).await?.ok_or_else(nothing)?;
    // By its own bytes and not by what somebody wrote: a browser never takes it for anything else.
    let kind = Kind::of_bytes(&bytes).ok_or_else(nothing)?;
    let mut response = bytes.into_response();
    let kind = HeaderValue::from_static(kind.name());
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

/// `GET /api/shared/{id}/views`: who opened a link, for who may see its record.
pub(super) async fn views(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(id): FromPath<SharedLinkId>,
) -> Result<Json<SharedViews>, Problem> {
    let link = seen::record(&app.store, &visitor.author, id.key()).await?;
    if link.is_none() {
        return Err(Problem::not_found("no such link"));
    }
    let views = app.store.views(id, MOST_VIEWS).await?.into_iter();
    let views = views.map(|Viewed { at_ms, device }| SharedViewed { at_ms, device });
    Ok(Json(SharedViews {
        views: views.collect(),
    }))
}

/// The link of a token, and what it shows on the day of the server.
async fn shown(app: &App, token: &str, now_ms: i64) -> Result<Shown, Problem> {
    let is_made_so = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    if token.len() != LENGTH || !token.bytes().all(is_made_so) {
        return Err(Problem::bad_request("this is no token"));
    }
    let nothing = || Problem::not_found("this link shows nothing, or not any more");
    let stored = app
        .store
        .record(link_of(token).key())
        .await?
        .ok_or_else(nothing)?;
    let link = SharedLink::of(&stored.record).ok_or_else(nothing)?;
    let now = Timestamp {
        ms: now_ms,
        counter: 0,
    };
    if link.token_hash != token_hash(token) || !link.is_open_on(now.day()) {
        return Err(nothing());
    }
    let SharedView::Contractor { dwelling } = link.view;
    let stored = app.store.record(dwelling.key()).await?.ok_or_else(nothing)?;
    let dwelling = Dwelling::of(&stored.record).ok_or_else(nothing)?;
    Ok(Shown {
        link: link.clone(),
        dwelling: dwelling.clone(),
    })
}

/// What kind of device asks, in a word. Nothing else is kept of what it says about itself.
fn device(headers: &HeaderMap) -> &'static str {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let agent = agent.unwrap_or_default();
    let says = |word| agent.contains(word);
    if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
        "tablet"
    } else if says("Mobi") || says("iPhone") {
        "phone"
    } else if says("Windows") || says("Macintosh") || says("Linux") || says("CrOS") {
        "computer"
    } else {
        "other"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(agent: &str) -> &'static str {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::USER_AGENT,
            HeaderValue::from_str(agent).expect("it is a header"),
        );
        device(&headers)
    }

    #[test]
    fn a_device_is_told_in_a_word() {
        assert_eq!(
            of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148"),
            "phone"
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Mobile Safari/537.36"),
            "phone"
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Safari/537.36"),
            "tablet"
        );
        assert_eq!(
            of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0"),
            "computer"
        );
        assert_eq!(of("curl/8"), "other");
        assert_eq!(device(&HeaderMap::new()), "other");
    }
}
