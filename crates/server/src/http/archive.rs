// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive: out of everybody's sight, under another name, and back again with a reason.
use super::{address::FromPath, app::App, body, noted, problem::Problem, seen, session::SignedIn};
use crate::clock::now_ms;
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use soglia_domain::{
    access::Roles,
    author::Role,
    followed::goes_on,
    id::{ChangeId, PersonId},
    record::Key,
    rooms::Record,
};
use soglia_ledger::{
    archive::{Filed, archive, reopen},
    office::By,
    store::{Accounts as _, Deed, Store as _, Visitor, Write as _},
};
use soglia_sync::wire::{KnownArchive, KnownArchived, Reopening, ToArchive};
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

const MOST_BYTES: usize = 2_000;

/// Who keeps the archive: those who follow households, and those who coordinate them.
const KEEPERS: Roles = Roles::of(&[Role::SocialWorker, Role::Coordinator]);

pub(super) fn keepers_only(visitor: &Visitor) -> Result<(), Problem> {
    if KEEPERS.has(visitor.author.role) {
        return Ok(());
    }
    Err(Problem::forbidden(
        "not_a_keeper",
        "social workers and who coordinates keep the archive",
    ))
}

pub(super) fn still_followed() -> Problem {
    Problem::conflict(
        "still_followed",
        "an offer, a referral or a case of the household is open",
    )
}

/// In the name of a visitor.
pub(super) fn by(visitor: &Visitor) -> By<'_> {
    By {
        author: &visitor.author,
        id: ChangeId(Uuid::now_v7()),
        device: visitor.device,
        now_ms: now_ms(),
    }
}

/// Names of people, also of those whose access ended.
pub(super) async fn names(app: &App) -> Result<BTreeMap<PersonId, String>, Problem> {
    let accounts = app.store.accounts().await?.into_iter();
    Ok(accounts
        .map(|account| (account.author.person, account.author.name))
        .collect())
}

/// `GET /api/archive`: what rests there.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<KnownArchive>, Problem> {
    keepers_only(&visitor)?;
    let names = names(&app).await?;
    let kept = app.store.archived().await?;
    let mut archived = Vec::with_capacity(kept.len());
    // What is archived is read in a transaction alone; nothing is written in it.
    let mut write = app.store.begin().await?;
    for kept in kept {
        let Some(Record::Household(household)) = write.load(kept.root).await?.map(|stored| stored.record)
        else {
            continue;
        };
        archived.push(KnownArchived {
            record: kept.root,
            name: kept.name,
            at_ms: kept.at_ms,
            by: names.get(&kept.by).cloned().unwrap_or_default(),
            opened_ms: household.opened_at.ms,
            n_members: u32::try_from(household.members.len()).unwrap_or(u32::MAX),
        });
    }
    Ok(Json(KnownArchive { archived }))
}

/// `POST /api/archive`: a household with which nobody works any more.
pub(super) async fn put_in(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    keepers_only(&visitor)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let ToArchive { record } = body::parse(&bytes)?;
    let stored = seen::record(&app.store, &visitor.author, record).await?;
    let Some(Record::Household(_)) = stored.map(|stored| stored.record) else {
        noted::by(&app, &visitor, Deed::Refused, &record.to_string(), "archive").await?;
        return Err(Problem::not_found("no such household"));
    };
    match archive(&app.store, record, &by(&visitor), goes_on).await? {
        Filed::As(name) => noted::by(&app, &visitor, Deed::Archived, &record.to_string(), &name).await?,
        Filed::AsBefore => {}
        Filed::NotThere => return Err(Problem::not_found("no such household")),
        Filed::GoesOn => return Err(still_followed()),
    }
    Ok(StatusCode::NO_CONTENT)
}

/// `PUT /api/archive/{key}`: a household comes back, with a reason.
pub(super) async fn take_out(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(key): FromPath<String>,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    keepers_only(&visitor)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let Reopening { reason } = body::parse(&bytes)?;
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    if !reopen(&app.store, key, &by(&visitor)).await? {
        return Err(Problem::not_found("it does not rest in the archive"));
    }
    noted::by(&app, &visitor, Deed::Reopened, &key.to_string(), reason.key()).await?;
    Ok(StatusCode::NO_CONTENT)
}
