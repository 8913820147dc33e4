// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is on this device now, as signals. Pages read signals and send actions; they never call storage.
mod accounts;
pub mod archive;
mod carry;
mod core;
mod deciding;
mod door;
mod follow;
mod households;
mod map;
mod open;
mod photos;
mod rows;
mod server;
mod start;
mod status;
mod store;
mod told;

pub(crate) use crate::device::clock::wait as pause;
pub(crate) use crate::device::{
    crypto::random_bytes,
    drafts::{get as draft, set as keep_draft},
    words::family_words,
};
pub use crate::device::{
    devices::OwnDevice,
    pictures::{PAD, PictureTrouble},
};
pub use accounts::AuditWanted;
pub use carry::{CarryTrouble, Work};
pub use deciding::touches;
pub use map::NotHere;
pub use open::{Open, Shown};
pub use rows::{Hit, Matched, Rows};
pub use server::{HistoryEntry, HttpTrouble, ImportParameters, Problem};
pub use status::{ActError, FirstSync, PhotoQueue, StorageStatus, StorageTrouble, SyncStatus, SyncTrouble};
pub(crate) use told::tell_written;

use crate::device::{clock, indexeddb::IndexedDb, install, update, writer};
use crate::fetched::NotFetched;
use crate::prelude::*;
use deciding::deciding;
use soglia_domain::{
    action::Action,
    calendar::Day,
    city_rules::CityRules,
    id::{AmendmentId, ChangeId, MemberId, ScenarioId},
    record::{Identity, Key},
    rulebook::{Rulebook, Rules},
    visit::AttemptId,
};
use soglia_sync::{
    change::{Delivery, OutboxEntry},
    replica::{ActTrouble, Replica, UnreadEntry},
    storage,
};
use std::{rc::Rc, sync::Arc};
use uuid::Uuid;

/// Everything the pages show, and the one way to change it.
#[derive(Clone, Copy)]
pub struct State {
    /// One row for each record, pending local changes laid on top.
    pub rows: RwSignal<Arc<Rows>>,
    /// How far the exchange with the server came.
    pub sync: RwSignal<SyncStatus>,
    /// Changes that have not arrived yet, in the order in which they were made.
    pub outbox: RwSignal<Arc<Vec<Arc<OutboxEntry>>>>,
    /// Changes that only a newer version can read: kept here, and never sent by this one.
    pub unread: RwSignal<Arc<Vec<UnreadEntry>>>,
    /// Changes that arrived, newest first, the last 200.
    pub deliveries: RwSignal<Arc<Vec<Delivery>>>,
    /// Photos that nobody else has yet.
    pub photos: RwSignal<PhotoQueue>,
    /// How safely this browser keeps what is stored.
    pub storage: RwSignal<StorageStatus>,
    /// What the City decided about its rulebook, with the changes of this device.
    pub city_rules: RwSignal<Arc<CityRules>>,
    rules: RwSignal<Arc<Rules>>,
    core: StoredValue<Rc<core::Core>, LocalStorage>,
}

/// What decides is not on this device yet: with a network trying again helps.
const NOT_HERE: ActError = ActError::NotSaved(StorageTrouble::Failed);

impl State {
    /// Makes the state and offers it to every page.
    pub fn provide() -> Self {
        let state = Self {
            rows: RwSignal::new(Arc::default()),
            sync: RwSignal::new(SyncStatus::default()),
            outbox: RwSignal::new(Arc::default()),
            unread: RwSignal::new(Arc::default()),
            deliveries: RwSignal::new(Arc::default()),
            photos: RwSignal::new(PhotoQueue::default()),
            storage: RwSignal::new(StorageStatus::default()),
            city_rules: RwSignal::new(Arc::default()),
            rules: RwSignal::new(Arc::new(Rulebook::published().as_of(clock::today()))),
            core: StoredValue::new_local(Rc::default()),
        };
        provide_context(state);
        state
    }

    /// Does what a person asked for. Resolves when it is stored on this device, not before. The id is nil when nothing
    /// had to change.
    ///
    /// # Errors
    /// [`ActError`]: the rules refuse it, or this device could not store it.
    pub async fn act(&self, action: Action) -> Result<ChangeId, ActError> {
        let deciding = deciding().await.map_err(|NotFetched| NOT_HERE)?;
        let id = ChangeId(Uuid::now_v7());
        let now_ms = self.now_ms();
        let acted = self
            .write(async |replica| {
                let acted = (deciding.act)(replica, &action, id, now_ms).await?;
                Ok((acted.change, acted.changed))
            })
            .await?;
        Ok(acted.unwrap_or(ChangeId(Uuid::nil())))
    }

    /// Gives up a change that came back. Only its author chooses this. What builds on a record that it alone begins is
    /// given up with it.
    ///
    /// # Errors
    /// [`ActError`]: this device could not store it.
    pub async fn discard(&self, change: ChangeId) -> Result<(), ActError> {
        self.write(async |replica| Ok(((), replica.discard(change).await?)))
            .await
    }

