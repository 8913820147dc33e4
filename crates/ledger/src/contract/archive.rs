// SPDX-License-Identifier: AGPL-3.0-or-later
//! What nobody works with any more, out of sight and in sight again.
use super::{
    erasure::{by, two_households},
    samples::{author, change, everything_after, household, income, take},
    scenes::{entry, entry_key, offer_key, withdrawal},
};
use crate::{
    archive::{Filed, archive, reopen},
    erasure::{Asked, Erased, erase},
    fold::verify,
    store::{Reach, Store},
};
use soglia_domain::{
    author::Role,
    diary_entry::Circle,
    followed::goes_on,
    record::{Kind, LogPosition},
    rooms::{Common, Refusal},
};
use soglia_sync::change::Answer;
use std::collections::BTreeSet;

const OF_CITY: Reach = Reach::City(Role::SocialWorker);

/// On every device and at the server, but for who keeps the archive.
pub async fn what_is_archived_is_in_nobodys_sight<S: Store>(store: S) {
    two_households(&store).await;
    let author = author(2);
    let filed = archive(&store, household(1), &by(&author, 1), goes_on)
        .await
        .unwrap();
    assert_eq!(filed, Filed::GoesOn, "an offer is open");
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    let before = everything_after(&store, 0).await.cursor;
    let filed = archive(&store, household(1), &by(&author, 1), goes_on)
        .await
        .unwrap();
    assert_eq!(filed, Filed::As("2026-001".to_owned()));
    let of_it = BTreeSet::from([household(1), entry_key(1), offer_key(1)]);
    let page = everything_after(&store, before.0).await;
    assert_eq!(page.removed.into_iter().collect::<BTreeSet<_>>(), of_it);
    assert!(page.bodies.is_empty());
    let afresh = everything_after(&store, 0).await;
    assert!(afresh.bodies.iter().all(|body| !of_it.contains(&body.key)));
    assert!(afresh.removed.is_empty());
    for key in &of_it {
        assert_eq!(store.record(*key).await.unwrap(), None, "{key}");
        let others = store.of_kind(OF_CITY, key.kind).await.unwrap();
        assert!(others.iter().all(|stored| stored.key != *key));
    }
    let archived = store.archived().await.unwrap();
    assert_eq!((archived.len(), archived[0].root), (1, household(1)));
    let again = archive(&store, household(1), &by(&author, 2), goes_on)
        .await
        .unwrap();
    assert_eq!(again, Filed::AsBefore);
    let nowhere = archive(&store, household(9), &by(&author, 2), goes_on)
        .await
        .unwrap();
    assert_eq!(nowhere, Filed::NotThere);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Also not what is rooted in it, nor by something new.
pub async fn what_is_archived_cannot_be_written_to<S: Store>(store: S) {
    two_households(&store).await;
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    archive(&store, household(1), &by(&author(2), 1), goes_on)
        .await
        .unwrap();
    let answers = take(
        &store,
        &[
            change(2, 9, income(1, 5)),
            change(2, 10, entry(5, 1, Circle::Team)),
            change(2, 11, income(2, 5)),
        ],
    )
    .await;
    let refused = Answer::Refused {
        refusal: Refusal::Common(Common::InArchive),
    };
    assert_eq!(answers[..2], [refused.clone(), refused]);
    assert!(answers[2].position().is_some(), "{answers:?}");
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// To those who saw it before, also beyond what they had read.
pub async fn what_is_taken_out_of_the_archive_comes_back<S: Store>(store: S) {
    two_households(&store).await;
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    let author = author(2);
    assert!(!reopen(&store, household(1), &by(&author, 1)).await.unwrap());
    archive(&store, household(1), &by(&author, 1), goes_on)
        .await
        .unwrap();
    let away = everything_after(&store, 0).await.cursor;
    assert!(reopen(&store, household(1), &by(&author, 2)).await.unwrap());
    let page = everything_after(&store, away.0).await;
    let came: BTreeSet<_> = page.bodies.iter().map(|body| body.key).collect();
    assert_eq!(came, BTreeSet::from([household(1), entry_key(1), offer_key(1)]));
    assert!(page.removed.is_empty());
    let page = store.page(OF_CITY, away, 1).await.unwrap();
    assert!(page.bodies.len() == 3, "what lies at one place comes together");
    let answers = take(&store, &[change(1, 8, income(1, 750))]).await;
    assert!(answers[0].position().is_some(), "{answers:?}");
    assert!(store.archived().await.unwrap().is_empty());
    assert!(
        !store
            .of_kind(OF_CITY, Kind::new("household"))
            .await
            .unwrap()
            .is_empty()
    );
    // A second time it gets the name that it had.
    let filed = archive(&store, household(1), &by(&author, 3), goes_on)
        .await
        .unwrap();
    assert_eq!(filed, Filed::As("2026-001".to_owned()));
    let filed = archive(&store, household(2), &by(&author, 4), goes_on)
        .await
        .unwrap();
    assert_eq!(filed, Filed::As("2026-002".to_owned()));
    let gone = everything_after(&store, away.0).await;
    assert!(gone.bodies.is_empty() && gone.removed.len() == 4);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// And leaves the archive with it.
pub async fn what_is_archived_can_be_erased<S: Store>(store: S) {
    two_households(&store).await;
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    let author = author(2);
    archive(&store, household(1), &by(&author, 1), goes_on)
        .await
        .unwrap();
    let asked = Asked {
        root: household(1),
        act: "prot. 1",
        by: by(&author, 2),
    };
    let erased = erase(&store, &asked, goes_on).await.unwrap();
    assert!(matches!(erased, Erased::Gone(keys) if keys.len() == 3));
    assert!(store.archived().await.unwrap().is_empty());
    let page = everything_after(&store, 1).await;
    assert_eq!(page.removed.len(), 3);
    let verified = verify(&store).await.unwrap();
    assert_eq!(
        (verified.flaws, verified.head.position),
        (Vec::new(), LogPosition(10))
    );
}
