// SPDX-License-Identifier: AGPL-3.0-or-later
//! What only a browser can tell: IndexedDB keeps what it said it kept, for each person apart.
#![cfg(target_arch = "wasm32")]

use indexed_db_futures::database::Database;
use soglia_client::device::{crypto::DataKey, indexeddb::IndexedDb, profile::Profile, space};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::{Author, Role},
    household::{Household, HouseholdAnswer},
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{Identity as _, LogPosition, Stored, beginning},
    rooms::Record,
};
use soglia_sync::{
    change::SignedIn,
    replica::{ActTrouble, Replica},
    storage::{Storage, StorageTrouble},
    wire::Pulled,
};
use std::{cell::RefCell, collections::HashMap};
use uuid::Uuid;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PHRASE: &str = "tre gatti sul tetto";

fn someone() -> SignedIn {
    SignedIn {
        author: Author {
            person: PersonId(Uuid::now_v7()),
            name: "Marta".to_owned(),
            role: Role::SocialWorker,
            organisation: OrganisationId(Uuid::from_u128(1)),
            organisation_name: "Comune di Milano".to_owned(),
        },
        device: DeviceId(Uuid::now_v7()),
    }
}

/// Each person of these tests has one key, by which their store is called too.
async fn key_of(signed_in: &SignedIn) -> DataKey {
    thread_local! {
        static KEYS: RefCell<HashMap<Uuid, DataKey>> = RefCell::default();
    }
    let person = signed_in.author.person.0;
    if let Some(key) = KEYS.with_borrow(|keys| keys.get(&person).cloned()) {
        return key;
    }
    let (key, _) = DataKey::generate(PHRASE).await.expect("a key");
    KEYS.with_borrow_mut(|keys| keys.insert(person, key.clone()));
    key
}

async fn open(signed_in: &SignedIn) -> (Replica<IndexedDb>, usize) {
    let database = IndexedDb::of_vault(signed_in.author.person.0, key_of(signed_in).await)
        .await
        .expect("the database opens");
    let (replica, rows) = Replica::open(database, signed_in.clone())
        .await
        .expect("the store opens");
    (replica, rows.len())
}

async fn act(replica: &mut Replica<IndexedDb>, action: Action) {
    let acted = replica.act(action, ChangeId(Uuid::now_v7()), 1_000).await;
    assert!(acted.expect("it is stored").change.is_some());
}

fn take_in(household: HouseholdId) -> Action {
    Action::on(
        household,
        HouseholdVerb::Open {
            label: "Famiglia Ionescu".to_owned(),
        },
    )
}

fn stored(id: HouseholdId, label: &str, position: u64) -> Stored {
    let household = Household::opened(id, label, Default::default(), PersonId(Uuid::from_u128(7)));
    Stored {
        last_by: "Luca".to_owned(),
        ..beginning(Record::Household(household), LogPosition(position))
    }
}

async fn absorb(replica: &mut Replica<IndexedDb>, records: &[Stored], cursor: u64) {
    let page = serde_json::json!({
        "records": records, "cursor": cursor, "more": false, "server_ms": 0,
    })
    .to_string();
    let page: Pulled = soglia_json::from_slice(page.as_bytes()).expect("the page can be read");
    replica.absorb(&page, 2_000).await.expect("it is stored");
}

#[wasm_bindgen_test]
async fn what_was_saved_shows_after_reopening() {
    let marta = someone();
    let id = HouseholdId(Uuid::now_v7());
    let (mut replica, _) = open(&marta).await;
    act(&mut replica, take_in(id)).await;
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(950)));
    act(&mut replica, Action::on(id, HouseholdVerb::Say(income))).await;
    let before = replica.shown(id.key()).await.expect("it can be read");
    replica.storage().close();

    let (mut replica, n_rows) = open(&marta).await;
    assert_eq!((n_rows, replica.outbox().len()), (1, 2));
    let after = replica.shown(id.key()).await.expect("it can be read");
    assert!(before == after && after.stored.is_some() && after.pending.len() == 2);
    let counters: Vec<u64> = replica
        .outbox()
        .iter()
        .map(|entry| entry.change.counter)
        .collect();
    assert_eq!(counters, [1, 2]);
}

#[wasm_bindgen_test]
async fn segments_and_what_lies_over_them_come_back_as_they_were() {
    let marta = someone();
    let (mut replica, _) = open(&marta).await;
    let ids: Vec<HouseholdId> = (0..1_200).map(|_| HouseholdId(Uuid::now_v7())).collect();
    let records: Vec<Stored> = ids.iter().map(|id| stored(*id, "Famiglia", 1)).collect();
    absorb(&mut replica, &records, 1).await;
    absorb(&mut replica, &[stored(ids[700], "Famiglia Rossi", 2)], 2).await;
    replica.storage().close();

    let (mut replica, n_rows) = open(&marta).await;
    assert_eq!((n_rows, replica.head().cursor), (1_200, LogPosition(2)));
    for (at, label) in [(0, "Famiglia"), (700, "Famiglia Rossi"), (1_199, "Famiglia")] {
        let confirmed = replica.confirmed(ids[at].key()).await;
        let confirmed = confirmed.expect("it can be read").expect("it is here");
        let Record::Household(household) = &confirmed.stored.record else {
            panic!("a household stays one");
        };
        assert_eq!(household.label(), label);
    }
}

