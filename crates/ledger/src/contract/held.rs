// SPDX-License-Identifier: AGPL-3.0-or-later
//! What else is held about a record.
use super::samples::{NOW_MS, author, change, device, household, household_id, income, opening, take};
use crate::store::{Held, NotTaken, People, Quarantined, Store, Write};
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::{ChangeId, TaskId, VisitId},
    record::Identity as _,
    rooms::Common,
    task,
};
use soglia_sync::change::Answer;
use uuid::Uuid;

/// Of whatever kind, and of this root alone.
pub async fn all_that_share_a_root_are_found<S: Store + People + Held>(store: S) {
    super::samples::settle_in(&store).await;
    let task = |n: u128| TaskId(Uuid::from_u128(n));
    let ask = |n: u128, of: u128| {
        Action::on(
            task(n),
            task::Verb::Ask {
                household: household_id(of),
                what: task::TaskKind::Call,
                about: None,
                text: "Telefonare".to_owned(),
                due: Day::constant(2026, 10, 1),
                assignee: soglia_domain::assignee::Assignee::Role(soglia_domain::author::Role::SocialWorker),
            },
        )
    };
    let actions = [opening(1), opening(2), ask(7, 1), ask(8, 2), ask(5, 1)];
    let changes: Vec<_> = (1..)
        .zip(actions)
        .map(|(n, action)| change(1, n, action))
        .collect();
    for answer in take(&store, &changes).await {
        assert!(answer.position().is_some(), "{answer:?}");
    }
    let found = store.of_one_root(household(1)).await.unwrap();
    let keys: Vec<_> = found.iter().map(|stored| stored.key).collect();
    assert_eq!(keys, [task(5).key(), task(7).key()]);
    assert!(
        store
            .of_one_root(VisitId(Uuid::from_u128(1)).key())
            .await
            .unwrap()
            .is_empty()
    );
    let kind = household(1).kind;
    let named = household_id(2).to_string();
    assert_eq!(store.naming(kind, &named).await.unwrap(), [household(2)]);
    let of_tasks = store.naming(task(1).key().kind, &named).await.unwrap();
    assert_eq!(of_tasks, [task(8).key()]);
}

/// By what they name, the newest first, with why.
pub async fn what_did_not_stand_is_found_by_what_it_names<S: Store + People + Held>(store: S) {
    super::samples::settle_in(&store).await;
    let answer = Answer::Refused {
        refusal: Common::NegativeAmount.into(),
    };
    let mut write = store.begin().await.unwrap();
    for (n, of, after_ms) in [(1, 1, 0), (2, 2, 10), (3, 1, 20)] {
        let refused = change(1, n, income(of, 900));
        write.refuse(&refused, NOW_MS + after_ms, &answer).await.unwrap();
    }
    let text = format!("{{\"newer\": \"{}\"}}", household(1));
    let aside = Quarantined {
        change: ChangeId(Uuid::from_u128(77)),
        device: device(1),
        counter: 4,
        author: author(1).person,
        received_ms: NOW_MS + 10,
        reason: "newer",
        text: &text,
    };
    write.quarantine(&aside).await.unwrap();
    write.commit().await.unwrap();
    let named = [household_id(1).to_string(), household_id(9).to_string()];
    let found = store.not_taken(&named).await.unwrap();
    let times: Vec<_> = found.iter().map(|one| one.received_ms - NOW_MS).collect();
    assert_eq!(times, [20, 10, 0]);
    assert_eq!(
        found[1],
        NotTaken {
            change: aside.change.to_string(),
            author: author(1).person.to_string(),
            received_ms: NOW_MS + 10,
            text: text.clone(),
            why: "newer".to_owned(),
            is_aside: true,
        }
    );
    assert!(
        found[0].text.contains("900") && found[0].why.contains("negative_amount"),
        "{found:?}"
    );
    assert!(store.not_taken(&[]).await.unwrap().is_empty());
    // More identities than one statement asks for.
    let many: Vec<String> = (1..200).map(|n| household_id(n).to_string()).collect();
    assert_eq!(store.not_taken(&many).await.unwrap().len(), 4);
}
