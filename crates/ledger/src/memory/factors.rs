// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second factors in memory.
use super::MemoryStore;
use crate::store::{Factor, Factors, Outcome};
use soglia_domain::id::PersonId;

impl Factors for MemoryStore {
    async fn factor(&self, person: PersonId) -> Outcome<Option<Factor>> {
        Ok(self.now().factors.get(&person).map(|kept| Factor {
            key: kept.key.clone(),
            confirmed: kept.last.is_some(),
            n_recovery: u32::try_from(kept.recovery.len()).unwrap_or(u32::MAX),
        }))
    }

    async fn begin_factor(&self, person: PersonId, key: &str) -> Outcome<bool> {
        Ok(self.change(|content| {
            let kept = content.factors.entry(person).or_default();
            if kept.last.is_none() {
                key.clone_into(&mut kept.key);
            }
            kept.last.is_none()
        }))
    }

    async fn confirm_factor(&self, person: PersonId, step: i64, recovery: &[String]) -> Outcome<bool> {
        Ok(self.change(|content| match content.factors.get_mut(&person) {
            Some(kept) if kept.last.is_none() => {
                kept.last = Some(step);
                kept.recovery = recovery.iter().cloned().collect();
                true
            }
            Some(_) | None => false,
        }))
    }

    async fn use_step(&self, person: PersonId, step: i64) -> Outcome<bool> {
        Ok(self.change(|content| {
            let kept = content.factors.get_mut(&person);
            let last = kept.and_then(|kept| kept.last.as_mut());
            match last {
                Some(last) if *last < step => {
                    *last = step;
                    true
                }
                Some(_) | None => false,
            }
        }))
    }

    async fn use_recovery(&self, person: PersonId, hash: &str) -> Outcome<bool> {
        Ok(self.change(|content| {
            let kept = content.factors.get_mut(&person);
            kept.is_some_and(|kept| kept.recovery.remove(hash))
        }))
    }

    async fn end_factor(&self, person: PersonId) -> Outcome<()> {
        self.change(|content| content.factors.remove(&person));
        Ok(())
    }
}
