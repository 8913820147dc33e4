// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, devices and sessions in memory.
use super::{MemoryStore, kept_session::Session};
use crate::store::{Device, Outcome, PROLONG_AFTER_MS, People, Person, SESSION_MS, SUCCEEDED_MS, Visitor};
use soglia_domain::{
    author::Author,
    id::{DeviceId, PersonId},
};

impl People for MemoryStore {
    async fn knows_nobody(&self) -> Outcome<bool> {
        Ok(self.now().people.is_empty())
    }

    async fn person(&self, sign_in: &str) -> Outcome<Option<Person>> {
        Ok(self.now().people.get(sign_in).map(|(person, _)| person.clone()))
    }

    async fn sign_in_of(&self, person: PersonId) -> Outcome<Option<String>> {
        let now = self.now();
        let mut people = now.people.values();
        let found = people.find(|(known, _)| known.author.person == person);
        Ok(found.map(|(known, _)| known.sign_in.clone()))
    }

    async fn add_person(&self, person: &Person) -> Outcome<bool> {
        Ok(self.change(|content| {
            let is_free = !content.people.contains_key(&person.sign_in);
            if is_free {
                content.people.insert(person.sign_in.clone(), (person.clone(), 0));
            }
            is_free
        }))
    }

    async fn change_rights(&self, author: &Author) -> Outcome<()> {
        self.change(|content| {
            for (person, rights) in content.people.values_mut() {
                if person.author.person == author.person && person.author != *author {
                    person.author = author.clone();
                    *rights += 1;
                }
            }
        });
        Ok(())
    }

    async fn claim_device(
        &self,
        device: DeviceId,
        person: PersonId,
        name: &str,
        now_ms: i64,
    ) -> Outcome<bool> {
        Ok(self.change(|content| {
            let known = content.devices.entry(device).or_insert_with(|| Device {
                device,
                person,
                name: String::new(),
                first_ms: now_ms,
                last_ms: now_ms,
                revoked_ms: None,
                wiped_ms: None,
                n_changes: 0,
            });
            if known.person != person {
                return false;
            }
            if !name.is_empty() {
                name.clone_into(&mut known.name);
            }
            known.last_ms = now_ms;
            true
        }))
    }

    async fn owns_device(&self, device: DeviceId, person: PersonId) -> Outcome<bool> {
        let now = self.now();
        Ok(now
            .devices
            .get(&device)
            .is_some_and(|known| known.person == person))
    }

    async fn devices(&self, person: PersonId) -> Outcome<Vec<Device>> {
        let now = self.now();
        let own = now.devices.values().filter(|device| device.person == person);
        let mut devices: Vec<Device> = own.cloned().collect();
        for device in &mut devices {
            let id = device.device.to_string();
            device.n_changes = now.log.iter().filter(|line| line.entry.device == id).count() as u64;
        }
        devices.sort_by_key(|device| std::cmp::Reverse(device.last_ms));
        Ok(devices)
    }

    async fn revoke_device(&self, device: DeviceId, person: PersonId, now_ms: i64) -> Outcome<bool> {
        Ok(self.change(|content| {
            let own = content
                .devices
                .get_mut(&device)
                .filter(|known| known.person == person);
            own.map(|known| known.revoked_ms.get_or_insert(now_ms)).is_some()
        }))
    }

    async fn note_wiped(&self, device: DeviceId, now_ms: i64) -> Outcome<()> {
        self.change(|content| {
            if let Some(known) = content.devices.get_mut(&device)
                && known.revoked_ms.is_some()
            {
                known.wiped_ms = Some(now_ms);
                content.sessions.retain(|_, session| session.device != device);
            }
        });
        Ok(())
    }

    async fn open_session(&self, token_hash: &str, visitor: &Visitor, now_ms: i64) -> Outcome<()> {
        let session = Session {
            person: visitor.author.person,
            device: visitor.device,
            expires_ms: now_ms + SESSION_MS,
            line: token_hash.chars().take(16).collect(),
            opened_ms: now_ms,
            begun_ms: now_ms,
            is_fresh: false,
            vouched: visitor.vouched,
        };
        self.change(|content| content.sessions.insert(token_hash.to_owned(), session));
        Ok(())
    }

    async fn session(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
        self.prolong(token_hash, now_ms);
        self.begin_successor(token_hash, now_ms);
        let now = self.now();
        Ok(now.sessions.get(token_hash).and_then(|session| {
            let (person, rights) = now
                .people
                .values()
                .find(|(person, _)| person.author.person == session.person)?;
            let mut author = person.author.clone();
            if let Some(acting) = now.acting.get(&author.person)
                && acting.until_ms > now_ms
            {
                author.role = acting.role;
                author.organisation = acting.organisation;
                author.organisation_name.clone_from(&acting.organisation_name);
            }
            let is_ended = now.ends.get(&author.person).is_some_and(|at| *at <= now_ms);
            Some(Visitor {
                author,
                device: session.device,
                rights: *rights,
                revoked: is_ended || now.devices.get(&session.device)?.revoked_ms.is_some(),
                vouched: session.vouched,
            })
        }))
    }

    async fn close_session(&self, token_hash: &str) -> Outcome<()> {
        self.change(|content| {
            let Some(closed) = content.sessions.remove(token_hash) else {
                return;
            };
            content.sessions.retain(|_, session| session.line != closed.line);
        });
        Ok(())
    }
}

impl MemoryStore {
    /// A session that is used lasts longer, and one that was not used in time ends.
    fn prolong(&self, token_hash: &str, now_ms: i64) {
        self.change(|content| {
            content.sessions.retain(|_, session| session.lasts(now_ms));
            let Some(session) = content.sessions.get_mut(token_hash) else {
                return;
            };
            let is_over_soon = session.expires_ms <= now_ms + SUCCEEDED_MS;
            let known = content.devices.get_mut(&session.device);
            let is_old = known
                .as_ref()
                .is_some_and(|device| device.last_ms < now_ms - PROLONG_AFTER_MS);
            if is_over_soon {
                return;
            }
            if is_old || session.expires_ms < now_ms + SESSION_MS - PROLONG_AFTER_MS {
                session.expires_ms = now_ms + SESSION_MS;
                if let Some(device) = known {
                    device.last_ms = now_ms;
                }
            }
        });
    }
}
