// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading the log and the records.
use super::{Content, MemoryStore, MemoryWrite, everything};
use crate::{
    chain::Hash,
    store::{Baseline, LogEntry, LogHead, Outcome, Page, Reach, Store},
};
use soglia_domain::record::{LogPosition, RecordKey, Stored};

impl Store for MemoryStore {
    type Write = MemoryWrite;

    async fn begin(&self) -> Outcome<MemoryWrite> {
        self.transaction().await
    }

    async fn record(&self, key: RecordKey) -> Outcome<Option<Stored>> {
        let now = self.now();
        let record = now.records.get(&key.to_string());
        Ok(record
            .map(|record| serde_json::from_str(&record.body))
            .transpose()?)
    }

    async fn page(&self, reach: Reach, since: LogPosition, most: u32) -> Outcome<Page> {
        Ok(page(&self.now(), reach, since, most))
    }

    async fn history(&self, key: RecordKey, most: u32) -> Outcome<Vec<LogEntry>> {
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

/// One change can touch several records, and all of them lie at one place in the order: a page never ends between them,
/// or the next one would skip the rest.
fn page(content: &Content, reach: Reach, since: LogPosition, most: u32) -> Page {
    let is_shown = |key: &String| match reach {
        Reach::Everything => true,
        Reach::Partner(organisation) => {
            *key == RecordKey::CityRules.to_string()
                || content.partners.contains(&(organisation, key.clone()))
        }
    };
    let mut changed: Vec<(&String, &super::Record)> = content
        .records
        .iter()
        .filter(|(key, record)| record.position > since && is_shown(key))
        .collect();
    changed.sort_by_key(|(_, record)| record.position);
    let mut page = Page {
        cursor: content.head.position,
        head: content.head.position,
        floor: content.floor,
        ..Page::default()
    };
    if let Some((_, beyond)) = changed.get(most as usize) {
        let beyond = beyond.position;
        page.more = true;
        changed.truncate(most as usize);
        changed.retain(|(_, record)| record.position < beyond);
        page.cursor = changed.last().map_or(since, |(_, record)| record.position);
    }
    page.bodies = changed
        .iter()
        .map(|(_, record)| record.body.as_ref().to_owned())
        .collect();
    if let Reach::Partner(organisation) = reach
        && since > LogPosition(0)
    {
        let removals = content.removals.iter();
        page.removed = removals
            .filter(|((whose, _), (at, _))| *whose == organisation && *at > since && *at <= page.cursor)
            .filter_map(|((_, key), _)| key.parse().ok())
            .collect();
    }
    page
}
