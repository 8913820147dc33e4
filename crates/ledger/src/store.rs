// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. The traits are what the server needs; every engine passes the same suite.
mod log;

pub use log::{Baseline, LogEntry, LogHead, Logged, Quarantined};

use crate::chain::Hash;
use soglia_domain::{
    author::Author,
    dwelling::Dwelling,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{LogPosition, RecordKey, Stored, Written},
};
use soglia_sync::change::{Answer, Change};
use std::{fmt, future::Future};

/// The store failed; the text is for the operator and holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError(pub String);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        // The text of the error may quote a value, which is personal; its place is enough.
        Self(format!(
            "stored JSON does not read at line {} column {}",
            error.line(),
            error.column()
        ))
    }
}

/// What the store gives back.
pub type Outcome<T> = Result<T, StoreError>;

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

/// A person who may sign in.
#[derive(Clone)]
pub struct Person {
    /// Who.
    pub author: Author,
    /// Name to sign in with, in small letters.
    pub sign_in: String,
    /// argon2id hash with its parameters.
    pub password: String,
}

/// A session lasts this long after its last use, in milliseconds.
pub const SESSION_MS: i64 = 30 * 86_400_000;

/// A session is prolonged at most this often, in milliseconds, so that reading does not write each time.
pub const PROLONG_AFTER_MS: i64 = 3_600_000;

/// Someone signed in, on one device.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who.
    pub author: Author,
    /// Where.
    pub device: DeviceId,
    /// Counts how often role or organisation of the person changed.
    pub rights: u64,
    /// Whether the device was revoked: it may only deliver what it holds.
    pub revoked: bool,
}

/// A device as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub device: DeviceId,
    /// Whose.
    pub person: PersonId,
    /// What it calls itself, as "Chrome, Android"; empty where it did not say.
    pub name: String,
    /// First sign-in, in milliseconds since 1970.
    pub first_ms: i64,
    /// Last contact, to the hour.
    pub last_ms: i64,
    /// When it was revoked.
    pub revoked_ms: Option<i64>,
    /// When it said that it wiped what it held.
    pub wiped_ms: Option<i64>,
    /// Changes accepted from it.
    pub n_changes: u64,
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

/// Reading, people, devices and sessions.
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
    /// Whether nobody and nothing is stored yet.
    fn is_empty(&self) -> impl Future<Output = Outcome<bool>> + Send;
    /// Forgets removals that were noted before a moment (milliseconds since 1970), and raises the floor of pages.
    fn forget_removals(&self, before_ms: i64) -> impl Future<Output = Outcome<()>> + Send;

    /// Someone by the name to sign in with.
    fn person(&self, sign_in: &str) -> impl Future<Output = Outcome<Option<Person>>> + Send;
    /// Adds someone; false when the name to sign in with is taken.
    fn add_person(&self, person: &Person) -> impl Future<Output = Outcome<bool>> + Send;
    /// Gives someone another role, organisation or name. Their devices then fetch everything afresh.
    fn change_rights(&self, author: &Author) -> impl Future<Output = Outcome<()>> + Send;
    /// Makes a device someone's own; false when it is somebody else's. An empty name leaves the one it has.
    fn claim_device(
        &self,
        device: DeviceId,
        person: PersonId,
        name: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// Whether a device is someone's own.
    fn owns_device(&self, device: DeviceId, person: PersonId) -> impl Future<Output = Outcome<bool>> + Send;
    /// The devices of someone, the one last seen first.
    fn devices(&self, person: PersonId) -> impl Future<Output = Outcome<Vec<Device>>> + Send;
    /// Revokes a device of someone; false when it is not theirs. A second time changes nothing.
    fn revoke_device(
        &self,
        device: DeviceId,
        person: PersonId,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// A revoked device says that it wiped what it held; its sessions end.
    fn note_wiped(&self, device: DeviceId, now_ms: i64) -> impl Future<Output = Outcome<()>> + Send;
    /// Begins a session.
    fn open_session(
        &self,
        token_hash: &str,
        visitor: &Visitor,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Who a session belongs to; prolongs it, and notes the contact.
    fn session(&self, token_hash: &str, now_ms: i64)
    -> impl Future<Output = Outcome<Option<Visitor>>> + Send;
    /// Ends a session.
    fn close_session(&self, token_hash: &str) -> impl Future<Output = Outcome<()>> + Send;
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
    /// The highest counter of a device that was ever answered: accepted, refused or set aside; 0 for none.
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
