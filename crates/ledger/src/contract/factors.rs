// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second factors of people.
use crate::store::Factors;
use soglia_domain::id::PersonId;
use uuid::Uuid;

const ONE: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(2));

fn codes(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Until it is confirmed nobody is asked for it, and another key may take its place; then it stays until it is ended.
pub async fn a_factor_counts_once_it_is_confirmed<S: Factors>(store: S) {
    assert_eq!(store.factor(ONE).await.unwrap(), None);
    assert!(!store.confirm_factor(ONE, 5, &[]).await.unwrap(), "there is none");
    assert!(store.begin_factor(ONE, "FIRST").await.unwrap());
    assert!(store.begin_factor(ONE, "SECOND").await.unwrap());
    let begun = store.factor(ONE).await.unwrap().unwrap();
    assert!(!begun.confirmed && begun.key == "SECOND" && begun.n_recovery == 0);
    assert!(!store.use_step(ONE, 5).await.unwrap(), "it does not count so far");
    assert!(store.confirm_factor(ONE, 5, &codes(&["a", "b"])).await.unwrap());
    assert!(
        !store.confirm_factor(ONE, 6, &codes(&["c"])).await.unwrap(),
        "twice"
    );
    assert!(!store.begin_factor(ONE, "THIRD").await.unwrap());
    let confirmed = store.factor(ONE).await.unwrap().unwrap();
    assert!(confirmed.confirmed && confirmed.key == "SECOND" && confirmed.n_recovery == 2);
    assert_eq!(store.factor(OTHER).await.unwrap(), None);
    store.end_factor(ONE).await.unwrap();
    store.end_factor(ONE).await.unwrap();
    assert_eq!(store.factor(ONE).await.unwrap(), None);
    assert!(
        !store.use_recovery(ONE, "a").await.unwrap(),
        "its codes are gone with it"
    );
    assert!(store.begin_factor(ONE, "FOURTH").await.unwrap());
}

/// No step counts twice, and none before one that counted; a code for the day on which the telephone is gone counts once.
pub async fn a_code_of_a_factor_is_used_once<S: Factors>(store: S) {
    for person in [ONE, OTHER] {
        assert!(store.begin_factor(person, "KEY").await.unwrap());
        assert!(
            store
                .confirm_factor(person, 5, &codes(&["a", "b"]))
                .await
                .unwrap()
        );
    }
    assert!(!store.use_step(ONE, 5).await.unwrap(), "it confirmed the factor");
    assert!(store.use_step(ONE, 7).await.unwrap());
    for step in [7, 6] {
        assert!(!store.use_step(ONE, step).await.unwrap(), "{step}");
    }
    assert!(store.use_step(OTHER, 6).await.unwrap());
    assert!(store.use_recovery(ONE, "a").await.unwrap());
    assert!(!store.use_recovery(ONE, "a").await.unwrap());
    assert!(!store.use_recovery(ONE, "c").await.unwrap());
    assert_eq!(store.factor(ONE).await.unwrap().unwrap().n_recovery, 1);
    assert_eq!(store.factor(OTHER).await.unwrap().unwrap().n_recovery, 2);
}
