// SPDX-License-Identifier: AGPL-3.0-or-later
//! The addresses of calendars, and the records that are read for them.
use super::{
    samples::{EVERYTHING, NOW_MS, author, change, household, opening, person, settle_in, take, take_of},
    scenes::{entry, entry_key, imported, in_role, offer, partner},
};
use crate::store::{Calendars, People, Reach, Store};
use soglia_domain::{
    author::Role,
    diary_entry::Circle,
    id::{DiaryEntryId, DwellingId, HouseholdId},
    record::{Identity as _, Kind},
};
use std::collections::BTreeSet;

/// A new address ends the one before, and nobody else's.
pub async fn a_person_has_one_address_for_the_calendar<S: People + Calendars>(store: S) {
    settle_in(&store).await;
    store.add_person(&person(2)).await.unwrap();
    let (first, second) = (author(1), author(2));
    assert_eq!(store.calendar_since(first.person).await.unwrap(), None);
    store
        .open_calendar("of another", second.person, NOW_MS)
        .await
        .unwrap();
    for (n, secret) in ["one", "two"].into_iter().enumerate() {
        let at_ms = NOW_MS + n as i64;
        store.open_calendar(secret, first.person, at_ms).await.unwrap();
        assert_eq!(store.calendar(secret).await.unwrap(), Some(first.clone()));
        assert_eq!(store.calendar_since(first.person).await.unwrap(), Some(at_ms));
    }
    assert_eq!(store.calendar("one").await.unwrap(), None);
    for _ in 0..2 {
        store.close_calendar(first.person).await.unwrap();
        assert_eq!(store.calendar("two").await.unwrap(), None);
        assert_eq!(store.calendar_since(first.person).await.unwrap(), None);
    }
    assert_eq!(store.calendar("of another").await.unwrap(), Some(second));
}

/// Not as they were when the address was made.
pub async fn a_calendar_is_that_of_the_person_as_they_are_now<S: People + Calendars>(store: S) {
    settle_in(&store).await;
    store
        .open_calendar("secret", author(1).person, NOW_MS)
        .await
        .unwrap();
    let mut changed = author(1);
    changed.role = Role::Coordinator;
    store.change_rights(&changed).await.unwrap();
    assert_eq!(store.calendar("secret").await.unwrap(), Some(changed));
}

/// As pages give them, and of one kind alone.
pub async fn all_of_a_kind_are_those_that_the_reader_sees<S: Store>(store: S) {
    take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, entry(2, 1, Circle::Team)),
        ],
    )
    .await;
    take_of(
        &store,
        &[change(2, 1, imported(1))],
        &in_role(Role::HousingOfficer),
    )
    .await;
    let read = async |reach, kind: Kind| {
        let found = store.of_kind(reach, kind).await.unwrap();
        found
            .into_iter()
            .map(|stored| stored.key)
            .collect::<BTreeSet<_>>()
    };
    let of_partner = Reach::Partner(partner());
    let both = BTreeSet::from([entry_key(1), entry_key(2)]);
    assert_eq!(read(EVERYTHING, DiaryEntryId::KIND).await, both);
    assert_eq!(
        read(EVERYTHING, HouseholdId::KIND).await,
        BTreeSet::from([household(1)])
    );
    assert_eq!(read(of_partner, DiaryEntryId::KIND).await, BTreeSet::new());
    assert_eq!(read(of_partner, DwellingId::KIND).await.len(), 1);
    take(&store, &[change(1, 4, offer(1, 1, 1))]).await;
    assert_eq!(
        read(of_partner, DiaryEntryId::KIND).await,
        BTreeSet::from([entry_key(1)])
    );
}
