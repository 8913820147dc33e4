// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened shared links.
use super::samples::NOW_MS;
use crate::store::{SAME_VISIT_MS, Viewed, Views};
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
        store.note_view(link, &viewed(n, device)).await.unwrap();
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
