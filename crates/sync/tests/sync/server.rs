// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: it is one thing, and everything in it leans on the same content.
//! A server in memory: decides and merges with the same rules as the real one, and fails when told to.
use soglia_domain::{
    apply::apply,
    author::Author,
    decide::{Known, decide},
    edit::Edit,
    id::{ChangeId, DeviceId, PersonId},
    merge::{Meeting, meet},
    record::{FieldKey, LogPosition, RecordKey, Review, Revision, Stored},
    refusal::Refusal,
    rulebook::Rulebook,
};
use soglia_sync::{
    change::{Answer, Change, DEVICE_REVOKED},
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Push, Pushed, PushedAnswer},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use uuid::Uuid;

/// What goes wrong next.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Weather {
    #[default]
    Fair,
    /// Nothing reaches the server.
    Down,
    /// The server does its work, and its answer is lost.
    AnswersLost,
    /// The session ended.
    SignedOut,
}

#[derive(Clone, Default)]
pub(crate) struct Server(Rc<Content>);

#[derive(Default)]
struct Content {
    people: RefCell<BTreeMap<PersonId, Author>>,
    records: RefCell<BTreeMap<RecordKey, Stored>>,
    answers: RefCell<BTreeMap<ChangeId, Answer>>,
    hidden: RefCell<BTreeSet<RecordKey>>,
    unreadable: RefCell<BTreeSet<ChangeId>>,
    /// The highest counter answered, for each device.
    answered: RefCell<BTreeMap<DeviceId, u64>>,
    /// The change at each place.
    order: RefCell<Vec<ChangeId>>,
    /// Stands for what people may see.
    scope: RefCell<Option<String>>,
    /// What a newer version wrote: record, place, value.
    added: RefCell<Vec<(RecordKey, String, serde_json::Value)>>,
    /// Records left out without a word.
    silent: RefCell<BTreeSet<RecordKey>>,
    /// Devices that nobody signed in on.
    strangers: RefCell<BTreeSet<DeviceId>>,
    /// Devices that were revoked.
    revoked: RefCell<BTreeSet<DeviceId>>,
    /// What was asked for, page by page.
    asked: RefCell<Vec<PullRequest>>,
    /// Pulls answered before the network breaks.
    pulls_left: Cell<Option<usize>>,
    position: Cell<u64>,
    weather: Cell<Weather>,
    n_pushed: Cell<usize>,
}

impl Content {
    /// The next place in the order.
    fn step(&self, change: ChangeId) {
        self.order.borrow_mut().push(change);
        self.position.set(self.position.get() + 1);
    }
}

impl Server {
    pub(crate) fn know(&self, author: &Author) {
        self.0.people.borrow_mut().insert(author.person, author.clone());
    }

    pub(crate) fn set_weather(&self, weather: Weather) {
        self.0.weather.set(weather);
    }

    /// A request with this change in it is refused as a whole, as a proxy or an older server would.
    pub(crate) fn cannot_read(&self, change: ChangeId) {
        self.0.unreadable.borrow_mut().insert(change);
    }

    /// Nobody may see this record any more.
    pub(crate) fn hide(&self, key: RecordKey) {
        self.0.hidden.borrow_mut().insert(key);
        self.0.step(ChangeId(Uuid::new_v4()));
    }

    pub(crate) fn put(&self, mut stored: Stored) {
        self.0.step(ChangeId(Uuid::new_v4()));
        let position = LogPosition(self.0.position.get());
        stored.position = position;
        if stored.created == LogPosition(0) {
            stored.created = position;
        }
        self.0.records.borrow_mut().insert(stored.record.key(), stored);
    }

    pub(crate) fn stored(&self, key: RecordKey) -> Option<Stored> {
        self.0.records.borrow().get(&key).cloned()
    }

    pub(crate) fn all(&self) -> Vec<Stored> {
        self.0.records.borrow().values().cloned().collect()
    }

    /// From now on people may see something else.
    pub(crate) fn set_scope(&self, scope: &str) {
        *self.0.scope.borrow_mut() = Some(scope.to_owned());
    }

    /// A record that this person may not see, without a word about it: only a page of everything tells.
    pub(crate) fn hide_in_silence(&self, key: RecordKey) {
        self.0.silent.borrow_mut().insert(key);
    }

    /// A change is refused for this reason, whatever the rules say.
    pub(crate) fn refuse(&self, change: ChangeId, refusal: Refusal) {
        self.0
            .answers
            .borrow_mut()
            .insert(change, Answer::Refused { refusal });
    }

    /// A newer version wrote something into a record that this one cannot read.
    pub(crate) fn add_to(&self, key: RecordKey, pointer: &str, value: serde_json::Value) {
        self.0.added.borrow_mut().push((key, pointer.to_owned(), value));
    }

