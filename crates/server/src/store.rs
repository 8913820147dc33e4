// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. Each engine lies in a module of its own, and no other part of the server knows
//! which one is in use. What an engine has to be able to do is said by `soglia_ledger::store`.
//!
//! Both engines speak the same SQL, which lies in `tables/` and is compiled once for each; what differs (opening, the
//! turn to write, hearing of what others wrote) lies in the module of the engine.
mod backend;
mod dump;
mod news;
mod postgres;
mod rows;
mod sqlite;
mod steps;
#[cfg(test)]
mod tests;

pub(crate) use backend::{Backend, BackendWrite};
pub(crate) use dump::Table;
pub(crate) use news::{Latest, News};

use soglia_domain::{
    id::PersonId,
    record::{Key, LogPosition},
};
use soglia_ledger::store::{Outcome, StoreError};
use soglia_sync::wire::{ErasureReason, ErasureState};
use std::path::PathBuf;

/// Where a store lies.
#[derive(Clone)]
pub(crate) enum Place {
    /// SQLite, in one folder.
    Folder(PathBuf),
    /// PostgreSQL. The address may hold a password and is shown to nobody.
    Database(String),
}

/// A request to erase a record with all that is rooted in it. Moments are milliseconds since 1970.
pub(crate) struct AskedErasure {
    pub(crate) root: Key,
    pub(crate) act: String,
    pub(crate) reason: ErasureReason,
    pub(crate) asked_by: PersonId,
    pub(crate) asked_ms: i64,
    pub(crate) decided_by: Option<PersonId>,
    pub(crate) decided_ms: Option<i64>,
    pub(crate) state: ErasureState,
}

/// Turns what the database says into what a store says. Its text names tables and constraints, and no values: what
/// PostgreSQL adds in detail is left out.
trait Sql<T> {
    fn sql(self) -> Outcome<T>;
}

impl<T> Sql<T> for Result<T, sqlx::Error> {
    fn sql(self) -> Outcome<T> {
        self.map_err(|error| StoreError(format!("database: {error}")))
    }
}

/// Both engines count with signs; places in the order stay far below the limit.
fn to_sql(position: LogPosition) -> i64 {
    count(position.0)
}

fn from_sql(position: i64) -> LogPosition {
    LogPosition(u64::try_from(position).unwrap_or(0))
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn unreadable<E>(_: E) -> StoreError {
    StoreError("a stored identity does not read".to_owned())
}

/// PostgreSQL cannot keep the character NUL, which nobody writes on purpose; both engines leave it out, so that a record
/// is the same in both.
fn kept(text: &str) -> String {
    text.replace('\0', "")
}
