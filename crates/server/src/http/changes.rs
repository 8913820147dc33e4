// SPDX-License-Identifier: AGPL-3.0-or-later
//! `POST /api/changes`: a device delivers what was done on it.
use super::{app::App, body, encoding, problem::Problem, second_step, session::SignedInAnywhere};
use crate::{
    clock::now_ms,
    committer::{self, Delivered, Refused},
};
use axum::{body::Body, extract::State, http::HeaderMap, response::Response};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::value::RawValue;
use soglia_domain::id::DeviceId;
use soglia_ledger::{
    push::{Label, Whole, check_order, read_change},
    store::{People, Visitor},
};
use soglia_sync::{
    change::{Change, MOST_COUNTER},
    wire::{Push, Pushed},
};
use std::{collections::BTreeSet, sync::Arc};

/// The largest body taken.
const MOST_BYTES: usize = 4_000_000;

/// Devices that nobody knows, in one request.
const MOST_UNKNOWN: usize = 2;

/// The request with its changes unread, so that one that cannot be read does not hold up the others.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Push")]
pub(super) struct Parcel<'a> {
    /// The highest counter of this device whose answer the device has stored.
    #[schemars(with = "Option<u64>")]
    after: Option<Whole>,
    /// The changes; the counters of each device ascend.
    #[serde(borrow)]
    #[schemars(with = "Vec<PushedChange>", length(max = Push::MOST))]
    changes: Vec<&'a RawValue>,
}

/// A change in a request. What has to be readable of every change is its label: one that says more than this version
/// can read is kept at the server, and does not hold up the others.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it describes what travels; changes are read one by one")]
enum PushedChange {
    /// As this version writes it.
    Known(Box<Change>),
    /// As another version writes it.
    Labelled(Label),
}

/// Takes up to [`Push::MOST`] changes and answers each of them.
pub(super) async fn push_changes(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    // What a revoked device holds is taken in any case.
    if !visitor.revoked {
        second_step::check_has_factor(&app, &visitor.author).await?;
    }
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let parcel: Parcel<'_> = body::parse(&bytes)?;
    if parcel.changes.len() > Push::MOST {
        return Err(Problem::bad_request(format!(
            "at most {} changes are taken at once",
            Push::MOST
        )));
    }
    let labels = check_labels(&app, &visitor, &parcel).await?;
    check_order(&labels).map_err(|_| {
        Problem::bad_request_with(
            "out_of_order",
            "the changes of a device follow each other by their counters",
        )
    })?;
    let changes = parcel.changes.iter().zip(labels).map(|(raw, label)| Delivered {
        label,
        read: read_change(raw.get()),
        text: bytes.slice_ref(raw.get().as_bytes()),
    });
    let parcel = committer::Parcel {
        after: parcel.after.map_or(0, |after| after.0),
        changes: changes.collect(),
        visitor,
    };
    let answers = app.committer.deliver(parcel).await?;
    answers
        .iter()
        .for_each(|pushed| app.metrics.answered(&pushed.answer));
    let body = serde_json::to_vec(&Pushed { answers }).map_err(|_| Problem::internal())?;
    Ok(encoding::json(&headers, body).await)
}

/// Every change is the sender's own and was made on a device of the sender's.
async fn check_labels(app: &App, visitor: &Visitor, parcel: &Parcel<'_>) -> Result<Vec<Label>, Problem> {
    let mut labels = Vec::with_capacity(parcel.changes.len());
    for (index, raw) in parcel.changes.iter().enumerate() {
        let label: Label = serde_json::from_str(raw.get()).map_err(|error| {
            Problem::bad_request(format!("changes[{index}] has no readable label: {error}"))
        })?;
        labels.push(label);
    }
    if labels.iter().any(|label| label.author != visitor.author.person) {
        return Err(Problem::forbidden(
            "not_your_change",
            "a change was made by somebody else",
        ));
    }
    if labels
        .iter()
        .any(|label| label.counter == 0 || label.counter > MOST_COUNTER)
    {
        return Err(Problem::bad_request_with(
            "counter_out_of_range",
            format!("the counters of a device go from 1 to {MOST_COUNTER}"),
        ));
    }
    let devices: BTreeSet<DeviceId> = labels.iter().map(|label| label.device).collect();
    let person = visitor.author.person;
    let mut n_unknown = 0;
    for device in devices {
        if app.store.owns_device(device, person).await? {
            continue;
        }
        // A work file may come from a device that signed in after the backup from which this server was brought back:
        // nobody knows it any more, and it becomes its author's own again.
        n_unknown += 1;
        if n_unknown > MOST_UNKNOWN || !app.store.claim_device(device, person, "", now_ms()).await? {
            return Err(Problem::forbidden(
                "not_your_device",
                "a change was made on a device of somebody else",
            ));
        }
    }
    Ok(labels)
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::EarlierMissing => Self::conflict(
                "earlier_changes_missing",
                "earlier changes of this device are missing here",
            ),
            Refused::Store(error) => error.into(),
        }
    }
}
