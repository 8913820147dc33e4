// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing what rests in the archive: who keeps it asks, with the act that allows it, and an auditor decides.
use super::{
    address::FromPath,
    app::App,
    archive::{by, keepers_only, names, still_followed},
    body, noted,
    problem::Problem,
    session::SignedIn,
};
use crate::{clock::now_ms, erasing::erase_all, store::AskedErasure};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use soglia_domain::{author::Role, id::PersonId, record::Key};
use soglia_ledger::{
    erasure::{Asked, Erased},
    store::{Deed, Store as _},
};
use soglia_sync::wire::{AskErasure, DecideErasure, ErasureState, KnownErasure, KnownErasures};
use std::{collections::BTreeMap, sync::Arc};

/// An act has a number and a day.
const MOST_OF_ACT: usize = 120;

const MOST_BYTES: usize = 2_000;

async fn is_archived(app: &App, key: Key) -> Result<bool, Problem> {
    let archived = app.store.archived().await?;
    Ok(archived.iter().any(|archived| archived.root == key))
}

/// `POST /api/erasures`: asks to erase a household.
pub(super) async fn ask(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    keepers_only(&visitor)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: AskErasure = body::parse(&bytes)?;
    let about = asked.record.to_string();
    if !is_archived(&app, asked.record).await? {
        noted::by(&app, &visitor, Deed::Refused, &about, "erasure").await?;
        return Err(Problem::not_found("it does not rest in the archive"));
    }
    let act = asked.act.trim();
    if act.is_empty() || act.chars().count() > MOST_OF_ACT {
        return Err(Problem::unprocessable(
            "act_missing",
            "number and day of the act that allows it, in at most 120 letters",
        ));
    }
    let person = visitor.author.person;
    let is_new = app
        .store
        .ask_erasure(asked.record, act, asked.reason, person, now_ms())
        .await?;
    if !is_new {
        return Err(Problem::conflict("asked_before", "that is asked already"));
    }
    noted::by(&app, &visitor, Deed::ErasureAsked, &about, asked.reason.key()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/erasures`: what was asked.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<KnownErasures>, Problem> {
    if visitor.author.role != Role::Auditor {
        keepers_only(&visitor)?;
    }
    let names = names(&app).await?;
    let erasures = app.store.erasures().await?.into_iter();
    let erasures = erasures.map(|asked| told(asked, &names)).collect();
    Ok(Json(KnownErasures { erasures }))
}

fn told(asked: AskedErasure, names: &BTreeMap<PersonId, String>) -> KnownErasure {
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
    KnownErasure {
        record: asked.root,
        act: asked.act,
        reason: asked.reason,
        asked_by: name(asked.asked_by),
        asked_ms: asked.asked_ms,
        state: asked.state,
        decided_by: asked.decided_by.map(name).unwrap_or_default(),
        decided_ms: asked.decided_ms,
    }
}

/// `PUT /api/erasures/{key}`: an auditor decides, and what is to be erased is gone when it is answered.
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(key): FromPath<String>,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    if visitor.author.role != Role::Auditor {
        return Err(Problem::forbidden(
            "not_an_auditor",
            "what is asked to be erased is decided by auditors",
        ));
    }
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let decided: DecideErasure = body::parse(&bytes)?;
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let mut waiting = app.store.erasures().await?.into_iter();
    let waiting = waiting.find(|asked| asked.root == key && asked.state == ErasureState::Asked);
    let waiting = waiting.ok_or_else(|| Problem::not_found("no such request"))?;
    let person = visitor.author.person;
    if waiting.asked_by == person {
        return Err(Problem::forbidden("asked_by_you", "who asked does not decide"));
    }
    if decided.erase {
        // Taken out of the archive since, somebody works with it again; what is gone already is not there either.
        let is_there = app.store.record(key).await?.is_some();
        let asked = Asked {
            root: key,
            act: &waiting.act,
            by: by(&visitor),
        };
        if is_there || erase_all(&app.store, &app.blobs, &asked).await? == Erased::GoesOn {
            return Err(still_followed());
        }
    }
    let note = if decided.erase { "erased" } else { "declined" };
    noted::by(&app, &visitor, Deed::ErasureDecided, &key.to_string(), note).await?;
    app.store
        .decide_erasure(key, decided.erase, person, now_ms())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
