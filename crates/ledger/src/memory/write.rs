// SPDX-License-Identifier: AGPL-3.0-or-later
//! The writing transaction: a copy that takes the place of the content when it is committed.
use super::{Aside, Content, Line, MemoryStore, Record, everything};
use crate::{
    chain::Hash,
    store::{
        Archiving, Baseline, Erasing, Imported, LogEntry, LogHead, NotTaken, Outcome, Quarantined, Shown,
        StoreError, Write,
    },
};
use futures::lock::OwnedMutexGuard;
use soglia_domain::{
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{Key, Kind, LogPosition, Stored, Written},
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

/// Showing a record, and with it what follows it.
impl MemoryWrite {
    fn show(&mut self, organisation: OrganisationId, key: Key, at: LogPosition) {
        self.content.removals.remove(&(organisation, key));
        self.content.partners.entry((organisation, key)).or_insert(at);
        for child in self.followers(key) {
            self.content.removals.remove(&(organisation, child));
            self.content.partners.entry((organisation, child)).or_insert(at);
        }
    }

    fn hide(&mut self, organisation: OrganisationId, key: Key, at: LogPosition, now_ms: i64) {
        let mut gone = vec![key];
        for child in self.followers(key) {
            let roots = self
                .content
                .records
                .get(&child)
                .map(|record| Arc::clone(&record.roots));
            let mut others = roots
                .iter()
                .flat_map(|roots| roots.iter())
                .filter(|root| **root != key);
            if !others.any(|root| self.content.partners.contains_key(&(organisation, *root))) {
                gone.push(child);
            }
        }
        for key in gone {
            if self.content.partners.remove(&(organisation, key)).is_some() {
                self.content.removals.insert((organisation, key), (at, now_ms));
            }
        }
    }

    fn followers(&self, root: Key) -> Vec<Key> {
        let records = self.content.records.iter();
        records
            .filter(|(_, record)| record.follows_roots && record.roots.contains(&root))
            .map(|(key, _)| *key)
            .collect()
    }
}

impl Write for MemoryWrite {
    /// Drawn by nobody: what is in memory is for tests, which come out the same each time.
    fn salt(&mut self) -> Outcome<String> {
        Ok(format!("{:032x}", self.content.head.position.0 + 1))
    }

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

    async fn load(&mut self, key: Key) -> Outcome<Option<Stored>> {
        let record = self.content.records.get(&key);
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

    async fn of_root(&mut self, root: Key, kind: Kind) -> Outcome<Vec<Stored>> {
        let found = self
            .content
            .records
            .iter()
            .filter(|(key, record)| key.kind == kind && record.roots.contains(&root));
        found
            .map(|(_, record)| Ok(serde_json::from_str(&record.body)?))
            .collect()
    }

    async fn put(&mut self, stored: &Stored, shown: &Shown<'_>, now_ms: i64) -> Outcome<()> {
        let key = stored.key;
        let record = Record {
            position: stored.position,
            roles: shown.roles(),
            to_all_partners: shown.to_all_partners(),
            follows_roots: shown.follows_roots(),
            roots: stored.roots.as_slice().into(),
            body: serde_json::to_string(stored)?.into(),
        };
        self.content.records.insert(key, record);
        let (before, now) = (shown.partners_before(), shown.partners());
        for organisation in now.iter().filter(|one| !before.contains(one)) {
            self.show(*organisation, key, stored.position);
        }
        for organisation in before.iter().filter(|one| !now.contains(one)) {
            self.hide(*organisation, key, stored.position, now_ms);
        }
        Ok(())
    }

    async fn log(&mut self, entry: &LogEntry, hash: Hash, touched: &[Key]) -> Outcome<()> {
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

    async fn refuse(&mut self, change: &Change, received_ms: i64, answer: &Answer) -> Outcome<()> {
        self.note_counter(change.device, change.counter);
        let refused = NotTaken {
            change: change.id.to_string(),
            author: change.author.to_string(),
            received_ms,
            text: self.content.kept(serde_json::to_string(&change.action)?),
            why: serde_json::to_string(answer)?,
            is_aside: false,
        };
        self.content.refused.insert(change.id, refused);
        let kept = (change.author, answer.clone());
        self.content.answers.insert(change.id, kept);
        Ok(())
    }

    async fn quarantine(&mut self, kept: &Quarantined<'_>) -> Outcome<()> {
        self.note_counter(kept.device, kept.counter);
        let aside = Aside {
            author: kept.author,
            reason: kept.reason.to_owned(),
            text: self.content.kept(kept.text.to_owned()),
            received_ms: kept.received_ms,
        };
        self.content.aside.insert(kept.change, Arc::new(aside));
        Ok(())
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        self.content.aside.remove(&change);
        Ok(())
    }

    async fn of_kind(&mut self, kind: Kind) -> Outcome<Vec<Stored>> {
        let found = self.content.records.iter().filter(|(key, _)| key.kind == kind);
        found
            .map(|(_, record)| Ok(serde_json::from_str(&record.body)?))
            .collect()
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
        let before = self.content.baseline.take();
        self.content
            .past_baselines
            .extend(before.map(|before| (before.position, before.digest)));
        self.content.baseline = Some(Arc::new(baseline.clone()));
        Ok(())
    }

    async fn rooted_in(&mut self, roots: &[Key]) -> Outcome<Vec<Key>> {
        Ok(self.content.rooted_in(roots))
    }

    async fn lines_about(&mut self, keys: &[Key]) -> Outcome<Vec<LogPosition>> {
        Ok(self.content.lines_about(keys))
    }

    async fn erase(&mut self, erasing: &Erasing<'_>) -> Outcome<()> {
        self.content.erase(erasing);
        Ok(())
    }

    async fn is_archived(&mut self, keys: &[Key]) -> Outcome<bool> {
        Ok(keys.iter().any(|key| self.content.withdrawn.contains_key(key)))
    }

    async fn archive(&mut self, archiving: &Archiving<'_>) -> Outcome<String> {
        Ok(self.content.archive(archiving))
    }

    async fn reopen(&mut self, archiving: &Archiving<'_>) -> Outcome<()> {
        self.content.reopen(archiving);
        Ok(())
    }

    async fn commit(self) -> Outcome<()> {
        self.store.commit(self.content)
    }
}
