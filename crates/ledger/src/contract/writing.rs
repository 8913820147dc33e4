// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a transaction writes.
use super::samples::{
    NOW_MS, append, author, change, device, dwelling, everything_after, household, income, opening,
    positions, take, take_foreseen,
};
use crate::{
    push::{Batch, Label},
    store::{Imported, Quarantined, Store, Write},
};
use soglia_domain::{
    id::{CITY_RULES, DwellingId},
    record::{Identity as _, LogPosition},
};
use soglia_sync::change::Answer;

/// One record is enough.
pub async fn a_store_is_empty_until_something_is_written<S: Store>(store: S) {
    assert!(store.is_empty().await.unwrap());
    take(&store, &[change(1, 1, opening(1))]).await;
    assert!(!store.is_empty().await.unwrap());
}

/// Dropped half-way, whatever was written.
pub async fn a_dropped_transaction_leaves_nothing<S: Store>(store: S) {
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    batch.take(&change(1, 1, opening(1)), &author(1)).await.unwrap();
    // Reading again is what makes a store write that collects.
    assert!(batch.write().everything().await.unwrap().is_empty());
    drop(batch);
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    assert_eq!(write.everything().await.unwrap().len(), 1);
    drop(write);
    let mut write = store.begin().await.unwrap();
    assert_eq!(write.head().await.unwrap().position, LogPosition(0));
    assert_eq!(write.highest_counter(device(1)).await.unwrap(), 0);
    assert_eq!(write.answer_to(change(1, 1, opening(1)).id).await.unwrap(), None);
    drop(write);
    assert!(everything_after(&store, 0).await.bodies.is_empty());
    assert_eq!(
        positions(&take(&store, &[change(1, 1, opening(1))]).await),
        [Some(1)]
    );
}

/// Before anybody else sees it.
pub async fn what_was_written_is_read_in_the_same_transaction<S: Store>(store: S) {
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    let key = dwelling(1, 1, None).key;
    assert_eq!(write.head().await.unwrap().position, LogPosition(1));
    assert_eq!(write.load(key).await.unwrap().unwrap().position, LogPosition(1));
    assert_eq!(write.load(household(9)).await.unwrap(), None);
    let place = LogPosition(1);
    assert_eq!(write.device_at(place).await.unwrap(), Some(device(1)));
    assert_eq!(
        write.written_at(place).await.unwrap().unwrap().by,
        author(1).person
    );
    assert_eq!(write.device_at(LogPosition(2)).await.unwrap(), None);
    let (who, answer) = write
        .answer_to(change(1, 1, opening(1)).id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (who, answer),
        (author(1).person, Answer::Accepted { position: place })
    );
    assert_eq!(write.of_kind(DwellingId::KIND).await.unwrap().len(), 1);
    // The same after it was written down on the way.
    assert_eq!(write.load(key).await.unwrap().unwrap().position, place);
    assert_eq!(write.device_at(place).await.unwrap(), Some(device(1)));
    assert_eq!(write.written_at(place).await.unwrap().unwrap().device, device(1));
    write.commit().await.unwrap();
    assert_eq!(store.record(key).await.unwrap().unwrap().position, place);
}

/// In the same batch, in another one, from another person.
pub async fn a_change_sent_again_gets_the_same_answer<S: Store>(store: S) {
    let (open, refused) = (change(1, 1, opening(1)), change(1, 2, income(7, 900)));
    let first = take(&store, &[open.clone(), refused.clone(), open.clone()]).await;
    assert_eq!(first[0], first[2]);
    assert!(matches!(first[1], Answer::Refused { .. }));
    assert_eq!(
        take(&store, &[refused, open.clone()]).await,
        [first[1].clone(), first[0].clone()]
    );
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    let others = batch.take(&open, &author(2)).await.unwrap();
    assert!(matches!(others, Answer::Refused { .. }), "{others:?}");
}

/// Refused ones take none, and a batch that fails gives its places back.
pub async fn places_in_the_order_have_no_gaps<S: Store>(store: S) {
    let answers = take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, income(7, 900)),
            change(1, 3, income(1, 900)),
        ],
    )
    .await;
    assert_eq!(positions(&answers), [Some(1), None, Some(2)]);
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    batch.take(&change(2, 1, opening(2)), &author(1)).await.unwrap();
    drop(batch);
    assert_eq!(
        positions(&take(&store, &[change(2, 2, opening(3))]).await),
        [Some(3)]
    );
    assert_eq!(everything_after(&store, 0).await.head, LogPosition(3));
}

