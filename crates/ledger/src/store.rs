// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where records, changes and people rest. The traits are what the server needs; every engine passes the same suite.
//!
//! They are cut by what changes together: [`Store`] with [`Write`] holds the log and the records that it leads to,
//! [`People`] holds people, devices and sessions, which no log tells, [`Accounts`] what an administrator keeps of them,
//! [`Factors`] what they sign in with besides, [`Provider`] what an identity provider is asked for, [`Audit`] who looked at what, [`Calendars`] the addresses from which calendars fetch, and [`Views`] who opened shared links.
//! [`Held`] tells what else is held about a record, [`Retention`] forgets what nobody needs any more.
mod accounts;
mod archive;
mod audit;
mod calendars;
mod error;
mod factors;
mod held;
mod log;
mod people;
mod provider;
mod retention;
mod views;

pub use accounts::{
    Account, Accounts, Acting, INVITATION_MS, OpenSession, SESSION_AT_MOST_MS, SUCCEEDED_MS, TOKEN_MS,
};
pub use archive::{Archived, Archiving, Erasing};
pub use audit::{Audit, AuditAsked, AuditLine, Audited, Deed};
pub use calendars::Calendars;
pub use error::{Outcome, StoreError};
pub use factors::{Factor, Factors};
pub use held::{Held, NotTaken};
pub use log::{Baseline, LogEntry, LogHead, Logged, Quarantined};
pub use people::{Device, PROLONG_AFTER_MS, People, Person, SESSION_MS, Visitor};
pub use provider::{Entry, Provider};
pub use retention::{Forgotten, Old, Retention};
pub use views::{ONE_VISIT_MS, PinTry, SAME_VISIT_MS, Viewed, Views, WrongPins};

use crate::hash::Hash;
use soglia_domain::{
    access::{Audience, Partners, Roles},
    author::Role,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
    record::{Key, Kind, LogPosition, Stored, Written},
};
use soglia_sync::change::{Answer, Change};
use std::future::Future;

/// Which records a reader may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that a role of the City sees.
    City(Role),
    /// Those of one partner.
    Partner(OrganisationId),
}

/// To whom a record is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// By itself.
    pub audience: &'a Audience,
    /// By itself before this transaction; none where it begins.
    pub before: Option<&'a Audience>,
    /// The audiences of its roots, as they stand in this transaction.
    pub roots: &'a [Audience],
}

impl Shown<'_> {
    /// The roles of the City that see it: those that see every root of it too.
    pub fn roles(&self) -> Roles {
        let roots = self.roots.iter().map(|root| root.roles);
        roots.fold(self.audience.roles, Roles::and)
    }

    /// The partners that see it.
    pub fn partners(&self) -> Vec<OrganisationId> {
        self.partners_of(self.audience)
    }

    /// The partners that saw it before this transaction.
    pub fn partners_before(&self) -> Vec<OrganisationId> {
        self.before
            .map(|before| self.partners_of(before))
            .unwrap_or_default()
    }

    fn partners_of(&self, audience: &Audience) -> Vec<OrganisationId> {
        if audience.partners != Partners::OfRoots {
            return audience.own_partners().to_vec();
        }
        let of_roots = self.roots.iter().flat_map(|root| root.own_partners());
        of_roots.copied().collect()
    }

    /// Whether all partners see it.
    pub fn to_all_partners(&self) -> bool {
        self.audience.partners == Partners::All
    }

    /// Whether it follows its roots: whoever begins to see them begins to see it.
    pub fn follows_roots(&self) -> bool {
        self.audience.partners == Partners::OfRoots
    }
}

/// A record as it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Which.
    pub key: Key,
    /// Its text.
    pub text: String,
}

