// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what: told to auditors, and of one record to those who work with it.
use super::{
    address::{FromPath, FromQuery},
    app::App,
    body, noted,
    problem::Problem,
    seen,
    session::SignedIn,
};
use crate::clock::now_ms;
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Deserialize;
use soglia_domain::{access::Roles, author::Role, calendar::Day, id::PersonId, record::Key};
use soglia_ledger::store::{
    Account, Accounts as _, Audit as _, AuditAsked, AuditLine, Audited, Deed, Visitor,
};
use soglia_sync::wire::{AuditedLine, AuditedLines, Reader, Readers, Reads};
use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

/// Lines on one page.
const PAGE: u32 = 200;

/// Lines in one file.
const FILE: u32 = 100_000;

/// Reads in one delivery, and what they weigh at most.
const MOST_READS: usize = 500;
const MOST_BYTES: usize = 100_000;

/// Which lines are asked for. What is left out asks for all.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "AuditWanted")]
pub(super) struct Wanted {
    /// By whom, by the name to sign in with.
    person: Option<String>,
    /// What was done.
    deed: Option<Deed>,
    /// With which record or person, by identity.
    about: Option<String>,
    /// Done at or after, in milliseconds since 1970.
    from_ms: Option<i64>,
    /// Done before, in milliseconds since 1970.
    until_ms: Option<i64>,
    /// With a smaller number.
    before: Option<u64>,
}

/// Everybody by identity, to tell names: the lines themselves hold none.
type Names = BTreeMap<PersonId, Account>;

async fn names(app: &App) -> Result<Names, Problem> {
    let accounts = app.store.accounts().await?;
    let by_person = accounts
        .into_iter()
        .map(|account| (account.author.person, account));
    Ok(by_person.collect())
}

fn auditors_only(visitor: &Visitor) -> Result<(), Problem> {
    if visitor.author.role == Role::Auditor {
        return Ok(());
    }
    Err(Problem::forbidden(
        "not_an_auditor",
        "who looked at what is told to auditors",
    ))
}

/// What is asked for; none where nobody signs in by that name.
fn asked(wanted: Wanted, names: &Names, most: u32) -> Option<AuditAsked> {
    let person = match wanted.person.filter(|name| !name.trim().is_empty()) {
        Some(name) => {
            let name = name.trim().to_lowercase();
            let mut accounts = names.iter();
            Some(*accounts.find(|(_, account)| account.sign_in == name)?.0)
        }
        None => None,
    };
    Some(AuditAsked {
        person,
        deed: wanted.deed,
        about: wanted.about.filter(|about| !about.trim().is_empty()),
        from_ms: wanted.from_ms,
        until_ms: wanted.until_ms,
        before: wanted.before,
        most,
    })
}

async fn lines(app: &App, wanted: Wanted, most: u32) -> Result<Vec<AuditedLine>, Problem> {
    let names = names(app).await?;
    let Some(asked) = asked(wanted, &names, most) else {
        return Ok(Vec::new());
    };
    let lines = app.store.audited(&asked).await?;
    Ok(lines.into_iter().map(|line| told(line, &names)).collect())
}

fn told(audited: Audited, names: &Names) -> AuditedLine {
    let line = audited.line;
    let name = line.person.and_then(|person| names.get(&person));
    AuditedLine {
        n: audited.n,
        at_ms: line.at_ms,
        told_ms: audited.told_ms,
        name: name.map_or_else(String::new, |account| account.author.name.clone()),
        role: line.role,
        deed: line.deed.key().to_owned(),
        about: line.about,
        note: line.note,
    }
}

/// `GET /api/audit`: lines, the newest first.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromQuery(wanted): FromQuery<Wanted>,
) -> Result<Json<AuditedLines>, Problem> {
    auditors_only(&visitor)?;
    if wanted.before.is_none() {
        noted::by(&app, &visitor, Deed::AuditRead, "", "").await?;
    }
    let mut lines = lines(&app, wanted, PAGE + 1).await?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    Ok(Json(AuditedLines { lines, more }))
}

