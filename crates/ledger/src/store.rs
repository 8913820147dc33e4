// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. The traits are what the server needs; every engine passes the same suite.
//!
//! They are cut by what changes together: [`Store`] with [`Write`] holds the log and the records that it leads to, and
//! [`People`] holds people, devices and sessions, which no log tells. Links to share and the log of reads get a trait of
//! their own beside these, in a file and a part of the suite of their own, once somebody shares and reads.
mod error;
mod log;
mod people;

pub use error::{Outcome, StoreError};
pub use log::{Baseline, LogEntry, LogHead, Logged, Quarantined};
pub use people::{Device, PROLONG_AFTER_MS, People, Person, SESSION_MS, Visitor};

use crate::hash::Hash;
use soglia_domain::{
    dwelling::Dwelling,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{LogPosition, RecordKey, Stored, Written},
};
use soglia_sync::change::{Answer, Change};
use std::future::Future;

/// Which records a reader may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Everything,
    /// Those of one partner.
    Partner(OrganisationId),
}

/// Records that changed after a cursor, all from one snapshot of the store.
#[derive(Debug, Default)]
pub struct Page {
    /// Bodies as stored, oldest change first.
    pub bodies: Vec<String>,
    /// What the reader may no longer see.
    pub removed: Vec<RecordKey>,
    /// Where to ask again.
    pub cursor: LogPosition,
    /// Whether more waits behind the cursor.
    pub more: bool,
    /// The last place given in the order.
    pub head: LogPosition,
    /// Removals up to here are forgotten: a reader with an older cursor needs a snapshot.
    pub floor: LogPosition,
}

/// A list that was imported.
pub struct Imported<'a> {
    /// When, by the clock of the server.
    pub at_ms: i64,
    /// By whom.
    pub by: PersonId,
    /// Name of the file as given.
    pub file_name: &'a str,
    /// SHA-256 of its bytes, in hex.
    pub sha256: &'a str,
    /// The report as JSON.
    pub report: &'a str,
}

/// The log and the records.
pub trait Store: Clone + Send + Sync + 'static {
    /// A transaction that writes.
    type Write: Write;

    /// Begins the one writing transaction; waits for the one before.
    fn begin(&self) -> impl Future<Output = Outcome<Self::Write>> + Send;
    /// One record as stored.
    fn record(&self, key: RecordKey) -> impl Future<Output = Outcome<Option<Stored>>> + Send;
    /// What changed after a cursor, from one snapshot.
    fn page(&self, reach: Reach, since: LogPosition, most: u32)
    -> impl Future<Output = Outcome<Page>> + Send;
    /// The changes of one record, newest first.
    fn history(&self, key: RecordKey, most: u32) -> impl Future<Output = Outcome<Vec<LogEntry>>> + Send;
    /// Lines of the log after a place, in order, each with its hash.
    fn log_after(
        &self,
        position: LogPosition,
        most: u32,
    ) -> impl Future<Output = Outcome<Vec<(LogEntry, Hash)>>> + Send;
    /// The last baseline; none where the log tells everything from its beginning.
    fn baseline(&self) -> impl Future<Output = Outcome<Option<Baseline>>> + Send;
    /// Every record as it rests: key and body, ordered by key, from one snapshot with the head of the log.
    fn everything(&self) -> impl Future<Output = Outcome<(LogHead, Vec<(String, String)>)>> + Send;
    /// Whether no record is stored yet.
    fn is_empty(&self) -> impl Future<Output = Outcome<bool>> + Send;
    /// Forgets removals that were noted before a moment (milliseconds since 1970), and raises the floor of pages.
    fn forget_removals(&self, before_ms: i64) -> impl Future<Output = Outcome<()>> + Send;
}

/// One writing transaction. Dropped without a commit, it leaves no trace.
pub trait Write: Send {
    /// Is told what a batch is about to ask, so that a store may look it all up at once. Changes nothing but the time it
    /// takes.
    fn foresee(
        &mut self,
        changes: &[ChangeId],
        records: &[RecordKey],
        devices: &[DeviceId],
    ) -> impl Future<Output = Outcome<()>> + Send {
        let _ = (changes, records, devices);
        std::future::ready(Ok(()))
    }
    /// The last place given in the order, and the chain there.
    fn head(&mut self) -> impl Future<Output = Outcome<LogHead>> + Send;
    /// What was answered to a change before, and who its author is.
    fn answer_to(
        &mut self,
        change: ChangeId,
    ) -> impl Future<Output = Outcome<Option<(PersonId, Answer)>>> + Send;
    /// The highest counter of a device that was ever answered: accepted, refused or set aside; 0 for none. It is kept
    /// for devices that somebody owns.
    fn highest_counter(&mut self, device: DeviceId) -> impl Future<Output = Outcome<u64>> + Send;
    /// Whether a device is revoked.
    fn is_revoked(&mut self, device: DeviceId) -> impl Future<Output = Outcome<bool>> + Send;
    /// One record as it stands.
    fn load(&mut self, key: RecordKey) -> impl Future<Output = Outcome<Option<Stored>>> + Send;
    /// The device whose change has a place in the order.
    fn device_at(&mut self, position: LogPosition) -> impl Future<Output = Outcome<Option<DeviceId>>> + Send;
    /// Who wrote the change that has a place in the order; none where the log does not reach back that far.
    fn written_at(&mut self, position: LogPosition) -> impl Future<Output = Outcome<Option<Written>>> + Send;
    /// Writes a record, and who among the partners sees it from now on.
    fn put(
        &mut self,
        stored: &Stored,
        partners_before: &[OrganisationId],
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Appends a line to the log with the hash of the chain after it, and the records that it touches.
    fn log(
        &mut self,
        entry: &LogEntry,
        hash: Hash,
        touched: &[RecordKey],
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Remembers a refused change.
    fn refuse(
        &mut self,
        change: &Change,
        received_ms: i64,
        answer: &Answer,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Keeps a change that cannot be read or may not be taken, word for word.
    fn quarantine(&mut self, kept: &Quarantined<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Forgets that a change could not be read.
    fn leave_quarantine(&mut self, change: ChangeId) -> impl Future<Output = Outcome<()>> + Send;
    /// Every dwelling as it stands.
    fn dwellings(&mut self) -> impl Future<Output = Outcome<Vec<Dwelling>>> + Send;
    /// Remembers an import.
    fn record_import(&mut self, imported: &Imported<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Every record as it stands in this transaction: key and body, ordered by key.
    fn everything(&mut self) -> impl Future<Output = Outcome<Vec<(String, String)>>> + Send;
    /// Takes a baseline in the place of the one before; its records are those of [`Self::everything`].
    fn put_baseline(&mut self, baseline: &Baseline) -> impl Future<Output = Outcome<()>> + Send;
    /// Makes it all last.
    fn commit(self) -> impl Future<Output = Outcome<()>> + Send;
}
