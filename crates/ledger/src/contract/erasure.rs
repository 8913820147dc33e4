// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing a household with all that is rooted in it.
use super::{
    samples::{NOW_MS, author, change, everything_after, household, income, opening, take, take_of},
    scenes::{entry, entry_key, imported, in_role, offer, offer_key, partner, read_on, withdrawal},
};
use crate::{
    erasure::{Asked, Erased, erase, look},
    fold::{Flaw, verify},
    office::{By, Office},
    push::{Batch, Label},
    store::{Erasing, Held, Reach, Store, Write},
};
use soglia_domain::{
    author::{Author, Role},
    diary_entry::Circle,
    followed::goes_on,
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
};
use soglia_sync::change::Answer;
use std::collections::BTreeSet;
use uuid::Uuid;

const ACT: &str = "prot. 12/2026";

pub(super) fn by(author: &Author, n: u128) -> By<'_> {
    By {
        author,
        id: ChangeId(Uuid::from_u128(n << 64)),
        device: DeviceId(Uuid::nil()),
        now_ms: NOW_MS,
    }
}

async fn erased<S: Store>(store: &S, root: Key, n: u128) -> BTreeSet<Key> {
    let author = author(2);
    let asked = Asked {
        root,
        act: ACT,
        by: by(&author, n),
    };
    match erase(store, &asked, |_| false).await.unwrap() {
        Erased::Gone(keys) => keys.into_iter().collect(),
        Erased::NotThere | Erased::GoesOn => BTreeSet::new(),
    }
}

/// Two households; of the first an entry, and an offer that was taken back.
pub(super) async fn two_households<S: Store>(store: &S) {
    let officer = in_role(Role::HousingOfficer);
    take_of(store, &[change(2, 1, imported(1))], &officer).await;
    take(
        store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, opening(2)),
            change(1, 4, offer(1, 1, 1)),
            change(1, 5, income(1, 4321)),
            change(1, 6, income(2, 700)),
        ],
    )
    .await;
}

/// And the other household goes on as before.
pub async fn what_is_erased_is_gone_and_the_chain_holds<S: Store>(store: S) {
    two_households(&store).await;
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    let of_it = BTreeSet::from([household(1), entry_key(1), offer_key(1)]);
    assert_eq!(erased(&store, household(1), 1).await, of_it);
    for key in &of_it {
        assert_eq!(store.record(*key).await.unwrap(), None, "{key}");
    }
    let lines = store.log_after(LogPosition(0), 100).await.unwrap();
    let emptied = lines
        .iter()
        .filter(|(line, _)| line.is_erased() && line.salt.is_empty());
    assert_eq!(emptied.count(), 5);
    let (line, _) = lines.last().unwrap();
    let Some(Office::Erase {
        root,
        act,
        lines: emptied,
    }) = line.office()
    else {
        panic!("the last line says what was erased");
    };
    assert_eq!((root, act.as_str(), emptied.len()), (household(1), ACT, 5));
    let mut kept = lines
        .iter()
        .map(|(line, _)| format!("{} {}", line.action, line.edits));
    assert!(
        kept.all(|text| !text.contains("432100")),
        "what was said is nowhere"
    );
    let standing = store.baseline().await.unwrap().unwrap().records;
    assert!(
        standing
            .iter()
            .all(|(key, _)| !of_it.iter().any(|gone| gone.to_string() == *key))
    );
    assert_eq!(verify(&store).await.unwrap().flaws, []);

    let answers = take(&store, &[change(1, 8, income(2, 750))]).await;
    assert_eq!(answers[0].position(), Some(LogPosition(10)));
    let verified = verify(&store).await.unwrap();
    assert_eq!((verified.flaws, verified.n_changes), (Vec::new(), 10));
    assert!(
        erased(&store, household(1), 2).await.is_empty(),
        "there is nothing any more"
    );
}

/// One erasure after another, each with a baseline of its own.
pub async fn what_was_erased_before_stays_so<S: Store>(store: S) {
    two_households(&store).await;
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    erased(&store, household(1), 1).await;
    take(&store, &[change(1, 8, opening(3)), change(1, 9, income(2, 650))]).await;
    erased(&store, household(2), 2).await;
    take(&store, &[change(1, 10, income(3, 600))]).await;
    let verified = verify(&store).await.unwrap();
    assert_eq!((verified.flaws, verified.n_records), (Vec::new(), 2));
    assert_eq!(store.past_baselines().await.unwrap().len(), 1);
}

