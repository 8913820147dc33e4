// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing a household: who works with it asks, with the act that allows it, and an auditor decides.
use super::{address::FromPath, app::App, body, noted, problem::Problem, seen, session::SignedIn};
use crate::{clock::now_ms, erasing::erase_all, store::AskedErasure};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use soglia_domain::{
    access::Roles, author::Role, followed::goes_on, id::PersonId, record::Key, rooms::Record,
};
use soglia_ledger::{
    erasure::{Erased, look},
    store::{Accounts as _, Deed},
};
use soglia_sync::wire::{AskErasure, DecideErasure, ErasureState, KnownErasure, KnownErasures};
use std::{collections::BTreeMap, sync::Arc};

/// An act has a number and a day.
const MOST_OF_ACT: usize = 120;

const MOST_BYTES: usize = 2_000;

/// Who may ask: the one that follows the household, and the one that coordinates.
const ASK: Roles = Roles::of(&[Role::SocialWorker, Role::Coordinator]);

/// `POST /api/erasures`: asks to erase a household.
pub(super) async fn ask(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: AskErasure = body::parse(&bytes)?;
    let author = &visitor.author;
    let stored = seen::record(&app.store, author, asked.record).await?;
    let Some(Record::Household(_)) = stored.map(|stored| stored.record) else {
        noted::by(
            &app,
            &visitor,
            Deed::Refused,
            &asked.record.to_string(),
            "erasure",
        )
        .await?;
        return Err(Problem::not_found("no such household"));
    };
    if !ASK.has(author.role) {
        return Err(Problem::forbidden(
            "may_not_erase",
            "social workers and who coordinates ask for it",
        ));
    }
    let act = asked.act.trim();
    if act.is_empty() || act.chars().count() > MOST_OF_ACT {
        return Err(Problem::unprocessable(
            "act_missing",
            "number and day of the act that allows it, in at most 120 letters",
        ));
    }
    if look(&app.store, asked.record, goes_on).await? == Some(true) {
        return Err(still_followed());
    }
    let is_new = app
        .store
        .ask_erasure(asked.record, act, asked.reason, author.person, now_ms())
        .await?;
    if !is_new {
        return Err(Problem::conflict("asked_before", "that is asked already"));
    }
    let about = asked.record.to_string();
    noted::by(&app, &visitor, Deed::ErasureAsked, &about, asked.reason.key()).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn still_followed() -> Problem {
    Problem::conflict(
        "still_followed",
        "an offer, a referral or a case of the household is open",
    )
}

/// `GET /api/erasures`: what was asked.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<KnownErasures>, Problem> {
    let accounts = app.store.accounts().await?.into_iter();
    let names: BTreeMap<PersonId, String> = accounts
        .map(|account| (account.author.person, account.author.name))
        .collect();
    let is_auditor = visitor.author.role == Role::Auditor;
    let mut erasures = Vec::new();
    for asked in app.store.erasures().await? {
        let may = is_auditor
            || Roles::CITY.has(visitor.author.role)
                && seen::record(&app.store, &visitor.author, asked.root)
                    .await?
                    .is_some();
        if may {
            erasures.push(told(asked, &names));
        }
    }
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
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let decided: DecideErasure = body::parse(&bytes)?;
    if visitor.author.role != Role::Auditor {
        return Err(Problem::forbidden(
            "not_an_auditor",
            "what is asked to be erased is decided by auditors",
        ));
    }
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let mut asked = app.store.erasures().await?.into_iter();
    let asked = asked.find(|asked| asked.root == key && asked.state == ErasureState::Asked);
    let asked = asked.ok_or_else(|| Problem::not_found("no such request"))?;
    let author = &visitor.author;
    if asked.asked_by == author.person {
        return Err(Problem::forbidden("asked_by_you", "who asked does not decide"));
    }
    if decided.erase {
        let erased = erase_all(&app.store, &app.blobs, key, &asked.act, author, visitor.device).await?;
        if erased == Erased::GoesOn {
            return Err(still_followed());
        }
    }
    let about = key.to_string();
    let note = if decided.erase { "erased" } else { "declined" };
    noted::by(&app, &visitor, Deed::ErasureDecided, &about, note).await?;
    app.store
        .decide_erasure(key, decided.erase, author.person, now_ms())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
