// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which a person's calendar fetches their visits and what is due. What lies there lies with whoever keeps
//! the calendar: it says on which days, and nothing about whom or where.
use super::{address::FromPath, app::App, problem::Problem, session::SignedIn};
use crate::{clock::now_ms, secret};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use soglia_agenda::{Entry, MEDIA_TYPE, calendar};
use soglia_domain::{
    author::Author,
    id::{TaskId, VisitId},
    record::Identity as _,
    rooms::{Room, Row},
    scope,
    task::Task,
    visit::Visit,
};
use soglia_ledger::{
    pull::reach,
    store::{Calendars as _, Outcome, Store as _},
};
use soglia_sync::wire::Calendar;
use soglia_wording::{Language, agenda};
use std::sync::Arc;

/// The end of the name: some programs take nothing else for a calendar.
const SUFFIX: &str = ".ics";

/// `GET /api/calendar`: since when there is an address. The address itself is not kept.
pub(super) async fn tell(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<Calendar>, Problem> {
    let since_ms = app.store.calendar_since(visitor.author.person).await?;
    Ok(Json(Calendar { since_ms, path: None }))
}

/// `POST /api/calendar`: a new address; the one before is over.
pub(super) async fn open(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<Calendar>, Problem> {
    let (secret, now_ms) = (secret::random_hex::<16>()?, now_ms());
    let hash = secret::token_hash(&secret);
    let person = visitor.author.person;
    app.store.open_calendar(&hash, person, now_ms).await?;
    Ok(Json(Calendar {
        since_ms: Some(now_ms),
        path: Some(format!("/api/calendar/{secret}{SUFFIX}")),
    }))
}

/// `DELETE /api/calendar`: nothing is to be fetched any more.
pub(super) async fn close(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<StatusCode, Problem> {
    app.store.close_calendar(visitor.author.person).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/calendar/{file}`: the calendar, for who knows its name.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    FromPath(file): FromPath<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let nothing = || Problem::not_found("there is no calendar at this address");
    let secret = file.strip_suffix(SUFFIX).ok_or_else(nothing)?;
    let author = app.store.calendar(&secret::token_hash(secret)).await?;
    let author = author.ok_or_else(nothing)?;
    let (whose, now_ms) = (author.person.to_string(), now_ms());
    if let Some(wait_ms) = app.calendars.wait_ms(&whose, now_ms) {
        return Err(Problem::slow_down(wait_ms));
    }
    app.calendars.miss(&whose, now_ms);
    let text = written(&app, &author, &link(&headers), now_ms).await?;
    let mut response = text.into_response();
    let kind = HeaderValue::from_static(MEDIA_TYPE);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

/// Of each visit the hours, of each task the day; of neither a word that somebody wrote.
async fn written(app: &App, author: &Author, link: &str, now_ms: i64) -> Outcome<String> {
    let mut lines = Vec::new();
    for row in rows::<Visit>(app, author, VisitId::KIND).await? {
        if let Some(visit) = Visit::row(&row).filter(|visit| visit.awaits(author)) {
            let title = agenda::visit(Language::Italian);
            lines.push((
                visit.id.key().to_string(),
                visit.day,
                (visit.from, visit.to),
                title,
            ));
        }
    }
    for row in rows::<Task>(app, author, TaskId::KIND).await? {
        if let Some(task) = Task::row(&row).filter(|task| task.awaits(author)) {
            let title = agenda::due(Language::Italian);
            lines.push((task.id.key().to_string(), task.due, (None, None), title));
        }
    }
    let entries = lines.iter().map(|(id, day, (from, to), title)| Entry {
        id,
        day: *day,
        from: *from,
        to: *to,
        title,
        place: "",
        note: "",
        link,
    });
    Ok(calendar(agenda::CALENDAR, now_ms, entries))
}

/// What lists need of every record of a kind, as it is told to somebody.
async fn rows<R: Room>(app: &App, author: &Author, kind: soglia_domain::record::Kind) -> Outcome<Vec<Row>> {
    let stored = app.store.of_kind(reach(author), kind).await?;
    Ok(stored
        .iter()
        .filter(|stored| R::of(&stored.record).is_some())
        .map(|stored| Row::of(&scope::told(author, stored), false))
        .collect())
}

/// The way to the application, at the address at which the calendar was asked for. Everything but a test is at a secure one.
fn link(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let is_name = |host: &&str| {
        host.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".:-[]".contains(&byte))
    };
    let Some(host) = host.filter(is_name) else {
        return String::new();
    };
    let is_here = host.starts_with("127.0.0.1") || host.starts_with("localhost");
    format!("{}://{host}/", if is_here { "http" } else { "https" })
}
