// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and their devices.
use super::samples::{DAY_MS, NOW_MS, author, change, device, opening, person, settle_in, take, visitor};
use crate::store::{Store, Write};

/// A person or a record is enough.
pub async fn a_store_is_empty_until_somebody_comes<S: Store>(store: S) {
    assert!(store.is_empty().await.unwrap());
    store.add_person(&person(1)).await.unwrap();
    assert!(!store.is_empty().await.unwrap());
}

/// Whoever asks for it next is told.
pub async fn a_name_to_sign_in_with_is_given_once<S: Store>(store: S) {
    assert!(store.add_person(&person(1)).await.unwrap());
    let mut second = person(2);
    second.sign_in = person(1).sign_in;
    assert!(!store.add_person(&second).await.unwrap());
    let known = store.person("anna.verdi.1").await.unwrap().unwrap();
    assert_eq!((known.author, known.password), (author(1), person(1).password));
    assert!(store.person("anna.verdi.2").await.unwrap().is_none());
    // Nobody signs in like this, and it is no failure either.
    assert!(store.person("anna\u{0}").await.unwrap().is_none());
}

/// What stays as it is does not count.
pub async fn rights_are_counted_when_they_change<S: Store>(store: S) {
    settle_in(&store).await;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    store.change_rights(&author(1)).await.unwrap();
    let mut changed = author(1);
    changed.role = soglia_domain::author::Role::Coordinator;
    for expected in [1, 1] {
        store.change_rights(&changed).await.unwrap();
        let visitor = store.session("token", NOW_MS).await.unwrap().unwrap();
        assert_eq!((visitor.rights, &visitor.author), (expected, &changed));
    }
}

/// Whoever was first; a name that is not said leaves the one there is.
pub async fn a_device_belongs_to_one_person<S: Store>(store: S) {
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
pub async fn a_revoked_device_is_known_and_wiped_once<S: Store>(store: S) {
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
