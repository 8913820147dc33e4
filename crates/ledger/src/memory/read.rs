// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading the log and the records.
use super::{Content, MemoryStore, MemoryWrite, everything};
use crate::{
    chain::Hash,
    store::{Archived, Baseline, Body, LogEntry, LogHead, Outcome, Page, Reach, Store},
};
use soglia_domain::record::{Key, Kind, LogPosition, Stored};

impl Store for MemoryStore {
    type Write = MemoryWrite;

    async fn begin(&self) -> Outcome<MemoryWrite> {
        self.transaction().await
    }

    async fn archived(&self) -> Outcome<Vec<Archived>> {
        let mut archived: Vec<_> = self.now().archive.values().cloned().collect();
        archived.sort_by_key(|archived| std::cmp::Reverse(archived.at_ms));
        Ok(archived)
    }

    async fn record(&self, key: Key) -> Outcome<Option<Stored>> {
        let now = self.now();
        let record = now.records.get(&key);
        let record = record.filter(|_| !now.withdrawn.contains_key(&key));
        Ok(record
            .map(|record| serde_json::from_str(&record.body))
            .transpose()?)
    }

    async fn of_kind(&self, reach: Reach, kind: Kind) -> Outcome<Vec<Stored>> {
        let now = self.now();
        let shown = now
            .records
            .iter()
            .filter(|(key, record)| key.kind == kind && shown_at(&now, reach, **key, record).is_some());
        shown
            .map(|(_, record)| Ok(serde_json::from_str(&record.body)?))
            .collect()
    }

    async fn page(&self, reach: Reach, since: LogPosition, most: u32) -> Outcome<Page> {
        Ok(page(&self.now(), reach, since, most))
    }

    async fn history(&self, key: Key, most: u32) -> Outcome<Vec<LogEntry>> {
        let now = self.now();
        let lines = now.log.iter().rev().filter(|line| line.touched.contains(&key));
        Ok(lines
            .take(most as usize)
            .map(|line| line.entry.as_ref().clone())
            .collect())
    }

    async fn log_after(&self, position: LogPosition, most: u32) -> Outcome<Vec<(LogEntry, Hash)>> {
        let now = self.now();
        let lines = now.log.iter().filter(|line| line.entry.position > position);
        Ok(lines
            .take(most as usize)
            .map(|line| (line.entry.as_ref().clone(), line.hash))
            .collect())
    }

    async fn past_baselines(&self) -> Outcome<Vec<(LogPosition, Hash)>> {
        Ok(self.now().past_baselines.clone())
    }

    async fn baseline(&self) -> Outcome<Option<Baseline>> {
        Ok(self.now().baseline.as_deref().cloned())
    }

    async fn everything(&self) -> Outcome<(LogHead, Vec<(String, String)>)> {
        let now = self.now();
        Ok((now.head, everything(&now)))
    }

    async fn is_empty(&self) -> Outcome<bool> {
        Ok(self.now().records.is_empty())
    }

    async fn forget_removals(&self, before_ms: i64) -> Outcome<()> {
        self.change(|content| {
            let old = content.removals.values().filter(|(_, at_ms)| *at_ms < before_ms);
            let floor = old.map(|(position, _)| *position).max();
            content.floor = content.floor.max(floor.unwrap_or_default());
            content.removals.retain(|_, (_, at_ms)| *at_ms >= before_ms);
        });
        Ok(())
    }
}

/// The place at which a record changed or began to be shown to a reader; none where it is not shown.
fn shown_at(content: &Content, reach: Reach, key: Key, record: &super::Record) -> Option<LogPosition> {
    match reach {
        Reach::City(role) => {
            let again = content.reshown.get(&key).copied().unwrap_or_default();
            record.roles.has(role).then_some(record.position.max(again))
        }
        Reach::Partner(_) if record.to_all_partners => Some(record.position),
        Reach::Partner(organisation) => {
            let since = content.partners.get(&(organisation, key))?;
            Some(record.position.max(*since))
        }
    }
}

/// One change can touch several records, and all of them lie at one place in the order: a page never ends between them,
/// or the next one would skip the rest.
fn page(content: &Content, reach: Reach, since: LogPosition, most: u32) -> Page {
    let shown = content.records.iter().filter_map(|(key, record)| {
        let at = shown_at(content, reach, *key, record)?;
        (at > since).then_some((at, *key, record))
    });
    let mut changed: Vec<(LogPosition, Key, &super::Record)> = shown.collect();
    changed.sort_by_key(|(at, _, _)| *at);
    let mut page = Page {
        cursor: content.head.position,
        head: content.head.position,
        floor: content.floor,
        ..Page::default()
    };
    if let Some((beyond, _, _)) = changed.get(most as usize) {
        let beyond = *beyond;
        page.more = true;
        let n_kept = changed.partition_point(|(at, _, _)| *at < beyond);
        // All that lies at one place goes together, however much it is.
        let n_kept = if n_kept == 0 {
            changed.partition_point(|(at, _, _)| *at <= beyond)
        } else {
            n_kept
        };
        changed.truncate(n_kept);
        page.cursor = changed.last().map_or(since, |(at, _, _)| *at);
    }
    let bodies = changed.iter().map(|(_, key, record)| Body {
        key: *key,
        text: record.body.as_ref().to_owned(),
    });
    page.bodies = bodies.collect();
    if since > LogPosition(0) {
        let is_here = |at: LogPosition| at > since && at <= page.cursor;
        page.removed = match reach {
            Reach::City(_) => {
                let erased = content.erased.iter().map(|(key, at)| (key, *at));
                let withdrawn = content.withdrawn.iter().map(|(key, (at, _))| (key, *at));
                let gone = erased.chain(withdrawn).filter(|(_, at)| is_here(*at));
                gone.map(|(key, _)| *key).collect()
            }
            Reach::Partner(organisation) => {
                let removals = content.removals.iter();
                let hidden = removals.filter(|((whose, _), (at, _))| *whose == organisation && is_here(*at));
                hidden.map(|((_, key), _)| *key).collect()
            }
        };
    }
    page
}
