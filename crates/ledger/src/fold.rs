// SPDX-License-Identifier: AGPL-3.0-or-later
//! The log replayed: its chain holds, and the records are what it leads to.
mod flaw;

pub use flaw::Flaw;

use crate::{
    chain::{self, Hash},
    office::Office,
    push::{held::Held, settle},
    store::{LogEntry, LogHead, Outcome, Store, StoreError},
};
use soglia_domain::{
    author::Role,
    calendar::Timestamp,
    id::DeviceId,
    record::{Edit, Key, LogPosition, Stored, Written},
};
use soglia_sync::change::Change;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Lines read at once.
const LINES: u32 = 1_000;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Lines of the log.
    pub n_changes: u64,
    /// Records as they stand.
    pub n_records: u64,
    /// The end of the log.
    pub head: LogHead,
    /// What does not hold; empty when all is well.
    pub flaws: Vec<Flaw>,
}

/// Verifies a store: reads the whole log.
///
/// # Errors
/// [`StoreError`] when the store cannot be read; what does not hold is no error, but in [`Verified::flaws`].
pub async fn verify<S: Store>(store: &S) -> Outcome<Verified> {
    let (head, standing) = store.everything().await?;
    let baseline = store.baseline().await?;
    let mut past: VecDeque<(LogPosition, Hash)> = store.past_baselines().await?.into();
    let mut replay = Replay::default();
    let mut hash = Hash::default();
    let mut from = LogPosition(0);
    let start = baseline
        .as_ref()
        .map_or(LogPosition(0), |baseline| baseline.position);
    let mut seen_baseline = false;
    loop {
        while let Some((_, digest)) = past.pop_front_if(|(position, _)| *position == from) {
            hash = chain::after_baseline(hash, digest);
        }
        if !seen_baseline && past.is_empty() && from == start {
            seen_baseline = true;
            if let Some(baseline) = &baseline {
                // The chain may begin here: lines of a version that kept none have no hash.
                replay.begin(&baseline.records, baseline.digest);
                if chain::after_baseline(hash, baseline.digest) != baseline.hash {
                    replay.flaws.push(Flaw::Baseline);
                }
                hash = baseline.hash;
            }
        }
        let mut lines = store.log_after(from, LINES).await?;
        if !seen_baseline {
            let stop = past.front().map_or(start, |(position, _)| *position);
            lines.retain(|(line, _)| line.position <= stop);
        }
        lines.retain(|(line, _)| line.position <= head.position);
        if lines.is_empty() {
            if seen_baseline || from >= start {
                break;
            }
            replay.flaws.push(Flaw::Gap { position: start });
            from = start;
            continue;
        }
        for (line, sealed) in &lines {
            if line.position.0 != from.0 + 1 {
                replay.flaws.push(Flaw::Gap {
                    position: line.position,
                });
            }
            from = line.position;
            let is_sealed = *sealed != Hash::default();
            if is_sealed || line.position > start {
                hash = chain::after(hash, line);
                replay.check(line, hash == *sealed);
                hash = *sealed;
            }
            let replayed = line.position > start;
            if replayed {
                replay.find_writers(store, line).await?;
            }
            replay.take(line, replayed);
        }
    }
    let altered = std::mem::take(&mut replay.erased).into_iter();
    replay
        .flaws
        .extend(altered.map(|position| Flaw::Altered { position }));
    if hash != head.hash {
        replay.flaws.push(Flaw::CutOff);
    }
    Ok(replay.compare(head, standing))
}

#[derive(Default)]
struct Replay {
    held: BTreeMap<Key, Held>,
    devices: BTreeMap<LogPosition, DeviceId>,
    /// Bodies of the baseline that no later line touched: kept as text, so that what only a newer version reads is
    /// compared too.
    untouched: BTreeMap<String, String>,
    n_changes: u64,
    flaws: Vec<Flaw>,
    /// Lines that say nothing, until a later one tells by which act they were erased.
    erased: BTreeSet<LogPosition>,
    /// Who wrote the values that the next line meets.
    writers: BTreeMap<LogPosition, Written>,
}

impl Replay {
    fn begin(&mut self, records: &[(String, String)], digest: Hash) {
        if chain::digest(records) != digest {
            self.flaws.push(Flaw::Baseline);
        }
        self.untouched = records.iter().cloned().collect();
    }

