// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whichever engine is in use.
use super::{News, Place, Table, postgres, postgres::Postgres, sqlite, sqlite::Sqlite};
use serde_json::{Map, Value};
use soglia_domain::{
    id::{ChangeId, DeviceId, PersonId},
    photo::PhotoId,
    record::{Key, Kind, LogPosition, Stored, Written},
};
use soglia_ledger::{
    chain::Hash,
    store::{
        Archived, Archiving, Baseline, Erasing, Imported, LogEntry, LogHead, Outcome, Page, Quarantined,
        Reach, Shown, Store, Write,
    },
};
use soglia_sync::change::{Answer, Change};

/// The engine in use.
#[derive(Clone)]
pub(crate) enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// A writing transaction of the engine in use.
pub(crate) enum BackendWrite {
    Sqlite(sqlite::Writing),
    Postgres(postgres::Writing),
}

/// The same call, whichever engine it is.
macro_rules! either {
    ($self:expr, $engine:ident => $call:expr) => {
        match $self {
            Self::Sqlite($engine) => $call.await,
            Self::Postgres($engine) => $call.await,
        }
    };
}

mod accounts;
mod calendars;
mod erasures;
mod factors;
mod held;
mod people;
mod provider;
mod views;

impl Backend {
    /// Opens a store, and brings its tables up to date.
    pub(crate) async fn open(place: &Place) -> Outcome<Self> {
        Ok(match place {
            Place::Folder(folder) => Self::Sqlite(Sqlite::open(folder).await?),
            Place::Database(address) => Self::Postgres(Postgres::open(address).await?),
        })
    }

    /// Hears of what is new from now on, whichever process wrote it.
    pub(crate) async fn follow(&self) -> Outcome<News> {
        either!(self, engine => engine.follow())
    }

    /// A photo is there as a whole. Saying it again changes nothing.
    pub(crate) async fn note_blob(
        &self,
        id: PhotoId,
        size: u64,
        person: PersonId,
        now_ms: i64,
    ) -> Outcome<()> {
        either!(self, engine => engine.note_blob(id, size, person, now_ms))
    }

    /// How large a photo is, in bytes; none where it never came as a whole.
    pub(crate) async fn blob_size(&self, id: PhotoId) -> Outcome<Option<u64>> {
        either!(self, engine => engine.blob_size(id))
    }

    /// The photos that were kept, by their names.
    pub(crate) async fn kept_blobs(&self) -> Outcome<Vec<PhotoId>> {
        either!(self, engine => engine.kept_blobs())
    }

    /// How many devices were seen since a moment.
    pub(crate) async fn n_devices_since(&self, since_ms: i64) -> Outcome<u64> {
        either!(self, engine => engine.n_devices_since(since_ms))
    }

    /// Gives every row of every table, all from one snapshot, while others go on writing.
    pub(crate) async fn dump(&self, take: impl FnMut(&'static Table, Value) -> Outcome<()>) -> Outcome<()> {
        either!(self, engine => engine.dump(take))
    }
}

impl BackendWrite {
    /// Takes every row out of every table.
    pub(crate) async fn empty(&mut self) -> Outcome<()> {
        either!(self, write => write.empty())
    }

    /// Keeps keys of households, in the place of all others.
    pub(crate) async fn replace_record_keys(&mut self, keys: &[(Key, String)]) -> Outcome<()> {
        either!(self, write => write.replace_record_keys(keys))
    }

    /// A household was erased by an act, whoever asked for it then.
    pub(crate) async fn note_erased(&mut self, root: Key, act: &str) -> Outcome<()> {
        either!(self, write => write.note_erased(root, act))
    }

    /// Puts rows of a backup into a table.
    pub(crate) async fn fill(&mut self, table: &Table, rows: Vec<Map<String, Value>>) -> Outcome<()> {
        either!(self, write => write.fill(table, rows))
    }
}

impl Store for Backend {
    type Write = BackendWrite;

    async fn begin(&self) -> Outcome<BackendWrite> {
        Ok(match self {
            Self::Sqlite(engine) => BackendWrite::Sqlite(engine.begin().await?),
            Self::Postgres(engine) => BackendWrite::Postgres(engine.begin().await?),
        })
    }

    async fn record(&self, key: Key) -> Outcome<Option<Stored>> {
        either!(self, engine => engine.record(key))
    }

    async fn archived(&self) -> Outcome<Vec<Archived>> {
        either!(self, engine => engine.archived())
    }

    async fn of_kind(&self, reach: Reach, kind: Kind) -> Outcome<Vec<Stored>> {
        either!(self, engine => engine.of_kind(reach, kind))
    }

    async fn page(&self, reach: Reach, since: LogPosition, most: u32) -> Outcome<Page> {
        either!(self, engine => engine.page(reach, since, most))
    }

    async fn history(&self, key: Key, most: u32) -> Outcome<Vec<LogEntry>> {
        either!(self, engine => engine.history(key, most))
    }

