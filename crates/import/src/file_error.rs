// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a file as a whole cannot be read as a list.
use serde::{Deserialize, Serialize};

/// Why a file cannot be read as a list. Nothing of such a file is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum FileError {
    /// There is nothing in it.
    Empty,
    /// It holds bytes that no text holds.
    Binary {
        /// Line of the first such byte, from 1.
        line: u32,
    },
    /// It is a file of another kind, recognised by its first bytes.
    NotAList {
        /// Which kind.
        kind: FileKind,
    },
    /// More bytes than are accepted.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Largest size accepted, in bytes.
        most: u64,
    },
    /// The text breaks the encoding that its first bytes announce.
    BrokenEncoding {
        /// The encoding announced.
        encoding: String,
        /// Line of the first broken character, from 1.
        line: u32,
    },
    /// There is a heading and no row below it.
    OnlyHeader,
    /// A quotation mark opens a cell and none closes it.
    QuoteLeftOpen {
        /// Line of the mark, from 1.
        line: u32,
    },
    /// More columns than are accepted.
    TooManyColumns {
        /// Columns found in the heading.
        n: u32,
        /// Most accepted.
        most: u32,
    },
    /// More rows than are accepted.
    TooManyRows {
        /// Most accepted.
        most: u32,
    },
}

/// A kind of file that is often chosen in place of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workbook of a spreadsheet program, or another compressed folder.
    Workbook,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A web page or another text with tags.
    Markup,
    /// JSON text.
    Json,
}

impl FileError {
    /// The name of the error on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary { .. } => "binary",
            Self::NotAList { .. } => "not_a_list",
            Self::TooLarge { .. } => "too_large",
            Self::BrokenEncoding { .. } => "broken_encoding",
            Self::OnlyHeader => "only_header",
            Self::QuoteLeftOpen { .. } => "quote_left_open",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyRows { .. } => "too_many_rows",
        }
    }
}
