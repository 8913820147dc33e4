// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is on this device now, as signals. Pages read signals and send actions; they never call storage.
mod open;
mod rows;
mod server;
mod status;

pub use open::{Open, Shown};
pub use rows::{Hit, Matched, Rows};
pub use server::{HistoryEntry, HttpTrouble, ImportParameters, Problem};
pub use status::{ActError, FirstSync, StorageStatus, StorageTrouble, SyncStatus, SyncTrouble};

use leptos::prelude::*;
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::{ChangeId, HouseholdId, MemberId, OfferId},
    record::RecordKey,
};
use soglia_sync::change::{Delivery, OutboxEntry};
use std::sync::Arc;
use uuid::Uuid;

/// Everything the pages show, and the one way to change it.
#[derive(Clone, Copy)]
pub struct State {
    /// One row for each record, pending local changes laid on top.
    pub rows: RwSignal<Arc<Rows>>,
    /// How far the exchange with the server came.
    pub sync: RwSignal<SyncStatus>,
    /// Changes that have not arrived yet, in the order in which they were made.
    pub outbox: RwSignal<Arc<Vec<OutboxEntry>>>,
    /// Changes that arrived, newest first, the last 200.
    pub deliveries: RwSignal<Arc<Vec<Delivery>>>,
    /// How safely this browser keeps what is stored.
    pub storage: RwSignal<StorageStatus>,
}

impl State {
    /// Makes the state and offers it to every page.
    pub fn provide() -> Self {
        let state = Self {
            rows: RwSignal::new(Arc::default()),
            sync: RwSignal::new(SyncStatus::default()),
            outbox: RwSignal::new(Arc::default()),
            deliveries: RwSignal::new(Arc::default()),
            storage: RwSignal::new(StorageStatus::default()),
        };
        provide_context(state);
        state
    }

    /// Does what a person asked for. Resolves when it is stored on this device, not before. The id is nil when nothing
    /// had to change.
    ///
    /// # Errors
    /// [`ActError`]: the rules refuse it, or this device could not store it.
    pub async fn act(&self, _action: Action) -> Result<ChangeId, ActError> {
        Err(ActError::NotSaved(StorageTrouble::Closed))
    }

    /// One record, kept up to date.
    pub fn record(&self, _key: impl Fn() -> RecordKey + Send + Sync + 'static) -> Signal<Open> {
        Signal::stored(Open::Loading)
    }

    /// Gives up a change that the server refused. Only its author chooses this.
    pub async fn discard(&self, _change: ChangeId) -> Result<(), ActError> {
        Ok(())
    }

    /// Sends a refused change again, decided anew on what is known now.
    pub async fn resend(&self, _change: ChangeId) -> Result<(), ActError> {
        Ok(())
    }

    /// Exchanges with the server as soon as possible.
    pub fn sync_now(&self) {}

    /// Today where the device is.
    pub fn today(&self) -> Day {
        crate::device::clock::today()
    }

    /// Milliseconds since 1970 by the clock of the device.
    pub fn now_ms(&self) -> i64 {
        crate::device::clock::now_ms()
    }

    /// A new identity for a household.
    pub fn new_household_id(&self) -> HouseholdId {
        HouseholdId(Uuid::now_v7())
    }

    /// A new identity for a proposal.
    pub fn new_offer_id(&self) -> OfferId {
        OfferId(Uuid::now_v7())
    }

    /// A new number for a member. Drawn at random, so that two devices offline do not give the same one.
    pub fn new_member_id(&self) -> MemberId {
        MemberId(Uuid::now_v7().as_u64_pair().1 as u32)
    }
}
