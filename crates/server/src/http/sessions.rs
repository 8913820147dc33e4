// SPDX-License-Identifier: AGPL-3.0-or-later
//! One's own sessions, one's own password, and the first one by an invitation.
use super::{
    address::FromPath,
    app::App,
    body,
    cookie::token,
    noted, password,
    problem::Problem,
    session::{SignedIn, SignedInAnywhere},
};
use crate::{clock::now_ms, secret};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Account, Accounts as _, Deed, People as _};
use soglia_sync::wire::{InvitationFor, InvitationToken, KnownSession, KnownSessions, NewPassword, TakenUp};
use std::sync::Arc;

/// A password and a token are short.
const MOST_BYTES: usize = 10_000;

/// `GET /api/sessions`: the sessions of who asks.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
) -> Result<Json<KnownSessions>, Problem> {
    let own = own_line(&app, &headers).await?;
    let sessions = app.store.sessions(visitor.author.person, now_ms()).await?;
    let known = sessions.into_iter().map(|session| KnownSession {
        this: own.as_ref() == Some(&session.line),
        session: session.line,
        device: session.device,
        device_name: session.device_name,
        opened_ms: session.opened_ms,
        expires_ms: session.expires_ms,
    });
    Ok(Json(KnownSessions {
        sessions: known.collect(),
    }))
}

async fn own_line(app: &App, headers: &HeaderMap) -> Result<Option<String>, Problem> {
    match token(headers) {
        Some(token) => Ok(app.store.line_of(&secret::token_hash(token)).await?),
        None => Ok(None),
    }
}

/// `DELETE /api/sessions/{session}`: ends one. The device asks to sign in again, and keeps what it holds.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(session): FromPath<String>,
) -> Result<StatusCode, Problem> {
    if !app.store.end_session(visitor.author.person, &session).await? {
        return Err(Problem::not_found("no such session among your own"));
    }
    noted::by(&app, &visitor, Deed::SignedOut, "", "another session").await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `PUT /api/password`: another one. The other sessions end.
pub(super) async fn set_password(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let NewPassword { old, new } = body::parse(&bytes)?;
    let person = visitor.author.person;
    let sign_in = app
        .store
        .sign_in_of(person)
        .await?
        .ok_or_else(Problem::signed_out)?;
    password::check(&app, &sign_in, old).await?;
    let hash = password::fit(&app, new, &[&sign_in, &visitor.author.name]).await?;
    let own = own_line(&app, &headers).await?;
    app.store.set_password(person, &hash, own.as_deref()).await?;
    noted::by(&app, &visitor, Deed::PasswordSet, "", "").await?;
    Ok(StatusCode::NO_CONTENT)
}

fn over() -> Problem {
    Problem::gone(
        "invitation_over",
        "this invitation was taken up, is too old, or was followed by another one",
    )
}

async fn invited(app: &App, token: &str) -> Result<Account, Problem> {
    let person = app
        .store
        .invited(&secret::token_hash(token), now_ms())
        .await?
        .ok_or_else(over)?;
    account(app, person).await
}

async fn account(app: &App, person: PersonId) -> Result<Account, Problem> {
    let accounts = app.store.accounts().await?;
    let mut accounts = accounts.into_iter();
    accounts
        .find(|account| account.author.person == person)
        .ok_or_else(over)
}

/// `POST /api/invitation`: whom it is for.
pub(super) async fn tell_invitation(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<InvitationFor>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let InvitationToken { token } = body::parse(&bytes)?;
    let account = invited(&app, &token).await?;
    Ok(Json(InvitationFor {
        name: account.author.name,
        sign_in: account.sign_in,
    }))
}

/// `PUT /api/invitation`: sets the password. The sessions that were open end.
pub(super) async fn take_up(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<InvitationFor>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let TakenUp { token, password } = body::parse(&bytes)?;
    let account = invited(&app, &token).await?;
    let hash = password::fit(&app, password, &[&account.sign_in, &account.author.name]).await?;
    let person = app
        .store
        .take_up(&secret::token_hash(&token), &hash, now_ms())
        .await?
        .ok_or_else(over)?;
    noted::outside(
        &app,
        Some(person),
        Deed::PasswordSet,
        &person.to_string(),
        "by invitation",
    )
    .await?;
    Ok(Json(InvitationFor {
        name: account.author.name,
        sign_in: account.sign_in,
    }))
}