    /// Gives up a change that only a newer version can read. Only its author chooses this.
    ///
    /// # Errors
    /// [`ActError`]: this device could not store it.
    pub async fn discard_unread(&self, change: ChangeId) -> Result<(), ActError> {
        self.write(async |replica| Ok(((), replica.discard_unread(change).await?)))
            .await
    }

    /// Sends a change that came back once more, decided anew on what is known now.
    ///
    /// # Errors
    /// [`ActError`]: the rules refuse it now too, or this device could not store it.
    pub async fn resend(&self, change: ChangeId) -> Result<(), ActError> {
        let deciding = deciding().await.map_err(|NotFetched| NOT_HERE)?;
        let now_ms = self.now_ms();
        self.write(async |replica| Ok(((), (deciding.resend)(replica, change, now_ms).await?)))
            .await
    }

    /// One writer at a time, and once more from the start when another tab was quicker.
    async fn write<T>(
        &self,
        step: impl AsyncFn(&mut Replica<IndexedDb>) -> Result<(T, soglia_sync::replica::Changed), ActTrouble>,
    ) -> Result<T, ActError> {
        writer::take_pen().await;
        let store = self.store().ok_or(ActError::NotSaved(StorageTrouble::Closed))?;
        let mut replica = store.lock().await;
        let began = clock::begin_measure("save");
        let mut n_tries = 0;
        loop {
            n_tries += 1;
            match step(&mut replica).await {
                Ok((value, changed)) => {
                    clock::end_measure("save", &began);
                    self.show(&replica, changed);
                    drop(replica);
                    tell_written();
                    self.ask_to_persist();
                    self.sync_now();
                    return Ok(value);
                }
                Err(ActTrouble::Refused(refusal)) => return Err(ActError::Refused(refusal)),
                Err(ActTrouble::Storage(storage::StorageTrouble::Overtaken)) if n_tries < 4 => {
                    self.reload(&mut replica).await.map_err(ActError::NotSaved)?;
                }
                Err(ActTrouble::Storage(storage::StorageTrouble::Full))
                    if n_tries < 4 && self.make_room(replica.storage()).await => {}
                Err(ActTrouble::Storage(trouble)) => return Err(ActError::NotSaved(trouble.into())),
            }
        }
    }

    /// One record, kept up to date.
    pub fn record(&self, key: impl Fn() -> Key + Send + Sync + 'static) -> Signal<Open> {
        self.follow(key)
    }

    /// Exchanges with the server as soon as possible.
    pub fn sync_now(&self) {
        self.core.with_value(|core| {
            if let Some(wake) = core.wake.borrow().as_ref() {
                // The loop ends only with the page.
                drop(wake.unbounded_send(()));
            }
        });
    }

    /// Today where the device is.
    pub fn today(&self) -> Day {
        clock::today()
    }

    /// The rules in force today. Tracks.
    pub fn rules(&self) -> Arc<Rules> {
        let rules = self.rules.get();
        if rules.day() == self.today() {
            return rules;
        }
        // The page was left open over midnight.
        Arc::new(self.rules_on(self.today()))
    }

    /// The rules in force on another day. Tracks.
    pub fn rules_on(&self, day: Day) -> Rules {
        self.city_rules.with(|city| city.rulebook().as_of(day))
    }

    /// Milliseconds since 1970 by the clock of the device.
    pub fn now_ms(&self) -> i64 {
        clock::now_ms()
    }

    /// Whether a new version of the application waits. Tracks.
    pub fn has_update() -> bool {
        update::is_waiting()
    }

    /// Takes the new version: the page opens again with it. What is saved stays.
    pub fn take_update() {
        update::take();
    }

    /// Whether the browser offers to put Soglia on the home screen. Tracks.
    pub fn can_install() -> bool {
        install::is_offered()
    }

    /// Whether this is Soglia from the home screen.
    pub fn is_installed() -> bool {
        install::is_installed()
    }

    /// Takes the browser's offer.
    pub async fn install() {
        install::accept().await;
    }

    /// A new identity for a record of any kind.
    pub fn new_id<I: Identity>(&self) -> I {
        I::of(Uuid::now_v7())
    }

    /// A new identity for an amendment.
    pub fn new_amendment_id(&self) -> AmendmentId {
        AmendmentId(Uuid::now_v7())
    }

    /// A new identity for a scenario.
    pub fn new_scenario_id(&self) -> ScenarioId {
        ScenarioId(Uuid::now_v7())
    }

    /// A new number for a member. Drawn at random, so that two devices offline do not give the same one.
    pub fn new_member_id(&self) -> MemberId {
        MemberId(Uuid::now_v7().as_u64_pair().1 as u32)
    }

    /// A new number for a part of a record, drawn in the same way.
    pub fn new_number(&self) -> u32 {
        Uuid::now_v7().as_u64_pair().1 as u32
    }

    /// A new number for an attempt at a visit, drawn in the same way.
    pub fn new_attempt_id(&self) -> AttemptId {
        AttemptId(Uuid::now_v7().as_u64_pair().1 as u32)
    }
}