/// And then it is taken like any other.
pub async fn what_cannot_be_read_is_kept_aside_until_it_can<S: Store>(store: S) {
    let later = change(1, 1, opening(1));
    let label = Label {
        id: later.id,
        device: later.device,
        counter: 1,
        author: later.author,
    };
    for reason in ["not known", "still not known"] {
        let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
        let answer = batch
            .take_aside(&label, reason, "{\"a\":\"\\u0000 \u{1f3e0}\"}")
            .await
            .unwrap();
        assert_eq!(
            answer,
            Answer::Quarantined {
                reason: reason.to_owned()
            }
        );
        batch.finish().await.unwrap();
    }
    assert_eq!(
        positions(&take_foreseen(&store, std::slice::from_ref(&later)).await),
        [Some(1)]
    );
    // Another person cannot take the place of what was set aside.
    let mut write = store.begin().await.unwrap();
    let kept = Quarantined {
        change: later.id,
        device: later.device,
        counter: 1,
        author: author(2).person,
        received_ms: NOW_MS,
        reason: "not known",
        text: "{}",
    };
    write.quarantine(&kept).await.unwrap();
    write.leave_quarantine(later.id).await.unwrap();
    write.leave_quarantine(later.id).await.unwrap();
    write.commit().await.unwrap();
}

/// More than fit into one statement of any store.
pub async fn many_changes_in_one_transaction_all_last<S: Store>(store: S) {
    let n = 2_345;
    let changes: Vec<_> = (1..=n)
        .map(|counter| change(1, counter, opening(u128::from(counter))))
        .collect();
    let answers = take_foreseen(&store, &changes).await;
    let expected: Vec<_> = (1..=n).map(Some).collect();
    assert_eq!(positions(&answers), expected);
    assert_eq!(store.everything().await.unwrap().1.len(), 2_345);
    assert_eq!(
        store.log_after(LogPosition(2_300), 1_000).await.unwrap().len(),
        45
    );
    assert_eq!(take(&store, &changes[..70]).await, answers[..70]);
}

/// Told in advance or asked one by one: the answers are the same.
pub async fn what_is_foreseen_is_what_would_be_read<S: Store>(store: S) {
    let first = take_foreseen(&store, &[change(1, 1, opening(1)), change(1, 2, income(7, 1))]).await;
    let again = [
        change(1, 1, opening(1)),
        change(1, 2, income(7, 1)),
        change(1, 3, income(1, 900)),
        change(1, 4, income(1, 950)),
    ];
    let answers = take_foreseen(&store, &again).await;
    assert_eq!(answers[..2], first);
    assert_eq!(positions(&answers), [Some(1), None, Some(2), Some(3)]);
    let mut write = store.begin().await.unwrap();
    let devices = [device(1), device(2)];
    write
        .foresee(&[again[0].id], &[household(1), household(2)], &devices)
        .await
        .unwrap();
    let stored = write.load(household(1)).await.unwrap().unwrap();
    assert_eq!(
        (stored.created, stored.position),
        (LogPosition(1), LogPosition(3))
    );
    assert_eq!(write.load(household(2)).await.unwrap(), None);
    assert_eq!(write.device_at(stored.created).await.unwrap(), Some(device(1)));
    assert!(!write.is_revoked(device(2)).await.unwrap());
    // What was not foreseen is still known.
    assert_eq!(write.load(CITY_RULES.key()).await.unwrap(), None);
    assert!(write.answer_to(again[3].id).await.unwrap().is_some());
}

/// The stock is seen as it stands in the transaction.
pub async fn an_import_is_remembered_and_its_dwellings_are_seen<S: Store>(store: S) {
    let mut write = store.begin().await.unwrap();
    assert!(write.of_kind(DwellingId::KIND).await.unwrap().is_empty());
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    append(&mut write, &[dwelling(2, 2, None)], NOW_MS).await;
    let imported = Imported {
        at_ms: NOW_MS,
        by: author(1).person,
        file_name: "stock.csv",
        sha256: "00",
        report: "{}",
    };
    write.record_import(&imported).await.unwrap();
    assert_eq!(write.of_kind(DwellingId::KIND).await.unwrap().len(), 2);
    write.commit().await.unwrap();
    assert_eq!(store.everything().await.unwrap().1.len(), 2);
}

/// Quotes, signs beyond the first plane, and the one character that not every engine can keep as it is.
pub async fn texts_come_back_exactly_as_they_were_written<S: Store>(store: S) {
    let mut stored = dwelling(1, 1, None);
    stored.last_by = "D'Amico \"Ciao\" \\ \u{1f3e0} \u{0} à".to_owned();
    let body = serde_json::to_string(&stored).unwrap();
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[stored.clone()], NOW_MS).await;
    write.commit().await.unwrap();
    let (_, records) = store.everything().await.unwrap();
    assert_eq!(records, [(stored.key.to_string(), body.clone())]);
    let page = everything_after(&store, 0).await;
    assert_eq!((page.bodies[0].key, &page.bodies[0].text), (stored.key, &body));
    assert_eq!(store.record(stored.key).await.unwrap(), Some(stored));
}
