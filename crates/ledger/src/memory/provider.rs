// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at an identity provider, in memory.
use super::{KeptEntry, MemoryStore};
use crate::store::{Entry, Outcome, Provider};
use soglia_domain::{author::Author, id::PersonId};

impl Provider for MemoryStore {
    async fn link_code(&self, person: PersonId, code_hash: Option<&str>) -> Outcome<bool> {
        Ok(self.change(|content| {
            let mut known = content.tax_codes.iter();
            if known.any(|(of, hash)| *of != person && Some(hash.as_str()) == code_hash) {
                return false;
            }
            let before = match code_hash {
                Some(hash) => content.tax_codes.insert(person, hash.to_owned()),
                None => content.tax_codes.remove(&person),
            };
            if before.is_some_and(|before| Some(before.as_str()) != code_hash) {
                content.sessions.retain(|_, session| session.person != person);
            }
            true
        }))
    }

    async fn of_code(&self, code_hash: &str) -> Outcome<Option<Author>> {
        let now = self.now();
        let whose = now.tax_codes.iter().find(|(_, hash)| *hash == code_hash);
        Ok(whose.and_then(|(person, _)| {
            let mut people = now.people.values();
            let (found, _) = people.find(|(known, _)| known.author.person == *person)?;
            Some(found.author.clone())
        }))
    }

    async fn keep_entry(&self, entry: Entry<'_>, most: usize, now_ms: i64) -> Outcome<()> {
        self.change(|content| {
            content.entries.retain(|_, entry| entry.until_ms > now_ms);
            let kept = KeptEntry {
                text: entry.text.to_owned(),
                until_ms: entry.until_ms,
            };
            content.entries.insert(entry.token_hash.to_owned(), kept);
            while content.entries.len() > most {
                let oldest = content.entries.iter().min_by_key(|(_, entry)| entry.until_ms);
                let Some(oldest) = oldest.map(|(token, _)| token.clone()) else {
                    break;
                };
                content.entries.remove(&oldest);
            }
        });
        Ok(())
    }

    async fn entry(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<String>> {
        let now = self.now();
        let entry = now.entries.get(token_hash);
        Ok(entry
            .filter(|entry| entry.until_ms > now_ms)
            .map(|entry| entry.text.clone()))
    }

    async fn take_entry(&self, token_hash: &str, text: &str, now_ms: i64) -> Outcome<bool> {
        Ok(self.change(|content| {
            let known = content.entries.get(token_hash);
            let is_it = known.is_some_and(|entry| entry.until_ms > now_ms && entry.text == text);
            if is_it {
                content.entries.remove(token_hash);
            }
            is_it
        }))
    }
}
