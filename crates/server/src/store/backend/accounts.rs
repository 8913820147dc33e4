// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, and who looked at what, in whichever engine is in use.
use super::Backend;
use soglia_domain::id::PersonId;
use soglia_ledger::store::{
    Account, Accounts, Acting, Audit, AuditAsked, AuditLine, Audited, OpenSession, Outcome,
};

impl Accounts for Backend {
    async fn accounts(&self) -> Outcome<Vec<Account>> {
        either!(self, engine => engine.accounts())
    }

    async fn is_ended(&self, person: PersonId, now_ms: i64) -> Outcome<bool> {
        either!(self, engine => engine.is_ended(person, now_ms))
    }

    async fn set_end(&self, person: PersonId, at_ms: Option<i64>) -> Outcome<()> {
        either!(self, engine => engine.set_end(person, at_ms))
    }

    async fn set_acting(&self, person: PersonId, acting: Option<&Acting>) -> Outcome<()> {
        either!(self, engine => engine.set_acting(person, acting))
    }

    async fn invite(&self, person: PersonId, token_hash: &str, until_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.invite(person, token_hash, until_ms))
    }

    async fn invited(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        either!(self, engine => engine.invited(token_hash, now_ms))
    }

    async fn take_up(&self, token_hash: &str, password: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        either!(self, engine => engine.take_up(token_hash, password, now_ms))
    }

    async fn set_password(&self, person: PersonId, password: &str, kept_line: Option<&str>) -> Outcome<()> {
        either!(self, engine => engine.set_password(person, password, kept_line))
    }

    async fn sessions(&self, person: PersonId, now_ms: i64) -> Outcome<Vec<OpenSession>> {
        either!(self, engine => engine.sessions(person, now_ms))
    }

    async fn line_of(&self, token_hash: &str) -> Outcome<Option<String>> {
        either!(self, engine => engine.line_of(token_hash))
    }

    async fn end_session(&self, person: PersonId, line: &str) -> Outcome<bool> {
        either!(self, engine => engine.end_session(person, line))
    }

    async fn succeed(&self, token_hash: &str, next_hash: &str, now_ms: i64) -> Outcome<bool> {
        either!(self, engine => engine.succeed(token_hash, next_hash, now_ms))
    }
}

impl Audit for Backend {
    async fn note(&self, lines: &[AuditLine], now_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.note(lines, now_ms))
    }

    async fn audited(&self, asked: &AuditAsked) -> Outcome<Vec<Audited>> {
        either!(self, engine => engine.audited(asked))
    }

    async fn audit_after(&self, n: u64, most: u32) -> Outcome<Vec<Audited>> {
        either!(self, engine => engine.audit_after(n, most))
    }
}
