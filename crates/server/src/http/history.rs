// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/records/{key}/history`: what was done to one record, newest first.
use super::{App, Problem, encoding, session::SignedIn};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde::Serialize;
use serde_json::value::RawValue;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    record::{LogPosition, Record, RecordKey},
    scope,
};
use soglia_ledger::store::{LogEntry, Store};
use std::sync::Arc;

/// Older changes than these are not shown at once.
const MOST: u32 = 500;

#[derive(Serialize)]
struct History {
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    position: LogPosition,
    change: String,
    at: Box<RawValue>,
    by_name: String,
    role: Box<RawValue>,
    device: String,
    action: Box<RawValue>,
    answer: Box<RawValue>,
}

/// The changes of a record that this person may see.
pub(super) async fn show_history(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key: RecordKey = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let nothing = || Problem::not_found("no such record");
    let stored = app.store.record(key).await?.ok_or_else(nothing)?;
    let seen = scope::visible(&visitor.author, &stored).ok_or_else(nothing)?;
    let lines = app.store.history(key, MOST).await?;
    let mut entries = Vec::with_capacity(lines.len());
    for line in lines {
        if may_see(&visitor.author, &seen.record, &line) {
            entries.push(entry(line).map_err(|_| Problem::internal())?);
        }
    }
    let body = serde_json::to_vec(&History { entries }).map_err(|_| Problem::internal())?;
    Ok(encoding::json(&headers, body).await)
}

fn entry(line: LogEntry) -> serde_json::Result<Entry> {
    Ok(Entry {
        position: line.position,
        change: line.change,
        at: RawValue::from_string(line.at)?,
        by_name: line.by_name,
        role: RawValue::from_string(line.role)?,
        device: line.device,
        action: RawValue::from_string(line.action)?,
        answer: RawValue::from_string(line.answer)?,
    })
}

/// A partner reads of a household only what concerns the fields and proposals it may see in the record itself.
fn may_see(author: &Author, seen: &Record, line: &LogEntry) -> bool {
    if author.role != Role::ManagingPartner {
        return true;
    }
    let Ok(action) = serde_json::from_str::<Action>(&line.action) else {
        return false;
    };
    match (action, seen) {
        (Action::RecordAnswer { answer, .. }, Record::Household(household)) => {
            !household.facts.is_not_asked(answer.question())
        }
        (Action::RecordMemberAnswer { member, answer, .. }, Record::Household(household)) => household
            .members
            .iter()
            .any(|known| known.id == member && !known.facts.is_not_asked(answer.question())),
        (Action::ProposeDwelling { offer, .. } | Action::WithdrawOffer { offer, .. }, record) => match record
        {
            Record::Household(household) => household.offer(offer).is_some(),
            // On the dwelling's side a proposal names a household, which the partner may see only while it stands.
            Record::Dwelling(dwelling) => {
                matches!(&dwelling.state, soglia_domain::dwelling::DwellingState::Reserved { offer: held, .. } if *held == offer)
            }
            Record::CityRules(_) => false,
        },
        // A choice names the field it is about, and the departments alone see who wrote what into it.
        (Action::ResolveReview { .. }, Record::Household(_)) => false,
        // What the departments only suppose is theirs.
        (Action::SaveScenario { .. } | Action::RemoveScenario { .. }, _) => false,
        _ => true,
    }
}
