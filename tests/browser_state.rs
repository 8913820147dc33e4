// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a page sees: an action resolves when it is stored, and every signal tells the same at once.
#![cfg(target_arch = "wasm32")]

use leptos::mount::mount_to_body;
use soglia_client::{
    device::{clock, crypto::DataKey, indexeddb::IndexedDb},
    prelude::*,
    state::{ActError, Matched, Open, State, StorageTrouble},
};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::{Author, Role},
    household::HouseholdAnswer,
    id::{DeviceId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::{FieldKey, Identity as _},
    rooms::Record,
};
use soglia_sync::{change::SignedIn, storage::Storage};
use uuid::Uuid;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

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

/// A new store, sealed, and opened twice: once for the state and once to look into it.
async fn two_stores() -> (IndexedDb, IndexedDb) {
    let (key, _) = DataKey::generate("tre gatti sul tetto").await.expect("a key");
    let vault = Uuid::now_v7();
    let first = IndexedDb::of_vault(vault, key.clone()).await;
    let second = IndexedDb::of_vault(vault, key).await;
    (
        first.expect("the database opens"),
        second.expect("the database opens"),
    )
}

fn start() -> (Owner, State) {
    // Mounting anything starts what runs effects.
    mount_to_body(|| ());
    let owner = Owner::new();
    owner.set();
    let state = State::provide();
    (owner, state)
}

fn take_in(household: HouseholdId) -> Action {
    Action::on(
        household,
        HouseholdVerb::Open {
            label: "Famiglia D'Angelo".to_owned(),
        },
    )
}

fn income(household: HouseholdId, euro: i64) -> Action {
    Action::on(
        household,
        HouseholdVerb::Say(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
            Money::from_euro(euro),
        ))),
    )
}

/// Lets signals settle: until the record satisfies the condition, at most two hundred turns of the event loop.
async fn until(open: Signal<Open>, holds: impl Fn(&Open) -> bool) -> bool {
    for _ in 0..200 {
        if open.with_untracked(&holds) {
            return true;
        }
        clock::wait(5).await;
    }
    false
}

fn shows_income(open: &Open, euro: i64) -> bool {
    let Some(shown) = open.here() else { return false };
    let Record::Household(household) = &shown.stored.record else {
        return false;
    };
    household.facts.net_monthly_income.known() == Some(&Money::from_euro(euro))
        && shown.pending.contains(&FieldKey("net_monthly_income".into()))
}

#[wasm_bindgen_test]
async fn an_action_is_stored_before_it_counts_as_saved_and_shows_everywhere() {
    let (_owner, state) = start();
    let marta = someone();
    let (store, other) = two_stores().await;
    state.open(marta.clone(), store).await.expect("the store opens");
    let id = state.new_id::<soglia_domain::id::HouseholdId>();
    let record = state.record(move || id.key());

    state.act(take_in(id)).await.expect("it is stored");
    let loaded = other.load().await.expect("it can be read");
    assert_eq!(loaded.outbox.len(), 1, "stored, not only shown");

    let rows = state.rows.get_untracked();
    assert!(rows.household(id).is_some());
    let hits = rows.search_households("dangelo");
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].matched, Matched::Name);
    assert_eq!(state.sync.get_untracked().n_pending, 1);

    state.act(income(id, 950)).await.expect("it is stored");
    assert!(until(record, |open| shows_income(open, 950)).await);
    assert!(
        state
            .act(income(id, 950))
            .await
            .expect("nothing is wrong")
            .0
            .is_nil()
    );
    assert_eq!(state.outbox.get_untracked().len(), 2);
}

#[wasm_bindgen_test]
async fn two_saves_at_once_follow_each_other() {
    let (_owner, state) = start();
    let (store, _) = two_stores().await;
    state.open(someone(), store).await.expect("the store opens");
    let id = state.new_id::<soglia_domain::id::HouseholdId>();
    state.act(take_in(id)).await.expect("it is stored");
    let (first, second) = futures::join!(state.act(income(id, 1)), state.act(income(id, 2)));
    assert!(first.is_ok() && second.is_ok());
    let counters: Vec<u64> = state
        .outbox
        .get_untracked()
        .iter()
        .map(|entry| entry.change.counter)
        .collect();
    assert_eq!(counters, [1, 2, 3]);
}

#[wasm_bindgen_test]
async fn what_cannot_be_done_says_why() {
    let (_owner, state) = start();
    let id = state.new_id::<soglia_domain::id::HouseholdId>();
    let closed = state.act(take_in(id)).await;
    assert_eq!(closed, Err(ActError::NotSaved(StorageTrouble::Closed)));
    let (store, _) = two_stores().await;
    state.open(someone(), store).await.expect("the store opens");
    let refused = state.act(income(id, 950)).await;
    assert_eq!(
        refused,
        Err(ActError::Refused(
            soglia_domain::household::Refusal::Unknown.into()
        ))
    );
    let record = state.record(move || id.key());
    assert!(until(record, |open| matches!(open, Open::Missing)).await);
}
