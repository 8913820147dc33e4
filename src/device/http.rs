// SPDX-License-Identifier: AGPL-3.0-or-later
//! Requests to the server.
pub use super::history::HistoryEntry;
use super::{codec::reading, packing};
use crate::fetched::NotFetched;
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use soglia_domain::record::Key;
use soglia_sync::{
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{self, Push, Pushed, SignIn},
};
use web_sys::AbortSignal;

/// Longest wait for an ordinary request.
const SHORT_MS: u32 = 30_000;

/// Longest wait for the import of a large list.
pub(super) const LONG_MS: u32 = 180_000;

/// Why a request failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpTrouble {
    /// The server could not be reached, or did not answer in time.
    NoNetwork,
    /// The server wants a sign-in.
    SignedOut,
    /// The server answered with an error.
    Problem(Problem),
    /// The answer could not be read.
    NotUnderstood,
}

/// An error as the server states it (RFC 9457).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The HTTP status.
    #[serde(default)]
    pub status: u16,
    /// In a few words.
    #[serde(default)]
    pub title: String,
    /// What is wrong and where.
    #[serde(default)]
    pub detail: String,
    /// Short stable code.
    #[serde(default)]
    pub code: String,
}

/// What an import is asked to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportParameters {
    /// Only show what would happen.
    pub dry_run: bool,
    /// Key of the origin: "municipal", "confiscated", "metropolitan_area", "third_sector".
    pub origin: String,
    /// Name of the file.
    pub file_name: String,
    /// The column mapping as JSON, where the person changed the guess.
    pub mapping: Option<String>,
}

/// Sends a list of dwellings. The answer is the import report.
///
/// # Errors
/// [`HttpTrouble`], with the server's own sentence where the file is at fault.
pub async fn import_dwellings(bytes: Vec<u8>, parameters: &ImportParameters) -> Result<String, HttpTrouble> {
    let mut url = format!(
        "/api/dwelling-imports?dry_run={}&origin={}&file_name={}",
        parameters.dry_run,
        encoded(&parameters.origin),
        encoded(&parameters.file_name),
    );
    if let Some(mapping) = &parameters.mapping {
        url.push_str("&mapping=");
        url.push_str(&encoded(mapping));
    }
    let request = Request::post(&url)
        .header("content-type", "application/octet-stream")
        .abort_signal(Some(&AbortSignal::timeout_with_u32(LONG_MS)))
        .body(js_sys::Uint8Array::from(bytes.as_slice()));
    answer(request)
        .await?
        .text()
        .await
        .map_err(|_| HttpTrouble::NoNetwork)
}

/// The history of a record, newest first.
///
/// # Errors
/// [`HttpTrouble`]: the history is only at the server.
pub async fn history(key: Key) -> Result<Vec<HistoryEntry>, HttpTrouble> {
    let url = format!("/api/records/{key}/history");
    let response = answer(get(&url).build()).await?;
    let bytes = response.binary().await.map_err(|_| HttpTrouble::NoNetwork)?;
    let reading = reading().await.map_err(|NotFetched| HttpTrouble::NoNetwork)?;
    (reading.history)(&bytes).ok_or(HttpTrouble::NotUnderstood)
}

/// Signs in.
///
/// # Errors
/// [`HttpTrouble::SignedOut`] when name or password are not right.
pub async fn sign_in(sign_in: &SignIn) -> Result<wire::Session, HttpTrouble> {
    let request = post_json("/api/session", sign_in);
    read(answer(request).await?).await
}

/// The session at the server.
///
/// # Errors
/// [`HttpTrouble::SignedOut`] when there is none.
pub async fn session() -> Result<wire::Session, HttpTrouble> {
    read(answer(get("/api/session").build()).await?).await
}

/// Ends the session at the server.
///
/// # Errors
/// [`HttpTrouble`]: it then ends by itself later.
pub async fn sign_out() -> Result<(), HttpTrouble> {
    let request = Request::delete("/api/session")
        .abort_signal(Some(&AbortSignal::timeout_with_u32(SHORT_MS)))
        .build();
    answer(request).await.map(drop)
}

/// The way to the server, for the exchange.
pub struct Http;