/// Whoever empties lines and does not say why has altered the log.
pub async fn a_line_emptied_without_an_act_shows<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1)), change(1, 2, income(1, 900))]).await;
    let mut write = store.begin().await.unwrap();
    let erasing = Erasing {
        keys: &[],
        lines: &[LogPosition(2)],
        at: LogPosition(3),
        now_ms: NOW_MS,
    };
    write.erase(&erasing).await.unwrap();
    write.commit().await.unwrap();
    let flaws = verify(&store).await.unwrap().flaws;
    let position = LogPosition(2);
    assert!(flaws.contains(&Flaw::Altered { position }), "{flaws:?}");
}

/// The City and the partner that saw it; nobody who comes later.
pub async fn whoever_had_what_is_erased_is_told<S: Store>(store: S) {
    two_households(&store).await;
    let reach = Reach::Partner(partner());
    let read = read_on(&store, reach, LogPosition(0), 100).await;
    assert!(read.came.contains(&household(1)));
    let city = everything_after(&store, 0).await.cursor;
    let of_it = erased(&store, household(1), 1).await;
    let told = everything_after(&store, city.0).await;
    assert_eq!(told.removed.into_iter().collect::<BTreeSet<_>>(), of_it);
    let told = read_on(&store, reach, read.cursor, 100).await;
    assert_eq!(told.removed, of_it);
    assert!(everything_after(&store, told.cursor.0).await.removed.is_empty());
    assert!(everything_after(&store, 0).await.removed.is_empty());
}

/// Not while an offer is open.
pub async fn what_goes_on_is_not_erased<S: Store>(store: S) {
    two_households(&store).await;
    let author = author(2);
    let asked = Asked {
        root: household(1),
        act: ACT,
        by: by(&author, 1),
    };
    assert_eq!(look(&store, household(1), goes_on).await.unwrap(), Some(true));
    assert_eq!(erase(&store, &asked, goes_on).await.unwrap(), Erased::GoesOn);
    assert!(store.record(household(1)).await.unwrap().is_some());
    take(&store, &[change(1, 7, withdrawal(1))]).await;
    assert_eq!(look(&store, household(1), goes_on).await.unwrap(), Some(false));
    assert!(matches!(
        erase(&store, &asked, goes_on).await.unwrap(),
        Erased::Gone(_)
    ));
    assert_eq!(look(&store, household(1), goes_on).await.unwrap(), None);
}

/// From a tablet that was away meanwhile. The same change again gets the same answer.
pub async fn what_comes_about_what_is_erased_is_refused<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1))]).await;
    erased(&store, household(1), 1).await;
    for _ in 0..2 {
        let answers = take(&store, &[change(2, 1, income(1, 900))]).await;
        assert!(matches!(answers[0], Answer::Refused { .. }), "{answers:?}");
    }
    let again = take(&store, &[change(1, 1, opening(1))]).await;
    assert_eq!(again[0].position(), Some(LogPosition(1)));
    assert_eq!(store.record(household(1)).await.unwrap(), None);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Neither what is refused nor what is set aside, of a tablet that was revoked or is of a newer version.
pub async fn of_what_is_erased_nothing_is_kept_again<S: Store + Held>(store: S) {
    take(&store, &[change(1, 1, opening(1)), change(1, 2, opening(2))]).await;
    erased(&store, household(1), 1).await;
    take(&store, &[change(2, 1, income(1, 900))]).await;
    let (gone, left) = (household(1).id.to_string(), household(2).id.to_string());
    let mut batch = Batch::begin(&store, NOW_MS).await.unwrap();
    for (n, id) in [(2, &gone), (3, &left)] {
        let late = change(2, n, opening(3));
        let label = Label {
            id: late.id,
            device: late.device,
            counter: late.counter,
            author: late.author,
        };
        let text = format!("{{\"of\":\"household:{id}\",\"said\":\"something\"}}");
        batch.take_aside(&label, "not known", &text).await.unwrap();
    }
    batch.finish().await.unwrap();
    assert_eq!(store.not_taken(&[gone]).await.unwrap(), []);
    assert_eq!(store.not_taken(&[left]).await.unwrap().len(), 1);
}
