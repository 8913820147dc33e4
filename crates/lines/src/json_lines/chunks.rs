// SPDX-License-Identifier: AGPL-3.0-or-later
//! The input in pieces of whole lines, as they arrive.
use std::io::{self, Read};

/// Longest line that is read, in bytes.
pub(super) const LONGEST: usize = 1_000_000;

/// Bytes read at a time.
const BUFFER: usize = 1 << 18;

/// Some whole lines.
pub(super) struct Chunk {
    /// Its place among the chunks, from 0.
    pub(super) number: u64,
    /// Number of its first line, from 1.
    pub(super) first_line: u64,
    /// The lines. One that is too long is cut one byte after the most that is allowed.
    pub(super) bytes: Vec<u8>,
}

impl Chunk {
    /// The lines without their line breaks.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let bytes = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        let lines = bytes.split(|byte| *byte == b'\n');
        lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }
}

/// Gives each chunk away as soon as a line in it is complete, until the input ends or nobody takes them.
pub(super) fn read(mut input: impl Read, mut give: impl FnMut(Chunk) -> bool) -> io::Result<()> {
    let mut buffer = vec![0; BUFFER];
    // The start of a line whose end has not arrived yet.
    let mut open: Vec<u8> = Vec::new();
    let (mut number, mut first_line) = (0, 1);
    let mut is_first = true;
    loop {
        let part = match input.read(&mut buffer) {
            Ok(n_bytes) => &buffer[..n_bytes],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let is_end = part.is_empty();
        let whole = part
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let (whole, rest) = part.split_at(whole);
        if whole.is_empty() && !is_end {
            append(&mut open, rest);
            continue;
        }
        let end_of_open = whole.iter().position(|byte| *byte == b'\n').unwrap_or(0);
        let mut bytes = std::mem::take(&mut open);
        append(&mut bytes, &whole[..end_of_open]);
        bytes.extend_from_slice(&whole[end_of_open..]);
        open.extend_from_slice(rest);
        if std::mem::take(&mut is_first) && bytes.starts_with(b"\xef\xbb\xbf") {
            // A mark of UTF-8, which some editors put in front.
            bytes.drain(..3);
        }
        if !bytes.is_empty() {
            let n_lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
            let chunk = Chunk {
                number,
                first_line,
                bytes,
            };
            if !give(chunk) {
                return Ok(());
            }
            number += 1;
            first_line += n_lines;
        }
        if is_end {
            return Ok(());
        }
    }
}

/// Adds to a line no more than shows that it is too long.
fn append(line: &mut Vec<u8>, part: &[u8]) {
    // The mark in front and the carriage return at the end do not count.
    let room = (LONGEST + 5).saturating_sub(line.len());
    line.extend_from_slice(&part[..part.len().min(room)]);
}
