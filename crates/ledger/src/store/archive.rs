// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is archived, taken out, and erased.
use soglia_domain::{
    id::PersonId,
    record::{Key, LogPosition},
};

/// What is to be erased.
pub struct Erasing<'a> {
    /// The records.
    pub keys: &'a [Key],
    /// The lines about them.
    pub lines: &'a [LogPosition],
    /// The place of the line that says so.
    pub at: LogPosition,
    /// When, in milliseconds since 1970.
    pub now_ms: i64,
}

/// What is archived, or taken out of the archive.
pub struct Archiving<'a> {
    /// The record in which the others are rooted.
    pub root: Key,
    /// The records, with it.
    pub keys: &'a [Key],
    /// By whom.
    pub by: PersonId,
    /// The place of the line that says so.
    pub at: LogPosition,
    /// When, in milliseconds since 1970.
    pub now_ms: i64,
}

/// What rests in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The record in which all of it is rooted.
    pub root: Key,
    /// What it is called there: a year and a number.
    pub name: String,
    /// Since when, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who archived it.
    pub by: PersonId,
}
