// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one function for each thing that somebody does with a tablet.
//! A tablet in memory: what a page would see of it.
use crate::server::Server;
use futures::{executor::block_on, lock::Mutex};
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    household::Household,
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    record::{Record, RecordKey, Stored},
};
use soglia_sync::{
    change::{OutboxEntry, SignedIn},
    engine::{ExchangeTrouble, exchange},
    memory::MemoryStorage,
    outbox::waits_for_author,
    overlay::Laid,
    replica::{ActTrouble, Changed, Replica},
    row::Row,
    storage::Head,
    transport::Transport,
    wire::Push,
    workfile::ImportTrouble,
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};
use uuid::Uuid;

pub(crate) struct Tablet {
    pub(crate) storage: MemoryStorage,
    signed_in: SignedIn,
    replica: Mutex<Replica<MemoryStorage>>,
    /// The rows as a page would show them.
    rows: RefCell<BTreeMap<RecordKey, Row>>,
    now_ms: Cell<i64>,
}

pub(crate) fn author(name: &str, role: Role) -> Author {
    Author {
        person: PersonId(Uuid::new_v4()),
        name: name.to_owned(),
        role,
        organisation: OrganisationId(Uuid::from_u128(1)),
        organisation_name: "Comune di Milano".to_owned(),
    }
}

impl Tablet {
    pub(crate) fn new(server: &Server, name: &str, role: Role) -> Self {
        let author = author(name, role);
        server.know(&author);
        let signed_in = SignedIn {
            author,
            device: DeviceId(Uuid::new_v4()),
        };
        Self::over(MemoryStorage::default(), signed_in, 1_000)
    }

    fn over(storage: MemoryStorage, signed_in: SignedIn, now_ms: i64) -> Self {
        let opened = block_on(Replica::open(storage.clone(), signed_in.clone()));
        let (replica, rows) = opened.expect("the store opens");
        Self {
            storage,
            signed_in,
            replica: Mutex::new(replica),
            rows: RefCell::new(rows.into_iter().map(|row| (key(&row), row)).collect()),
            now_ms: Cell::new(now_ms),
        }
    }

    /// The same tablet after the page was closed and opened again.
    pub(crate) fn reopened(&self) -> Self {
        Self::over(self.storage.clone(), self.signed_in.clone(), self.now_ms.get())
    }

    /// A second tab of the same tablet.
    pub(crate) fn second_tab(&self) -> Self {
        self.reopened()
    }

    pub(crate) fn act(&self, action: Action) -> Result<Option<ChangeId>, ActTrouble> {
        self.now_ms.set(self.now_ms.get() + 1_000);
        let id = ChangeId(Uuid::new_v4());
        let acted = block_on(async { self.replica.lock().await.act(action, id, self.now_ms.get()).await })?;
        self.show(acted.changed);
        Ok(acted.change)
    }

    /// Saves while an exchange is under way: nothing may keep the store from whoever works.
    pub(crate) async fn act_at_once(&self, action: Action) {
        self.now_ms.set(self.now_ms.get() + 1_000);
        let id = ChangeId(Uuid::new_v4());
        let mut replica = self
            .replica
            .try_lock()
            .expect("nobody holds the store while the network is awaited");
        let acted = replica.act(action, id, self.now_ms.get()).await;
        self.show(acted.expect("the action is allowed and stored").changed);
    }

    #[track_caller]
    pub(crate) fn must(&self, action: Action) -> ChangeId {
        self.act(action)
            .expect("the action is allowed and stored")
            .expect("the action changes something")
    }

    pub(crate) fn sync(&self, server: &Server) -> Result<(), ExchangeTrouble> {
        self.sync_over(server)
    }

    pub(crate) fn sync_over(&self, server: &impl Transport) -> Result<(), ExchangeTrouble> {
        self.now_ms.set(self.now_ms.get() + 1_000);
        let mut steps = Vec::new();
        let result = block_on(exchange(
            &self.replica,
            server,
            || self.now_ms.get(),
            |_, step| {
                steps.push(step);
            },
        ));
        for step in steps {
            match step {
                soglia_sync::engine::Step::Answered(changed)
                | soglia_sync::engine::Step::Came { changed, .. } => self.show(changed),
            }
        }
        result
    }

    /// Another tablet of the same person.
    pub(crate) fn another(&self) -> Self {
        let signed_in = SignedIn {
            device: DeviceId(Uuid::new_v4()),
            ..self.signed_in.clone()
        };
        Self::over(MemoryStorage::default(), signed_in, self.now_ms.get())
    }

    /// The same tablet after a sign-in that drew a new identity for it.
    pub(crate) fn signed_in_again(&self) -> Self {
        let signed_in = SignedIn {
            device: DeviceId(Uuid::new_v4()),
            ..self.signed_in.clone()
        };
        Self::over(self.storage.clone(), signed_in, self.now_ms.get())
    }

