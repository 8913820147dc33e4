// SPDX-License-Identifier: AGPL-3.0-or-later
//! Noting who did what. An answer waits for it: nobody hears that something was done that was not noted.
use super::{
    app::App,
    cookie,
    problem::{Code, Problem},
};
use crate::{clock::now_ms, secret};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Audit as _, AuditLine, Deed, People as _, Visitor};
use std::sync::Arc;

/// Longer addresses are cut: they come from outside.
const MOST_OF_ADDRESS: usize = 120;

/// Notes what somebody who is signed in did.
pub(super) async fn by(
    app: &App,
    visitor: &Visitor,
    deed: Deed,
    about: &str,
    note: &str,
) -> Result<(), Problem> {
    let now = now_ms();
    let line = AuditLine {
        person: Some(visitor.author.person),
        role: Some(visitor.author.role),
        device: Some(visitor.device),
        ..nobody(now, deed, about, note)
    };
    Ok(app.store.note(&[line], now).await?)
}

/// Notes what somebody did who is not signed in so far.
pub(super) async fn outside(
    app: &App,
    person: Option<PersonId>,
    deed: Deed,
    about: &str,
    note: &str,
) -> Result<(), Problem> {
    let now = now_ms();
    let line = AuditLine {
        person,
        ..nobody(now, deed, about, note)
    };
    Ok(app.store.note(&[line], now).await?)
}

fn nobody(at_ms: i64, deed: Deed, about: &str, note: &str) -> AuditLine {
    AuditLine {
        at_ms,
        person: None,
        role: None,
        device: None,
        deed,
        about: about.to_owned(),
        note: note.to_owned(),
    }
}

/// What is answered to everything that a device or a person asks for the time being: it tells how they stand, and not that they
/// reached for something, and their device asks again every few seconds.
const STANDING: [&str; 2] = ["device_revoked", "factor_missing"];

/// Notes what was refused to somebody who is signed in: asked for what is not theirs.
pub(super) async fn refused(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let token_hash = cookie::token(request.headers()).map(secret::token_hash);
    let asked: String = format!("{} {}", request.method(), request.uri().path())
        .chars()
        .take(MOST_OF_ADDRESS)
        .collect();
    let response = next.run(request).await;
    let code = response.extensions().get::<Code>();
    let is_standing = code.is_some_and(|Code(code)| STANDING.contains(code));
    if response.status() == StatusCode::FORBIDDEN
        && !is_standing
        && let Some(token_hash) = token_hash
        && let Ok(Some(visitor)) = app.store.session(&token_hash, now_ms()).await
        && let Err(problem) = by(&app, &visitor, Deed::Refused, "", &asked).await
    {
        return axum::response::IntoResponse::into_response(problem);
    }
    response
}
