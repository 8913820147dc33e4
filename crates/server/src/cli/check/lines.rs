// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines of any input, however long they are and whatever bytes they hold, in little memory.
use std::{
    borrow::Cow,
    io::{self, BufRead, BufReader, Read},
};

/// Longest line that is read, in bytes.
pub(super) const LONGEST: usize = 1_000;

/// Bytes read at a time.
const BUFFER: usize = 1 << 16;

/// Characters that are repeated of a line that was not read.
const SHOWN: usize = 100;

/// A line without its end.
pub(super) enum Line<'a> {
    /// Its text, without the spaces around it.
    Text(&'a str),
    /// It is too long; its start.
    TooLong(String),
    /// It is not UTF-8; its start with a sign in place of what cannot be read.
    NotUtf8(String),
}

impl Line<'_> {
    /// A line without anything in it.
    pub(super) const EMPTY: Self = Self::Text("");

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(""))
    }

    /// What of it is repeated in the answer.
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::TooLong(start) | Self::NotUtf8(start) => start,
        }
    }
}

/// The lines of an input, one after the other.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    line: Vec<u8>,
    is_first: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input: BufReader::with_capacity(BUFFER, input),
            line: Vec::new(),
            is_first: true,
        }
    }

    /// Whether the next line has not arrived yet, so that answers so far should not wait for it.
    pub(super) fn is_drained(&self) -> bool {
        self.input.buffer().is_empty()
    }

    /// The next line; none at the end. The end of a line is a line feed, with a carriage return before it or without.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        if !self.read()? {
            return Ok(None);
        }
        let mut line = self.line.as_slice();
        if std::mem::take(&mut self.is_first) {
            // A mark of UTF-8, which some editors put in front.
            line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        }
        line = line.strip_suffix(b"\r").unwrap_or(line);
        Ok(Some(match std::str::from_utf8(line) {
            _ if line.len() > LONGEST => Line::TooLong(start(line)),
            Ok(text) => Line::Text(text.trim()),
            Err(_) => Line::NotUtf8(start(line)),
        }))
    }

    /// Reads up to the end of the line, and keeps no more of it than tells that it is too long.
    fn read(&mut self) -> io::Result<bool> {
        // The mark in front and the carriage return do not count.
        const KEPT: usize = LONGEST + 5;
        let mut found = false;
        loop {
            let bytes = self.input.fill_buf()?;
            if bytes.is_empty() {
                return Ok(found);
            }
            found = true;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = &bytes[..end.unwrap_or(bytes.len())];
            let room = KEPT.saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            let n_bytes = part.len() + usize::from(end.is_some());
            self.input.consume(n_bytes);
            if end.is_some() {
                return Ok(true);
            }
        }
    }
}

fn start(line: &[u8]) -> String {
    // No character takes more than four bytes.
    let bytes = &line[..line.len().min(4 * SHOWN)];
    let text: Cow<'_, str> = String::from_utf8_lossy(bytes);
    text.trim().chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(input: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(input);
        let mut shown = Vec::new();
        while let Ok(Some(line)) = lines.next() {
            let kind = match line {
                Line::Text(_) => "",
                Line::TooLong(_) => "too long: ",
                Line::NotUtf8(_) => "not UTF-8: ",
            };
            shown.push(format!("{kind}{}", line.shown()));
        }
        shown
    }

    #[test]
    fn lines_end_in_any_way_and_lose_the_spaces_around() {
        assert_eq!(shown(b""), [""; 0]);
        assert_eq!(shown(b"a\n b \r\n\nc"), ["a", "b", "", "c"]);
        assert_eq!(shown(b"\xef\xbb\xbfa\n\xef\xbb\xbf\n"), ["a", "\u{feff}"]);
    }

    #[test]
    fn a_line_is_read_up_to_a_thousand_bytes() {
        let long = "x".repeat(LONGEST);
        assert_eq!(
            shown(format!("{long}\r\n").as_bytes()),
            std::slice::from_ref(&long)
        );
        let start = "x".repeat(SHOWN);
        let too_long = format!("{long}x\na");
        assert_eq!(
            shown(too_long.as_bytes()),
            [format!("too long: {start}"), "a".to_owned()]
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_with_a_sign() {
        assert_eq!(shown(b"A\xff\xfeB\nc"), ["not UTF-8: A\u{fffd}\u{fffd}B", "c"]);
    }
}