    /// Nobody ever signed in on a device.
    pub(crate) fn never_met(&self, device: DeviceId) {
        self.0.strangers.borrow_mut().insert(device);
    }

    /// A device is refused from now on.
    pub(crate) fn revoke(&self, device: DeviceId) {
        self.0.revoked.borrow_mut().insert(device);
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
    pub(crate) fn backup(&self) -> Self {
        let copy = Self::default();
        copy.restore(self);
        copy
    }

    /// Goes back to what a copy holds. People and what is wrong with the weather stay as they are.
    pub(crate) fn restore(&self, copy: &Self) {
        self.0.records.replace(copy.0.records.borrow().clone());
        self.0.answers.replace(copy.0.answers.borrow().clone());
        self.0.answered.replace(copy.0.answered.borrow().clone());
        self.0.scope.replace(copy.0.scope.borrow().clone());
        self.0.hidden.replace(copy.0.hidden.borrow().clone());
        self.0.position.set(copy.0.position.get());
        self.0.order.replace(copy.0.order.borrow().clone());
    }

    /// How many changes arrived, counting each time anew.
    pub(crate) fn n_pushed(&self) -> usize {
        self.0.n_pushed.get()
    }

    fn settle(&self, change: &Change) -> Answer {
        if let Some(answer) = self.0.answers.borrow().get(&change.id) {
            return answer.clone();
        }
        let answer = if self.0.revoked.borrow().contains(&change.device) {
            let reason = DEVICE_REVOKED.to_owned();
            Answer::Quarantined { reason }
        } else {
            self.decide(change)
        };
        self.0.answers.borrow_mut().insert(change.id, answer.clone());
        answer
    }

    fn decide(&self, change: &Change) -> Answer {
        let author = self.0.people.borrow()[&change.author].clone();
        let mut records = self.0.records.borrow_mut();
        let mut known = Known::new();
        for key in change.action.touches() {
            if let Some(stored) = records.get(&key) {
                known.insert(key, stored.record.clone());
                known.note_reviews(&change.action, &stored.reviews);
            }
        }
        let edits = match decide(&change.action, &known, &Rulebook::published(), change.at, &author) {
            Ok(edits) => edits,
            Err(refusal) => return Answer::Refused { refusal },
        };
        self.0.step(change.id);
        let position = LogPosition(self.0.position.get());
        let mut fields = Vec::new();
        let mut merged = false;
        for edit in &edits {
            let held = records.remove(&edit.record);
            let (stored, meeting) = land(held, edit, change, &author, position);
            records.insert(edit.record, stored);
            match meeting {
                Meeting::Clear => {}
                Meeting::Merged => merged = true,
                Meeting::ToReview => fields.push(edit.op.field()),
            }
        }
        match (fields.is_empty(), merged) {
            (false, _) => Answer::ToReview { position, fields },
            (true, true) => Answer::Merged { position },
            (true, false) => Answer::Accepted { position },
        }
    }
}

impl Server {
    /// Stands for the order up to a place, as the hash chain of the real one does.
    fn seal(&self, at: LogPosition) -> String {
        let order = self.0.order.borrow();
        let change =
            at.0.checked_sub(1)
                .and_then(|before| order.get(before as usize).copied());
        change.map_or_else(String::new, |change: ChangeId| change.to_string())
    }

