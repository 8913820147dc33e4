// SPDX-License-Identifier: AGPL-3.0-or-later
//! Prefix search over many short texts, held in memory.
//!
//! A document is a handful of short fields. A query finds the documents in which every word of the query begins some
//! word of the document, whatever its accents, case and apostrophes, and tells in which field. The index is immutable;
//! documents that change afterwards lie over it and are scanned, so that one change costs nothing.
#![warn(missing_docs)]

mod base;
mod builder;
mod fold;
mod hash;
mod index;
mod order;
mod score;
mod sound;

pub use builder::Builder;
pub use fold::fold;
pub use index::{Found, Index};
pub use order::{order_rows, sorted, sorted_by_number};
pub use sound::sound;

/// One field of a document. A smaller kind ranks higher.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Which field, 0 to 15.
    pub kind: u8,
    /// Its text.
    pub text: &'a str,
}
