// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/records/{key}/everything`: all that is held about a household, for whoever of it asks (GDPR, art. 15).
use super::{
    address::{FromPath, FromQuery},
    app::App,
    noted,
    problem::Problem,
    seen,
    session::SignedIn,
};
use crate::{
    clock::now_ms,
    everything::{Making, compose, gather, page, policy},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Deserialize;
use soglia_domain::{
    access::Roles,
    author::Role,
    calendar::Timestamp,
    id::HouseholdId,
    record::{Identity as _, Key},
};
use soglia_ledger::store::{Deed, Store as _};
use soglia_wording::Language;
use std::sync::Arc;

/// Who makes a copy: who answers for the case, and who answers for the two departments. It is whole, also where its maker does
/// not read as a rule: so it is given to as few as can answer within the month.
const MAKERS: Roles = Roles::of(&[Role::SocialWorker, Role::Coordinator]);

/// How the copy is wanted.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "EverythingWanted")]
pub(super) struct Wanted {
    /// In which language.
    #[serde(default)]
    lang: Tongue,
    /// In which form.
    #[serde(default, rename = "as")]
    form: Form,
}

/// The languages of the copy.
#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "EverythingLanguage")]
enum Tongue {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

/// The forms of the copy.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "EverythingForm")]
enum Form {
    /// For programs, with the words beside.
    #[default]
    Json,
    /// A page to be read and printed.
    Html,
}

/// The copy.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(key): FromPath<String>,
    FromQuery(wanted): FromQuery<Wanted>,
) -> Result<Response, Problem> {
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let sees =
        key.kind == HouseholdId::KIND && seen::record(&app.store, &visitor.author, key).await?.is_some();
    let stored = app.store.record(key).await?;
    let Some(household) = stored.filter(|_| sees && MAKERS.has(visitor.author.role)) else {
        noted::by(&app, &visitor, Deed::Refused, &key.to_string(), "everything").await?;
        return Err(Problem::not_found("no such household"));
    };
    let form = match wanted.form {
        Form::Json => "json",
        Form::Html => "html",
    };
    noted::by(
        &app,
        &visitor,
        Deed::Exported,
        &key.to_string(),
        &format!("everything.{form}"),
    )
    .await?;
    let language = match wanted.lang {
        Tongue::It => Language::Italian,
        Tongue::En => Language::English,
    };
    let gathered = gather(&app.store, household, language).await?;
    let now = now_ms();
    let copy = compose(
        &gathered,
        &Making {
            author: &visitor.author,
            now_ms: now,
            body: &app.body,
            language,
        },
    );
    // The name of the file says neither who it is about nor who made it.
    let day = Timestamp { ms: now, counter: 0 }.day();
    let disposition = format!("attachment; filename=\"soglia-copia-{day}.{form}\"");
    let (media_type, body) = match wanted.form {
        Form::Json => (
            "application/json",
            serde_json::to_vec(&copy).map_err(|_| Problem::internal())?,
        ),
        Form::Html => ("text/html; charset=utf-8", page(&copy).into_bytes()),
    };
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CONTENT_SECURITY_POLICY,
            format!("{}; frame-ancestors 'none'; sandbox", policy()),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, body).into_response())
}
