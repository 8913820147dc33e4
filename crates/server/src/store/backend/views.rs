// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views of shared links in whichever engine is in use.
use super::Backend;
use soglia_domain::id::SharedLinkId;
use soglia_ledger::store::{Outcome, Viewed, Views};

impl Views for Backend {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<()> {
        either!(self, engine => engine.note_view(link, viewed))
    }

    async fn views(&self, link: SharedLinkId, most: u32) -> Outcome<Vec<Viewed>> {
        either!(self, engine => engine.views(link, most))
    }
}
