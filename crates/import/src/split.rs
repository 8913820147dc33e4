// SPDX-License-Identifier: AGPL-3.0-or-later
//! From text to cells: quotes, separators, line ends.
use crate::file_error::FileError;

/// A quoted cell may hold line ends, but one that runs over more lines than this was never closed.
const MOST_LINES_IN_A_CELL: u32 = 100;

/// The cells of many rows, one after the other, in one text: a million empty cells cost four bytes each.
#[derive(Default)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, index: usize) -> &str {
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        self.text
            .truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    fn close(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }
}

/// Walks over the rows of a text.
pub(crate) struct Splitter<'a> {
    text: &'a str,
    position: usize,
    line: u32,
    separator: u8,
}

impl<'a> Splitter<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Self {
            text,
            position: 0,
            line: 1,
            separator: u8::try_from(separator).unwrap_or(b';'),
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Appends the cells of the next row, and tells its line; none at the end of the text.
    pub(crate) fn next_row(&mut self, cells: &mut Cells) -> Result<Option<u32>, FileError> {
        if self.byte().is_none() {
            return Ok(None);
        }
        let line = self.line;
        loop {
            if self.byte() == Some(b'"') {
                self.quoted(cells)?;
            }
            self.plain(cells);
            cells.close();
            match self.byte() {
                Some(byte) if byte == self.separator => self.position += 1,
                Some(b'\r') => {
                    self.position += 1;
                    if self.byte() == Some(b'\n') {
                        self.position += 1;
                    }
                    break;
                }
                Some(_) => {
                    self.position += 1;
                    break;
                }
                None => break,
            }
        }
        self.line = self.line.saturating_add(1);
        Ok(Some(line))
    }

    /// Text up to the next separator or line end. Quotation marks in the middle of a cell are part of its text.
    fn plain(&mut self, cells: &mut Cells) {
        let rest = self.text.get(self.position..).unwrap_or_default();
        let end = rest
            .bytes()
            .position(|b| b == self.separator || b == b'\n' || b == b'\r')
            .unwrap_or(rest.len());
        cells.text.push_str(rest.get(..end).unwrap_or_default());
        self.position += end;
    }

    /// What stands between quotation marks; two of them mean one.
    fn quoted(&mut self, cells: &mut Cells) -> Result<(), FileError> {
        let opened = self.line;
        let left_open = FileError::QuoteLeftOpen { line: opened };
        self.position += 1;
        loop {
            let rest = self.text.get(self.position..).unwrap_or_default();
            let Some(end) = rest.find('"') else {
                return Err(left_open);
            };
            let piece = rest.get(..end).unwrap_or_default();
            cells.text.push_str(piece);
            let n_lines = piece.matches('\n').count();
            let n_lines = if n_lines == 0 {
                piece.matches('\r').count()
            } else {
                n_lines
            };
            self.line = self
                .line
                .saturating_add(u32::try_from(n_lines).unwrap_or(u32::MAX));
            if self.line - opened > MOST_LINES_IN_A_CELL {
                return Err(left_open);
            }
            self.position += end + 1;
            match self.byte() {
                Some(b'"') => {
                    cells.text.push('"');
                    self.position += 1;
                }
                Some(b) if b == self.separator || b == b'\n' || b == b'\r' => return Ok(()),
                None => return Ok(()),
                // A mark in the middle of a quoted cell, not doubled as it should be: it belongs to the text.
                Some(_) => {
                    cells.text.push('"');
                    return Ok(());
                }
            }
        }
    }
}
