// SPDX-License-Identifier: AGPL-3.0-or-later
//! Requests to erase in whichever engine is in use.
use super::Backend;
use crate::store::AskedErasure;
use soglia_domain::{id::PersonId, photo::PhotoId, record::Key};
use soglia_ledger::store::Outcome;
use soglia_sync::wire::ErasureReason;

impl Backend {
    /// Asks to erase a record; false where that is asked already, or done.
    pub(crate) async fn ask_erasure(
        &self,
        root: Key,
        act: &str,
        reason: ErasureReason,
        by: PersonId,
        now_ms: i64,
    ) -> Outcome<bool> {
        either!(self, engine => engine.ask_erasure(root, act, reason, by, now_ms))
    }

    /// Every request, the newest first.
    pub(crate) async fn erasures(&self) -> Outcome<Vec<AskedErasure>> {
        either!(self, engine => engine.erasures())
    }

    /// Says what became of a request; false where none waits.
    pub(crate) async fn decide_erasure(
        &self,
        root: Key,
        is_erased: bool,
        by: PersonId,
        now_ms: i64,
    ) -> Outcome<bool> {
        either!(self, engine => engine.decide_erasure(root, is_erased, by, now_ms))
    }

    /// Images of what was erased that nothing else names.
    pub(crate) async fn images_to_erase(&self) -> Outcome<Vec<PhotoId>> {
        either!(self, engine => engine.images_to_erase())
    }

    /// The bytes of an image are gone.
    pub(crate) async fn image_is_gone(&self, id: PhotoId) -> Outcome<()> {
        either!(self, engine => engine.settle_image(id, true))
    }

    /// The key of each household under which it rests in backups.
    pub(crate) async fn record_keys(&self) -> Outcome<Vec<(Key, String)>> {
        either!(self, engine => engine.record_keys())
    }

    /// The households that were erased, and by which act.
    pub(crate) async fn erased_households(&self) -> Outcome<Vec<(Key, String)>> {
        either!(self, engine => engine.erased_households())
    }

    /// Keeps keys of households; one that is there already stays.
    pub(crate) async fn keep_record_keys(&self, keys: &[(Key, String)]) -> Outcome<()> {
        either!(self, engine => engine.keep_record_keys(keys))
    }

    /// Overwrites what deleted rows left in the files of the database.
    pub(crate) async fn sweep(&self) -> Outcome<()> {
        either!(self, engine => engine.sweep())
    }
}
