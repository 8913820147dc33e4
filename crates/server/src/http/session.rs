// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in and out, and who sends a request.
use super::{
    app::App,
    body,
    cookie::{COOKIE_S, set_cookie, token},
    noted, password,
    problem::Problem,
    second_step,
};
use crate::{clock::now_ms, secret};
use axum::{
    Json,
    body::Body,
    extract::{FromRequestParts, State},
    http::{HeaderMap, StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use soglia_domain::{author::Author, id::DeviceId};
use soglia_ledger::store::{Accounts as _, Deed, People, Visitor};
use soglia_sync::wire;
use std::sync::Arc;

/// Name, password and device are short.
const MOST_BYTES: usize = 10_000;

/// Longer names of devices are cut.
const MOST_OF_NAME: usize = 80;

/// Someone signed in. Handlers that take this are closed to everybody else, and to devices that were revoked.
pub(super) struct SignedIn(pub(super) Visitor);

/// Someone signed in, be it on a device that was revoked: for what such a device may still do.
pub(super) struct SignedInAnywhere(pub(super) Visitor);

impl FromRequestParts<Arc<App>> for SignedInAnywhere {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let token = token(&parts.headers).ok_or_else(Problem::signed_out)?;
        let visitor = app.store.session(&secret::token_hash(token), now_ms()).await?;
        visitor.map(Self).ok_or_else(Problem::signed_out)
    }
}

impl FromRequestParts<Arc<App>> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let SignedInAnywhere(visitor) = SignedInAnywhere::from_request_parts(parts, app).await?;
        if visitor.revoked {
            return Err(Problem::forbidden(
                "device_revoked",
                "this device was revoked: it may deliver what it holds, and no more",
            ));
        }
        if !visitor.vouched {
            second_step::check_has_factor(app, &visitor.author).await?;
        }
        Ok(Self(visitor))
    }
}

/// Who is signed in.
fn told(visitor: &Visitor) -> Json<wire::Session> {
    Json(wire::Session {
        author: visitor.author.clone(),
        server_ms: now_ms(),
        revoked: visitor.revoked,
    })
}

/// `GET /api/session`: who am I. The cookie starts its term again, and once a day it gets another token.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut response = told(&visitor).into_response();
    let Some(token) = token(&headers) else {
        return Ok(response);
    };
    // A token that somebody got hold of is worth little a day later.
    let next = secret::random_hex::<32>()?;
    let is_old = app
        .store
        .succeed(&secret::token_hash(token), &secret::token_hash(&next), now_ms())
        .await?;
    set_cookie(&mut response, if is_old { &next } else { token }, COOKIE_S);
    Ok(response)
}

/// `POST /api/session`: sign in.
pub(super) async fn sign_in(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: wire::SignIn = body::parse(&bytes)?;
    let name = asked.name.trim().to_lowercase();
    let person = password::check(&app, &name, asked.password).await?;
    second_step::second_step(&app, person.author.person, asked.code.as_deref()).await?;
    let name = asked.device_name.as_deref();
    open(&app, person.author, asked.device, name, Way::PASSWORD).await
}

/// By which way somebody signs in.
pub(super) struct Way {
    /// Whether somebody else vouches for a second factor.
    pub(super) vouched: bool,
    /// As auditors read it.
    pub(super) note: &'static str,
}

impl Way {
    const PASSWORD: Self = Self {
        vouched: false,
        note: "",
    };
}

/// Opens a session for somebody who proved who they are.
pub(super) async fn open(
    app: &App,
    author: Author,
    device: DeviceId,
    device_name: Option<&str>,
    way: Way,
) -> Result<Response, Problem> {
    let device_name = device_name.unwrap_or_default().trim();
    let device_name: String = device_name.chars().take(MOST_OF_NAME).collect();
    if !app
        .store
        .claim_device(device, author.person, &device_name, now_ms())
        .await?
    {
        return Err(Problem::device_taken());
    }
    let token = secret::random_hex::<32>()?;
    let visitor = Visitor {
        author,
        device,
        rights: 0,
        revoked: false,
        vouched: way.vouched,
    };
    let token_hash = secret::token_hash(&token);
    app.store.open_session(&token_hash, &visitor, now_ms()).await?;
    // The store knows whether the device was revoked.
    let visitor = app
        .store
        .session(&token_hash, now_ms())
        .await?
        .ok_or_else(Problem::signed_out)?;
    noted::by(app, &visitor, Deed::SignedIn, "", way.note).await?;
    let mut response = told(&visitor).into_response();
    set_cookie(&mut response, &token, COOKIE_S);
    Ok(response)
}

/// `DELETE /api/session`: sign out. Signing out twice is no mistake.
pub(super) async fn sign_out(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(token) = token(&headers) {
        let token_hash = secret::token_hash(token);
        if let Some(visitor) = app.store.session(&token_hash, now_ms()).await? {
            noted::by(&app, &visitor, Deed::SignedOut, "", "").await?;
        }
        app.store.close_session(&token_hash).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&mut response, "", 0);
    Ok(response)
}
