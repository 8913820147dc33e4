// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, devices and sessions in whichever engine is in use.
use super::Backend;
use soglia_domain::{
    author::Author,
    id::{DeviceId, PersonId},
};
use soglia_ledger::store::{Device, Outcome, People, Person, Visitor};

impl People for Backend {
    async fn knows_nobody(&self) -> Outcome<bool> {
        either!(self, engine => engine.knows_nobody())
    }

    async fn person(&self, sign_in: &str) -> Outcome<Option<Person>> {
        either!(self, engine => engine.person(sign_in))
    }

    async fn sign_in_of(&self, person: PersonId) -> Outcome<Option<String>> {
        either!(self, engine => engine.sign_in_of(person))
    }

    async fn add_person(&self, person: &Person) -> Outcome<bool> {
        either!(self, engine => engine.add_person(person))
    }

    async fn change_rights(&self, author: &Author) -> Outcome<()> {
        either!(self, engine => engine.change_rights(author))
    }

    async fn claim_device(
        &self,
        device: DeviceId,
        person: PersonId,
        name: &str,
        now_ms: i64,
    ) -> Outcome<bool> {
        either!(self, engine => engine.claim_device(device, person, name, now_ms))
    }

    async fn owns_device(&self, device: DeviceId, person: PersonId) -> Outcome<bool> {
        either!(self, engine => engine.owns_device(device, person))
    }

    async fn devices(&self, person: PersonId) -> Outcome<Vec<Device>> {
        either!(self, engine => engine.devices(person))
    }

    async fn revoke_device(&self, device: DeviceId, person: PersonId, now_ms: i64) -> Outcome<bool> {
        either!(self, engine => engine.revoke_device(device, person, now_ms))
    }

    async fn note_wiped(&self, device: DeviceId, now_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.note_wiped(device, now_ms))
    }

    async fn open_session(&self, token_hash: &str, visitor: &Visitor, now_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.open_session(token_hash, visitor, now_ms))
    }

    async fn session(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
        either!(self, engine => engine.session(token_hash, now_ms))
    }

    async fn close_session(&self, token_hash: &str) -> Outcome<()> {
        either!(self, engine => engine.close_session(token_hash))
    }
}
