// SPDX-License-Identifier: AGPL-3.0-or-later
//! `POST /api/dwelling-imports`: a list of dwellings, first tried, then taken.
use super::{address::FromQuery, app::App, body, encoding, problem::Problem, session::SignedIn};
use crate::import::{ImportError, List, import, understand};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use soglia_domain::{author::Role, dwelling::Origin};
use soglia_import::{FileError, MOST_BYTES, Mapping, Preview, Report, Sentence, wording};
use std::sync::Arc;

#[derive(Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// Only try: nothing is stored, and the answer shows the first rows.
    #[serde(default)]
    dry_run: bool,
    /// Where the dwellings come from; guessed where it is not said.
    origin: Option<Origin>,
    /// Name of the file.
    #[serde(default)]
    file_name: String,
    /// What the columns mean; guessed where it is not said.
    #[schemars(with = "Option<Mapping>")]
    mapping: Option<String>,
}

/// What became of the rows of a list, and, where it was only tried, a first look at it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportReport")]
pub(super) struct Imported {
    #[serde(flatten)]
    report: Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    preview: Option<Preview>,
}

/// Reads a list and, unless it is only tried, brings it into the stock.
pub(super) async fn import_dwellings(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromQuery(asked): FromQuery<Asked>,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    if visitor.author.role != Role::HousingOfficer {
        return Err(Problem::forbidden(
            "not_your_task",
            "lists are imported by a housing officer",
        ));
    }
    check_kind(&headers)?;
    let mapping = match &asked.mapping {
        Some(text) => Some(
            serde_json::from_str(text)
                .map_err(|error| Problem::bad_request(format!("`mapping` does not read: {error}")))?,
        ),
        None => None,
    };
    let bytes = body::read(&headers, request, MOST_BYTES)
        .await
        .map_err(|problem| explain_size(problem, &headers))?;
    let list = List {
        file_name: asked.file_name.chars().take(200).collect(),
        bytes: bytes.to_vec(),
        origin: asked.origin,
        mapping,
    };
    let read = tokio::task::spawn_blocking(move || understand(&list))
        .await
        .map_err(|_| Problem::internal())??;
    let report = import(&app.store, &read, &visitor.author, asked.dry_run).await?;
    let preview = asked.dry_run.then_some(read.preview);
    let body = serde_json::to_vec(&Imported { report, preview }).map_err(|_| Problem::internal())?;
    Ok(encoding::json(&headers, body).await)
}

fn check_kind(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if ["application/octet-stream", "text/csv"]
        .iter()
        .any(|known| kind.eq_ignore_ascii_case(known))
    {
        return Ok(());
    }
    Err(Problem::unsupported("application/octet-stream or text/csv"))
}

/// A file that is too large is told in the words of the import, with its size where the browser said it.
fn explain_size(problem: Problem, headers: &HeaderMap) -> Problem {
    if problem.status() != StatusCode::PAYLOAD_TOO_LARGE {
        return problem;
    }
    let most = MOST_BYTES as u64;
    let length = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    let error = FileError::TooLarge {
        bytes: length.unwrap_or(most + 1),
        most,
    };
    Problem::list(
        StatusCode::PAYLOAD_TOO_LARGE,
        error.code(),
        wording::file_error(&error),
    )
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            ImportError::File(error @ FileError::TooLarge { .. }) => Self::list(
                StatusCode::PAYLOAD_TOO_LARGE,
                error.code(),
                wording::file_error(&error),
            ),
            ImportError::File(error) => Self::list(status, error.code(), wording::file_error(&error)),
            ImportError::Mapping(error) => Self::list(status, error.code(), wording::mapping_error(&error)),
            ImportError::OriginUnknown => Self::list(status, "origin_unknown", origin_unknown()),
            ImportError::Refused(code) => {
                eprintln!("soglia: an import was refused: {code}");
                Self::internal()
            }
            ImportError::Store(error) => error.into(),
        }
    }
}

fn origin_unknown() -> Sentence {
    Sentence {
        it: "Dal file non si capisce da dove vengono gli alloggi: indicare la provenienza.".to_owned(),
        en: "The file does not tell where the dwellings come from: state their origin.".to_owned(),
    }
}
