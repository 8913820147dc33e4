// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server in memory: decides and merges with the same rules as the real one, and fails when told to.
use soglia_domain::{
    apply::apply,
    author::Author,
    decide::{Known, decide},
    edit::Edit,
    id::{ChangeId, PersonId},
    merge::{Meeting, meet},
    record::{FieldKey, LogPosition, RecordKey, Review, Revision, Stored},
    rulebook::Rulebook,
};
use soglia_sync::{
    change::{Answer, Change},
    transport::{Transport, TransportTrouble},
    wire::{Push, Pushed, PushedAnswer},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

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
    position: Cell<u64>,
    weather: Cell<Weather>,
    n_pushed: Cell<usize>,
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
        self.0.position.set(self.0.position.get() + 1);
    }

    pub(crate) fn put(&self, mut stored: Stored) {
        self.0.position.set(self.0.position.get() + 1);
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

    /// How many changes arrived, counting each time anew.
    pub(crate) fn n_pushed(&self) -> usize {
        self.0.n_pushed.get()
    }

    fn settle(&self, change: &Change) -> Answer {
        if let Some(answer) = self.0.answers.borrow().get(&change.id) {
            return answer.clone();
        }
        let answer = self.decide(change);
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
        self.0.position.set(self.0.position.get() + 1);
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

    async fn pull(&self, since: LogPosition, most: usize) -> Result<Vec<u8>, TransportTrouble> {
        match self.0.weather.get() {
            Weather::Fair => {}
            Weather::SignedOut => return Err(TransportTrouble::SignedOut),
            Weather::Down | Weather::AnswersLost => return Err(TransportTrouble::NoNetwork),
        }
        let records = self.0.records.borrow();
        let hidden = self.0.hidden.borrow();
        let mut changed: Vec<&Stored> = records
            .values()
            .filter(|stored| stored.position > since && !hidden.contains(&stored.record.key()))
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
            "records": changed,
            "removed": if more { Vec::new() } else { hidden.iter().copied().collect::<Vec<_>>() },
            "cursor": cursor,
            "more": more,
            "server_ms": 1_000_000,
        });
        Ok(serde_json::to_vec(&page).expect("a page can be written"))
    }
}
