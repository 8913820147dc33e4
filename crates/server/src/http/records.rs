// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/records`: a device asks what changed.
use super::{App, Problem, encoding, session::SignedIn};
use crate::{
    clock::now_ms,
    store::{Page, Reach, Store},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use soglia_domain::{
    author::{Author, Role},
    record::{LogPosition, Stored},
    scope,
};
use std::{io::Write as _, sync::Arc};

const FEWEST: u32 = 10;
const MOST: u32 = 2_000;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    since: LogPosition,
    most: Option<u32>,
}

/// Records after a cursor, as far as this person may see them.
pub(super) async fn pull_records(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(asked) = asked.map_err(|error| Problem::bad_request(error.body_text()))?;
    if asked.since.0 > i64::MAX as u64 {
        return Err(Problem::bad_request("`since` is no place in the order"));
    }
    let most = asked.most.unwrap_or(1_000).clamp(FEWEST, MOST);
    let author = &visitor.author;
    let reach = match author.role {
        Role::SocialWorker | Role::HousingOfficer | Role::Coordinator => Reach::Everything,
        Role::ManagingPartner => Reach::Partner(author.organisation),
    };
    let mut page = app.store.page(reach, asked.since, most).await?;
    if reach != Reach::Everything {
        redact(&mut page, author)?;
    }
    Ok(encoding::json(&headers, written(&page)?).await)
}

/// Each body as this person may see it. Where everything may be seen the bodies travel as they are stored.
fn redact(page: &mut Page, author: &Author) -> Result<(), Problem> {
    let mut seen = Vec::with_capacity(page.bodies.len());
    for body in &page.bodies {
        let stored: Stored = serde_json::from_str(body).map_err(|_| Problem::internal())?;
        match scope::visible(author, &stored) {
            Some(visible) => seen.push(serde_json::to_string(&visible).map_err(|_| Problem::internal())?),
            None => page.removed.push(stored.record.key()),
        }
    }
    page.bodies = seen;
    Ok(())
}

/// The shape of `soglia_sync::wire::Pulled`, written without reading the bodies again.
fn written(page: &Page) -> Result<Vec<u8>, Problem> {
    let n_bytes: usize = page.bodies.iter().map(|body| body.len() + 1).sum();
    let mut text = Vec::with_capacity(n_bytes + 200);
    text.extend_from_slice(b"{\"records\":[");
    text.extend_from_slice(page.bodies.join(",").as_bytes());
    let removed = serde_json::to_string(&page.removed).map_err(|_| Problem::internal())?;
    let (cursor, more, server_ms) = (page.cursor.0, page.more, now_ms());
    write!(
        text,
        "],\"removed\":{removed},\"cursor\":{cursor},\"more\":{more},\"server_ms\":{server_ms}}}"
    )
    .map_err(|_| Problem::internal())?;
    Ok(text)
}