    /// The same tablet after the browser threw its store away.
    pub(crate) fn emptied(&self) -> Self {
        Self::over(
            MemoryStorage::default(),
            self.signed_in.clone(),
            self.now_ms.get(),
        )
    }

    pub(crate) fn device(&self) -> DeviceId {
        self.signed_in.device
    }

    /// Sets the clock of the tablet.
    pub(crate) fn set_clock(&self, now_ms: i64) {
        self.now_ms.set(now_ms);
    }

    pub(crate) fn wipe(&self) {
        let changed = block_on(async { self.replica.lock().await.wipe().await });
        self.show(changed.expect("the store works"));
    }

    pub(crate) fn export(&self) -> Vec<u8> {
        block_on(async { self.replica.lock().await.export(self.now_ms.get()) }).expect("it can be written")
    }

    pub(crate) fn import(&self, bytes: &[u8]) -> Result<(usize, usize), ImportTrouble> {
        let imported = block_on(async { self.replica.lock().await.import(bytes).await })?;
        self.show(imported.changed);
        Ok((imported.n_added, imported.n_known))
    }

    pub(crate) fn outbox(&self) -> Vec<OutboxEntry> {
        block_on(async { self.replica.lock().await.outbox().to_vec() })
    }

    pub(crate) fn head(&self) -> Head {
        block_on(async { self.replica.lock().await.head().clone() })
    }

    pub(crate) fn to_send(&self) -> Push {
        block_on(async { self.replica.lock().await.to_send(Push::MOST) })
    }

    pub(crate) fn discard(&self, id: ChangeId) {
        let changed = block_on(async { self.replica.lock().await.discard(id).await });
        self.show(changed.expect("the store works"));
    }

    pub(crate) fn resend(&self, id: ChangeId) -> Result<(), ActTrouble> {
        let new_id = || ChangeId(Uuid::new_v4());
        let now_ms = self.now_ms.get();
        let changed = block_on(async { self.replica.lock().await.resend(id, now_ms, new_id).await })?;
        self.show(changed);
        Ok(())
    }

    pub(crate) fn reload(&self) {
        let rows = block_on(async { self.replica.lock().await.reload().await }).expect("the store works");
        *self.rows.borrow_mut() = rows.into_iter().map(|row| (key(&row), row)).collect();
    }

    fn show(&self, changed: Changed) {
        let mut rows = self.rows.borrow_mut();
        for (key, row) in changed.rows {
            match row {
                Some(row) => rows.insert(key, row),
                None => rows.remove(&key),
            };
        }
    }

    pub(crate) fn laid(&self, key: RecordKey) -> Laid {
        block_on(async { self.replica.lock().await.shown(key).await }).expect("the store works")
    }

    pub(crate) fn shown(&self, key: RecordKey) -> Option<Stored> {
        self.laid(key).stored
    }

    #[track_caller]
    pub(crate) fn household(&self, id: HouseholdId) -> Household {
        match self.shown(RecordKey::Household(id)).map(|stored| stored.record) {
            Some(Record::Household(household)) => household,
            _ => panic!("the household is here"),
        }
    }

    /// All households, read part by part.
    pub(crate) fn every_household(&self) -> BTreeMap<HouseholdId, Household> {
        block_on(async {
            let mut replica = self.replica.lock().await;
            let mut all = BTreeMap::new();
            for part in replica.parts() {
                for household in replica.households_in(part).await.expect("the store works") {
                    let twice = all.insert(household.id, household);
                    assert!(twice.is_none(), "a household is found once");
                }
            }
            all
        })
    }

    pub(crate) fn rows(&self) -> BTreeMap<RecordKey, Row> {
        self.rows.borrow().clone()
    }

    pub(crate) fn n_outbox(&self) -> usize {
        block_on(async { self.replica.lock().await.outbox().len() })
    }

    pub(crate) fn n_waiting_for_author(&self) -> usize {
        block_on(async {
            let replica = self.replica.lock().await;
            replica
                .outbox()
                .iter()
                .filter(|entry| waits_for_author(entry))
                .count()
        })
    }

    pub(crate) fn waiting_for_author(&self) -> Vec<ChangeId> {
        block_on(async {
            let replica = self.replica.lock().await;
            let waiting = replica.outbox().iter().filter(|entry| waits_for_author(entry));
            waiting.map(|entry| entry.change.id).collect()
        })
    }

    pub(crate) fn n_deliveries(&self) -> usize {
        block_on(async { self.replica.lock().await.deliveries().len() })
    }

    pub(crate) fn counters(&self) -> Vec<u64> {
        block_on(async {
            let replica = self.replica.lock().await;
            replica
                .outbox()
                .iter()
                .map(|entry| entry.change.counter)
                .collect()
        })
    }
}

fn key(row: &Row) -> RecordKey {
    match row {
        Row::Dwelling(row) => RecordKey::Dwelling(row.id),
        Row::Household(row) => RecordKey::Household(row.id),
        Row::CityRules => RecordKey::CityRules,
    }
}
