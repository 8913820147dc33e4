// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading bodies up to a limit, and JSON with the place of its first mistake.
use super::Problem;
use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, header},
};
use serde::Deserialize;

/// The whole body, when it is not larger than allowed.
pub(super) async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, Problem> {
    let length = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(Problem::too_large(most));
    }
    to_bytes(body, most).await.map_err(|error| {
        let too_long =
            std::error::Error::source(&error).is_some_and(|source| source.to_string().contains("limit"));
        if too_long {
            Problem::too_large(most)
        } else {
            Problem::bad_request("the body did not arrive whole")
        }
    })
}

/// The whole body, when it says that it is JSON.
pub(super) async fn read_json(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !kind
        .split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    {
        return Err(Problem::unsupported("application/json"));
    }
    read(headers, body, most).await
}

/// Reads a value out of JSON.
pub(super) fn parse<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes)
        .map_err(|error| Problem::bad_request(format!("the body does not read: {error}")))
}
