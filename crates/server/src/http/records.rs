// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/records`: a device asks what changed.
use super::{address::FromQuery, app::App, encoding, noted, problem::Problem, session::SignedIn};
use crate::clock::now_ms;
use axum::{extract::State, http::HeaderMap, response::Response};
use schemars::JsonSchema;
use serde::Deserialize;
use soglia_domain::record::LogPosition;
use soglia_ledger::{
    pull::{Asked, Given, PullTrouble, pull},
    store::Deed,
};
use std::{io::Write as _, sync::Arc};

const FEWEST: u32 = 10;
const MOST: u32 = 2_000;

#[derive(Deserialize, JsonSchema)]
pub(super) struct Wanted {
    /// The cursor of the answer before; 0 for everything.
    #[serde(default)]
    since: LogPosition,
    /// Records in one answer: 1,000 where nothing is said, never fewer than 10 nor more than 2,000.
    most: Option<u32>,
    /// The scope of the answer before.
    scope: Option<String>,
}

/// Records after a cursor, as far as this person may see them.
pub(super) async fn pull_records(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromQuery(wanted): FromQuery<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if wanted.since.0 > i64::MAX as u64 {
        return Err(Problem::bad_request("`since` is no place in the order"));
    }
    let asked = Asked {
        since: wanted.since,
        most: wanted.most.unwrap_or(1_000).clamp(FEWEST, MOST),
        scope: wanted.scope,
    };
    let given = pull(&app.store, &visitor, &asked).await?;
    let is_first = asked.since == LogPosition(0) && asked.scope.is_none();
    if given.reset || is_first {
        noted::by(&app, &visitor, Deed::Fetched, "", "").await?;
    }
    Ok(encoding::json(&headers, written(&given)?).await)
}

impl From<PullTrouble> for Problem {
    fn from(trouble: PullTrouble) -> Self {
        match trouble {
            PullTrouble::CursorAhead => Self::conflict(
                "cursor_ahead",
                "this place in the order was never given; ask again from 0",
            ),
            PullTrouble::Store(error) => error.into(),
        }
    }
}

/// The shape of `soglia_sync::wire::Pulled`, written without reading the bodies again.
fn written(given: &Given) -> Result<Vec<u8>, Problem> {
    let page = &given.page;
    let n_bytes: usize = page.bodies.iter().map(|body| body.text.len() + 1).sum();
    let mut text = Vec::with_capacity(n_bytes + 200);
    text.extend_from_slice(b"{\"records\":[");
    for (n, body) in page.bodies.iter().enumerate() {
        if n > 0 {
            text.push(b',');
        }
        text.extend_from_slice(body.text.as_bytes());
    }
    let removed = serde_json::to_string(&page.removed).map_err(|_| Problem::internal())?;
    let (cursor, more, server_ms) = (page.cursor.0, page.more, now_ms());
    let (scope, reset) = (&given.scope, given.reset);
    write!(
        text,
        "],\"removed\":{removed},\"cursor\":{cursor},\"more\":{more},\"scope\":\"{scope}\",\"reset\":{reset},\
         \"server_ms\":{server_ms}}}"
    )
    .map_err(|_| Problem::internal())?;
    Ok(text)
}
