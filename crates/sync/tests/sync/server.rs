// SPDX-License-Identifier: AGPL-3.0-or-later
//! The real ledger over its store in memory, and what happens to it and on the way to it.
use crate::{deeds::author, line::Line};
use futures::executor::block_on;
use serde_json::Value;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{Key, Stored},
};
use soglia_ledger::{
    fold::verify,
    memory::MemoryStore,
    push::{Batch, Origin},
    store::{People, Person, Store, Visitor},
};
use soglia_sync::{change::Answer, transport::PullRequest};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::Rc,
};
use uuid::Uuid;

/// When every test begins: a day of September 2026.
pub(crate) const BEGIN_MS: i64 = 1_790_000_000_000;

/// What goes wrong next.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Weather {
    #[default]
    Fair,
    /// Nothing reaches the server.
    Down,
    /// The server does its work, and its answer is lost.
    AnswersLost,
}

#[derive(Clone, Default)]
pub(crate) struct Server(pub(crate) Rc<Content>);

#[derive(Default)]
pub(crate) struct Content {
    pub(crate) store: MemoryStore,
    /// Milliseconds since [`BEGIN_MS`].
    since_ms: Cell<i64>,
    pub(crate) unreadable: RefCell<BTreeSet<ChangeId>>,
    /// What a newer version wrote: record, place, value.
    pub(crate) added: RefCell<Vec<(Key, String, Value)>>,
    /// Bodies that a newer version wrote, to come with the next page.
    pub(crate) newer: RefCell<Vec<String>>,
    /// Keys of records of a newer version that may no longer be seen.
    pub(crate) newer_removed: RefCell<Vec<Key>>,
    /// What happens between the next push and the pull after it.
    pub(crate) after_push: RefCell<Option<(Role, Action)>>,
    /// What was asked for, page by page.
    pub(crate) asked: RefCell<Vec<PullRequest>>,
    /// Pulls answered before the network breaks.
    pub(crate) pulls_left: Cell<Option<usize>>,
    pub(crate) weather: Cell<Weather>,
    pub(crate) n_pushed: Cell<usize>,
    n_done: Cell<u128>,
}

impl Server {
    pub(crate) fn now_ms(&self) -> i64 {
        let since_ms = &self.0.since_ms;
        since_ms.set(since_ms.get() + 10);
        BEGIN_MS + since_ms.get()
    }

    pub(crate) fn know(&self, author: &Author) {
        let person = Person {
            author: author.clone(),
            sign_in: author.person.to_string(),
            password: String::new(),
        };
        block_on(self.0.store.add_person(&person)).expect("the store works");
    }

    /// A person signs in on a device.
    pub(crate) fn meet(&self, author: &Author, device: DeviceId) {
        let visitor = Visitor {
            author: author.clone(),
            device,
            rights: 0,
            revoked: false,
            vouched: false,
        };
        let (store, now_ms) = (&self.0.store, self.now_ms());
        block_on(async {
            assert!(store.claim_device(device, author.person, "", now_ms).await?);
            store.open_session(&device.to_string(), &visitor, now_ms).await
        })
        .expect("the store works");
    }

    /// The session of a device ends.
    pub(crate) fn end_session(&self, device: DeviceId) {
        block_on(self.0.store.close_session(&device.to_string())).expect("the store works");
    }

    /// A person works in another role, or for somebody else, from now on.
    pub(crate) fn change_rights(&self, author: &Author) {
        block_on(self.0.store.change_rights(author)).expect("the store works");
    }

    /// The way of one device to it.
    pub(crate) fn line(&self, device: DeviceId) -> Line {
        Line::new(self, device)
    }

    pub(crate) fn set_weather(&self, weather: Weather) {
        self.0.weather.set(weather);
    }

    /// A request with this change in it is refused as a whole, as a proxy or an older server would.
    pub(crate) fn cannot_read(&self, change: ChangeId) {
        self.0.unreadable.borrow_mut().insert(change);
    }

