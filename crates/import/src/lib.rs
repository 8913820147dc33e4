// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a list as the City publishes it to dwellings, row by row.
//!
//! Bytes come in, a report goes out; there is no file, no clock and no chance in here. The way through:
//! [`read`] makes a [`Table`] of the bytes, [`guess`] says what each column means, [`prepare`] understands the rows,
//! and [`compare`] lays them beside what is known and gives the actions to take and the [`Report`].
//! Every row of the file ends as exactly one of created, updated, unchanged, not a dwelling, or unreadable.
#![warn(missing_docs)]

mod cell;
mod compare;
mod decode;
mod file_error;
mod fold;
mod guess;
mod key;
mod kind;
mod mapping;
mod municipality;
mod prepare;
mod preview;
mod report;
mod split;
mod street;
mod table;
pub mod wording;

pub use compare::compare;
pub use decode::Encoding;
pub use file_error::{FileError, FileKind};
pub use guess::guess;
pub use kind::NotDwelling;
pub use mapping::{Column, Mapping, MappingError, Meaning};
pub use prepare::{DwellingRow, Prepared, Remark, RowOutcome, Unread, prepare};
pub use preview::{Preview, PreviewColumn, PreviewCounts, PreviewRow, Understood, columns, preview};
pub use report::{Entry, FieldChange, Outcome, Report, RowRemark};
pub use table::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Table, read};
pub use wording::Sentence;
