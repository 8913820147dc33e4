// SPDX-License-Identifier: AGPL-3.0-or-later
//! Several at once.
use super::samples::{
    NOW_MS, append, author, change, dwelling, everything_after, household, income, keys, opening, take,
};
use crate::{
    fold::verify,
    push::Batch,
    store::{Store, Write},
};
use futures::future::{join, join_all};
use soglia_domain::record::LogPosition;
use soglia_sync::change::Answer;
use std::{cell::Cell, collections::BTreeSet};

/// Both on the same record: the second decides on what the first left.
pub async fn two_who_write_take_turns<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    let write = |on, euros| {
        let store = store.clone();
        async move {
            let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
            let answer = batch
                .take(&change(on, 2, income(1, euros)), &author(1))
                .await
                .unwrap();
            batch.finish().await.unwrap();
            answer
        }
    };
    let (one, two) = join(write(1, 900), write(2, 950)).await;
    // Whichever came second met the other's value.
    let met = [&one, &two]
        .into_iter()
        .filter(|answer| matches!(answer, Answer::ToReview { .. }))
        .count();
    assert_eq!(met, 1, "{one:?} {two:?}");
    assert_eq!(everything_after(&store, 0).await.head, LogPosition(3));
}

/// And does not see what is not committed.
pub async fn a_reader_is_not_held_up_by_who_writes<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 2, None)], NOW_MS).await;
    // Written as far as the engine goes before the commit.
    assert_eq!(write.everything().await.unwrap().len(), 2);
    assert_eq!(store.record(dwelling(1, 2, None).key).await.unwrap(), None);
    assert_eq!(store.history(household(1), 9).await.unwrap().len(), 1);
    assert_eq!(store.log_after(LogPosition(1), 9).await.unwrap().len(), 0);
    write.commit().await.unwrap();
    assert_eq!(store.log_after(LogPosition(1), 9).await.unwrap().len(), 1);
}

/// Eight write at once while one asks for what is new and moves its cursor each time.
pub async fn a_reader_never_misses_a_change<S: Store>(store: S) {
    let n_left = Cell::new(8);
    let writers = join_all((0..8_u64).map(|writer| {
        let (store, n_left) = (store.clone(), &n_left);
        async move {
            for round in 0..10 {
                let n = writer * 10 + round + 1;
                let change = change(1, n, opening(u128::from(n)));
                let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
                batch.take(&change, &author(1)).await.unwrap();
                batch.finish().await.unwrap();
            }
            n_left.set(n_left.get() - 1);
        }
    }));
    let reader = async {
        let mut seen = BTreeSet::new();
        let mut since = 0;
        loop {
            let is_last = n_left.get() == 0;
            let page = everything_after(&store, since).await;
            assert!(page.cursor.0 >= since);
            since = page.cursor.0;
            seen.extend(keys(&page));
            if is_last {
                return seen;
            }
            // The others go on.
            let mut yielded = false;
            std::future::poll_fn(|context| {
                if std::mem::replace(&mut yielded, true) {
                    return std::task::Poll::Ready(());
                }
                context.waker().wake_by_ref();
                std::task::Poll::Pending
            })
            .await;
        }
    };
    let (_, seen) = join(writers, reader).await;
    assert_eq!(seen.len(), 80);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}
