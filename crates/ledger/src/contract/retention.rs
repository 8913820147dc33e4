// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forgetting what is old: that, and nothing else.
use super::samples::{
    DAY_MS, NOW_MS, author, change, device, household_id, income, opening, organisation, person, settle_in,
    take, visitor,
};
use crate::store::{
    Accounts, Acting, Audit, AuditLine, Deed, Forgotten, Held, Old, People, Retention, Store, Viewed, Views,
    Write,
};
use soglia_domain::{author::Role, id::SharedLinkId, record::LogPosition, rooms::Common};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn link(n: u128) -> SharedLinkId {
    SharedLinkId(Uuid::from_u128(n))
}

/// Of links that ended; those that are open keep theirs.
pub async fn what_links_left_is_forgotten_with_them<S: Views + Retention>(store: S) {
    let viewed = Viewed {
        at_ms: NOW_MS,
        device: "Chrome".to_owned(),
    };
    for n in [1, 2] {
        assert!(store.note_view(link(n), &viewed).await.unwrap());
        assert!(store.begin_visit(link(n), "visit", true, NOW_MS).await.unwrap());
        store.try_pin(link(n), NOW_MS).await.unwrap();
    }
    let old = Old {
        links: vec![link(1), link(3)],
        ..Old::default()
    };
    let expected = Forgotten {
        views: 1,
        visits: 2,
        ..Forgotten::default()
    };
    assert_eq!(store.due(&old).await.unwrap(), expected);
    assert_eq!(
        store.views(link(1), 9).await.unwrap().len(),
        1,
        "asking forgets nothing"
    );
    assert_eq!(store.forget(&old).await.unwrap(), expected);
    assert!(store.views(link(1), 9).await.unwrap().is_empty());
    assert_eq!(store.views(link(2), 9).await.unwrap(), [viewed]);
    assert!(store.visit_goes_on(link(2), "visit", NOW_MS).await.unwrap());
    assert!(!store.visit_goes_on(link(1), "visit", NOW_MS).await.unwrap());
    assert_eq!(store.forget(&old).await.unwrap(), Forgotten::default());
}

/// The answer stays: a change that is sent again is not taken for a new one.
pub async fn a_refused_change_loses_its_content_and_keeps_its_answer<S: Store + People + Held + Retention>(
    store: S,
) {
    settle_in(&store).await;
    let answer = Answer::Refused {
        refusal: Common::NegativeAmount.into(),
    };
    let mut write = store.begin().await.unwrap();
    for (n, received_ms) in [(1, NOW_MS - 1), (2, NOW_MS)] {
        write
            .refuse(&change(1, n, income(n.into(), 900)), received_ms, &answer)
            .await
            .unwrap();
    }
    write.commit().await.unwrap();
    let old = Old {
        refused_ms: NOW_MS,
        ..Old::default()
    };
    assert_eq!(store.due(&old).await.unwrap().refused, 1);
    assert_eq!(store.forget(&old).await.unwrap().refused, 1);
    assert_eq!(store.forget(&old).await.unwrap().n(), 0);
    let named = [household_id(1).to_string()];
    assert!(store.not_taken(&named).await.unwrap().is_empty());
    let named = [household_id(2).to_string()];
    assert_eq!(store.not_taken(&named).await.unwrap().len(), 1);
    let mut write = store.begin().await.unwrap();
    for n in [1, 2] {
        let told = write.answer_to(change(1, n, opening(1)).id).await.unwrap();
        assert_eq!(told, Some((author(1).person, answer.clone())), "{n}");
    }
}

