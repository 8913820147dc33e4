// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, invitations and sessions in memory.
use super::MemoryStore;
use crate::store::{Account, Accounts, Acting, OpenSession, Outcome, SESSION_MS, SUCCEEDED_MS};
use soglia_domain::id::PersonId;

impl Accounts for MemoryStore {
    async fn accounts(&self) -> Outcome<Vec<Account>> {
        let now = self.now();
        let account = |(person, _): &(crate::store::Person, u64)| {
            let id = person.author.person;
            let devices = now.devices.values().filter(|device| device.person == id);
            let mut invitations = now.invitations.values();
            Account {
                author: person.author.clone(),
                sign_in: person.sign_in.clone(),
                has_password: !person.password.is_empty(),
                has_factor: now.factors.get(&id).is_some_and(|kept| kept.last.is_some()),
                has_code: now.tax_codes.contains_key(&id),
                last_ms: devices.map(|device| device.last_ms).max(),
                ends_ms: now.ends.get(&id).copied(),
                invited_until_ms: invitations.find(|(of, _)| *of == id).map(|(_, until)| *until),
                acting: now.acting.get(&id).cloned(),
            }
        };
        Ok(now.people.values().map(account).collect())
    }

    async fn is_ended(&self, person: PersonId, now_ms: i64) -> Outcome<bool> {
        Ok(self.now().ends.get(&person).is_some_and(|at| *at <= now_ms))
    }

    async fn set_end(&self, person: PersonId, at_ms: Option<i64>) -> Outcome<()> {
        self.change(|content| match at_ms {
            Some(at_ms) => content.ends.insert(person, at_ms),
            None => content.ends.remove(&person),
        });
        Ok(())
    }

    async fn set_acting(&self, person: PersonId, acting: Option<&Acting>) -> Outcome<()> {
        self.change(|content| match acting {
            Some(acting) => content.acting.insert(person, acting.clone()),
            None => content.acting.remove(&person),
        });
        Ok(())
    }

    async fn invite(&self, person: PersonId, token_hash: &str, until_ms: i64) -> Outcome<()> {
        self.change(|content| {
            content.invitations.retain(|_, (of, _)| *of != person);
            content
                .invitations
                .insert(token_hash.to_owned(), (person, until_ms));
        });
        Ok(())
    }

    async fn invited(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        let now = self.now();
        let opens = now
            .invitations
            .get(token_hash)
            .filter(|(_, until)| *until > now_ms);
        Ok(opens.map(|(person, _)| *person))
    }

    async fn take_up(&self, token_hash: &str, password: &str, now_ms: i64) -> Outcome<Option<PersonId>> {
        let Some(person) = self.invited(token_hash, now_ms).await? else {
            return Ok(None);
        };
        self.set_password(person, password, None).await?;
        Ok(Some(person))
    }

    async fn set_password(&self, person: PersonId, password: &str, kept_line: Option<&str>) -> Outcome<()> {
        self.change(|content| {
            for (known, _) in content.people.values_mut() {
                if known.author.person == person {
                    password.clone_into(&mut known.password);
                }
            }
            content.invitations.retain(|_, (of, _)| *of != person);
            content.sessions.retain(|_, session| {
                session.person != person || kept_line.is_some_and(|kept| session.line == kept)
            });
        });
        Ok(())
    }

    async fn sessions(&self, person: PersonId, now_ms: i64) -> Outcome<Vec<OpenSession>> {
        let now = self.now();
        let mut open: Vec<OpenSession> = Vec::new();
        for session in now.sessions.values() {
            if session.person != person || !session.lasts(now_ms) {
                continue;
            }
            let device_name = now.devices.get(&session.device).map(|device| device.name.clone());
            match open.iter_mut().find(|known| known.line == session.line) {
                Some(known) => known.expires_ms = known.expires_ms.max(session.expires_ms),
                None => open.push(OpenSession {
                    line: session.line.clone(),
                    device: session.device,
                    device_name: device_name.unwrap_or_default(),
                    opened_ms: session.opened_ms,
                    expires_ms: session.expires_ms,
                }),
            }
        }
        open.sort_by(|one, other| (other.opened_ms, &one.line).cmp(&(one.opened_ms, &other.line)));
        Ok(open)
    }

    async fn line_of(&self, token_hash: &str) -> Outcome<Option<String>> {
        let now = self.now();
        Ok(now.sessions.get(token_hash).map(|session| session.line.clone()))
    }

    async fn end_session(&self, person: PersonId, line: &str) -> Outcome<bool> {
        Ok(self.change(|content| {
            let n = content.sessions.len();
            content
                .sessions
                .retain(|_, session| session.person != person || session.line != line);
            content.sessions.len() < n
        }))
    }

    async fn succeed(&self, token_hash: &str, next_hash: &str, now_ms: i64) -> Outcome<bool> {
        Ok(self.change(|content| {
            let known = content.sessions.get(token_hash);
            let Some(mut next) = known.filter(|session| session.may_be_succeeded(now_ms)).cloned() else {
                return false;
            };
            next.is_fresh = true;
            next.begun_ms = now_ms;
            next.expires_ms = now_ms + SESSION_MS;
            content.sessions.insert(next_hash.to_owned(), next);
            true
        }))
    }
}

impl MemoryStore {
    /// The first use of a token that followed another: those before it end soon.
    pub(super) fn begin_successor(&self, token_hash: &str, now_ms: i64) {
        self.change(|content| {
            let Some(session) = content.sessions.get_mut(token_hash) else {
                return;
            };
            if !std::mem::take(&mut session.is_fresh) {
                return;
            }
            let line = session.line.clone();
            for (other, session) in &mut content.sessions {
                if other != token_hash && session.line == line && !session.is_fresh {
                    session.expires_ms = session.expires_ms.min(now_ms + SUCCEEDED_MS);
                }
            }
        });
    }
}
