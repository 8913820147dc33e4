// SPDX-License-Identifier: AGPL-3.0-or-later
//! Calendars in memory.
use super::MemoryStore;
use crate::store::{Calendars, Outcome};
use soglia_domain::{author::Author, id::PersonId};

impl Calendars for MemoryStore {
    async fn open_calendar(&self, secret_hash: &str, person: PersonId, now_ms: i64) -> Outcome<()> {
        self.change(|content| content.calendars.insert(person, (secret_hash.to_owned(), now_ms)));
        Ok(())
    }

    async fn calendar_since(&self, person: PersonId) -> Outcome<Option<i64>> {
        Ok(self.now().calendars.get(&person).map(|(_, since_ms)| *since_ms))
    }

    async fn calendar(&self, secret_hash: &str) -> Outcome<Option<Author>> {
        let now = self.now();
        let whose = now.calendars.iter().find(|(_, (hash, _))| hash == secret_hash);
        Ok(whose.and_then(|(person, _)| {
            let mut people = now.people.values();
            let (found, _) = people.find(|(known, _)| known.author.person == *person)?;
            Some(found.author.clone())
        }))
    }

    async fn close_calendar(&self, person: PersonId) -> Outcome<()> {
        self.change(|content| content.calendars.remove(&person));
        Ok(())
    }
}
