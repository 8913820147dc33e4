// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second factors in whichever engine is in use.
use super::Backend;
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Factor, Factors, Outcome};

impl Factors for Backend {
    async fn factor(&self, person: PersonId) -> Outcome<Option<Factor>> {
        either!(self, engine => engine.factor(person))
    }

    async fn begin_factor(&self, person: PersonId, key: &str) -> Outcome<bool> {
        either!(self, engine => engine.begin_factor(person, key))
    }

    async fn confirm_factor(&self, person: PersonId, step: i64, recovery: &[String]) -> Outcome<bool> {
        either!(self, engine => engine.confirm_factor(person, step, recovery))
    }

    async fn use_step(&self, person: PersonId, step: i64) -> Outcome<bool> {
        either!(self, engine => engine.use_step(person, step))
    }

    async fn use_recovery(&self, person: PersonId, hash: &str) -> Outcome<bool> {
        either!(self, engine => engine.use_recovery(person, hash))
    }

    async fn end_factor(&self, person: PersonId) -> Outcome<()> {
        either!(self, engine => engine.end_factor(person))
    }
}
