// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at an identity provider, in whichever engine is in use.
use super::Backend;
use soglia_domain::{author::Author, id::PersonId};
use soglia_ledger::store::{Entry, Outcome, Provider};

impl Provider for Backend {
    async fn link_code(&self, person: PersonId, code_hash: Option<&str>) -> Outcome<bool> {
        either!(self, engine => engine.link_code(person, code_hash))
    }

    async fn of_code(&self, code_hash: &str) -> Outcome<Option<Author>> {
        either!(self, engine => engine.of_code(code_hash))
    }

    async fn keep_entry(&self, entry: Entry<'_>, most: usize, now_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.keep_entry(entry, most, now_ms))
    }

    async fn entry(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<String>> {
        either!(self, engine => engine.entry(token_hash, now_ms))
    }

    async fn take_entry(&self, token_hash: &str, text: &str, now_ms: i64) -> Outcome<bool> {
        either!(self, engine => engine.take_entry(token_hash, text, now_ms))
    }
}
