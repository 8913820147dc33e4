// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of people, and what a batch knows of them.
use super::samples::{
    DAY_MS, NOW_MS, append, author, change, device, dwelling, income, opening, person, settle_in, take,
    visitor,
};
use crate::{
    push::{Batch, Label},
    store::{People, Store, Write},
};

/// Whoever was first; a name that is not said leaves the one there is.
pub async fn a_device_belongs_to_one_person<S: People + Store>(store: S) {
    settle_in(&store).await;
    store.add_person(&person(2)).await.unwrap();
    let (anna, other) = (author(1).person, author(2).person);
    assert!(!store.claim_device(device(1), other, "", NOW_MS).await.unwrap());
    assert!(store.owns_device(device(1), anna).await.unwrap());
    assert!(!store.owns_device(device(1), other).await.unwrap());
    assert!(!store.owns_device(device(9), anna).await.unwrap());
    let later = NOW_MS + DAY_MS;
    assert!(
        store
            .claim_device(device(1), anna, "Chrome, Android\u{0}", later)
            .await
            .unwrap()
    );
    assert!(store.claim_device(device(1), anna, "", later).await.unwrap());
    take(&store, &[change(1, 1, opening(1)), change(1, 2, opening(2))]).await;
    let devices = store.devices(anna).await.unwrap();
    assert_eq!(devices.len(), 2);
    assert!(devices[0].name.starts_with("Chrome, Android"));
    assert_eq!(
        (
            devices[0].device,
            devices[0].first_ms,
            devices[0].last_ms,
            devices[0].n_changes
        ),
        (device(1), NOW_MS, later, 2)
    );
    assert_eq!((devices[1].device, devices[1].n_changes), (device(2), 0));
    assert!(store.devices(other).await.unwrap().is_empty());
}

/// By its owner only; the first moment counts.
pub async fn a_revoked_device_is_known_and_wiped_once<S: People + Store>(store: S) {
    settle_in(&store).await;
    store.add_person(&person(2)).await.unwrap();
    let (anna, other) = (author(1).person, author(2).person);
    for (token, on) in [("one", 1), ("two", 2)] {
        store.open_session(token, &visitor(1, on), NOW_MS).await.unwrap();
    }
    // Only a revoked device wipes itself.
    store.note_wiped(device(2), NOW_MS).await.unwrap();
    assert!(!store.revoke_device(device(1), other, NOW_MS).await.unwrap());
    assert!(!store.revoke_device(device(9), anna, NOW_MS).await.unwrap());
    for at_ms in [NOW_MS + 1, NOW_MS + 2] {
        assert!(store.revoke_device(device(1), anna, at_ms).await.unwrap());
    }
    let mut write = store.begin().await.unwrap();
    assert!(write.is_revoked(device(1)).await.unwrap());
    assert!(!write.is_revoked(device(2)).await.unwrap());
    drop(write);
    assert!(store.session("one", NOW_MS).await.unwrap().unwrap().revoked);
    store.note_wiped(device(1), NOW_MS + 3).await.unwrap();
    assert!(store.session("one", NOW_MS).await.unwrap().is_none());
    assert!(!store.session("two", NOW_MS).await.unwrap().unwrap().revoked);
    let devices = store.devices(anna).await.unwrap();
    let of = |n| devices.iter().find(|known| known.device == device(n)).unwrap();
    assert_eq!(
        (of(1).revoked_ms, of(1).wiped_ms),
        (Some(NOW_MS + 1), Some(NOW_MS + 3))
    );
    assert_eq!((of(2).revoked_ms, of(2).wiped_ms), (None, None));
}

/// Told in advance or asked one by one: the answer is the same.
pub async fn what_is_foreseen_of_devices_is_what_would_be_read<S: People + Store>(store: S) {
    settle_in(&store).await;
    let anna = author(1).person;
    assert!(store.revoke_device(device(2), anna, NOW_MS).await.unwrap());
    take(&store, &[change(1, 1, opening(1)), change(1, 4, opening(2))]).await;
    let devices = [device(1), device(2), device(9)];
    let mut write = store.begin().await.unwrap();
    write.foresee(&[], &[], &devices).await.unwrap();
    assert_eq!(write.highest_counter(device(1)).await.unwrap(), 4);
    assert_eq!(write.highest_counter(device(9)).await.unwrap(), 0);
    for (device, is_revoked) in devices.into_iter().zip([false, true, false]) {
        assert_eq!(write.is_revoked(device).await.unwrap(), is_revoked);
    }
}

/// Signing in waits for no batch.
pub async fn people_are_read_while_somebody_writes<S: People + Store>(store: S) {
    settle_in(&store).await;
    let mut write = store.begin().await.unwrap();
    append(&mut write, &[dwelling(1, 1, None)], NOW_MS).await;
    assert!(store.person("anna.verdi.1").await.unwrap().is_some());
    assert!(store.owns_device(device(1), author(1).person).await.unwrap());
    write.commit().await.unwrap();
}

/// Accepted, refused or set aside.
pub async fn the_highest_counter_counts_every_answer<S: People + Store>(store: S) {
    settle_in(&store).await;
    take(&store, &[change(1, 4, opening(1)), change(2, 9, income(7, 1))]).await;
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    assert!(batch.has_seen(device(1), 4).await.unwrap());
    assert!(!batch.has_seen(device(1), 5).await.unwrap());
    assert!(batch.has_seen(device(2), 9).await.unwrap());
    let label = Label {
        id: change(1, 6, opening(1)).id,
        device: device(1),
        counter: 6,
        author: author(1).person,
    };
    batch.take_aside(&label, "not known", "{}").await.unwrap();
    assert!(batch.has_seen(device(1), 6).await.unwrap());
    batch.finish().await.unwrap();
    // An older one that comes late does not take it back.
    take(&store, &[change(1, 5, opening(5))]).await;
    let mut write = store.begin().await.unwrap();
    assert_eq!(write.highest_counter(device(1)).await.unwrap(), 6);
    assert_eq!(write.highest_counter(device(3)).await.unwrap(), 0);
}
