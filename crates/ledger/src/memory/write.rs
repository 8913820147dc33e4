// SPDX-License-Identifier: AGPL-3.0-or-later
//! The writing transaction: a copy that takes the place of the content when it is committed.
use super::{Aside, Content, Line, MemoryStore, Record, everything};
use crate::{
    chain::Hash,
    store::{Baseline, Imported, LogEntry, LogHead, Outcome, Quarantined, StoreError, Write},
};
use futures::lock::OwnedMutexGuard;
use soglia_domain::{
    dwelling::Dwelling,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{self, LogPosition, RecordKey, Stored, Written},
    scope,
};
use soglia_sync::change::{Answer, Change};
use std::sync::Arc;

/// A writing transaction.
pub struct MemoryWrite {
    content: Content,
    store: MemoryStore,
    _turn: OwnedMutexGuard<()>,
}

impl MemoryStore {
    pub(super) async fn transaction(&self) -> Outcome<MemoryWrite> {
        let turn: OwnedMutexGuard<()> = self.turn.clone().lock_owned().await;
        Ok(MemoryWrite {
            content: (*self.now()).clone(),
            store: self.clone(),
            _turn: turn,
        })
    }
}

impl MemoryWrite {
    fn note_counter(&mut self, device: DeviceId, counter: u64) {
        let highest = self.content.highest.entry(device).or_default();
        *highest = counter.max(*highest);
    }
}

impl Write for MemoryWrite {
    async fn head(&mut self) -> Outcome<LogHead> {
        Ok(self.content.head)
    }

    async fn answer_to(&mut self, change: ChangeId) -> Outcome<Option<(PersonId, Answer)>> {
        Ok(self.content.answers.get(&change).cloned())
    }

    async fn highest_counter(&mut self, device: DeviceId) -> Outcome<u64> {
        Ok(self.content.highest.get(&device).copied().unwrap_or_default())
    }

    async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        let known = self.content.devices.get(&device);
        Ok(known.is_some_and(|device| device.revoked_ms.is_some()))
    }

    async fn load(&mut self, key: RecordKey) -> Outcome<Option<Stored>> {
        let record = self.content.records.get(&key.to_string());
        Ok(record
            .map(|record| serde_json::from_str(&record.body))
            .transpose()?)
    }

    async fn device_at(&mut self, position: LogPosition) -> Outcome<Option<DeviceId>> {
        let at = self
            .content
            .log
            .binary_search_by_key(&position, |line| line.entry.position);
        Ok(at
            .ok()
            .and_then(|at| self.content.log[at].entry.device.parse().ok()))
    }

    async fn written_at(&mut self, position: LogPosition) -> Outcome<Option<Written>> {
        let at = self
            .content
            .log
            .binary_search_by_key(&position, |line| line.entry.position);
        Ok(at.ok().and_then(|at| self.content.log[at].entry.written()))
    }

    async fn put(&mut self, stored: &Stored, partners_before: &[OrganisationId], now_ms: i64) -> Outcome<()> {
        let key = stored.record.key().to_string();
        let record = Record {
            position: stored.position,
            body: serde_json::to_string(stored)?.into(),
        };
        self.content.records.insert(key.clone(), record);
        let now = scope::partners(&stored.record);
        for organisation in &now {
            let place = (*organisation, key.clone());
            self.content.removals.remove(&place);
            self.content.partners.insert(place);
        }
        for organisation in partners_before.iter().filter(|before| !now.contains(before)) {
            let place = (*organisation, key.clone());
            self.content.partners.remove(&place);
            self.content.removals.insert(place, (stored.position, now_ms));
        }
        Ok(())
    }

    async fn log(&mut self, entry: &LogEntry, hash: Hash, touched: &[RecordKey]) -> Outcome<()> {
        let not_read = |_| StoreError("a stored identity does not read".to_owned());
        let change: ChangeId = entry.change.parse().map_err(not_read)?;
        let author: PersonId = entry.author.parse().map_err(not_read)?;
        let device: DeviceId = entry.device.parse().map_err(not_read)?;
        let answer = serde_json::from_str(&entry.answer)?;
        if self.content.answers.insert(change, (author, answer)).is_some() {
            return Err(StoreError("a change was logged twice".to_owned()));
        }
        self.note_counter(device, entry.counter);
        self.content.log.push(Line {
            entry: Arc::new(entry.clone()),
            hash,
            touched: touched.into(),
        });
        self.content.head = LogHead {
            position: entry.position,
            hash,
        };
        Ok(())
    }

    async fn refuse(&mut self, change: &Change, _received_ms: i64, answer: &Answer) -> Outcome<()> {
        self.note_counter(change.device, change.counter);
        let kept = (change.author, answer.clone());
        self.content.answers.insert(change.id, kept);
        Ok(())
    }

    async fn quarantine(&mut self, kept: &Quarantined<'_>) -> Outcome<()> {
        self.note_counter(kept.device, kept.counter);
        let aside = Aside {
            author: kept.author,
            reason: kept.reason.to_owned(),
            text: kept.text.to_owned(),
        };
        self.content.aside.insert(kept.change, Arc::new(aside));
        Ok(())
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        self.content.aside.remove(&change);
        Ok(())
    }

    async fn dwellings(&mut self) -> Outcome<Vec<Dwelling>> {
        let mut dwellings = Vec::new();
        for record in self.content.records.values() {
            let stored: Stored = serde_json::from_str(&record.body)?;
            if let record::Record::Dwelling(dwelling) = stored.record {
                dwellings.push(dwelling);
            }
        }
        Ok(dwellings)
    }

    async fn record_import(&mut self, _imported: &Imported<'_>) -> Outcome<()> {
        self.content.n_imports += 1;
        Ok(())
    }

    async fn everything(&mut self) -> Outcome<Vec<(String, String)>> {
        Ok(everything(&self.content))
    }

    async fn put_baseline(&mut self, baseline: &Baseline) -> Outcome<()> {
        self.content.head.hash = baseline.hash;
        self.content.baseline = Some(Arc::new(baseline.clone()));
        Ok(())
    }

    async fn commit(self) -> Outcome<()> {
        self.store.commit(self.content)
    }
}
