// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos of records: announced, sent part by part, and shown to who may see the record that names them.
use super::{
    address::{FromPath, FromQuery},
    app::App,
    body,
    problem::Problem,
    seen,
    session::SignedIn,
};
use crate::{
    blobs::{Announced, Kind, Received, UploadError},
    clock::now_ms,
};
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
    id::PersonId,
    photo::{MOST_PHOTO_BYTES, PhotoId},
    record::Key,
};
use soglia_ledger::push::Whole;
use soglia_sync::wire::PART_BYTES;
use std::sync::Arc;

/// An announcement is short, whatever a newer version adds to it.
const MOST_ANNOUNCED: usize = 10_000;

/// [`soglia_sync::wire::BlobAnnounced`] as programs of every kind write it.
#[derive(Deserialize)]
struct Asked {
    sha256: String,
    size: Whole,
    media_type: String,
}

/// `POST /api/blobs`: a photo will come. Asking again tells how much of it is there.
pub(super) async fn announce(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<Received>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_ANNOUNCED).await?;
    let asked: Asked = body::parse(&bytes)?;
    let id = parse(&asked.sha256)?;
    if asked.size.0 == 0 {
        return Err(Problem::bad_request("a photo without bytes is no photo"));
    }
    let kind = Kind::of_name(&asked.media_type)
        .ok_or_else(|| Problem::unsupported("image/jpeg, image/webp or image/png"))?;
    let size = usize::try_from(asked.size.0).unwrap_or(usize::MAX);
    if size > MOST_PHOTO_BYTES as usize {
        return Err(Problem::too_large(MOST_PHOTO_BYTES as usize));
    }
    let announced = Announced {
        size,
        media_type: kind.name().to_owned(),
    };
    let person = visitor.author.person;
    let received = app.blobs.announce(person, id, &announced).await?;
    note(&app, person, id, received).await
}

/// `PUT /api/blobs/{sha256}/parts/{n}`: part n, from byte n times 262,144.
pub(super) async fn take_part(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath((id, part)): FromPath<(String, String)>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<Received>, Problem> {
    let id = parse(&id)?;
    let part: usize = part
        .parse()
        .map_err(|_| Problem::bad_request("parts are numbered from 0"))?;
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !kind.eq_ignore_ascii_case("application/octet-stream") {
        return Err(Problem::unsupported("application/octet-stream"));
    }
    let bytes = body::read(&headers, request, PART_BYTES).await?;
    let person = visitor.author.person;
    let received = app.blobs.take_part(person, id, part, bytes.into()).await?;
    note(&app, person, id, received).await
}

/// What is complete stands in the store before anybody hears of it. It is said again each time, because the server may
/// have ended between the two.
async fn note(
    app: &App,
    person: PersonId,
    id: PhotoId,
    received: Received,
) -> Result<Json<Received>, Problem> {
    if received.complete {
        app.store
            .note_blob(id, received.received as u64, person, now_ms())
            .await?;
    }
    Ok(Json(received))
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct Wanted {
    /// The record through which the photo is seen.
    record: Key,
}

/// `GET /api/blobs/{sha256}?record=…`: the image, for who may see the record, when the record names it.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(id): FromPath<String>,
    FromQuery(wanted): FromQuery<Wanted>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let nothing = || Problem::not_found("no such photo");
    let seen = seen::record(&app.store, &visitor.author, wanted.record)
        .await?
        .ok_or_else(nothing)?;
    // Of the record as it is told to the visitor: a photo in what is kept from them is none.
    if !seen.record.images().contains(&id) {
        return Err(nothing());
    }
    let bytes = app.blobs.get(id).await?.ok_or_else(nothing)?;
    // By its own bytes and not by what somebody wrote: a browser never takes it for anything else. No browser keeps it: a device
    // that needs it again has it sealed in its own store.
    let kind = Kind::of_bytes(&bytes).ok_or_else(nothing)?;
    let mut response = bytes.into_response();
    let kind = HeaderValue::from_static(kind.name());
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

fn parse(id: &str) -> Result<PhotoId, Problem> {
    id.parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::NotAnnounced => Self::not_found("this photo was not announced, or too long ago"),
            UploadError::WrongPart => Self::bad_request_with(
                "wrong_part",
                format!("every part but the last has {PART_BYTES} bytes, and the last one what is left"),
            ),
            UploadError::TooManyBegun => Self::too_many(
                "too_many_uploads",
                "too many photos were begun: finish one, or wait until they are forgotten",
            ),
            UploadError::Mismatch => Self::unprocessable(
                "blob_mismatch",
                "what arrived is not what was announced, and was dropped",
            ),
            UploadError::Store(error) => error.into(),
        }
    }
}
