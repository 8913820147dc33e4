// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tax codes, sign-ins under way at the identity provider, and sessions for which it vouched.
use super::samples::{NOW_MS, author, person, settle_in, visitor};
use crate::store::{Accounts, Entry, People, Provider, TOKEN_MS, Visitor};

async fn keep<S: Provider>(store: &S, token_hash: &str, text: &str, until_ms: i64) {
    let entry = Entry {
        token_hash,
        text,
        until_ms,
    };
    store.keep_entry(entry, 3, NOW_MS).await.unwrap();
}

/// Who has it keeps it.
pub async fn a_tax_code_is_linked_to_one_person<S: People + Accounts + Provider>(store: S) {
    settle_in(&store).await;
    store.add_person(&person(2)).await.unwrap();
    let (one, other) = (author(1), author(2));
    assert_eq!(store.of_code("a").await.unwrap(), None);
    assert!(store.link_code(one.person, Some("a")).await.unwrap());
    assert!(store.link_code(other.person, Some("b")).await.unwrap());
    assert!(!store.link_code(other.person, Some("a")).await.unwrap());
    assert_eq!(store.of_code("a").await.unwrap(), Some(one.clone()));
    assert_eq!(store.of_code("b").await.unwrap(), Some(other.clone()));
    assert!(store.link_code(one.person, None).await.unwrap());
    assert_eq!(store.of_code("a").await.unwrap(), None);
    let told = store.accounts().await.unwrap();
    let linked: Vec<bool> = told.iter().map(|account| account.has_code).collect();
    assert_eq!(linked, [false, true]);
    assert!(store.link_code(other.person, Some("a")).await.unwrap());
    assert_eq!(store.of_code("b").await.unwrap(), None);
    assert_eq!(store.of_code("a").await.unwrap(), Some(other));
}

/// Somebody may have come by the code that was linked by mistake.
pub async fn another_tax_code_ends_the_sessions<S: People + Provider>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    let open = async |token: &str| store.session(token, NOW_MS).await.unwrap().is_some();
    store.open_session("first", &visitor(1, 1), NOW_MS).await.unwrap();
    for _ in 0..2 {
        assert!(store.link_code(person, Some("a")).await.unwrap());
        assert!(open("first").await, "nothing was linked before, or the same");
    }
    assert!(store.link_code(person, Some("b")).await.unwrap());
    assert!(!open("first").await);
    store
        .open_session("second", &visitor(1, 1), NOW_MS)
        .await
        .unwrap();
    assert!(store.link_code(person, None).await.unwrap());
    assert!(!open("second").await);
}

/// Neither a second time, nor too late, nor by who saw it as it was before.
pub async fn a_sign_in_under_way_is_taken_once<S: Provider>(store: S) {
    let until = NOW_MS + 10;
    keep(&store, "token", "begun", until).await;
    keep(&store, "other", "other", until + 5).await;
    let seen = store.entry("token", NOW_MS).await.unwrap();
    assert_eq!(seen.as_deref(), Some("begun"));
    assert_eq!(store.entry("token", until).await.unwrap(), None, "it is over");
    keep(&store, "token", "came", until).await;
    assert!(!store.take_entry("token", "begun", NOW_MS).await.unwrap());
    assert!(!store.take_entry("token", "came", until).await.unwrap());
    assert!(store.take_entry("token", "came", NOW_MS).await.unwrap());
    assert!(!store.take_entry("token", "came", NOW_MS).await.unwrap());
    assert_eq!(store.entry("token", NOW_MS).await.unwrap(), None);
    let other = store.entry("other", NOW_MS).await.unwrap();
    assert_eq!(other.as_deref(), Some("other"));
}

/// The newest stay.
pub async fn only_so_many_sign_ins_are_under_way<S: Provider>(store: S) {
    for n in 1..=5 {
        keep(&store, &n.to_string(), "begun", NOW_MS + n).await;
    }
    let mut kept = Vec::new();
    for n in 1..=5 {
        if store.entry(&n.to_string(), NOW_MS).await.unwrap().is_some() {
            kept.push(n);
        }
    }
    assert_eq!(kept, [3, 4, 5]);
}

/// Whatever token it has by then.
pub async fn what_the_provider_vouched_for_holds_for_its_session<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let vouched = Visitor {
        vouched: true,
        ..visitor(1, 1)
    };
    store
        .open_session("by itself", &visitor(1, 1), NOW_MS)
        .await
        .unwrap();
    store.open_session("vouched", &vouched, NOW_MS).await.unwrap();
    let later = NOW_MS + TOKEN_MS;
    assert!(store.succeed("vouched", "after", later).await.unwrap());
    let is_vouched = async |token: &str| store.session(token, later).await.unwrap().unwrap().vouched;
    assert!(!is_vouched("by itself").await);
    assert!(is_vouched("after").await && is_vouched("vouched").await);
}