    /// Whether a line is the one that was sealed, as far as it was not erased.
    fn check(&mut self, line: &LogEntry, is_sealed: bool) {
        let position = line.position;
        if line.is_erased() {
            self.erased.insert(position);
        }
        let is_known = is_sealed && line.is_whole();
        // Of what a version before 0.2 sealed no digest stayed.
        if !is_known && !(line.is_erased() && (is_sealed || line.digest.is_empty())) {
            self.flaws.push(Flaw::Altered { position });
        }
        if let Some(Office::Erase { lines, .. }) = line.office() {
            let lines: BTreeSet<_> = lines.into_iter().collect();
            self.erased.retain(|position| !lines.contains(position));
        }
    }

    fn take(&mut self, line: &LogEntry, replayed: bool) {
        self.n_changes += 1;
        let position = line.position;
        if let Ok(device) = line.device.parse() {
            self.devices.insert(position, device);
        }
        // What was archived stands as it stood.
        if !replayed || line.office().is_some() {
            return;
        }
        let Ok((change, edits, role)) = read(line) else {
            self.flaws.push(Flaw::Unreadable { position });
            return;
        };
        for key in change
            .action
            .touches()
            .into_iter()
            .chain(edits.iter().map(|edit| edit.record))
        {
            self.hold(key);
        }
        let arrival = settle::Arrival {
            change: &change,
            author: &line.by_name,
            role,
            at: change.at,
            position,
            writers: &self.writers,
        };
        settle::land(&mut self.held, &edits, &arrival);
    }

    /// Looks up who wrote the values that a line meets: only lines that led to a question need it, and they are few.
    async fn find_writers<S: Store>(&mut self, store: &S, line: &LogEntry) -> Outcome<()> {
        self.writers.clear();
        if !line.answer.contains("to_review") {
            return Ok(());
        }
        let Ok((change, edits, _)) = read(line) else {
            return Ok(());
        };
        for edit in &edits {
            self.hold(edit.record);
        }
        for place in settle::met(&self.held, &edits, &change) {
            let before = LogPosition(place.0.saturating_sub(1));
            let found = store.log_after(before, 1).await?;
            let written = found
                .first()
                .filter(|(found, _)| found.position == place)
                .and_then(|(found, _)| found.written());
            if let Some(written) = written {
                self.writers.insert(place, written);
            }
        }
        Ok(())
    }

    /// A record of the baseline is read when a line first touches it.
    fn hold(&mut self, key: Key) {
        let Some(body) = self.untouched.remove(&key.to_string()) else {
            return;
        };
        let stored: Option<Stored> = serde_json::from_str(&body).ok();
        let creator = stored
            .as_ref()
            .and_then(|stored| self.devices.get(&stored.created).copied());
        self.held.insert(
            key,
            Held {
                stored,
                creator,
                ..Held::default()
            },
        );
    }

    fn compare(mut self, head: LogHead, standing: Vec<(String, String)>) -> Verified {
        let n_records = standing.len() as u64;
        let mut expected: BTreeMap<String, Option<Stored>> = std::mem::take(&mut self.held)
            .into_iter()
            .filter(|(_, held)| held.stored.is_some())
            .map(|(key, held)| (key.to_string(), held.stored))
            .collect();
        for (key, body) in standing {
            let same = match expected.remove(&key) {
                Some(stored) => Some(serde_json::from_str(&body).ok() == stored),
                None => self.untouched.remove(&key).map(|before| before == body),
            };
            match same {
                Some(true) => {}
                Some(false) => self.flaws.push(Flaw::Differs { key }),
                None => self.flaws.push(Flaw::Extra { key }),
            }
        }
        let missing = expected.into_keys().chain(self.untouched.into_keys());
        self.flaws.extend(missing.map(|key| Flaw::Missing { key }));
        Verified {
            n_changes: self.n_changes,
            n_records,
            head,
            flaws: self.flaws,
        }
    }
}

fn read(line: &LogEntry) -> Result<(Change, Vec<Edit>, Role), StoreError> {
    let identity = |_| StoreError("a stored identity does not read".to_owned());
    let at: Timestamp = serde_json::from_str(&line.at)?;
    let change = Change {
        id: line.change.parse().map_err(identity)?,
        device: line.device.parse().map_err(identity)?,
        counter: line.counter,
        author: line.author.parse().map_err(identity)?,
        at,
        action: serde_json::from_str(&line.action)?,
        seen: serde_json::from_str(&line.seen)?,
    };
    Ok((
        change,
        serde_json::from_str(&line.edits)?,
        serde_json::from_str(&line.role)?,
    ))
}