/// Records that changed or became visible after a cursor, all from one snapshot of the store.
#[derive(Debug, Default)]
pub struct Page {
    /// Bodies as stored, oldest change first.
    pub bodies: Vec<Body>,
    /// What the reader may no longer see.
    pub removed: Vec<Key>,
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
    /// What rests in the archive, the last first.
    fn archived(&self) -> impl Future<Output = Outcome<Vec<Archived>>> + Send;
    /// One record as stored; none where it rests in the archive.
    fn record(&self, key: Key) -> impl Future<Output = Outcome<Option<Stored>>> + Send;
    /// Every record of a kind that a reader may ask for, as stored.
    fn of_kind(&self, reach: Reach, kind: Kind) -> impl Future<Output = Outcome<Vec<Stored>>> + Send;
    /// What changed after a cursor, from one snapshot.
    fn page(&self, reach: Reach, since: LogPosition, most: u32)
    -> impl Future<Output = Outcome<Page>> + Send;
    /// The changes of one record, newest first.
    fn history(&self, key: Key, most: u32) -> impl Future<Output = Outcome<Vec<LogEntry>>> + Send;
    /// Lines of the log after a place, in order, each with its hash.
    fn log_after(
        &self,
        position: LogPosition,
        most: u32,
    ) -> impl Future<Output = Outcome<Vec<(LogEntry, Hash)>>> + Send;
    /// The digests of the baselines before the last one, in their order.
    fn past_baselines(&self) -> impl Future<Output = Outcome<Vec<(LogPosition, Hash)>>> + Send;
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
        records: &[Key],
        devices: &[DeviceId],
    ) -> impl Future<Output = Outcome<()>> + Send {
        let _ = (changes, records, devices);
        std::future::ready(Ok(()))
    }
    /// Something that nobody can guess, for one line of the log.
    ///
    /// # Errors
    /// [`StoreError`] when there is no chance to be had.
    fn salt(&mut self) -> Outcome<String>;
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
    fn load(&mut self, key: Key) -> impl Future<Output = Outcome<Option<Stored>>> + Send;
    /// The device whose change has a place in the order.
    fn device_at(&mut self, position: LogPosition) -> impl Future<Output = Outcome<Option<DeviceId>>> + Send;
    /// Who wrote the change that has a place in the order; none where the log does not reach back that far.
    fn written_at(&mut self, position: LogPosition) -> impl Future<Output = Outcome<Option<Written>>> + Send;
    /// Every record of a kind that has a root, as it stands in this transaction.
    fn of_root(&mut self, root: Key, kind: Kind) -> impl Future<Output = Outcome<Vec<Stored>>> + Send;
    /// Writes a record, and to whom it is shown from now on. Who begins to see a root begins to see what follows it, at the
    /// place of the change that showed the root; the roles that see a record never change.
    fn put(
        &mut self,
        stored: &Stored,
        shown: &Shown<'_>,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Appends a line to the log with the hash of the chain after it, and the records that it touches.
    fn log(
        &mut self,
        entry: &LogEntry,
        hash: Hash,
        touched: &[Key],
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Remembers a refused change.
    fn refuse(
        &mut self,
        change: &Change,
        received_ms: i64,
        answer: &Answer,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Keeps a change that cannot be read or may not be taken, word for word; without its words where they name what was
    /// erased.
    fn quarantine(&mut self, kept: &Quarantined<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Forgets that a change could not be read.
    fn leave_quarantine(&mut self, change: ChangeId) -> impl Future<Output = Outcome<()>> + Send;
    /// Every record of a kind as it stands.
    fn of_kind(&mut self, kind: Kind) -> impl Future<Output = Outcome<Vec<Stored>>> + Send;
    /// Remembers an import.
    fn record_import(&mut self, imported: &Imported<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Every record as it stands in this transaction: key and body, ordered by key.
    fn everything(&mut self) -> impl Future<Output = Outcome<Vec<(String, String)>>> + Send;
    /// Takes a baseline in the place of the one before; its records are those of [`Self::everything`].
    fn put_baseline(&mut self, baseline: &Baseline) -> impl Future<Output = Outcome<()>> + Send;
    /// The records that have one of these among their roots.
    fn rooted_in(&mut self, roots: &[Key]) -> impl Future<Output = Outcome<Vec<Key>>> + Send;
    /// The places of the lines that touch one of these records, in order.
    fn lines_about(&mut self, keys: &[Key]) -> impl Future<Output = Outcome<Vec<LogPosition>>> + Send;
    /// Takes records out, and out of the lines about them what they say; of refused changes and those set aside what
    /// speaks of them; of shared links among them who opened them. From a place in the order on, whoever had the records
    /// is told that they are gone, and what still comes about them is not kept. The rights of everybody move, so that devices
    /// fetch everything afresh and nothing of it rests on them.
    fn erase(&mut self, erasing: &Erasing<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Whether one of these rests in the archive.
    fn is_archived(&mut self, keys: &[Key]) -> impl Future<Output = Outcome<bool>> + Send;
    /// Takes records out of everybody's sight, and tells from a place in the order on that they are gone. Gives the name
    /// under which they rest; a record that was there before gets its name back.
    fn archive(&mut self, archiving: &Archiving<'_>) -> impl Future<Output = Outcome<String>> + Send;
    /// Shows records to the roles of the City that saw them before, from a place in the order on.
    fn reopen(&mut self, archiving: &Archiving<'_>) -> impl Future<Output = Outcome<()>> + Send;
    /// Makes it all last.
    fn commit(self) -> impl Future<Output = Outcome<()>> + Send;
}
