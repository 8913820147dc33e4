// SPDX-License-Identifier: AGPL-3.0-or-later
//! The log replayed over the store in memory.
use futures::executor::block_on;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    household::{self, HouseholdAnswer},
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    money::Money,
    record::Identity as _,
};
use soglia_ledger::{
    fold::{Flaw, verify},
    memory::{Crash, MemoryStore},
    push::Batch,
    store::{Shown, Store, Write},
};
use soglia_sync::change::{Answer, Change};
use uuid::Uuid;

fn author() -> Author {
    Author {
        person: PersonId(Uuid::from_u128(7)),
        name: "Anna Verdi".to_owned(),
        role: Role::SocialWorker,
        organisation: OrganisationId(Uuid::from_u128(1)),
        organisation_name: "Comune di Milano".to_owned(),
    }
}

fn household(n: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(n))
}

fn change(counter: u64, device: u128, action: Action) -> Change {
    Change {
        id: ChangeId(Uuid::from_u128(u128::from(counter) + device * 1_000)),
        device: DeviceId(Uuid::from_u128(device)),
        counter,
        author: author().person,
        at: Timestamp {
            ms: 1_000,
            counter: 0,
        },
        action,
        seen: Vec::new(),
    }
}

fn opening(n: u128) -> Action {
    let label = "Famiglia Ionescu".to_owned();
    Action::on(household(n), household::Verb::Open { label })
}

fn income(n: u128, euros: i64) -> Action {
    let income = HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(euros)));
    Action::on(household(n), household::Verb::Say(income))
}

async fn take(store: &MemoryStore, changes: &[Change]) -> Vec<Answer> {
    let mut batch = Batch::begin(store, 5_000)
        .await
        .expect("a store in memory begins");
    let mut answers = Vec::new();
    for change in changes {
        answers.push(
            batch
                .take(change, &author())
                .await
                .expect("a store in memory answers"),
        );
    }
    batch.finish().await.expect("a store in memory commits");
    answers
}

#[test]
fn the_log_leads_to_the_records_with_open_questions_and_merges() {
    block_on(async {
        let store = MemoryStore::default();
        take(&store, &[change(1, 1, opening(1)), change(2, 1, income(1, 900))]).await;
        let answers = take(
            &store,
            &[change(1, 2, income(1, 950)), change(2, 2, income(1, 900))],
        )
        .await;
        assert!(matches!(answers[0], Answer::ToReview { .. }), "{answers:?}");
        let verified = verify(&store).await.expect("it can be read");
        assert_eq!((verified.flaws, verified.n_changes), (Vec::new(), 4));
    });
}

#[test]
fn a_record_altered_beside_the_log_shows_unless_a_baseline_was_taken() {
    block_on(async {
        let store = MemoryStore::default();
        take(&store, &[change(1, 1, opening(1))]).await;
        let mut write = store.begin().await.expect("it begins");
        let key = household(1).key();
        let mut stored = write.load(key).await.expect("it reads").expect("it is there");
        stored.last_by = "Nessuno".to_owned();
        let shown = Shown {
            audience: &stored.record.audience(),
            before: None,
            roots: &[],
        };
        write.put(&stored, &shown, 0).await.expect("it writes");
        write.commit().await.expect("it commits");
        let verified = verify(&store).await.expect("it can be read");
        assert_eq!(verified.flaws, [Flaw::Differs { key: key.to_string() }]);

        let batch = Batch::begin(&store, 6_000).await.expect("it begins");
        batch.finish_with_baseline().await.expect("it commits");
        take(&store, &[change(2, 1, income(1, 900))]).await;
        assert_eq!(verify(&store).await.expect("it can be read").flaws, []);
    });
}

#[test]
fn a_commit_that_is_lost_on_the_way_gives_the_same_answer_again() {
    block_on(async {
        let store = MemoryStore::default();
        store.crash_next_commit(Crash::AfterCommit);
        let mut batch = Batch::begin(&store, 0).await.expect("it begins");
        let opened = change(1, 1, opening(1));
        let first = batch.take(&opened, &author()).await.expect("it answers");
        assert!(batch.finish().await.is_err());
        assert_eq!(take(&store, &[opened]).await, [first]);
        assert_eq!(verify(&store).await.expect("it can be read").n_changes, 1);
    });
}
