// SPDX-License-Identifier: AGPL-3.0-or-later
//! A file as a table: a heading, and rows of cells with the line each stands on.
use crate::{
    decode::{Encoding, decode},
    file_error::FileError,
    fold::{tidy, words},
    split::{Cells, Splitter},
};

/// Largest file accepted, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Most columns accepted.
pub const MOST_COLUMNS: usize = 500;
/// Most rows accepted.
pub const MOST_ROWS: usize = 200_000;

/// Signs that may stand between cells, in the order of preference.
const SEPARATORS: [char; 4] = [';', '\t', '|', ','];
/// So many rows are looked at to find the separator.
const ROWS_TO_LOOK_AT: usize = 60;
/// And so many bytes at most.
const BYTES_TO_LOOK_AT: usize = 256 * 1024;

/// A file as a table.
pub struct Table {
    /// How the text was written.
    pub encoding: Encoding,
    /// The sign between cells.
    pub separator: char,
    headers: Vec<String>,
    cells: Cells,
    rows: Vec<RowAt>,
}

struct RowAt {
    line: u32,
    first: usize,
    n: usize,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    at: &'a RowAt,
}

impl std::fmt::Debug for Table {
    /// Tells the shape, never the cells.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Table({} columns, {} rows)",
            self.headers.len(),
            self.rows.len()
        )
    }
}

impl Table {
    /// The heading, one text for each column.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Number of rows below the heading; rows in which every cell is empty are not counted.
    pub const fn n_rows(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|at| Row { table: self, at })
    }

    /// The cells of one column, from the first row on.
    pub(crate) fn column(&self, index: usize) -> impl Iterator<Item = &str> {
        self.rows().map(move |row| row.cell(index))
    }
}

impl<'a> Row<'a> {
    /// Line of the file on which the row begins, from 1.
    pub(crate) const fn line(self) -> u32 {
        self.at.line
    }

    /// The cell without spaces at its ends; empty where the row is too short.
    pub(crate) fn cell(self, index: usize) -> &'a str {
        if index < self.at.n {
            self.table.cells.get(self.at.first + index).trim()
        } else {
            ""
        }
    }

    /// Number of cells up to the last one that is not empty.
    pub(crate) fn n_used(self) -> usize {
        (0..self.at.n)
            .rev()
            .find(|index| !self.cell(*index).is_empty())
            .map_or(0, |last| last + 1)
    }

    /// The row as text, for a person to look at: at most two thousand characters.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        for index in 0..self.n_used() {
            if index > 0 {
                text.push(self.table.separator);
            }
            text.push_str(self.cell(index));
            if text.len() > 8_000 {
                break;
            }
        }
        text.chars().take(2_000).collect()
    }
}

/// Reads the bytes of a file as a table.
///
/// Separator, encoding, line ends and quotes are recognised. Rows in which every cell is empty are passed over.
///
/// # Errors
/// [`FileError`] tells what is wrong, and where.
pub fn read(bytes: &[u8]) -> Result<Table, FileError> {
    if bytes.len() > MOST_BYTES {
        return Err(FileError::TooLarge {
            bytes: bytes.len() as u64,
            most: MOST_BYTES as u64,
        });
    }
    let (text, encoding) = decode(bytes)?;
    let text = text.trim_start_matches('\u{feff}').trim_end_matches('\u{1a}');
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let (separator, announced, width) = separator_of(text);
    let mut splitter = Splitter::new(text, separator);
    let mut cells = Cells::default();
    if announced {
        splitter.next_row(&mut cells)?;
        cells.truncate(0);
    }
    let headers = read_headers(&mut splitter, &mut cells, width <= 1)?;
    let mut rows = Vec::new();
    loop {
        let first = cells.len();
        let Some(line) = splitter.next_row(&mut cells)? else {
            break;
        };
        let n = cells.len() - first;
        if (first..cells.len()).all(|index| cells.get(index).trim().is_empty()) {
            cells.truncate(first);
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(FileError::TooManyRows {
                most: MOST_ROWS as u32,
            });
        }
        rows.push(RowAt { line, first, n });
    }
    if rows.is_empty() {
        return Err(FileError::OnlyHeader);
    }
    Ok(Table {
        encoding,
        separator,
        headers,
        cells,
        rows,
    })
}

/// The heading is the first row with more than one text in it, so that a title above it does no harm; in a list of one
/// column, the first row that is not empty.
fn read_headers(
    splitter: &mut Splitter,
    cells: &mut Cells,
    one_column: bool,
) -> Result<Vec<String>, FileError> {
    let mut has_title = false;
    for _ in 0..20 {
        let start = cells.len();
        if splitter.next_row(cells)?.is_none() {
            break;
        }
        let mut found: Vec<String> = (start..cells.len()).map(|index| tidy(cells.get(index))).collect();
        while found.last().is_some_and(String::is_empty) {
            found.pop();
        }
        let n_filled = found.iter().filter(|text| !text.is_empty()).count();
        if found.len() > MOST_COLUMNS {
            let n = u32::try_from(found.len()).unwrap_or(u32::MAX);
            return Err(FileError::TooManyColumns {
                n,
                most: MOST_COLUMNS as u32,
            });
        }
        cells.truncate(start);
        if n_filled > 1 || (n_filled == 1 && one_column) {
            return Ok(found);
        }
        has_title |= n_filled == 1;
    }
    Err(if has_title {
        FileError::OnlyHeader
    } else {
        FileError::Empty
    })
}

/// The separator that gives most rows the same number of cells, whether the file announces it by "sep=", and that number.
fn separator_of(text: &str) -> (char, bool, usize) {
    if let Some(rest) = text
        .get(..4)
        .filter(|head| head.eq_ignore_ascii_case("sep="))
        .and(text.get(4..))
        && let Some(announced) = rest.chars().next().filter(|c| SEPARATORS.contains(c))
    {
        return (announced, true, 2);
    }
    let beginning = text
        .get(..text.floor_char_boundary(BYTES_TO_LOOK_AT))
        .unwrap_or(text);
    let score = |separator: char| {
        let mut splitter = Splitter::new(beginning, separator);
        let mut widths = Vec::new();
        let mut cells = Cells::default();
        let mut n_blank = 0;
        while widths.len() + n_blank < ROWS_TO_LOOK_AT {
            let start = cells.len();
            match splitter.next_row(&mut cells) {
                Ok(Some(_)) if (start..cells.len()).all(|at| cells.get(at).trim().is_empty()) => {
                    cells.truncate(start);
                    n_blank += 1;
                }
                Ok(Some(_)) => widths.push(cells.len() - start),
                _ => break,
            }
        }
        let widest = |width: usize| widths.iter().filter(|w| **w == width).count();
        widths
            .iter()
            .filter(|w| **w > 1)
            .map(|w| (widest(*w), *w))
            .max()
            .unwrap_or((0, 0))
    };
    // A list of addresses alone has commas in its rows, and none in its heading.
    let first = text
        .lines()
        .map(words)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    if matches!(
        first.as_str(),
        "indirizzo" | "indirizzi" | "ubicazione" | "address" | "addresses"
    ) {
        return (SEPARATORS[0], false, 1);
    }
    let mut best = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let found = score(separator);
        if found > best.1 {
            best = (separator, found);
        }
    }
    (best.0, false, best.1.1)
}
