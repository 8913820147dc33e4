// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sessions.
use super::samples::{DAY_MS, HOUR_MS, NOW_MS, author, device, settle_in, visitor};
use crate::store::{People, SESSION_MS};

/// Thirty days after its last use, to the hour; the contact is noted with the device.
pub async fn a_session_lasts_with_its_use_and_ends_without<S: People>(store: S) {
    settle_in(&store).await;
    for token in ["used", "left"] {
        store.open_session(token, &visitor(1, 1), NOW_MS).await.unwrap();
    }
    let used = NOW_MS + 20 * DAY_MS;
    assert!(store.session("used", used).await.unwrap().is_some());
    let end = NOW_MS + SESSION_MS;
    assert!(store.session("left", end + 1).await.unwrap().is_none());
    assert!(store.session("used", end + 1).await.unwrap().is_some());
    let devices = store.devices(author(1).person).await.unwrap();
    let last_ms = devices
        .iter()
        .find(|known| known.device == device(1))
        .unwrap()
        .last_ms;
    assert!((last_ms - end).abs() <= HOUR_MS, "{last_ms}");
}

/// Closing it again is no mistake.
pub async fn a_closed_session_is_over<S: People>(store: S) {
    settle_in(&store).await;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    assert!(store.session("other", NOW_MS).await.unwrap().is_none());
    for _ in 0..2 {
        store.close_session("token").await.unwrap();
        assert!(store.session("token", NOW_MS).await.unwrap().is_none());
    }
}

/// Not what the person might when it began; and time alone changes nothing about it.
pub async fn a_session_tells_what_its_person_may_do_now<S: People>(store: S) {
    settle_in(&store).await;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    for at_ms in [NOW_MS, NOW_MS + HOUR_MS, NOW_MS + 3 * DAY_MS] {
        let seen = store.session("token", at_ms).await.unwrap().unwrap();
        assert_eq!(
            (seen.author, seen.device, seen.rights, seen.revoked),
            (author(1), device(1), 0, false)
        );
    }
    let mut changed = author(1);
    changed.name = "Anna Verdi Rossi".to_owned();
    store.change_rights(&changed).await.unwrap();
    let seen = store.session("token", NOW_MS).await.unwrap().unwrap();
    assert_eq!((seen.author, seen.rights), (changed, 1));
}