    fn body(&self, stored: &Stored) -> serde_json::Value {
        let mut body = serde_json::to_value(stored).expect("it can be written");
        for (key, pointer, value) in self.0.added.borrow().iter() {
            let (parent, name) = pointer.rsplit_once('/').expect("a place in the record");
            if *key == stored.record.key() {
                body.pointer_mut(parent).expect("it is there")[name] = value.clone();
            }
        }
        body
    }
}

fn land(
    held: Option<Stored>,
    edit: &Edit,
    change: &Change,
    author: &Author,
    position: LogPosition,
) -> (Stored, Meeting) {
    let field: FieldKey = edit.op.field();
    let Some(mut stored) = held else {
        let record = apply(None, &edit.op).expect("an edit to nothing creates something");
        return (first(record, change, author, position), Meeting::Clear);
    };
    let own = !stored.revisions.contains_key(&field);
    let seen = if own {
        stored.created
    } else {
        change.seen_revision(edit.record, &field)
    };
    let meeting = meet(&stored, &edit.op, seen, change.device);
    stored.position = position;
    stored.last_by.clone_from(&author.name);
    stored.last_at = change.at;
    if meeting == Meeting::ToReview {
        stored.reviews.push(Review {
            field,
            change: change.id,
            op: edit.op.clone(),
            by: author.person,
            by_name: author.name.clone(),
            role: author.role,
            device: change.device,
            at: change.at,
            present: None,
        });
        return (stored, meeting);
    }
    stored.record = apply(Some(stored.record), &edit.op).expect("a record stays one");
    if meeting == Meeting::Clear || matches!(edit.op, soglia_domain::edit::EditOp::Resolve(_)) {
        stored
            .reviews
            .retain(|review| !soglia_domain::review::closes(&edit.op, review));
    }
    let device = change.device;
    stored.revisions.insert(field, Revision { position, device });
    (stored, meeting)
}

fn first(
    record: soglia_domain::record::Record,
    change: &Change,
    author: &Author,
    position: LogPosition,
) -> Stored {
    Stored {
        record,
        position,
        created: position,
        last_by: author.name.clone(),
        last_at: change.at,
        revisions: BTreeMap::new(),
        reviews: Vec::new(),
    }
}

impl Transport for Server {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        match self.0.weather.get() {
            Weather::Down => return Err(TransportTrouble::NoNetwork),
            Weather::SignedOut => return Err(TransportTrouble::SignedOut),
            Weather::Fair | Weather::AnswersLost => {}
        }
        let unreadable = self.0.unreadable.borrow();
        if push.changes.iter().any(|change| unreadable.contains(&change.id)) {
            return Err(TransportTrouble::Server { status: 422 });
        }
        let strangers = self.0.strangers.borrow();
        if push
            .changes
            .iter()
            .any(|change| strangers.contains(&change.device))
        {
            return Err(TransportTrouble::NotYourDevice);
        }
        let device = push.changes.first().map(|change| change.device);
        let known = device.and_then(|device| self.0.answered.borrow().get(&device).copied());
        if push.after.is_some_and(|after| known.unwrap_or_default() < after) {
            return Err(TransportTrouble::EarlierChangesMissing);
        }
        for change in &push.changes {
            let mut answered = self.0.answered.borrow_mut();
            let highest = answered.entry(change.device).or_default();
            *highest = change.counter.max(*highest);
        }
        self.0.n_pushed.set(self.0.n_pushed.get() + push.changes.len());
        let answers = push
            .changes
            .iter()
            .map(|change| PushedAnswer {
                change: change.id,
                answer: self.settle(change),
            })
            .collect();
        if self.0.weather.get() == Weather::AnswersLost {
            return Err(TransportTrouble::NoNetwork);
        }
        Ok(Pushed { answers })
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        self.0.asked.borrow_mut().push(request.clone());
        let PullRequest { mut since, most, .. } = *request;
        if !self.0.revoked.borrow().is_empty() {
            return Err(TransportTrouble::Revoked);
        }
        let known = request.scope.as_deref().and_then(|scope| scope.split_once('.'));
        let is_sealed = known.is_none_or(|(_, seal)| seal == self.seal(since));
        if since.0 > self.0.position.get() || !is_sealed {
            return Err(TransportTrouble::CursorAhead);
        }
        if let Some(n_left) = self.0.pulls_left.get() {
            if n_left == 0 {
                return Err(TransportTrouble::NoNetwork);
            }
            self.0.pulls_left.set(Some(n_left - 1));
        }
        let scope = self.0.scope.borrow().clone();
        let reset = since.0 > 0 && known.is_some_and(|(known, _)| Some(known) != scope.as_deref());
        if reset {
            since = LogPosition(0);
        }
        match self.0.weather.get() {
            Weather::Fair => {}
            Weather::SignedOut => return Err(TransportTrouble::SignedOut),
            Weather::Down | Weather::AnswersLost => return Err(TransportTrouble::NoNetwork),
        }
        let records = self.0.records.borrow();
        let hidden = self.0.hidden.borrow();
        let silent = self.0.silent.borrow();
        let mut changed: Vec<&Stored> = records
            .values()
            .filter(|stored| stored.position > since && !hidden.contains(&stored.record.key()))
            .filter(|stored| !silent.contains(&stored.record.key()))
            .collect();
        changed.sort_by_key(|stored| stored.position);
        let more = changed.len() > most;
        changed.truncate(most);
        let cursor = if more {
            changed.last().map_or(since, |stored| stored.position)
        } else {
            LogPosition(self.0.position.get())
        };
        let page = serde_json::json!({
            "records": changed.iter().map(|stored| self.body(stored)).collect::<Vec<_>>(),
            "removed": if more { Vec::new() } else { hidden.iter().copied().collect::<Vec<_>>() },
            "cursor": cursor,
            "more": more,
            "server_ms": 1_000_000,
            "scope": scope.map(|scope| format!("{scope}.{}", self.seal(cursor))),
            "reset": reset,
        });
        Ok(serde_json::to_vec(&page).expect("a page can be written"))
    }
}
