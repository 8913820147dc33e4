// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{Committer, Delivered, Parcel, Refused};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    record::LogPosition,
};
use soglia_ledger::{
    fold::verify,
    memory::{Crash, MemoryStore},
    push::Label,
    store::{Store, Visitor},
};
use soglia_sync::{
    change::{Answer, Change},
    wire::PushedAnswer,
};
use tokio::task::JoinHandle;
use uuid::Uuid;

fn parcel(device: u128, after: u64) -> Parcel {
    let author = Author {
        person: PersonId(Uuid::from_u128(1)),
        name: "Anna Verdi".to_owned(),
        role: Role::SocialWorker,
        organisation: OrganisationId(Uuid::from_u128(1)),
        organisation_name: "Comune di Milano".to_owned(),
    };
    let change = Change {
        id: ChangeId(Uuid::from_u128(device)),
        device: DeviceId(Uuid::from_u128(device)),
        counter: 1,
        author: author.person,
        at: Timestamp::default(),
        action: Action::on(
            HouseholdId(Uuid::from_u128(device)),
            HouseholdVerb::Open {
                label: "Famiglia Ionescu".to_owned(),
            },
        ),
        seen: Vec::new(),
    };
    Parcel {
        after,
        changes: vec![Delivered {
            label: Label {
                id: change.id,
                device: change.device,
                counter: 1,
                author: author.person,
            },
            text: serde_json::to_vec(&change).expect("it is written").into(),
            read: Ok(change),
        }],
        visitor: Visitor {
            author,
            device: DeviceId(Uuid::from_u128(device)),
            rights: 0,
            revoked: false,
            vouched: false,
        },
    }
}

type Delivery = JoinHandle<Result<Vec<PushedAnswer>, Refused>>;

/// Delivers from devices 1 to n while nobody can write, so that all but the first wait together.
async fn deliver_together(store: &MemoryStore, parcels: Vec<Parcel>) -> Vec<Delivery> {
    let committer = Committer::start(store.clone());
    let turn = store.begin().await.expect("it begins");
    let mut deliveries = Vec::new();
    for parcel in parcels {
        let committer = committer.clone();
        deliveries.push(tokio::spawn(async move { committer.deliver(parcel).await }));
        // Each gets in line before the next one.
        tokio::task::yield_now().await;
    }
    drop(turn);
    deliveries
}

async fn position(delivery: Delivery) -> Option<u64> {
    let answers = delivery.await.expect("it ends").ok()?;
    let position = answers.first()?.answer.position()?;
    Some(position.0)
}

#[tokio::test]
async fn those_who_wait_together_are_all_answered() {
    let store = MemoryStore::default();
    let parcels = (1..=20).map(|device| parcel(device, 0)).collect();
    let mut positions = Vec::new();
    for delivery in deliver_together(&store, parcels).await {
        positions.extend(position(delivery).await);
    }
    positions.sort_unstable();
    assert_eq!(positions, (1..=20).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_device_whose_earlier_changes_are_missing_does_not_hold_up_the_others() {
    let store = MemoryStore::default();
    let parcels = vec![parcel(1, 0), parcel(2, 7), parcel(3, 0)];
    let mut deliveries = deliver_together(&store, parcels).await;
    let refused = deliveries.remove(1).await.expect("it ends");
    assert!(matches!(refused, Err(Refused::EarlierMissing)));
    for delivery in deliveries {
        assert!(position(delivery).await.is_some());
    }
    assert_eq!(verify(&store).await.expect("it reads").n_changes, 2);
}

#[tokio::test]
async fn a_transaction_that_fails_is_tried_again_for_each_alone() {
    for crash in [Crash::BeforeCommit, Crash::AfterCommit] {
        let store = MemoryStore::default();
        let parcels = (1..=4).map(|device| parcel(device, 0)).collect();
        // It meets the first one, which is alone: told, and sent again by its device.
        store.crash_next_commit(crash);
        let mut deliveries = deliver_together(&store, parcels).await.into_iter();
        let first = deliveries.next().expect("there are four");
        assert!(matches!(first.await.expect("it ends"), Err(Refused::Store(_))));
        for delivery in deliveries {
            assert!(position(delivery).await.is_some());
        }
        let parcels = (5..=8).map(|device| parcel(device, 0)).collect();
        let group = together(parcels);
        store.crash_next_commit(crash);
        super::commit(&store, group.0).await;
        for answered in group.1 {
            let answers = answered.await.expect("it is answered");
            assert!(matches!(answers, Ok(answers) if matches!(answers[0].answer, Answer::Accepted { .. })));
        }
        let again = Committer::start(store.clone()).deliver(parcel(1, 0)).await;
        assert!(again.is_ok());
        let verified = verify(&store).await.expect("it reads");
        assert_eq!((verified.flaws, verified.n_changes), (Vec::new(), 8));
        let page = store.everything().await.expect("it reads");
        assert_eq!(page.0.position, LogPosition(8));
    }
}

type Group = (
    Vec<super::Waiting>,
    Vec<tokio::sync::oneshot::Receiver<super::Answered>>,
);

fn together(parcels: Vec<Parcel>) -> Group {
    parcels
        .into_iter()
        .map(|parcel| {
            let (answer, answered) = tokio::sync::oneshot::channel();
            (super::Waiting { parcel, answer }, answered)
        })
        .unzip()
}
