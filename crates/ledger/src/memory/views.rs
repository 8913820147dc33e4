// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views of shared links in memory.
use super::MemoryStore;
use crate::store::{ONE_VISIT_MS, Outcome, PinTry, SAME_VISIT_MS, Viewed, Views, WrongPins};
use soglia_domain::id::SharedLinkId;

impl Views for MemoryStore {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<bool> {
        Ok(self.change(|content| {
            let is_same = |(of, before): &&(SharedLinkId, Viewed)| {
                *of == link && before.device == viewed.device && before.at_ms > viewed.at_ms - SAME_VISIT_MS
            };
            let counts = !content.views.iter().any(|one| is_same(&one));
            if counts {
                content.views.push((link, viewed.clone()));
            }
            counts
        }))
    }

    async fn views(&self, link: SharedLinkId, most: u32) -> Outcome<Vec<Viewed>> {
        let now = self.now();
        let of_link = now.views.iter().rev().filter(|(of, _)| *of == link);
        let mut views: Vec<Viewed> = of_link.map(|(_, viewed)| viewed.clone()).collect();
        // Of one moment the one that was noted last comes first.
        views.sort_by_key(|viewed| std::cmp::Reverse(viewed.at_ms));
        views.truncate(most as usize);
        Ok(views)
    }

    async fn try_pin(&self, link: SharedLinkId, now_ms: i64) -> Outcome<PinTry> {
        Ok(self.change(|content| {
            let wrong = content.wrong_pins.entry(link).or_default();
            let may = wrong.next(now_ms);
            if may == PinTry::Free {
                *wrong = WrongPins {
                    n: wrong.n + 1,
                    last_ms: now_ms,
                };
            }
            may
        }))
    }

    async fn right_pin(&self, link: SharedLinkId) -> Outcome<()> {
        self.change(|content| content.wrong_pins.remove(&link));
        Ok(())
    }

    async fn begin_visit(
        &self,
        link: SharedLinkId,
        visit_hash: &str,
        only: bool,
        now_ms: i64,
    ) -> Outcome<bool> {
        Ok(self.change(|content| {
            let visits = content.link_visits.entry(link).or_default();
            if !only {
                visits.retain(|_, opened_ms| now_ms - *opened_ms < ONE_VISIT_MS);
            }
            let began = *visits.get(visit_hash).unwrap_or(&now_ms);
            let is_first = visits.is_empty() || !only;
            if is_first {
                visits.insert(visit_hash.to_owned(), began);
            }
            is_first || (visits.contains_key(visit_hash) && now_ms - began < ONE_VISIT_MS)
        }))
    }

    async fn visit_goes_on(&self, link: SharedLinkId, visit_hash: &str, now_ms: i64) -> Outcome<bool> {
        let now = self.now();
        let began = now
            .link_visits
            .get(&link)
            .and_then(|visits| visits.get(visit_hash));
        Ok(began.is_some_and(|opened_ms| now_ms - opened_ms < ONE_VISIT_MS))
    }
}