#[wasm_bindgen_test]
async fn two_people_on_one_device_have_two_stores() {
    let (marta, luca) = (someone(), someone());
    let (mut hers, _) = open(&marta).await;
    act(&mut hers, take_in(HouseholdId(Uuid::now_v7()))).await;
    let (his, n_rows) = open(&luca).await;
    assert_eq!((n_rows, his.outbox().len()), (0, 0));
    let (hers, n_rows) = open(&marta).await;
    assert_eq!((n_rows, hers.outbox().len()), (1, 1));
}

#[wasm_bindgen_test]
async fn a_second_tab_that_was_overtaken_writes_nothing() {
    let marta = someone();
    let (mut first, _) = open(&marta).await;
    let (mut second, _) = open(&marta).await;
    act(&mut first, take_in(HouseholdId(Uuid::now_v7()))).await;
    let late = second
        .act(
            take_in(HouseholdId(Uuid::now_v7())),
            ChangeId(Uuid::now_v7()),
            1_000,
        )
        .await;
    assert_eq!(late.err(), Some(ActTrouble::Storage(StorageTrouble::Overtaken)));
    assert!(second.is_overtaken().await.expect("the head can be read"));
    second.reload().await.expect("it can be read");
    act(&mut second, take_in(HouseholdId(Uuid::now_v7()))).await;
    let counters: Vec<u64> = second.outbox().iter().map(|entry| entry.change.counter).collect();
    assert_eq!(counters, [1, 2]);
}

#[wasm_bindgen_test]
async fn a_newer_layout_in_another_tab_is_not_held_up() {
    let marta = someone();
    let (mut replica, _) = open(&marta).await;
    act(&mut replica, take_in(HouseholdId(Uuid::now_v7()))).await;
    let newer = Database::open(format!("soglia-store-{}", marta.author.person.0))
        .with_version(9_u8)
        .await;
    assert!(newer.is_ok(), "the old tab made room");
    let head = replica.storage().generation().await;
    assert_eq!(head, Err(StorageTrouble::Closed));
}

#[wasm_bindgen_test]
async fn the_device_remembers_who_works_here_and_notices_what_was_thrown_away() {
    let mut profile = Profile::read().await.expect("the profile can be read");
    let device = profile.device_for(" Marta ");
    assert_eq!(profile.device_for("marta"), device);
    let marta = someone();
    profile.people.push(marta.author.person);
    profile.person = Some(marta.clone());
    profile.write().await.expect("the profile can be stored");
    let mut again = Profile::read().await.expect("the profile can be read");
    assert_eq!(again.device_for("MARTA"), device);
    assert_eq!(again.person, Some(marta));
    assert!(space::has_sentinel() && !again.is_lost());
    assert!(Profile::default().is_lost());
}

#[wasm_bindgen_test]
async fn a_store_of_an_earlier_version_moves_into_the_sealed_one() {
    let marta = someone();
    let plain = IndexedDb::plain_of_person(marta.author.person)
        .await
        .expect("the database opens");
    let (mut earlier, _) = Replica::open(plain, marta.clone())
        .await
        .expect("the store opens");
    let ids: Vec<HouseholdId> = (0..600).map(|_| HouseholdId(Uuid::now_v7())).collect();
    let records: Vec<Stored> = ids.iter().map(|id| stored(*id, "Famiglia", 1)).collect();
    absorb(&mut earlier, &records, 1).await;
    absorb(&mut earlier, &[stored(ids[7], "Famiglia Rossi", 2)], 2).await;
    act(&mut earlier, take_in(HouseholdId(Uuid::now_v7()))).await;

    let key = key_of(&marta).await;
    let vault = marta.author.person.0;
    let sealed = IndexedDb::of_vault(vault, key).await.expect("the database opens");
    earlier.storage().copy_into(&sealed).await.expect("it is copied");
    sealed.close();
    earlier.storage().close();
    IndexedDb::delete_plain(marta.author.person)
        .await
        .expect("it is deleted");
    assert_eq!(
        IndexedDb::n_waiting(vault).await,
        Ok(1),
        "counted without the key"
    );

    let (mut replica, n_rows) = open(&marta).await;
    assert_eq!(
        (n_rows, replica.outbox().len(), replica.head().counter),
        (601, 1, 1)
    );
    let rossi = replica.confirmed(ids[7].key()).await;
    assert!(rossi.expect("it can be read").is_some());
    let body = replica.confirmed(ids[599].key()).await;
    assert!(body.expect("it can be read").is_some());
}