    async fn log_after(&self, position: LogPosition, most: u32) -> Outcome<Vec<(LogEntry, Hash)>> {
        either!(self, engine => engine.log_after(position, most))
    }

    async fn past_baselines(&self) -> Outcome<Vec<(LogPosition, Hash)>> {
        either!(self, engine => engine.past_baselines())
    }

    async fn baseline(&self) -> Outcome<Option<Baseline>> {
        either!(self, engine => engine.baseline())
    }

    async fn everything(&self) -> Outcome<(LogHead, Vec<(String, String)>)> {
        either!(self, engine => engine.everything())
    }

    async fn is_empty(&self) -> Outcome<bool> {
        either!(self, engine => engine.is_empty())
    }

    async fn forget_removals(&self, before_ms: i64) -> Outcome<()> {
        either!(self, engine => engine.forget_removals(before_ms))
    }
}

impl Write for BackendWrite {
    fn salt(&mut self) -> Outcome<String> {
        match self {
            Self::Sqlite(write) => write.salt(),
            Self::Postgres(write) => write.salt(),
        }
    }

    async fn foresee(&mut self, changes: &[ChangeId], records: &[Key], devices: &[DeviceId]) -> Outcome<()> {
        either!(self, write => write.foresee(changes, records, devices))
    }

    async fn head(&mut self) -> Outcome<LogHead> {
        either!(self, write => write.head())
    }

    async fn answer_to(&mut self, change: ChangeId) -> Outcome<Option<(PersonId, Answer)>> {
        either!(self, write => write.answer_to(change))
    }

    async fn highest_counter(&mut self, device: DeviceId) -> Outcome<u64> {
        either!(self, write => write.highest_counter(device))
    }

    async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        either!(self, write => write.is_revoked(device))
    }

    async fn load(&mut self, key: Key) -> Outcome<Option<Stored>> {
        either!(self, write => write.load(key))
    }

    async fn device_at(&mut self, position: LogPosition) -> Outcome<Option<DeviceId>> {
        either!(self, write => write.device_at(position))
    }

    async fn written_at(&mut self, position: LogPosition) -> Outcome<Option<Written>> {
        either!(self, write => write.written_at(position))
    }

    async fn of_root(&mut self, root: Key, kind: Kind) -> Outcome<Vec<Stored>> {
        either!(self, write => write.of_root(root, kind))
    }

    async fn put(&mut self, stored: &Stored, shown: &Shown<'_>, now_ms: i64) -> Outcome<()> {
        either!(self, write => write.put(stored, shown, now_ms))
    }

    async fn log(&mut self, entry: &LogEntry, hash: Hash, touched: &[Key]) -> Outcome<()> {
        either!(self, write => write.log(entry, hash, touched))
    }

    async fn refuse(&mut self, change: &Change, received_ms: i64, answer: &Answer) -> Outcome<()> {
        either!(self, write => write.refuse(change, received_ms, answer))
    }

    async fn quarantine(&mut self, kept: &Quarantined<'_>) -> Outcome<()> {
        either!(self, write => write.quarantine(kept))
    }

    async fn leave_quarantine(&mut self, change: ChangeId) -> Outcome<()> {
        either!(self, write => write.leave_quarantine(change))
    }

    async fn of_kind(&mut self, kind: Kind) -> Outcome<Vec<Stored>> {
        either!(self, write => write.of_kind(kind))
    }

    async fn record_import(&mut self, imported: &Imported<'_>) -> Outcome<()> {
        either!(self, write => write.record_import(imported))
    }

    async fn everything(&mut self) -> Outcome<Vec<(String, String)>> {
        either!(self, write => write.everything())
    }

    async fn put_baseline(&mut self, baseline: &Baseline) -> Outcome<()> {
        either!(self, write => write.put_baseline(baseline))
    }

    async fn rooted_in(&mut self, roots: &[Key]) -> Outcome<Vec<Key>> {
        either!(self, write => write.rooted_in(roots))
    }

    async fn lines_about(&mut self, keys: &[Key]) -> Outcome<Vec<LogPosition>> {
        either!(self, write => write.lines_about(keys))
    }

    async fn erase(&mut self, erasing: &Erasing<'_>) -> Outcome<()> {
        either!(self, write => write.erase(erasing))
    }

    async fn is_archived(&mut self, keys: &[Key]) -> Outcome<bool> {
        either!(self, write => write.is_archived(keys))
    }

    async fn archive(&mut self, archiving: &Archiving<'_>) -> Outcome<String> {
        either!(self, write => write.archive(archiving))
    }

    async fn reopen(&mut self, archiving: &Archiving<'_>) -> Outcome<()> {
        either!(self, write => write.reopen(archiving))
    }

    async fn commit(self) -> Outcome<()> {
        either!(self, write => write.commit())
    }
}
