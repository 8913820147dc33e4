// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and what they may do.
use super::samples::{NOW_MS, author, person, settle_in, visitor};
use crate::store::People;

/// One person is enough.
pub async fn nobody_is_known_until_somebody_comes<S: People>(store: S) {
    assert!(store.knows_nobody().await.unwrap());
    store.add_person(&person(1)).await.unwrap();
    assert!(!store.knows_nobody().await.unwrap());
}

/// Whoever asks for it next is told.
pub async fn a_name_to_sign_in_with_is_given_once<S: People>(store: S) {
    assert!(store.add_person(&person(1)).await.unwrap());
    let mut second = person(2);
    second.sign_in = person(1).sign_in;
    assert!(!store.add_person(&second).await.unwrap());
    let known = store.person("anna.verdi.1").await.unwrap().unwrap();
    assert_eq!((known.author, known.password), (author(1), person(1).password));
    assert!(store.person("anna.verdi.2").await.unwrap().is_none());
    let name = store.sign_in_of(author(1).person).await.unwrap();
    assert_eq!(name.as_deref(), Some("anna.verdi.1"));
    assert_eq!(store.sign_in_of(author(2).person).await.unwrap(), None);
    // Nobody signs in like this, and it is no failure either.
    assert!(store.person("anna\u{0}").await.unwrap().is_none());
}

/// What stays as it is does not count.
pub async fn rights_are_counted_when_they_change<S: People>(store: S) {
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
