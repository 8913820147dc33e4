// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading bodies up to a limit, and JSON with the place of its first mistake.
use super::Problem;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, header},
};
use futures_util::StreamExt;
use serde::Deserialize;

/// What is too large is still taken from the line up to so many times the limit, and dropped: a browser that is cut off
/// while it sends never reads why.
const TIMES_DRAINED: usize = 16;

/// The whole body, when it is not larger than allowed.
pub(super) async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, Problem> {
    let length = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let mut bytes = Vec::with_capacity(length.unwrap_or(0).min(most));
    let mut n_read = 0_usize;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Problem::bad_request("the body did not arrive whole"))?;
        n_read = n_read.saturating_add(chunk.len());
        if n_read <= most {
            bytes.extend_from_slice(&chunk);
        } else if n_read > most.saturating_mul(TIMES_DRAINED) {
            break;
        } else {
            bytes.clear();
        }
    }
    if n_read > most {
        Err(Problem::too_large(most))
    } else {
        Ok(bytes.into())
    }
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
