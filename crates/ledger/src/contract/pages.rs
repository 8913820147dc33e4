// SPDX-License-Identifier: AGPL-3.0-or-later
//! What devices are given.
use super::samples::{
    DAY_MS, EVERYTHING, NOW_MS, append, change, dwelling, everything_after, household, income, keys, opening,
    organisation, take,
};
use super::scenes::read_on;
use crate::store::{Page, Reach, Store, Write};
use soglia_domain::record::LogPosition;

async fn page<S: Store>(store: &S, since: u64, most: u32) -> Page {
    store.page(EVERYTHING, LogPosition(since), most).await.unwrap()
}

/// Nothing twice, nothing left out, and the last one says so.
pub async fn pages_follow_each_other_until_the_head<S: Store>(store: S) {
    let changes: Vec<_> = (1..=25).map(|n| change(1, n, opening(u128::from(n)))).collect();
    take(&store, &changes).await;
    let mut seen = Vec::new();
    let mut since = 0;
    loop {
        let page = page(&store, since, 10).await;
        seen.extend(keys(&page));
        assert_eq!(page.head, LogPosition(25));
        since = page.cursor.0;
        if !page.more {
            break;
        }
    }
    assert_eq!((since, seen.len()), (25, 25));
    // The last one changed comes last; what stands still is not told again.
    take(&store, &[change(1, 26, income(3, 900))]).await;
    assert_eq!(keys(&page(&store, 25, 10).await), [household(3)]);
    assert_eq!(keys(&page(&store, 0, 100).await).last(), Some(&household(3)));
    assert!(page(&store, 26, 10).await.bodies.is_empty());
    assert_eq!(page(&store, 99, 10).await.head, LogPosition(26));
}

/// The next one would skip the rest of the place.
pub async fn a_page_never_ends_inside_a_place_in_the_order<S: Store>(store: S) {
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    let three = [dwelling(2, 2, None), dwelling(3, 2, None), dwelling(4, 2, None)];
    append(&mut write, &three, NOW_MS).await;
    write.commit().await.unwrap();
    let first = page(&store, 0, 3).await;
    assert_eq!(
        (first.bodies.len(), first.cursor, first.more),
        (1, LogPosition(1), true)
    );
    let second = page(&store, 1, 3).await;
    assert_eq!(
        (second.bodies.len(), second.cursor, second.more),
        (3, LogPosition(2), false)
    );
}

/// Sixty at one place, between others, and a page has room for ten.
pub async fn more_records_at_one_place_than_a_page_holds_all_arrive<S: Store>(store: S) {
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    let sixty: Vec<_> = (2..=61).map(|n| dwelling(n, 2, None)).collect();
    append(&mut write, &sixty, NOW_MS).await;
    let twelve: Vec<_> = (62..=73).map(|n| dwelling(n, 3, None)).collect();
    append(&mut write, &twelve, NOW_MS).await;
    append(&mut write, &[dwelling(74, 4, None)], NOW_MS).await;
    write.commit().await.unwrap();
    let read = read_on(&store, EVERYTHING, LogPosition(0), 10).await;
    assert_eq!((read.came.len(), read.n_bodies), (74, 74));
    let last = read_on(&store, EVERYTHING, LogPosition(2), 10).await;
    assert_eq!(last.came.len(), 13);
}

/// The head and the records belong together.
pub async fn a_page_comes_from_one_snapshot<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(2, 2, None)], NOW_MS).await;
    let before = everything_after(&store, 0).await;
    assert_eq!((before.bodies.len(), before.head), (1, LogPosition(1)));
    let (head, records) = store.everything().await.unwrap();
    assert_eq!((head.position, records.len()), (LogPosition(1), 1));
    write.commit().await.unwrap();
    let after = everything_after(&store, 0).await;
    assert_eq!((after.bodies.len(), after.head), (2, LogPosition(2)));
}

/// A dwelling entrusted, taken away, and entrusted again.
pub async fn a_partner_gets_its_own_and_is_told_what_it_lost<S: Store>(store: S) {
    let (ours, others) = (organisation(5), organisation(6));
    let reach = Reach::Partner(ours);
    let key = dwelling(1, 1, None).key;
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, Some(ours))], NOW_MS).await;
    append(&mut write, &[dwelling(2, 2, Some(others))], NOW_MS).await;
    append(&mut write, &[dwelling(3, 3, None)], NOW_MS).await;
    write.commit().await.unwrap();
    let first = store.page(reach, LogPosition(0), 100).await.unwrap();
    assert_eq!(keys(&first), [key]);
    assert_eq!(first.cursor, LogPosition(3));

    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, Some(others))], NOW_MS).await;
    write.commit().await.unwrap();
    let gone = store.page(reach, first.cursor, 100).await.unwrap();
    assert_eq!(
        (gone.removed.as_slice(), gone.bodies.len()),
        ([key].as_slice(), 0)
    );
    // A device that has nothing is told of no removals.
    let new = store.page(reach, LogPosition(0), 100).await.unwrap();
    assert!(new.removed.is_empty() && new.bodies.is_empty());
    let theirs = store
        .page(Reach::Partner(others), LogPosition(0), 100)
        .await
        .unwrap();
    assert_eq!(theirs.bodies.len(), 2);

    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, Some(ours))], NOW_MS).await;
    write.commit().await.unwrap();
    let back = store.page(reach, first.cursor, 100).await.unwrap();
    assert_eq!((back.removed.len(), keys(&back)), (0, vec![key]));
}

/// Whoever comes later needs everything afresh.
pub async fn removals_are_forgotten_up_to_a_floor<S: Store>(store: S) {
    let ours = organisation(5);
    for (n, at_ms) in [(1, NOW_MS), (2, NOW_MS + DAY_MS)] {
        let mut write = store.begin().await.unwrap();
        append(&mut write, &[dwelling(n, 1, Some(ours))], at_ms).await;
        append(&mut write, &[dwelling(n, 1, None)], at_ms).await;
        write.commit().await.unwrap();
    }
    let reach = Reach::Partner(ours);
    store.forget_removals(NOW_MS).await.unwrap();
    let kept = store.page(reach, LogPosition(1), 100).await.unwrap();
    assert_eq!((kept.removed.len(), kept.floor), (2, LogPosition(0)));
    store.forget_removals(NOW_MS + 1).await.unwrap();
    let kept = store.page(reach, LogPosition(1), 100).await.unwrap();
    assert_eq!((kept.removed.len(), kept.floor), (1, LogPosition(2)));
    // The floor does not sink again.
    store.forget_removals(NOW_MS + 1).await.unwrap();
    let kept = store.page(reach, LogPosition(1), 100).await.unwrap();
    assert_eq!((kept.removed.len(), kept.floor), (1, LogPosition(2)));
}

/// Only the changes that touched it.
pub async fn the_history_of_a_record_is_told_newest_first<S: Store>(store: S) {
    let changes = [
        change(1, 1, opening(1)),
        change(1, 2, opening(2)),
        change(1, 3, income(1, 900)),
    ];
    take(&store, &changes).await;
    take(&store, &[change(1, 4, income(1, 950))]).await;
    let history = store.history(household(1), 2).await.unwrap();
    let places: Vec<_> = history.iter().map(|line| line.position.0).collect();
    assert_eq!(places, [4, 3]);
    assert_eq!(history[1].counter, 3);
    assert_eq!(history[1].at, serde_json::to_string(&changes[2].at).unwrap());
    assert_eq!(store.history(household(2), 9).await.unwrap().len(), 1);
    assert!(store.history(household(3), 9).await.unwrap().is_empty());
}
