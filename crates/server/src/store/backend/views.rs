// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views of shared links in whichever engine is in use.
use super::Backend;
use soglia_domain::id::SharedLinkId;
use soglia_ledger::store::{Outcome, PinTry, Viewed, Views};

impl Views for Backend {
    async fn note_view(&self, link: SharedLinkId, viewed: &Viewed) -> Outcome<bool> {
        either!(self, engine => engine.note_view(link, viewed))
    }

    async fn views(&self, link: SharedLinkId, most: u32) -> Outcome<Vec<Viewed>> {
        either!(self, engine => engine.views(link, most))
    }

    async fn try_pin(&self, link: SharedLinkId, now_ms: i64) -> Outcome<PinTry> {
        either!(self, engine => engine.try_pin(link, now_ms))
    }

    async fn right_pin(&self, link: SharedLinkId) -> Outcome<()> {
        either!(self, engine => engine.right_pin(link))
    }

    async fn begin_visit(
        &self,
        link: SharedLinkId,
        visit_hash: &str,
        only: bool,
        now_ms: i64,
    ) -> Outcome<bool> {
        either!(self, engine => engine.begin_visit(link, visit_hash, only, now_ms))
    }

    async fn visit_goes_on(&self, link: SharedLinkId, visit_hash: &str, now_ms: i64) -> Outcome<bool> {
        either!(self, engine => engine.visit_goes_on(link, visit_hash, now_ms))
    }
}
