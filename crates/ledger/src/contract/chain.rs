// SPDX-License-Identifier: AGPL-3.0-or-later
//! The log replayed.
use super::samples::{NOW_MS, author, change, household, income, opening, put, take};
use crate::{
    chain::{self, Hash},
    fold::{Flaw, verify},
    push::Batch,
    store::{Store, Write},
};
use soglia_domain::record::LogPosition;

/// Line by line, each sealed by its hash.
pub async fn the_log_leads_to_the_records<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1)), change(1, 2, income(1, 900))]).await;
    take(&store, &[change(2, 1, income(1, 950)), change(2, 2, opening(2))]).await;
    let lines = store.log_after(LogPosition(0), 3).await.unwrap();
    let mut hash = Hash::default();
    for (line, sealed) in &lines {
        hash = chain::after(hash, line);
        assert_eq!(hash, *sealed);
    }
    assert_eq!(lines.len(), 3);
    let verified = verify(&store).await.unwrap();
    assert_eq!(
        (verified.flaws, verified.n_changes, verified.n_records),
        (Vec::new(), 4, 2)
    );
    let (head, _) = store.everything().await.unwrap();
    assert_eq!(head.position, LogPosition(4));
}

/// Whoever did it and however.
pub async fn a_record_altered_beside_the_log_shows<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    let mut write = store.begin().await.unwrap();
    let mut stored = write.load(household(1)).await.unwrap().unwrap();
    stored.last_by = "Nessuno".to_owned();
    put(&mut write, &stored, NOW_MS).await;
    write.commit().await.unwrap();
    let key = household(1).to_string();
    assert_eq!(verify(&store).await.unwrap().flaws, [Flaw::Differs { key }]);
}

/// The chain goes on from there.
pub async fn a_baseline_covers_what_was_filled_in<S: Store>(store: S) {
    assert_eq!(store.baseline().await.unwrap(), None);
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    batch.take(&change(1, 1, opening(1)), &author(1)).await.unwrap();
    batch.mark_as_demonstration(|_| true);
    batch.finish_with_baseline().await.unwrap();
    take(&store, &[change(1, 2, income(1, 900))]).await;
    let baseline = store.baseline().await.unwrap().unwrap();
    assert_eq!((baseline.position, baseline.records.len()), (LogPosition(1), 1));
    assert_eq!(chain::digest(&baseline.records), baseline.digest);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
    // A second one takes the place of the first.
    let batch = Batch::begin(&store, NOW_MS).await.unwrap();
    batch.finish_with_baseline().await.unwrap();
    let second = store.baseline().await.unwrap().unwrap();
    assert_eq!((second.position, second.records.len()), (LogPosition(2), 1));
}
