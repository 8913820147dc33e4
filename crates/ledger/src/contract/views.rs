// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links.
use super::samples::NOW_MS;
use crate::store::{ONE_VISIT_MS, PinTry, SAME_VISIT_MS, Viewed, Views};
use futures::future::join_all;
use soglia_domain::id::SharedLinkId;
use uuid::Uuid;

/// Newest first, of one link alone, no more than are asked for; whoever reads on within ten minutes is counted once.
pub async fn views_of_a_link_are_told_newest_first<S: Views>(store: S) {
    let [one, other] = [1, 2].map(|n| SharedLinkId(Uuid::from_u128(n)));
    let viewed = |n: i64, device: &str| Viewed {
        at_ms: NOW_MS + n,
        device: device.to_owned(),
    };
    assert_eq!(store.views(one, 10).await.unwrap(), []);
    let later = SAME_VISIT_MS;
    for (link, n, device) in [
        (one, 0, "phone"),
        (other, 1, "tablet"),
        (one, later - 1, "phone"),
        (one, later, "computer"),
        (one, later, "phone"),
    ] {
        let counts = store.note_view(link, &viewed(n, device)).await.unwrap();
        assert_eq!(counts, n != later - 1, "{n} {device}");
    }
    let all = [
        viewed(later, "phone"),
        viewed(later, "computer"),
        viewed(0, "phone"),
    ];
    assert_eq!(store.views(one, 10).await.unwrap(), all);
    assert_eq!(store.views(one, 1).await.unwrap(), all[..1]);
    assert_eq!(store.views(other, 10).await.unwrap(), [viewed(1, "tablet")]);
}

/// Five wrong PINs cost nothing, each one after them a longer wait, the twentieth the link; a right one forgives those before.
pub async fn wrong_pins_of_a_link_are_counted_and_cost_time<S: Views>(store: S) {
    let [one, other] = [1, 2].map(|n| SharedLinkId(Uuid::from_u128(n)));
    for _ in 0..5 {
        assert_eq!(store.try_pin(one, NOW_MS).await.unwrap(), PinTry::Free);
    }
    let wait = PinTry::Wait {
        until_ms: NOW_MS + 60_000,
    };
    assert_eq!(store.try_pin(one, NOW_MS + 1).await.unwrap(), wait);
    assert_eq!(
        store.try_pin(one, NOW_MS + 59_999).await.unwrap(),
        wait,
        "waiting is not counted"
    );
    assert_eq!(store.try_pin(other, NOW_MS).await.unwrap(), PinTry::Free);
    let later = NOW_MS + 60_000;
    assert_eq!(store.try_pin(one, later).await.unwrap(), PinTry::Free);
    let wait = PinTry::Wait {
        until_ms: later + 120_000,
    };
    assert_eq!(store.try_pin(one, later + 60_000).await.unwrap(), wait);
    store.right_pin(one).await.unwrap();
    let day = 86_400_000;
    for n in 0..20 {
        assert_eq!(
            store.try_pin(one, NOW_MS + n * day).await.unwrap(),
            PinTry::Free,
            "{n}"
        );
    }
    assert_eq!(
        store.try_pin(one, NOW_MS + 99 * day).await.unwrap(),
        PinTry::Locked
    );
}

/// The first visit opens it, reads on for an hour, and nobody else does.
pub async fn a_link_that_opens_once_opens_for_one_visit<S: Views>(store: S) {
    let [one, other] = [1, 2].map(|n| SharedLinkId(Uuid::from_u128(n)));
    let begin = async |link, visit, ms| store.begin_visit(link, visit, true, ms).await.unwrap();
    assert!(!store.visit_goes_on(one, "first", NOW_MS).await.unwrap());
    assert!(begin(one, "first", NOW_MS).await);
    assert!(!begin(one, "second", NOW_MS).await);
    let last = NOW_MS + ONE_VISIT_MS - 1;
    assert!(begin(one, "first", last).await);
    assert!(store.visit_goes_on(one, "first", last).await.unwrap());
    assert!(!store.visit_goes_on(one, "second", last).await.unwrap());
    assert!(
        !begin(one, "first", last + 1).await,
        "reading on does not prolong it"
    );
    assert!(!begin(one, "second", last + 1).await);
    assert!(begin(other, "second", last).await);
}

/// Whoever gave the PIN reads on for an hour without it; one visit does not end another.
pub async fn visits_of_a_link_with_a_pin_go_on_for_an_hour<S: Views>(store: S) {
    let link = SharedLinkId(Uuid::from_u128(1));
    let begin = async |visit, ms| store.begin_visit(link, visit, false, ms).await.unwrap();
    assert!(begin("first", NOW_MS).await && begin("second", NOW_MS + 5).await);
    let end = NOW_MS + ONE_VISIT_MS;
    assert!(store.visit_goes_on(link, "first", end - 1).await.unwrap());
    assert!(!store.visit_goes_on(link, "first", end).await.unwrap());
    assert!(store.visit_goes_on(link, "second", end).await.unwrap());
    assert!(begin("first", end).await, "a new one begins under the old name");
    assert!(store.visit_goes_on(link, "first", end + 5).await.unwrap());
    assert!(!store.visit_goes_on(link, "second", end + 5).await.unwrap());
}

/// Everything that comes at once is taken one after the other: no guess goes uncounted, no link opens twice, no view is lost.
pub async fn what_comes_at_once_to_a_link_is_taken_in_turn<S: Views>(store: S) {
    let link = SharedLinkId(Uuid::from_u128(1));
    let tries = join_all((0..12).map(|_| store.try_pin(link, NOW_MS))).await;
    let free = tries
        .iter()
        .filter(|tried| tried.as_ref().unwrap() == &PinTry::Free);
    assert_eq!(free.count(), 5);
    let names: Vec<String> = (0..8).map(|n| format!("visit {n}")).collect();
    let begun = join_all(
        names
            .iter()
            .map(|name| store.begin_visit(link, name, true, NOW_MS)),
    )
    .await;
    assert_eq!(begun.iter().filter(|begun| *begun.as_ref().unwrap()).count(), 1);
    let views: Vec<Viewed> = names
        .iter()
        .map(|name| Viewed {
            at_ms: NOW_MS,
            device: name.clone(),
        })
        .collect();
    for noted in join_all(views.iter().map(|viewed| store.note_view(link, viewed))).await {
        noted.unwrap();
    }
    assert_eq!(store.views(link, 20).await.unwrap().len(), 8);
}
