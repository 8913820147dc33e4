// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. The traits are what the server needs; each engine lies in a module of its own,
//! and no other part of the server knows which one is in use.
mod sqlite;

use soglia_domain::{
    author::Author,
    calendar::Timestamp,
    dwelling::Dwelling,
    edit::Edit,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{LogPosition, RecordKey, Stored},
};
use soglia_sync::change::{Answer, Change};
use std::{fmt, future::Future};

/// The engine in use.
pub(crate) type Backend = sqlite::Sqlite;

/// The store failed; the text is for the operator and holds no personal data.
#[derive(Debug)]
pub(crate) struct StoreError(pub(crate) String);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the store gives back.
pub(crate) type Outcome<T> = Result<T, StoreError>;

/// Which records a reader may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All of them.
    Everything,
    /// Those of one partner.
    Partner(OrganisationId),
}

/// Records that changed after a cursor.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Bodies as stored, oldest change first.
    pub(crate) bodies: Vec<String>,
    /// What the reader may no longer see.
    pub(crate) removed: Vec<RecordKey>,
    /// Where to ask again.
    pub(crate) cursor: LogPosition,
    /// Whether more waits behind the cursor.
    pub(crate) more: bool,
}

/// A person who may sign in.
pub(crate) struct Person {
    /// Who.
    pub(crate) author: Author,
    /// Name to sign in with, in small letters.
    pub(crate) sign_in: String,
    /// argon2id hash with its parameters.
    pub(crate) password: String,
}

/// Someone signed in, on one device.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// Who.
    pub(crate) author: Author,
    /// Where.
    pub(crate) device: DeviceId,
}

/// An accepted change with what it led to.
pub(crate) struct Logged<'a> {
    /// Its place in the one order.
    pub(crate) position: LogPosition,
    /// The change.
    pub(crate) change: &'a Change,
    /// Who did it.
    pub(crate) author: &'a Author,
    /// The moment that counts: that of the device, capped.
    pub(crate) at: Timestamp,
    /// By the clock of the server.
    pub(crate) received_ms: i64,
    /// What the decision gave.
    pub(crate) edits: &'a [Edit],
    /// What the author was told.
    pub(crate) answer: &'a Answer,
}

/// One line of a record's history, its parts as stored JSON.
pub(crate) struct LogLine {
    /// Place in the order.
    pub(crate) position: LogPosition,
    /// The change.
    pub(crate) change: String,
    /// When.
    pub(crate) at: String,
    /// Name of the author at that time.
    pub(crate) by_name: String,
    /// Role of the author at that time.
    pub(crate) role: String,
    /// Device.
    pub(crate) device: String,
    /// The action.
    pub(crate) action: String,
    /// The answer.
    pub(crate) answer: String,
}

/// A list that was imported.
pub(crate) struct Imported<'a> {
    /// When, by the clock of the server.
    pub(crate) at_ms: i64,
    /// By whom.
    pub(crate) by: PersonId,
    /// Name of the file as given.
    pub(crate) file_name: &'a str,
    /// SHA-256 of its bytes, in hex.
    pub(crate) sha256: &'a str,
    /// The report as JSON.
    pub(crate) report: &'a str,
}

/// Reading, people and sessions.
pub(crate) trait Store: Clone + Send + Sync + 'static {
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
    fn history(&self, key: RecordKey, most: u32) -> impl Future<Output = Outcome<Vec<LogLine>>> + Send;
    /// Whether nobody and nothing is stored yet.
    fn is_empty(&self) -> impl Future<Output = Outcome<bool>> + Send;
    /// Someone by the name to sign in with.
    fn person(&self, sign_in: &str) -> impl Future<Output = Outcome<Option<Person>>> + Send;
    /// Adds someone; false when the name to sign in with is taken.
    fn add_person(&self, person: &Person) -> impl Future<Output = Outcome<bool>> + Send;
    /// Makes a device someone's own; false when it is somebody else's.
    fn claim_device(&self, device: DeviceId, person: PersonId) -> impl Future<Output = Outcome<bool>> + Send;
    /// Whether a device is someone's own.
    fn owns_device(&self, device: DeviceId, person: PersonId) -> impl Future<Output = Outcome<bool>> + Send;
    /// Begins a session.
    fn open_session(
        &self,
        token_hash: &str,
        visitor: &Visitor,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Who a session belongs to; prolongs it.
    fn session(&self, token_hash: &str, now_ms: i64)
    -> impl Future<Output = Outcome<Option<Visitor>>> + Send;
    /// Ends a session.
    fn close_session(&self, token_hash: &str) -> impl Future<Output = Outcome<()>> + Send;
}

/// One writing transaction. Dropped without a commit, it leaves no trace.
pub(crate) trait Write: Send {
    /// The last place given in the order.
    fn head(&mut self) -> impl Future<Output = Outcome<LogPosition>> + Send;
    /// What was answered to a change before, and who its author is.
    fn answer_to(
        &mut self,
        change: ChangeId,
    ) -> impl Future<Output = Outcome<Option<(PersonId, Answer)>>> + Send;
    /// One record as it stands.
    fn load(&mut self, key: RecordKey) -> impl Future<Output = Outcome<Option<Stored>>> + Send;
    /// The device whose change has a place in the order.
    fn device_at(&mut self, position: LogPosition) -> impl Future<Output = Outcome<Option<DeviceId>>> + Send;
    /// Writes a record, and who among the partners sees it from now on.
    fn put(
        &mut self,
        stored: &Stored,
        partners_before: &[OrganisationId],
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Appends an accepted change.
    fn log(&mut self, logged: &Logged<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Remembers a refused change.
    fn refuse(
        &mut self,
        change: &Change,
        received_ms: i64,
        answer: &Answer,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Keeps a change that cannot be read.
    fn quarantine(
        &mut self,
        change: ChangeId,
        author: PersonId,
        received_ms: i64,
        reason: &str,
        text: &str,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Forgets that a change could not be read.
    fn leave_quarantine(&mut self, change: ChangeId) -> impl Future<Output = Outcome<()>> + Send;
    /// Every dwelling as it stands.
    fn dwellings(&mut self) -> impl Future<Output = Outcome<Vec<Dwelling>>> + Send;
    /// Remembers an import.
    fn record_import(&mut self, imported: &Imported<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Makes it all last.
    fn commit(self) -> impl Future<Output = Outcome<()>> + Send;
}
