// SPDX-License-Identifier: AGPL-3.0-or-later
//! A child follows its root: who begins to see the root begins to see the child, and who loses one loses the other.
use super::{
    samples::{NOW_MS, author, change, dwelling, household, opening, organisation, take, take_of},
    scenes::{entry, entry_key, entry_of, imported, in_role, offer, offer_key, partner, read_on, withdrawal},
};
use crate::{
    fold::verify,
    push::Batch,
    store::{Reach, Store},
};
use soglia_domain::{author::Role, diary_entry::Circle, record::LogPosition};
use soglia_sync::change::Answer;
use std::collections::BTreeSet;

/// Although the partner had read beyond its place already: it is told what became visible, not only what changed. And it
/// goes and comes with its household.
pub async fn an_entry_comes_and_goes_with_its_household<S: Store>(store: S) {
    let reach = Reach::Partner(partner());
    take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, entry(2, 1, Circle::Team)),
        ],
    )
    .await;
    let officer = in_role(Role::HousingOfficer);
    take_of(&store, &[change(2, 1, imported(1))], &officer).await;
    let read = read_on(&store, reach, LogPosition(0), 100).await;
    assert_eq!(read.came, BTreeSet::from([dwelling(1, 1, None).key]));
    assert_eq!(read.cursor, LogPosition(4), "beyond the entry");

    let of_case = BTreeSet::from([household(1), entry_key(1)]);
    let mut cursor = read.cursor;
    for n in [1, 2] {
        let counter = 2 + 2 * n;
        take(&store, &[change(1, counter, offer(u128::from(n), 1, 1))]).await;
        let shown = read_on(&store, reach, cursor, 100).await;
        let offered = offer_key(u128::from(n));
        let mut expected = of_case.clone();
        expected.extend([dwelling(1, 1, None).key, offered]);
        assert_eq!((&shown.came, shown.removed.len()), (&expected, 0), "offer {n}");
        // And to a device of the partner that has nothing yet.
        let afresh = read_on(&store, reach, LogPosition(0), 100).await;
        assert!(afresh.came.is_superset(&of_case) && !afresh.came.contains(&entry_key(2)));

        take(&store, &[change(1, counter + 1, withdrawal(u128::from(n)))]).await;
        let hidden = read_on(&store, reach, shown.cursor, 100).await;
        let mut gone = of_case.clone();
        gone.insert(offered);
        assert!(
            hidden.removed.is_superset(&gone),
            "offer {n}: {:?}",
            hidden.removed
        );
        assert!(hidden.came.is_disjoint(&gone));
        // Who knows of nothing hears of nothing.
        let afresh = read_on(&store, reach, LogPosition(0), 100).await;
        assert_eq!((afresh.came.len(), afresh.removed.len()), (1, 0));
        cursor = hidden.cursor;
    }
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Whichever of them is written first.
pub async fn a_child_begun_in_the_batch_of_its_root_is_shown_with_it<S: Store>(store: S) {
    let officer = in_role(Role::HousingOfficer);
    take_of(
        &store,
        &[change(2, 1, imported(1)), change(2, 2, imported(2))],
        &officer,
    )
    .await;
    // Before the household is shown, after it, and while it is hidden again.
    take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, offer(1, 1, 1)),
            change(1, 4, entry(2, 1, Circle::Partners)),
            change(1, 5, entry(3, 1, Circle::Department)),
            change(1, 6, opening(2)),
            change(1, 7, offer(2, 2, 2)),
            change(1, 8, entry(4, 2, Circle::Partners)),
            change(1, 9, withdrawal(2)),
            change(1, 10, entry(5, 2, Circle::Partners)),
        ],
    )
    .await;
    let reach = Reach::Partner(partner());
    for since in [0, 2] {
        let read = read_on(&store, reach, LogPosition(since), 100).await;
        let shown = [household(1), entry_key(1), entry_key(2), offer_key(1)];
        let hidden = [
            household(2),
            entry_key(3),
            entry_key(4),
            entry_key(5),
            offer_key(2),
        ];
        assert!(read.came.is_superset(&shown.into()), "{:?}", read.came);
        assert!(read.came.is_disjoint(&hidden.into()), "{:?}", read.came);
    }
    // What comes to a household that is shown already is shown at once.
    let cursor = read_on(&store, reach, LogPosition(0), 100).await.cursor;
    take(&store, &[change(1, 11, entry(6, 1, Circle::Partners))]).await;
    let read = read_on(&store, reach, cursor, 100).await;
    assert_eq!(read.came, BTreeSet::from([entry_key(6)]));
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Two dwellings of one partner, offered at once: the household stays in its view until the last offer is closed.
pub async fn a_household_offered_twice_is_hidden_with_the_last_offer<S: Store>(store: S) {
    let officer = in_role(Role::HousingOfficer);
    take_of(
        &store,
        &[change(2, 1, imported(1)), change(2, 2, imported(2))],
        &officer,
    )
    .await;
    take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, offer(1, 1, 1)),
            change(1, 4, offer(2, 1, 2)),
        ],
    )
    .await;
    let reach = Reach::Partner(partner());
    let shown = read_on(&store, reach, LogPosition(2), 100).await;
    assert!(shown.came.is_superset(&[household(1), entry_key(1)].into()));
    take(&store, &[change(1, 5, withdrawal(1))]).await;
    let still = read_on(&store, reach, shown.cursor, 100).await;
    assert!(still.came.contains(&household(1)), "it changed");
    assert_eq!(still.removed, [offer_key(1)].into());
    take(&store, &[change(1, 6, withdrawal(2))]).await;
    let hidden = read_on(&store, reach, still.cursor, 100).await;
    let gone = [household(1), entry_key(1), offer_key(2)];
    assert!(hidden.removed.is_superset(&gone.into()), "{:?}", hidden.removed);
}