impl Transport for Http {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        let codec = reading()
            .await
            .map_err(|NotFetched| TransportTrouble::NoNetwork)?
            .codec;
        let body = (codec.write_push)(push);
        let request = Request::post("/api/changes")
            .header("content-type", "application/json")
            .abort_signal(Some(&short()));
        let request = match packing::packed(&body).await {
            Some(packed) => request.header("content-encoding", "gzip").body(packed),
            None => request.body(js_sys::Uint8Array::from(body.as_slice())),
        };
        let response = answer(request).await?;
        let bytes = response.binary().await.map_err(|_| TransportTrouble::NoNetwork)?;
        (codec.read_answers)(&bytes).map_err(|_| TransportTrouble::NotUnderstood)
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        let url = format!("/api/records?{}", request.query());
        let response = answer(get(&url).build()).await?;
        response.binary().await.map_err(|_| TransportTrouble::NoNetwork)
    }
}

impl From<HttpTrouble> for TransportTrouble {
    fn from(trouble: HttpTrouble) -> Self {
        match trouble {
            HttpTrouble::NoNetwork => Self::NoNetwork,
            HttpTrouble::SignedOut => Self::SignedOut,
            HttpTrouble::Problem(problem) => Self::of_problem(problem.status, &problem.code),
            HttpTrouble::NotUnderstood => Self::NotUnderstood,
        }
    }
}

/// A file of the application itself, which the service worker keeps.
///
/// # Errors
/// [`NotFetched`]: it is neither kept nor to be had.
pub async fn file(path: &str) -> Result<Vec<u8>, NotFetched> {
    let response = answer(get(path).build()).await.map_err(|_| NotFetched)?;
    response.binary().await.map_err(|_| NotFetched)
}

pub(super) fn get(url: &str) -> RequestBuilder {
    Request::get(url).abort_signal(Some(&short()))
}

/// Ends an ordinary request that takes too long.
pub(super) fn short() -> AbortSignal {
    AbortSignal::timeout_with_u32(SHORT_MS)
}

pub(super) fn post_json(url: &str, body: &impl Serialize) -> Result<Request, gloo_net::Error> {
    send_json(Request::post(url), body)
}

pub(super) fn put_json(url: &str, body: &impl Serialize) -> Result<Request, gloo_net::Error> {
    send_json(Request::put(url), body)
}

/// Sends a text that is JSON already.
pub(super) async fn post_text(url: &str, body: &str) -> Result<(), HttpTrouble> {
    let request = Request::post(url)
        .header("content-type", "application/json")
        .abort_signal(Some(&short()))
        .body(body);
    answer(request).await.map(drop)
}

/// Deletes what is at an address.
pub(super) async fn delete(url: &str) -> Result<(), HttpTrouble> {
    let request = Request::delete(url).abort_signal(Some(&short()));
    answer(request.build()).await.map(drop)
}

fn send_json(request: RequestBuilder, body: &impl Serialize) -> Result<Request, gloo_net::Error> {
    let body = soglia_json::to_string(body).map_err(|error| gloo_net::Error::GlooError(error.to_string()))?;
    request
        .header("content-type", "application/json")
        .abort_signal(Some(&short()))
        .body(body)
}

/// Sends a request. What is not a success becomes a typed trouble.
pub(super) async fn answer(request: Result<Request, gloo_net::Error>) -> Result<Response, HttpTrouble> {
    let response = request?.send().await?;
    if response.ok() {
        return Ok(response);
    }
    let status = response.status();
    // What stands in front of a server that is down answers for it; it is the network as far as a person is concerned.
    if matches!(status, 502..=504) {
        return Err(HttpTrouble::NoNetwork);
    }
    let text = response.text().await.unwrap_or_default();
    let mut problem: Problem = soglia_json::from_slice(text.as_bytes()).unwrap_or_default();
    problem.status = status;
    match (status, problem.code.as_str()) {
        // The server knows who asks, and asks for a code besides.
        (401, "code_needed" | "code_wrong") => Err(HttpTrouble::Problem(problem)),
        (401, _) => Err(HttpTrouble::SignedOut),
        _ => Err(HttpTrouble::Problem(problem)),
    }
}

pub(super) async fn read<T: DeserializeOwned>(response: Response) -> Result<T, HttpTrouble> {
    let text = response.text().await.map_err(|_| HttpTrouble::NoNetwork)?;
    soglia_json::from_slice(text.as_bytes()).map_err(|_| HttpTrouble::NotUnderstood)
}

impl From<gloo_net::Error> for HttpTrouble {
    fn from(error: gloo_net::Error) -> Self {
        match error {
            gloo_net::Error::SerdeError(_) => Self::NotUnderstood,
            // The browser tells no more than that it failed: no network, no server, or no answer in time.
            gloo_net::Error::JsError(_) | gloo_net::Error::GlooError(_) => Self::NoNetwork,
        }
    }
}

pub(super) fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
