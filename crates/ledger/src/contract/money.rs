// SPDX-License-Identifier: AGPL-3.0-or-later
//! What only the server decides: a sum over all records that share a root, also over those of the same transaction.
use super::{
    samples::{NOW_MS, append, author, change, take, take_of},
    scenes::{commitment, commitment_key, entry_key, in_role, read_on, release, source, source_key},
};
use crate::{
    fold::verify,
    store::{Reach, Store, Write},
};
use soglia_domain::{
    author::Role,
    commitment::{self as of_commitment, Commitment},
    funding_source,
    id::{CommitmentId, FundingSourceId},
    money::Money,
    record::{Identity as _, Key, LogPosition, Stored, beginning},
    rooms::{Refusal, Room as _},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn beyond(left_in_euros: i64) -> Answer {
    let left = Money::from_euro(left_in_euros);
    let refusal = Refusal::Commitment(of_commitment::Refusal::BeyondSource { left });
    Answer::Refused { refusal }
}

async fn keys_of<W: Write>(write: &mut W, source: u128) -> Vec<Key> {
    let found = write
        .of_root(source_key(source), CommitmentId::KIND)
        .await
        .unwrap();
    let mut keys: Vec<Key> = found.iter().map(|stored| stored.key).collect();
    keys.sort();
    keys
}

/// A commitment as it stands, beside the rules.
fn committed(n: u128, source: u128) -> Stored {
    let made = Commitment {
        id: CommitmentId(Uuid::from_u128(n)),
        source: FundingSourceId(Uuid::from_u128(source)),
        amount: Money::from_euro(1),
        purpose: "prova".to_owned(),
        dwelling: None,
        state: of_commitment::CommitmentState::Committed,
        by: author(1).person,
        by_name: author(1).name,
        at: soglia_domain::calendar::Timestamp::default(),
    };
    beginning(made.into_record(), LogPosition(0))
}

/// Those that rest and those that were written a moment ago, each once and as it stands; and none of another root or kind.
pub async fn all_of_a_root_are_gathered_as_they_stand<S: Store>(store: S) {
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[committed(1, 1), committed(2, 2)], NOW_MS).await;
    assert_eq!(keys_of(&mut write, 1).await, [commitment_key(1)]);
    write.commit().await.unwrap();
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[committed(3, 1)], NOW_MS).await;
    assert_eq!(keys_of(&mut write, 1).await, [1, 3].map(commitment_key));
    let mut changed = committed(1, 1);
    changed.last_by = "Nuova".to_owned();
    append(&mut write, &[changed], NOW_MS).await;
    let found = write.of_root(source_key(1), CommitmentId::KIND).await.unwrap();
    assert_eq!(found.len(), 2);
    let first = found
        .iter()
        .find(|stored| stored.key == commitment_key(1))
        .unwrap();
    assert_eq!(
        (first.last_by.as_str(), first.position),
        ("Nuova", LogPosition(3))
    );
    assert!(keys_of(&mut write, 9).await.is_empty());
    let of_another_kind = write.of_root(source_key(1), entry_key(1).kind).await.unwrap();
    assert!(of_another_kind.is_empty());
    drop(write);
    let mut write = store.begin().await.unwrap();
    assert_eq!(keys_of(&mut write, 1).await, [commitment_key(1)]);
}

/// In one batch or in two: the second is refused, and hears what is left.
pub async fn two_commitments_never_pass_their_source<S: Store>(store: S) {
    let coordinator = in_role(Role::Coordinator);
    take_of(
        &store,
        &[change(1, 1, source(1, 100)), change(1, 2, source(2, 100))],
        &coordinator,
    )
    .await;
    let together = [
        change(1, 3, commitment(1, 1, 60)),
        change(1, 4, commitment(2, 1, 60)),
        change(1, 5, commitment(3, 1, 40)),
    ];
    let answers = take_of(&store, &together, &coordinator).await;
    assert_eq!(answers[1], beyond(40));
    assert!(
        answers[0].position().is_some() && answers[2].position().is_some(),
        "{answers:?}"
    );

    take_of(&store, &[change(1, 6, commitment(4, 2, 60))], &coordinator).await;
    let answers = take_of(&store, &[change(1, 7, commitment(5, 2, 60))], &coordinator).await;
    assert_eq!(answers, [beyond(40)]);
    // What is released counts no more, also in the same batch; and never less is there than is committed.
    let less =
        funding_source::FundingAnswer::Amount(soglia_domain::answer::Answer::Known(Money::from_euro(59)));
    let source_2 = FundingSourceId(Uuid::from_u128(2));
    let less = soglia_domain::action::Action::on(source_2, funding_source::Verb::Say(less));
    let freed = [
        change(1, 8, release(4)),
        change(1, 9, commitment(6, 2, 60)),
        change(1, 10, less),
    ];
    let answers = take_of(&store, &freed, &coordinator).await;
    assert!(answers[1].position().is_some(), "{answers:?}");
    let committed = Money::from_euro(60);
    let refusal = Refusal::FundingSource(funding_source::Refusal::BelowCommitments { committed });
    assert_eq!(answers[2], Answer::Refused { refusal });
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// However often it comes: one commitment, one answer.
pub async fn a_server_verb_sent_again_is_one_commitment<S: Store>(store: S) {
    let coordinator = in_role(Role::Coordinator);
    take_of(&store, &[change(1, 1, source(1, 100))], &coordinator).await;
    let asked = change(1, 2, commitment(1, 1, 40));
    let first = take_of(&store, &[asked.clone(), asked.clone()], &coordinator).await;
    assert_eq!(first[0], first[1]);
    assert_eq!(take_of(&store, &[asked], &coordinator).await, first[..1]);
    // The same money asked for as another change is not set aside twice either.
    let again = take_of(&store, &[change(2, 1, commitment(1, 1, 40))], &coordinator).await;
    assert!(matches!(again[0], Answer::Refused { .. }), "{again:?}");
    let read = read_on(&store, Reach::City(Role::SocialWorker), LogPosition(0), 10).await;
    assert_eq!(read.came, [source_key(1), commitment_key(1)].into());
    // Who does not keep the money cannot set it aside.
    let refused = take(&store, &[change(2, 2, commitment(2, 1, 1))]).await;
    assert!(matches!(refused[0], Answer::Refused { .. }), "{refused:?}");
    assert_eq!(verify(&store).await.unwrap().n_changes, 2);
}
