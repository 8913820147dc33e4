// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading bodies up to a limit, and JSON with the place of its first mistake.
use super::{patient::Stalled, problem::Problem};
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, header},
};
use flate2::write::GzDecoder;
use futures_util::StreamExt;
use serde::Deserialize;
use std::io::Write as _;

/// What is too large is still taken from the line up to here, and dropped: a browser that is cut off while it sends
/// never reads why.
const MOST_DRAINED: usize = 128_000_000;

/// The whole body, unpacked where it is packed with gzip, when it is not larger than allowed.
pub(super) async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, Problem> {
    let mut intake = Intake::new(headers, most)?;
    let mut n_read = 0_usize;
    let mut trouble = None;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|error| not_whole(&error))?;
        n_read = n_read.saturating_add(chunk.len());
        if n_read > MOST_DRAINED {
            break;
        }
        if trouble.is_none() {
            trouble = intake.take(&chunk).err();
        }
    }
    trouble.map_or_else(|| intake.finish(), Err)
}

fn not_whole(error: &axum::Error) -> Problem {
    if Stalled::is_behind(error) {
        Problem::too_slow()
    } else {
        Problem::bad_request("the body did not arrive whole")
    }
}

/// Takes a body piece by piece. The limit holds for what comes out, so that a small body that unpacks to a large one
/// stops at the limit and not behind it.
enum Intake {
    Plain(Limited),
    Packed(Box<GzDecoder<Limited>>),
}

impl Intake {
    fn new(headers: &HeaderMap, most: usize) -> Result<Self, Problem> {
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        let limited = Limited {
            bytes: Vec::with_capacity(length.unwrap_or(0).min(most)),
            most,
            is_full: false,
        };
        let coding = headers
            .get(header::CONTENT_ENCODING)
            .map(|value| value.to_str().unwrap_or("?").trim().to_ascii_lowercase());
        match coding.as_deref() {
            None | Some("" | "identity") => Ok(Self::Plain(limited)),
            Some("gzip" | "x-gzip") => Ok(Self::Packed(Box::new(GzDecoder::new(limited)))),
            Some(_) => Err(Problem::unsupported("plain or packed with gzip")),
        }
    }

    fn take(&mut self, chunk: &[u8]) -> Result<(), Problem> {
        let (taken, limited) = match self {
            Self::Plain(limited) => (limited.write_all(chunk), &*limited),
            Self::Packed(decoder) => (decoder.write_all(chunk), decoder.get_ref()),
        };
        match taken {
            Ok(()) => Ok(()),
            Err(_) if limited.is_full => Err(Problem::too_large(limited.most)),
            Err(_) => Err(not_gzip()),
        }
    }

    fn finish(self) -> Result<Bytes, Problem> {
        let limited = match self {
            Self::Plain(limited) => limited,
            Self::Packed(mut decoder) => match decoder.try_finish() {
                Ok(()) => std::mem::take(decoder.get_mut()),
                Err(_) if decoder.get_ref().is_full => {
                    return Err(Problem::too_large(decoder.get_ref().most));
                }
                Err(_) => return Err(not_gzip()),
            },
        };
        Ok(limited.bytes.into())
    }
}

fn not_gzip() -> Problem {
    Problem::bad_request("the body cannot be unpacked: it is damaged, or did not arrive whole")
}

/// Bytes up to a limit.
#[derive(Default)]
struct Limited {
    bytes: Vec<u8>,
    most: usize,
    is_full: bool,
}

impl std::io::Write for Limited {
    fn write(&mut self, more: &[u8]) -> std::io::Result<usize> {
        if self.is_full || self.bytes.len() + more.len() > self.most {
            self.is_full = true;
            self.bytes = Vec::new();
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
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
