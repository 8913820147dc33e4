// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers in the smallest form that the browser takes.
use super::problem::Problem;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use std::io::Write as _;

/// Smaller bodies gain nothing.
const LEAST: usize = 1_000;

/// zstd level: measured on 20,000 records, see the benchmarks; higher levels gain little and take the time of the
/// whole synchronisation.
const LEVEL: i32 = 6;

/// Whether a coding is among those accepted.
pub(super) fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| {
            value.split(',').any(|entry| {
                let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
                let weight = weight
                    .trim()
                    .strip_prefix("q=")
                    .and_then(|q| q.parse::<f32>().ok())
                    .unwrap_or(1.0);
                name.trim().eq_ignore_ascii_case(coding) && weight > 0.0
            })
        })
}

/// JSON, compressed where it pays. Compressing is work: it runs beside the requests.
pub(super) async fn json(request: &HeaderMap, body: Vec<u8>) -> Response {
    let coding = ["zstd", "gzip"]
        .into_iter()
        .find(|coding| accepts(request, coding));
    let (body, coding) = match coding {
        Some(coding) if body.len() >= LEAST => {
            let packing = tokio::task::spawn_blocking(move || match compress(&body, coding) {
                Ok(small) => (small, Some(coding)),
                Err(_) => (body, None),
            });
            match packing.await {
                Ok(packed) => packed,
                Err(_) => return Problem::internal().into_response(),
            }
        }
        _ => (body, None),
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Cookie"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn compress(body: &[u8], coding: &str) -> std::io::Result<Vec<u8>> {
    if coding == "zstd" {
        return zstd::bulk::compress(body, LEVEL);
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(body)?;
    encoder.finish()
}