/// Sessions, invitations and delegations, each once its time is over and the term after it.
pub async fn access_that_ran_out_is_forgotten<S: People + Accounts + Retention>(store: S) {
    settle_in(&store).await;
    assert!(store.add_person(&person(2)).await.unwrap());
    let acting = |until_ms| Acting {
        role: Role::Coordinator,
        organisation: organisation(1),
        organisation_name: "Regia".to_owned(),
        until_ms,
    };
    for (n, until_ms) in [(1, NOW_MS - 1), (2, NOW_MS)] {
        store
            .set_acting(author(n).person, Some(&acting(until_ms)))
            .await
            .unwrap();
        store
            .invite(author(n).person, &format!("token {n}"), until_ms)
            .await
            .unwrap();
    }
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    let old = |access_ms| Old {
        access_ms,
        ..Old::default()
    };
    let expected = Forgotten {
        invitations: 1,
        delegations: 1,
        ..Forgotten::default()
    };
    assert_eq!(store.due(&old(NOW_MS)).await.unwrap(), expected);
    assert_eq!(store.forget(&old(NOW_MS)).await.unwrap(), expected);
    let accounts = store.accounts().await.unwrap();
    let left: Vec<_> = accounts
        .iter()
        .map(|account| (account.acting.is_some(), account.invited_until_ms))
        .collect();
    assert_eq!(left, [(false, None), (true, Some(NOW_MS))]);
    assert!(store.session("token", NOW_MS + DAY_MS).await.unwrap().is_some());
    let later = NOW_MS + 400 * DAY_MS;
    let forgotten = store.forget(&old(later)).await.unwrap();
    assert_eq!((forgotten.sessions, forgotten.n()), (1, 3));
    assert_eq!(store.line_of("token").await.unwrap(), None);
}

/// One that was revoked has to empty itself when it comes back, and one that delivered keeps the count of what it did.
pub async fn a_device_that_is_silent_is_forgotten<S: Store + People + Audit + Retention>(store: S) {
    settle_in(&store).await;
    let anna = author(1).person;
    for n in [3, 4] {
        assert!(
            store
                .claim_device(device(n), anna, "Chrome, Android", NOW_MS)
                .await
                .unwrap()
        );
    }
    assert!(
        store
            .claim_device(device(5), anna, "Firefox", NOW_MS)
            .await
            .unwrap()
    );
    assert!(store.revoke_device(device(3), anna, NOW_MS).await.unwrap());
    let of_five = soglia_sync::change::Change {
        device: device(5),
        ..change(5, 1, opening(1))
    };
    assert_eq!(take(&store, &[of_five]).await[0].position(), Some(LogPosition(1)));
    let line = AuditLine {
        at_ms: 1,
        person: Some(anna),
        role: None,
        device: None,
        deed: Deed::Read,
        about: String::new(),
        note: String::new(),
    };
    store.note(&[line], 1).await.unwrap();
    let old = Old {
        devices_ms: NOW_MS + DAY_MS,
        ..Old::default()
    };
    // Devices 1, 2 and 4 whole, of 5 its name; device 2 is used.
    store.open_session("token", &visitor(1, 2), NOW_MS).await.unwrap();
    assert_eq!(store.due(&old).await.unwrap().devices, 3);
    assert_eq!(store.forget(&old).await.unwrap().devices, 3);
    assert_eq!(store.forget(&old).await.unwrap().n(), 0);
    let mut left: Vec<_> = store.devices(anna).await.unwrap();
    left.sort_by_key(|known| known.device);
    let left: Vec<_> = left
        .iter()
        .map(|known| (known.device, known.name.as_str()))
        .collect();
    assert_eq!(
        left,
        [(device(2), ""), (device(3), "Chrome, Android"), (device(5), "")]
    );
    let mut write = store.begin().await.unwrap();
    assert!(write.is_revoked(device(3)).await.unwrap());
    assert_eq!(write.highest_counter(device(5)).await.unwrap(), 1);
    drop(write);
    // Neither the log nor the audit.
    assert_eq!(store.log_after(LogPosition(0), 9).await.unwrap().len(), 1);
    assert_eq!(store.audit_after(0, 9).await.unwrap().len(), 1);
}
