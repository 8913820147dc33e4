// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what, in memory.
use super::MemoryStore;
use crate::{
    hash::Hash,
    store::{Audit, AuditAsked, AuditLine, Audited, Outcome},
};

impl Audit for MemoryStore {
    async fn note(&self, lines: &[AuditLine], now_ms: i64) -> Outcome<()> {
        self.change(|content| {
            for line in lines {
                let last = content.audit.last();
                let (n, hash) = last.map_or((0, Hash::default()), |last| (last.n, last.hash));
                let next = Audited::after(n, hash, line.clone(), now_ms);
                content.audit.push(next);
            }
        });
        Ok(())
    }

    async fn audited(&self, asked: &AuditAsked) -> Outcome<Vec<Audited>> {
        let now = self.now();
        let is_asked = |known: &&Audited| {
            let line = &known.line;
            asked.person.is_none_or(|person| line.person == Some(person))
                && asked.deed.is_none_or(|deed| line.deed == deed)
                && asked.about.as_ref().is_none_or(|about| line.about == *about)
                && asked.from_ms.is_none_or(|from| line.at_ms >= from)
                && asked.until_ms.is_none_or(|until| line.at_ms < until)
                && asked.before.is_none_or(|before| known.n < before)
        };
        let lines = now.audit.iter().rev().filter(is_asked);
        Ok(lines.take(asked.most as usize).cloned().collect())
    }

    async fn audit_after(&self, n: u64, most: u32) -> Outcome<Vec<Audited>> {
        let now = self.now();
        let lines = now.audit.iter().filter(|line| line.n > n);
        Ok(lines.take(most as usize).cloned().collect())
    }
}
