// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, changes and records of the suite.
use crate::{
    chain,
    push::Batch,
    store::{LogEntry, Logged, Page, People, Person, Reach, Shown, Store, Visitor, Write},
};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    dwelling::{Dwelling, DwellingFacts, DwellingState, Origin},
    household::{self, HouseholdAnswer},
    id::{ChangeId, DeviceId, DwellingId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{Identity as _, Key, LogPosition, Stored, beginning},
    rooms::Record,
};
use soglia_sync::change::{Answer, Change};
use uuid::Uuid;

pub(super) const NOW_MS: i64 = 1_790_000_000_000;
pub(super) const HOUR_MS: i64 = 3_600_000;
pub(super) const DAY_MS: i64 = 24 * HOUR_MS;

/// Of whoever sees all that these samples write, unless something else is said of it.
pub(super) const EVERYTHING: Reach = Reach::City(Role::SocialWorker);

pub(super) fn author(n: u128) -> Author {
    Author {
        person: PersonId(Uuid::from_u128(n)),
        name: format!("Anna Verdi {n}"),
        role: Role::SocialWorker,
        organisation: organisation(1),
        organisation_name: "Comune di Milano".to_owned(),
    }
}

pub(super) fn person(n: u128) -> Person {
    Person {
        author: author(n),
        sign_in: format!("anna.verdi.{n}"),
        password: "$argon2id$…".to_owned(),
    }
}

pub(super) fn organisation(n: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(n))
}

pub(super) fn device(n: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(n))
}

pub(super) fn household(n: u128) -> Key {
    household_id(n).key()
}

pub(super) fn household_id(n: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(n))
}

pub(super) fn opening(n: u128) -> Action {
    let label = "Famiglia Ionescu".to_owned();
    Action::on(household_id(n), household::Verb::Open { label })
}

pub(super) fn income(n: u128, euros: i64) -> Action {
    let income = HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(euros)));
    Action::on(household_id(n), household::Verb::Say(income))
}

/// A change of the first person, who has a device 1 and a device 2.
pub(super) fn change(on: u128, counter: u64, action: Action) -> Change {
    Change {
        id: ChangeId(Uuid::from_u128(on * 1_000_000 + u128::from(counter))),
        device: device(on),
        counter,
        author: author(1).person,
        at: Timestamp {
            ms: NOW_MS,
            counter: 0,
        },
        action,
        seen: Vec::new(),
    }
}

/// The first person with two devices.
pub(super) async fn settle_in<S: People>(store: &S) {
    assert!(store.add_person(&person(1)).await.unwrap());
    for n in [1, 2] {
        assert!(
            store
                .claim_device(device(n), author(1).person, "", NOW_MS)
                .await
                .unwrap()
        );
    }
}

pub(super) async fn take<S: Store>(store: &S, changes: &[Change]) -> Vec<Answer> {
    take_of(store, changes, &author(1)).await
}

/// As [`take`], of somebody else.
pub(super) async fn take_of<S: Store>(store: &S, changes: &[Change], author: &Author) -> Vec<Answer> {
    let mut batch = Batch::begin(store, NOW_MS).await.unwrap();
    let mut answers = Vec::new();
    for change in changes {
        answers.push(batch.take(change, author).await.unwrap());
    }
    batch.finish().await.unwrap();
    answers
}

/// As [`take`], after the batch was told what comes.
pub(super) async fn take_foreseen<S: Store>(store: &S, changes: &[Change]) -> Vec<Answer> {
    let mut batch = Batch::begin(store, NOW_MS).await.unwrap();
    let ids: Vec<_> = changes.iter().map(|change| change.id).collect();
    let keys: Vec<_> = changes
        .iter()
        .flat_map(|change| change.action.touches())
        .collect();
    let devices: Vec<_> = changes.iter().map(|change| change.device).collect();
    batch.write().foresee(&ids, &keys, &devices).await.unwrap();
    let mut answers = Vec::new();
    for change in changes {
        answers.push(batch.take(change, &author(1)).await.unwrap());
    }
    batch.finish().await.unwrap();
    answers
}

pub(super) fn positions(answers: &[Answer]) -> Vec<Option<u64>> {
    answers
        .iter()
        .map(|answer| answer.position().map(|position| position.0))
        .collect()
}

pub(super) async fn everything_after<S: Store>(store: &S, since: u64) -> Page {
    store.page(EVERYTHING, LogPosition(since), 1_000).await.unwrap()
}

pub(super) fn visitor(n: u128, on: u128) -> Visitor {
    Visitor {
        author: author(n),
        device: device(on),
        rights: 0,
        revoked: false,
        vouched: false,
    }
}

/// The keys of the records on a page, in its order. Each stands for the text beside it.
pub(super) fn keys(page: &Page) -> Vec<Key> {
    let keys = page.bodies.iter().map(|body| {
        let stored: Stored = serde_json::from_str(&body.text).unwrap();
        assert_eq!((stored.key, stored.record.key()), (body.key, body.key));
        body.key
    });
    keys.collect()
}

/// A dwelling as it stands at a place in the order.
pub(super) fn dwelling(n: u128, position: u64, entrusted_to: Option<OrganisationId>) -> Stored {
    let mut facts = DwellingFacts::default();
    if let Some(partner) = entrusted_to {
        facts.entrusted_to = Told::Known(partner);
    }
    let dwelling = Dwelling {
        id: DwellingId(Uuid::from_u128(n)),
        code: format!("C-{n:04}"),
        origin: Origin::Municipal,
        demonstration: false,
        state: DwellingState::Ready,
        facts,
        photos: Vec::new(),
    };
    beginning(Record::Dwelling(dwelling), LogPosition(position))
}

/// Writes a record, shown to whom it says itself and to whom its roots say as they stand in the transaction.
pub(super) async fn put<W: Write>(write: &mut W, stored: &Stored, now_ms: i64) {
    let before = write.load(stored.key).await.unwrap();
    let before = before.map(|stored| stored.record.audience());
    let mut roots = Vec::new();
    for root in &stored.roots {
        let root = write.load(*root).await.unwrap();
        roots.extend(root.map(|root| root.record.audience()));
    }
    let shown = Shown {
        audience: &stored.record.audience(),
        before: before.as_ref(),
        roots: &roots,
    };
    write.put(stored, &shown, now_ms).await.unwrap();
}

/// Appends one line with the records that it leads to, beside the rules: what a store is given need not make sense.
pub(super) async fn append<W: Write>(write: &mut W, records: &[Stored], now_ms: i64) {
    let head = write.head().await.unwrap();
    let position = LogPosition(head.position.0 + 1);
    let change = change(1, position.0, opening(u128::from(position.0)));
    let logged = Logged {
        position,
        change: &change,
        author: &author(1),
        at: change.at,
        received_ms: now_ms,
        edits: &[],
        answer: &Answer::Accepted { position },
    };
    let line = LogEntry::of(&logged, "salt".to_owned()).unwrap();
    let touched: Vec<_> = records.iter().map(|stored| stored.key).collect();
    let hash = chain::after(head.hash, &line);
    write.log(&line, hash, &touched).await.unwrap();
    for stored in records {
        let mut stored = stored.clone();
        stored.position = position;
        put(write, &stored, now_ms).await;
    }
}
