// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/records/{key}/history`: what was done to one record, newest first.
use super::{address::FromPath, app::App, encoding, noted, problem::Problem, seen, session::SignedIn};
use axum::{extract::State, http::HeaderMap, response::Response};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{Edit, Key, LogPosition},
    rooms::Record,
    scope,
};
use soglia_ledger::store::{Deed, LogEntry, Outcome, Store};
use soglia_sync::change::Answer;
use std::{collections::BTreeMap, sync::Arc};

/// Older changes than these are not shown at once.
const MOST: u32 = 500;

/// What was done to one record, newest first.
#[derive(Serialize, JsonSchema)]
pub(super) struct History {
    entries: Vec<Entry>,
}

/// One change of a record.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "HistoryEntry")]
struct Entry {
    /// Place in the order of the server.
    position: LogPosition,
    /// The change.
    #[schemars(with = "ChangeId")]
    change: String,
    /// When, by the clock of the device.
    #[schemars(with = "Timestamp")]
    at: Box<RawValue>,
    /// Name of who did it.
    by_name: String,
    /// In which role.
    #[schemars(with = "Role")]
    role: Box<RawValue>,
    /// On which device.
    #[schemars(with = "DeviceId")]
    device: String,
    /// What was done.
    #[schemars(with = "Action")]
    action: Box<RawValue>,
    /// What the server made of it.
    #[schemars(with = "Answer")]
    answer: Box<RawValue>,
}

/// The changes of a record that this person may see.
pub(super) async fn show_history(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(key): FromPath<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let Some(stored) = seen::record(&app.store, &visitor.author, key).await? else {
        noted::by(&app, &visitor, Deed::Refused, &key.to_string(), "history").await?;
        return Err(Problem::not_found("no such record"));
    };
    noted::by(&app, &visitor, Deed::HistoryRead, &key.to_string(), "").await?;
    let lines = app.store.history(key, MOST).await?;
    let mut entries = Vec::with_capacity(lines.len());
    let is_told_whole = scope::is_told_whole(&visitor.author, key.kind);
    let mut told = Told {
        store: &app.store,
        author: &visitor.author,
        seen: BTreeMap::from([(key, Some(stored.record))]),
    };
    for line in lines {
        // Of the archive the audit tells.
        if line.office().is_some() {
            continue;
        }
        // Who is told records of this kind whole belongs to the City, and reads what the City did.
        if is_told_whole && visitor.author.role != Role::ManagingPartner || told.may_read(&line).await? {
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

/// Asks which entries somebody may read: those of which every field is told to them, in this record and in every other
/// one that the same change wrote into.
struct Told<'a, S> {
    store: &'a S,
    author: &'a Author,
    /// Records that were asked for, as far as the author may see them.
    seen: BTreeMap<Key, Option<Record>>,
}

impl<S: Store> Told<'_, S> {
    async fn may_read(&mut self, line: &LogEntry) -> Outcome<bool> {
        let Ok(edits) = serde_json::from_str::<Vec<Edit>>(&line.edits) else {
            return Ok(false);
        };
        for edit in &edits {
            let role = self.author.role;
            let told = |record: &Record| record.told(&edit.op.field()).has(role);
            if !self.record(edit.record).await?.is_some_and(told) {
                return Ok(false);
            }
        }
        Ok(!edits.is_empty())
    }

    async fn record(&mut self, key: Key) -> Outcome<Option<&Record>> {
        if !self.seen.contains_key(&key) {
            let stored = seen::record(self.store, self.author, key).await?;
            self.seen.insert(key, stored.map(|stored| stored.record));
        }
        Ok(self.seen.get(&key).and_then(Option::as_ref))
    }
}