/// A partner reads what is written for partners, and what it writes itself; others do not hear of it.
pub async fn an_entry_of_a_partner_is_read_by_it_and_the_city<S: Store>(store: S) {
    let officer = in_role(Role::HousingOfficer);
    take_of(&store, &[change(2, 1, imported(1))], &officer).await;
    take(&store, &[change(1, 1, opening(1)), change(1, 2, offer(1, 1, 1))]).await;
    let written = change(3, 1, entry(1, 1, Circle::Partners));
    let answers = take_of(&store, &[written], &in_role(Role::ManagingPartner)).await;
    assert!(matches!(answers[0], Answer::Accepted { .. }), "{answers:?}");
    let entry = entry_key(1);
    for role in [Role::SocialWorker, Role::HousingOfficer, Role::Coordinator] {
        let read = read_on(&store, Reach::City(role), LogPosition(0), 100).await;
        assert!(read.came.contains(&entry), "{role:?}");
    }
    for (organisation, sees) in [(partner(), true), (organisation(6), false)] {
        let read = read_on(&store, Reach::Partner(organisation), LogPosition(0), 100).await;
        assert_eq!(read.came.contains(&entry), sees);
    }
}

/// What a department keeps to itself is in no other page, and neither is its removal.
pub async fn a_role_of_the_city_sees_what_its_role_sees<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    let mut counter = 0;
    for (n, role, circle) in [
        (1, Role::SocialWorker, Circle::Department),
        (2, Role::HousingOfficer, Circle::Department),
        (3, Role::SocialWorker, Circle::Team),
    ] {
        counter += 1;
        take_of(&store, &[change(2, counter, entry(n, 1, circle))], &in_role(role)).await;
    }
    let [social, housing, team] = [1, 2, 3].map(entry_key);
    for (role, seen) in [
        (Role::SocialWorker, vec![household(1), social, team]),
        (Role::HousingOfficer, vec![household(1), housing, team]),
        (Role::Coordinator, vec![household(1), team]),
    ] {
        for most in [1, 100] {
            let read = read_on(&store, Reach::City(role), LogPosition(0), most).await;
            assert_eq!(read.came, seen.iter().copied().collect(), "{role:?}");
            assert!(read.removed.is_empty());
            assert_eq!(
                read.cursor,
                LogPosition(4),
                "nobody asks again for what is not theirs"
            );
        }
    }
    // What one may not see one cannot name either.
    let correction = change(1, 9, entry_of(9, 1, 2));
    let answers = take_of(&store, &[correction], &author(1)).await;
    assert!(matches!(answers[0], Answer::Refused { .. }), "{answers:?}");
}

/// Sixty entries become visible at one place of the order, and a page has room for ten.
pub async fn more_children_than_a_page_holds_all_arrive<S: Store>(store: S) {
    let officer = in_role(Role::HousingOfficer);
    take_of(
        &store,
        &[change(2, 1, imported(1)), change(2, 2, imported(2))],
        &officer,
    )
    .await;
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    batch.take(&change(1, 1, opening(1)), &author(1)).await.unwrap();
    for n in 1..=60 {
        let written = entry(u128::from(n), 1, Circle::Partners);
        batch.take(&change(1, n + 1, written), &author(1)).await.unwrap();
    }
    batch.finish().await.unwrap();
    let reach = Reach::Partner(partner());
    let cursor = read_on(&store, reach, LogPosition(0), 10).await.cursor;
    take(&store, &[change(1, 99, offer(1, 1, 1))]).await;
    // Something after them, so that they are not the end.
    take(
        &store,
        &[change(1, 100, opening(2)), change(1, 101, offer(2, 2, 2))],
    )
    .await;
    let mut expected: BTreeSet<_> = (1..=60).map(entry_key).collect();
    expected.extend([household(1), household(2), offer_key(1), offer_key(2)]);
    for since in [LogPosition(0), cursor] {
        let read = read_on(&store, reach, since, 10).await;
        assert!(read.came.is_superset(&expected), "{} came", read.came.len());
        assert_eq!(read.n_bodies, read.came.len(), "nothing comes twice");
    }
    take(&store, &[change(1, 102, withdrawal(1))]).await;
    let hidden = read_on(&store, reach, LogPosition(65), 10).await;
    assert_eq!(hidden.removed.len(), 62, "with its household and its offer");
}
