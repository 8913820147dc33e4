// SPDX-License-Identifier: AGPL-3.0-or-later
//! A store in memory, for tests and simulations: it keeps what the server keeps, and fails when told to.
mod accounts;
mod archive;
mod audit;
mod calendars;
mod erase;
mod factors;
mod held;
mod kept_factor;
mod kept_session;
mod people;
mod provider;
mod read;
mod retention;
mod views;
mod write;

pub use write::MemoryWrite;

use crate::{
    chain::Hash,
    store::{
        Acting, Archived, Audited, Baseline, Device, LogEntry, LogHead, NotTaken, Outcome, Person,
        StoreError, Viewed, WrongPins,
    },
};
use futures::lock::Mutex as Turn;
use soglia_domain::{
    access::Roles,
    id::{ChangeId, DeviceId, OrganisationId, PersonId, SharedLinkId},
    record::{Key, LogPosition},
};
use soglia_sync::change::Answer;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// When a commit fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crash {
    /// Before anything lasts.
    BeforeCommit,
    /// After everything lasts, before anybody hears of it.
    AfterCommit,
}

/// A store in memory. Copies share their content, as two processes on one database do.
#[derive(Clone, Default)]
pub struct MemoryStore {
    content: Arc<Mutex<Arc<Content>>>,
    turn: Arc<Turn<()>>,
    crash: Arc<Mutex<Option<Crash>>>,
}

#[derive(Clone)]
struct Record {
    position: LogPosition,
    roles: Roles,
    to_all_partners: bool,
    follows_roots: bool,
    roots: Arc<[Key]>,
    body: Arc<str>,
}

#[derive(Clone)]
struct Line {
    entry: Arc<LogEntry>,
    hash: Hash,
    touched: Arc<[Key]>,
}

/// A sign-in at the identity provider that is under way.
#[derive(Clone)]
struct KeptEntry {
    text: String,
    until_ms: i64,
}

/// A change that was set aside, as it was kept.
#[derive(Clone, Debug)]
pub struct Aside {
    /// By whom.
    pub author: PersonId,
    /// Why.
    pub reason: String,
    /// As it came.
    pub text: String,
    /// When it came, in milliseconds since 1970.
    pub received_ms: i64,
}

#[derive(Clone, Default)]
struct Content {
    records: BTreeMap<Key, Record>,
    /// Which partner sees which record, and since which place.
    partners: BTreeMap<(OrganisationId, Key), LogPosition>,
    removals: BTreeMap<(OrganisationId, Key), (LogPosition, i64)>,
    floor: LogPosition,
    log: Vec<Line>,
    answers: BTreeMap<ChangeId, (PersonId, Answer)>,
    refused: BTreeMap<ChangeId, NotTaken>,
    aside: BTreeMap<ChangeId, Arc<Aside>>,
    highest: BTreeMap<DeviceId, u64>,
    head: LogHead,
    baseline: Option<Arc<Baseline>>,
    past_baselines: Vec<(LogPosition, Hash)>,
    /// What rests in the archive.
    archive: BTreeMap<Key, Archived>,
    /// The names that were given there.
    archive_names: BTreeMap<Key, String>,
    /// What is in nobody's sight since which place, and which roles saw it before.
    withdrawn: BTreeMap<Key, (LogPosition, Roles)>,
    /// What is in sight again since which place.
    reshown: BTreeMap<Key, LogPosition>,
    /// What was erased, and at which place.
    erased: BTreeMap<Key, LogPosition>,
    people: BTreeMap<String, (Person, u64)>,
    devices: BTreeMap<DeviceId, Device>,
    sessions: BTreeMap<String, kept_session::Session>,
    ends: BTreeMap<PersonId, i64>,
    acting: BTreeMap<PersonId, Acting>,
    /// Whom an invitation is for, by the hash of its token, and until when it opens.
    invitations: BTreeMap<String, (PersonId, i64)>,
    audit: Vec<Audited>,
    /// The hash of the secret, and since when.
    calendars: BTreeMap<PersonId, (String, i64)>,
    factors: BTreeMap<PersonId, kept_factor::KeptFactor>,
    /// The hash of the tax code that is linked to somebody.
    tax_codes: BTreeMap<PersonId, String>,
    entries: BTreeMap<String, KeptEntry>,
    views: Vec<(SharedLinkId, Viewed)>,
    wrong_pins: BTreeMap<SharedLinkId, WrongPins>,
    /// When each visit of a link began.
    link_visits: BTreeMap<SharedLinkId, BTreeMap<String, i64>>,
    n_imports: usize,
}

impl MemoryStore {
    /// The next commit fails.
    pub fn crash_next_commit(&self, crash: Crash) {
        *locked(&self.crash) = Some(crash);
    }

    /// The next commit does not fail after all.
    pub fn heal(&self) {
        *locked(&self.crash) = None;
    }

    /// A copy of everything as it stands, as a backup is.
    pub fn copy(&self) -> Self {
        let store = Self::default();
        *locked(&store.content) = self.now();
        store
    }

    /// Puts everything back as it stood in a copy, as a restored backup does.
    pub fn restore(&self, copy: &Self) {
        let content = copy.now();
        *locked(&self.content) = content;
    }

    /// What was answered to a change; none when it never came.
    pub fn answer(&self, change: ChangeId) -> Option<Answer> {
        self.now().answers.get(&change).map(|(_, answer)| answer.clone())
    }

    /// A change that was set aside.
    pub fn aside(&self, change: ChangeId) -> Option<Arc<Aside>> {
        self.now().aside.get(&change).cloned()
    }

    fn now(&self) -> Arc<Content> {
        Arc::clone(&locked(&self.content))
    }

    fn change<T>(&self, change: impl FnOnce(&mut Content) -> T) -> T {
        change(Arc::make_mut(&mut locked(&self.content)))
    }

    fn commit(&self, content: Content) -> Outcome<()> {
        let crash = locked(&self.crash).take();
        let lost = || Err(StoreError("the store went away".to_owned()));
        if crash == Some(Crash::BeforeCommit) {
            return lost();
        }
        *locked(&self.content) = Arc::new(content);
        if crash == Some(Crash::AfterCommit) {
            return lost();
        }
        Ok(())
    }
}

/// The content is never left half-changed, so a panic elsewhere does not spoil it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn everything(content: &Content) -> Vec<(String, String)> {
    let records = content.records.iter();
    records
        .map(|(key, record)| (key.to_string(), record.body.as_ref().to_owned()))
        .collect()
}
