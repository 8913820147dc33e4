// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, changes and records of the suite.
use crate::{
    chain,
    push::Batch,
    store::{LogEntry, Logged, Page, People, Person, Reach, Store, Visitor, Write},
};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    dwelling::{Dwelling, DwellingFacts, DwellingState, Origin},
    household::HouseholdAnswer,
    id::{ChangeId, DeviceId, DwellingId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{LogPosition, Record, RecordKey, Stored},
};
use soglia_sync::change::{Answer, Change};
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) const NOW_MS: i64 = 1_790_000_000_000;
pub(super) const HOUR_MS: i64 = 3_600_000;
pub(super) const DAY_MS: i64 = 24 * HOUR_MS;

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

pub(super) fn household(n: u128) -> RecordKey {
    RecordKey::Household(household_id(n))
}

pub(super) fn household_id(n: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(n))
}

pub(super) fn opening(n: u128) -> Action {
    Action::OpenHousehold {
        household: household_id(n),
        label: "Famiglia Ionescu".to_owned(),
    }
}

pub(super) fn income(n: u128, euros: i64) -> Action {
    Action::RecordAnswer {
        household: household_id(n),
        answer: HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(euros))),
    }
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
    let mut batch = Batch::begin(store, NOW_MS).await.unwrap();
    let mut answers = Vec::new();
    for change in changes {
        answers.push(batch.take(change, &author(1)).await.unwrap());
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
    store
        .page(Reach::Everything, LogPosition(since), 1_000)
        .await
        .unwrap()
}

pub(super) fn visitor(n: u128, on: u128) -> Visitor {
    Visitor {
        author: author(n),
        device: device(on),
        rights: 0,
        revoked: false,
    }
}

/// The keys of the records on a page, in its order.
pub(super) fn keys(page: &Page) -> Vec<RecordKey> {
    page.bodies
        .iter()
        .map(|body| serde_json::from_str::<Stored>(body).unwrap().record.key())
        .collect()
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
    Stored {
        record: Record::Dwelling(dwelling),
        position: LogPosition(position),
        created: LogPosition(position),
        last_by: String::new(),
        last_at: Timestamp::default(),
        revisions: BTreeMap::new(),
        reviews: Vec::new(),
    }
}

/// Appends one line with the records that it leads to, beside the rules: what a store is given need not make sense.
pub(super) async fn append<W: Write>(write: &mut W, records: &[(Stored, &[OrganisationId])], now_ms: i64) {
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
    let line = LogEntry::of(&logged).unwrap();
    let touched: Vec<_> = records.iter().map(|(stored, _)| stored.record.key()).collect();
    let hash = chain::after(head.hash, &line);
    write.log(&line, hash, &touched).await.unwrap();
    for (stored, before) in records {
        let mut stored = stored.clone();
        stored.position = position;
        write.put(&stored, before, now_ms).await.unwrap();
    }
}
