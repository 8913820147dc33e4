// SPDX-License-Identifier: AGPL-3.0-or-later
//! A tablet in memory: what somebody does with it.
use crate::{
    deeds::author,
    line::Line,
    server::{BEGIN_MS, Server},
};
use futures::{executor::block_on, lock::Mutex};
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    id::{ChangeId, DeviceId},
    record::Key,
    rooms::Row,
};
use soglia_sync::{
    change::SignedIn,
    engine::{Approach, ExchangeTrouble, exchange},
    memory::MemoryStorage,
    replica::{ActTrouble, Changed, Replica},
    transport::Transport,
    workfile::ImportTrouble,
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};
use uuid::Uuid;

pub(crate) struct Tablet {
    server: Server,
    pub(crate) storage: MemoryStorage,
    signed_in: SignedIn,
    pub(crate) replica: Mutex<Replica<MemoryStorage>>,
    /// The rows as a page would show them.
    pub(crate) rows: RefCell<BTreeMap<Key, Row>>,
    now_ms: Cell<i64>,
    approach: Cell<Approach>,
}

impl Tablet {
    pub(crate) fn new(server: &Server, name: &str, role: Role) -> Self {
        Self::of(server, author(name, role))
    }

    /// Of somebody who works for whom it may be.
    pub(crate) fn of(server: &Server, author: Author) -> Self {
        server.know(&author);
        let signed_in = SignedIn {
            author,
            device: DeviceId(Uuid::new_v4()),
        };
        server.meet(&signed_in.author, signed_in.device);
        Self::over(server, MemoryStorage::default(), signed_in, BEGIN_MS)
    }

    fn over(server: &Server, storage: MemoryStorage, signed_in: SignedIn, now_ms: i64) -> Self {
        let opened = block_on(Replica::open(storage.clone(), signed_in.clone()));
        let (replica, rows) = opened.expect("the store opens");
        Self {
            server: server.clone(),
            storage,
            signed_in,
            replica: Mutex::new(replica),
            rows: RefCell::new(rows.into_iter().map(|row| (row.key(), row)).collect()),
            now_ms: Cell::new(now_ms),
            approach: Cell::new(Approach::Known),
        }
    }

    /// The same tablet after the page was closed and opened again.
    pub(crate) fn reopened(&self) -> Self {
        let (storage, signed_in) = (self.storage.clone(), self.signed_in.clone());
        Self::over(&self.server, storage, signed_in, self.now_ms.get())
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
        self.sync_over(&server.line(self.device()))
    }

    /// The way to the server, for those who put something into it.
    pub(crate) fn line(&self) -> Line {
        self.server.line(self.device())
    }

    pub(crate) fn sync_over(&self, server: &impl Transport) -> Result<(), ExchangeTrouble> {
        self.now_ms.set(self.now_ms.get() + 1_000);
        let mut steps = Vec::new();
        let result = block_on(exchange(
            &self.replica,
            server,
            self.approach.get(),
            || self.now_ms.get(),
            |_, step| {
                steps.push(step);
            },
        ));
        self.approach.set(Approach::after(&result));
        for step in steps {
            match step {
                soglia_sync::engine::Step::Answered(changed)
                | soglia_sync::engine::Step::Came { changed, .. } => self.show(changed),
            }
        }
        result
    }

    /// The same person on another device, which nobody has met so far.
    fn elsewhere(&self) -> SignedIn {
        SignedIn {
            device: DeviceId(Uuid::new_v4()),
            ..self.signed_in.clone()
        }
    }

    /// Another tablet of the same person.
    pub(crate) fn another(&self) -> Self {
        let another = self.another_unmet();
        self.server.meet(another.author(), another.device());
        another
    }

    /// Another tablet of the same person, from before its server was restored: the server never met it.
    pub(crate) fn another_unmet(&self) -> Self {
        let signed_in = self.elsewhere();
        Self::over(
            &self.server,
            MemoryStorage::default(),
            signed_in,
            self.now_ms.get(),
        )
    }

    /// The same tablet after a sign-in that drew a new identity for it.
    pub(crate) fn signed_in_again(&self) -> Self {
        let signed_in = self.elsewhere();
        self.server.meet(&signed_in.author, signed_in.device);
        Self::over(&self.server, self.storage.clone(), signed_in, self.now_ms.get())
    }

    /// The same tablet after the browser threw its store away.
    pub(crate) fn emptied(&self) -> Self {
        let signed_in = self.signed_in.clone();
        Self::over(
            &self.server,
            MemoryStorage::default(),
            signed_in,
            self.now_ms.get(),
        )
    }

    pub(crate) fn device(&self) -> DeviceId {
        self.signed_in.device
    }

    pub(crate) fn author(&self) -> &Author {
        &self.signed_in.author
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
        block_on(async { self.replica.lock().await.export(self.now_ms.get()).await })
            .expect("it can be written")
    }

    pub(crate) fn import(&self, bytes: &[u8]) -> Result<(usize, usize), ImportTrouble> {
        let imported = block_on(async { self.replica.lock().await.import(bytes).await })?;
        self.show(imported.changed);
        Ok((imported.n_added, imported.n_known))
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
        *self.rows.borrow_mut() = rows.into_iter().map(|row| (row.key(), row)).collect();
    }

    /// Gives up a change that only a newer version can read.
    pub(crate) fn discard_unread(&self, id: ChangeId) {
        let changed = block_on(async { self.replica.lock().await.discard_unread(id).await });
        self.show(changed.expect("the store works"));
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
}