    /// Somebody in the office does this in front of the server.
    #[track_caller]
    pub(crate) fn does(&self, role: Role, action: Action) {
        self.all_do(role, [action]);
    }

    #[track_caller]
    pub(crate) fn all_do(&self, role: Role, actions: impl IntoIterator<Item = Action>) {
        let actions = actions.into_iter().collect();
        block_on(self.office(role, actions));
    }

    /// Somebody in a role acts where everything is in view.
    pub(crate) async fn office(&self, role: Role, actions: Vec<Action>) {
        let office = author("Ufficio", role);
        let now_ms = self.now_ms();
        let mut batch = Batch::begin(&self.0.store, now_ms).await.expect("it begins");
        for action in actions {
            let n = self.0.n_done.get() + 1;
            self.0.n_done.set(n);
            let at = Timestamp {
                ms: now_ms,
                counter: 0,
            };
            let origin = Origin {
                device: DeviceId(Uuid::nil()),
                counter: n as u64,
                at,
            };
            let id = ChangeId(Uuid::from_u128(n));
            let answer = batch.act(id, action, &office, &origin).await.expect("it answers");
            assert!(answer.position().is_some(), "{answer:?}");
        }
        batch.finish().await.expect("it commits");
    }

    pub(crate) fn stored(&self, key: Key) -> Option<Stored> {
        block_on(self.0.store.record(key)).expect("the store works")
    }

    pub(crate) fn all(&self) -> Vec<Stored> {
        let (_, all) = block_on(self.0.store.everything()).expect("the store works");
        let read = all.iter().map(|(_, body)| serde_json::from_str(body));
        read.collect::<Result<_, _>>().expect("every record can be read")
    }

    /// What was answered to a change.
    pub(crate) fn answer(&self, change: ChangeId) -> Option<Answer> {
        self.0.store.answer(change)
    }

    /// The records are what the log leads to.
    pub(crate) fn holds(&self) -> bool {
        let verified = block_on(verify(&self.0.store)).expect("the store works");
        verified.flaws.is_empty()
    }

    /// Half a year goes by: whoever comes now is told of nothing that was taken away before.
    pub(crate) fn forget_removals(&self) {
        block_on(self.0.store.forget_removals(self.now_ms())).expect("the store works");
    }

    /// A newer version wrote something into a record that this one cannot read.
    pub(crate) fn add_to(&self, key: Key, pointer: &str, value: Value) {
        self.0.added.borrow_mut().push((key, pointer.to_owned(), value));
    }

    /// A newer version wrote a record: its body comes with the next page.
    pub(crate) fn give(&self, body: &Value) {
        self.0.newer.borrow_mut().push(body.to_string());
    }

    /// A record of a newer version may no longer be seen: the next page says so.
    pub(crate) fn take_away(&self, key: Key) {
        self.0.newer_removed.borrow_mut().push(key);
    }

    /// Something happens at the server after it took what a device sent, and before the device asks what is new.
    pub(crate) fn after_push(&self, role: Role, action: Action) {
        *self.0.after_push.borrow_mut() = Some((role, action));
    }

    /// A device is refused from now on.
    pub(crate) fn revoke(&self, author: &Author, device: DeviceId) {
        let revoked = block_on(self.0.store.revoke_device(device, author.person, self.now_ms()));
        assert_eq!(revoked, Ok(true));
    }

    /// The network breaks after so many pages.
    pub(crate) fn break_after_pulls(&self, n: usize) {
        self.0.pulls_left.set(Some(n));
    }

    /// What was asked for since this was last asked.
    pub(crate) fn asked(&self) -> Vec<PullRequest> {
        self.0.asked.take()
    }

    /// A copy of everything, as a backup is.
    pub(crate) fn backup(&self) -> MemoryStore {
        self.0.store.copy()
    }

    /// Goes back to what a copy holds.
    pub(crate) fn restore(&self, copy: &MemoryStore) {
        self.0.store.restore(copy);
    }

    /// How many changes arrived, counting each time anew.
    pub(crate) fn n_pushed(&self) -> usize {
        self.0.n_pushed.get()
    }
}
