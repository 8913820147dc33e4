// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. Each engine lies in a module of its own, and no other part of the server knows
//! which one is in use. What an engine has to be able to do is said by `soglia_ledger::store`.
mod sqlite;

/// The engine in use.
pub(crate) type Backend = sqlite::Sqlite;
