// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views of shared links in memory.
use super::MemoryStore;
use crate::store::{Outcome, SAME_VISIT_MS, Viewed, Views};
use soglia_domain::id::SharedLinkId;

impl Views for MemoryStore {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<()> {
        self.change(|content| {
            let is_same = |(of, before): &&(SharedLinkId, Viewed)| {
                *of == link && before.device == viewed.device && before.at_ms > viewed.at_ms - SAME_VISIT_MS
            };
            if !content.views.iter().any(|one| is_same(&one)) {
                content.views.push((link, viewed.clone()));
            }
        });
        Ok(())
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
}
