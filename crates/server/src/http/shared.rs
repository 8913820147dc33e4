// SPDX-License-Identifier: AGPL-3.0-or-later
//! What links show to people without an account, and who opened them.
mod asked;
mod device;
mod open;
mod shows;

pub(super) use asked::Asked;

use self::{device::device, open::How};
use super::{address::FromPath, app::App, body, noted, problem::Problem, seen, session::SignedIn};
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
use soglia_domain::{id::SharedLinkId, photo::PhotoId, record::Identity as _, tongue::Tongue};
use soglia_ledger::store::{Deed, Viewed, Views as _};
use soglia_sync::wire::{SharedViewed, SharedViews};
use soglia_views::{Opened, SharedPage};
use std::sync::Arc;

/// A token is short, whatever a newer version says beside it.
const MOST_BYTES: usize = 10_000;

/// Views that are told of one link.
const MOST_VIEWS: u32 = 200;

/// Who asks for a photo of what their link shows.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "SharePhotoToken")]
pub(super) struct AskedPhoto {
    /// As for what the link shows.
    #[serde(flatten)]
    asked: Asked,
    /// The photo, by the SHA-256 of its bytes.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    photo: String,
}

/// `POST /api/shared`: what a link shows. The same answer for what never was, has run out and was taken back: whoever guesses
/// learns nothing.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<SharedPage>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: Asked = body::parse(&bytes)?;
    let now_ms = now_ms();
    let link = open::open(&app, &asked, How::First, now_ms).await?;
    let shown = shows::shown(&app, &link).await?;
    let viewed = Viewed {
        at_ms: now_ms,
        device: device(&headers).to_owned(),
    };
    if app.store.note_view(link.id, &viewed).await? {
        let key = link.id.key().to_string();
        noted::outside(&app, None, Deed::LinkOpened, &key, &viewed.device).await?;
    }
    let opened = opened(&app, link.id).await?;
    let language = asked.language.as_deref().and_then(Tongue::of_code);
    Ok(Json(
        shows::page(&app, &link, &shown, language, opened, now_ms).await?,
    ))
}

/// How often a link was opened, this time included.
async fn opened(app: &App, link: SharedLinkId) -> Result<Opened, Problem> {
    let views = app.store.views(link, MOST_VIEWS).await?;
    Ok(Opened {
        n: u32::try_from(views.len()).unwrap_or(MOST_VIEWS),
        before_ms: views.get(1).map(|view| view.at_ms),
    })
}

/// `POST /api/shared/photo`: a photo of what a link shows.
pub(super) async fn photo(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let AskedPhoto { asked, photo } = body::parse(&bytes)?;
    let id: PhotoId = photo
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let link = open::open(&app, &asked, How::Within, now_ms()).await?;
    let shown = shows::shown(&app, &link).await?;
    let nothing = || Problem::not_found("this link shows no such photo");
    if !shows::photos(&shown).contains(&id) {
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
