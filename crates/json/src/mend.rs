// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading what a newer version wrote as far as this one understands it.
//!
//! A field that is not known is skipped anyway. A known field with a value that is not known, such as a new kind of
//! proposal, would make the whole unreadable. Here the smallest part around the place where reading failed is left out,
//! and reading begins again, until the rest can be read or nothing is left. What is written afterwards are actions, never
//! the record itself, so that nothing left out is ever written over.
use crate::reader::Reader;
use serde::Deserialize;

/// Parts left out before a text counts as unreadable; a record has a few hundred.
const MOST_LEFT_OUT: usize = 500;

/// What was read, and whether anything was left out for it.
pub fn from_slice_in_part<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<(T, bool)> {
    let mut place = match attempt(bytes) {
        Ok(whole) => return Some((whole, false)),
        Err(place) => place,
    };
    let mut rest = bytes.to_vec();
    for _ in 0..MOST_LEFT_OUT {
        leave_out(&mut rest, place)?;
        match attempt(&rest) {
            Ok(part) => return Some((part, true)),
            Err(next) => place = next,
        }
    }
    None
}

/// The value, or how far reading came.
fn attempt<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T, usize> {
    let mut reader = Reader::of(bytes);
    match T::deserialize(&mut reader) {
        Ok(value) if reader.end().is_ok() => Ok(value),
        _ => Err(reader.at),
    }
}

/// Cuts out the smallest field or item that contains a place; none where only the whole does.
fn leave_out(text: &mut Vec<u8>, place: usize) -> Option<()> {
    let (mut start, mut end) = smallest_part(text, place)?;
    if text.get(end) == Some(&b',') {
        end += 1;
    } else if start > 0 && text[start - 1] == b',' {
        start -= 1;
    }
    text.drain(start..end);
    Some(())
}

/// Where the smallest field or item around a place begins and ends. Inner parts end before outer ones, so the first that
/// ends behind the place is the smallest.
fn smallest_part(text: &[u8], place: usize) -> Option<(usize, usize)> {
    let mut begins = Vec::new();
    let mut in_quotes = false;
    let mut is_escaped = false;
    for (at, byte) in text.iter().enumerate() {
        if in_quotes {
            in_quotes = is_escaped || *byte != b'"';
            is_escaped = !is_escaped && *byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_quotes = true,
            b'{' | b'[' => begins.push(at + 1),
            b',' | b'}' | b']' => {
                let begin = begins.pop()?;
                if begin < place && place <= at {
                    return Some((begin, at));
                }
                if *byte == b',' {
                    begins.push(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}