/// `GET /api/audit.csv`: the same as a file.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromQuery(wanted): FromQuery<Wanted>,
) -> Result<Response, Problem> {
    auditors_only(&visitor)?;
    noted::by(&app, &visitor, Deed::Exported, "", "audit.csv").await?;
    let lines = lines(&app, wanted, FILE).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""),
    ];
    Ok((headers, csv(&lines)).into_response())
}

fn csv(lines: &[AuditedLine]) -> String {
    let mut text = String::from("\u{feff}n;at;told;name;role;deed;about;note\r\n");
    for line in lines {
        // Writing into a text cannot fail.
        let _ = write!(
            text,
            "{};{};{};{};{};{};{};{}\r\n",
            line.n,
            moment(line.at_ms),
            moment(line.told_ms),
            cell(&line.name),
            line.role.map_or("", Role::key),
            line.deed,
            cell(&line.about),
            cell(&line.note)
        );
    }
    text
}

/// A moment in UTC, as RFC 3339 writes it.
fn moment(at_ms: i64) -> String {
    let seconds = at_ms.div_euclid(1_000);
    let (day, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = Day::from_epoch_days(day);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}

/// A text that a spreadsheet takes for a text, whatever it begins with.
fn cell(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let guard = if matches!(begins, Some('=' | '+' | '-' | '@')) || text.starts_with(['\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// `POST /api/reads`: a device tells which records were opened on its screen.
pub(super) async fn take_reads(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<StatusCode, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let Reads { reads } = body::parse(&bytes)?;
    if reads.len() > MOST_READS {
        return Err(Problem::unprocessable(
            "too_many_reads",
            "at most 500 reads are told at once",
        ));
    }
    let now = now_ms();
    let line = |read: &soglia_sync::wire::ReadOf| AuditLine {
        // A clock that goes fast reads nothing in the future.
        at_ms: read.at_ms.clamp(0, now),
        person: Some(visitor.author.person),
        role: Some(visitor.author.role),
        device: Some(visitor.device),
        deed: Deed::Read,
        about: read.record.to_string(),
        note: String::new(),
    };
    let lines: Vec<AuditLine> = reads.iter().map(line).collect();
    app.store.note(&lines, now).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/records/{key}/readers`: who opened a record, told to those of the departments who see it, and to auditors.
pub(super) async fn readers(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(key): FromPath<String>,
) -> Result<Json<Readers>, Problem> {
    let key: Key = key
        .parse()
        .map_err(|error| Problem::bad_request(format!("{error}")))?;
    let role = visitor.author.role;
    let may = role == Role::Auditor
        || Roles::CITY.has(role) && seen::record(&app.store, &visitor.author, key).await?.is_some();
    if !may {
        noted::by(&app, &visitor, Deed::Refused, &key.to_string(), "readers").await?;
        return Err(Problem::not_found("no such record"));
    }
    let asked = AuditAsked {
        about: Some(key.to_string()),
        deed: Some(Deed::Read),
        most: PAGE + 1,
        ..AuditAsked::default()
    };
    let names = names(&app).await?;
    let lines = app.store.audited(&asked).await?;
    let more = lines.len() > PAGE as usize;
    let reader = |audited: Audited| {
        let account = audited.line.person.and_then(|person| names.get(&person))?;
        Some(Reader {
            name: account.author.name.clone(),
            role: audited.line.role,
            organisation: account.author.organisation_name.clone(),
            at_ms: audited.line.at_ms,
        })
    };
    let readers = lines.into_iter().take(PAGE as usize).filter_map(reader);
    Ok(Json(Readers {
        readers: readers.collect(),
        more,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (text, expected) in [
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("+39 02", "\"'+39 02\""),
            ("-2", "\"'-2\""),
            ("\t=1", "\"'\t=1\""),
            ("a \"b\"; c", "\"a \"\"b\"\"; c\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn a_moment_is_written_as_others_read_it() {
        assert_eq!(moment(1_790_000_000_123), "2026-09-21T14:13:20Z");
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
    }
}
