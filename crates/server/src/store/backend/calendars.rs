// SPDX-License-Identifier: AGPL-3.0-or-later
//! The addresses of calendars in whichever engine is in use.
use super::Backend;
use soglia_domain::{author::Author, id::PersonId};
use soglia_ledger::store::{Calendars, Outcome};

impl Calendars for Backend {
    async fn open_calendar(&self, secret_hash: &str, person: PersonId, now_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.open_calendar(secret_hash, person, now_ms))
    }

    async fn calendar_since(&self, person: PersonId) -> Outcome<Option<i64>> {
        either!(self, engine => engine.calendar_since(person))
    }

    async fn calendar(&self, secret_hash: &str) -> Outcome<Option<Author>> {
        either!(self, engine => engine.calendar(secret_hash))
    }

    async fn close_calendar(&self, person: PersonId) -> Outcome<()> {
        either!(self, engine => engine.close_calendar(person))
    }
}
