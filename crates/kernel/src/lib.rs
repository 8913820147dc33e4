// SPDX-License-Identifier: AGPL-3.0-or-later
//! What records of every kind have in common, by concern and without a noun of housing.
//!
//! A record has a key, an envelope and a content. A content changes by edits of seven shapes; how two edits of one field
//! meet, what closes an open question and what is already there follows from the shape, and is written here once. A kind
//! of records (a *room*) implements [`content::Content`] and says what is its own.
#![warn(missing_docs)]

// Under the name by which tables written in macros ask for it, here as in every room.
extern crate self as soglia_kernel;

#[macro_use]
mod macros;

pub mod access;
pub mod answer;
pub mod area;
pub mod author;
pub mod calendar;
pub mod content;
pub mod digest;
pub mod edit;
#[macro_use]
pub mod facts;
#[macro_use]
pub mod id;
pub mod in_order;
pub mod key;
pub mod merge;
pub mod moment;
pub mod money;
pub mod never;
pub mod question;
pub mod refusal;
pub mod review;
#[macro_use]
pub mod said;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(feature = "schema")]
#[macro_use]
pub mod schema;
pub mod shape;
pub mod stored;
#[macro_use]
pub mod verb;

#[cfg(test)]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "tables give more than these tests ask for"
)]
mod toy;
