// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a server answered.
use reqwest::blocking::Response;
use serde_json::Value;
use soglia_domain::record::LogPosition;
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Default)]
pub(crate) struct Pulled {
    pub(crate) records: Vec<soglia_domain::record::Stored>,
    pub(crate) removed: Vec<String>,
    pub(crate) cursor: LogPosition,
}

/// Asserts that an answer is a problem of this status, and gives its code.
pub(crate) fn problem(response: Response, status: u16) -> String {
    assert_eq!(response.status().as_u16(), status);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let body: Value = response.json().unwrap();
    assert_eq!(body["status"], status);
    assert!(body["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
    body["code"].as_str().unwrap().to_owned()
}

/// Milliseconds since 1970.
pub(crate) fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}
