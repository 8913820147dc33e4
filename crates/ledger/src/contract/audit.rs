// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what.
use super::samples::{DAY_MS, NOW_MS, author, device, household};
use crate::{
    hash::Hash,
    store::{Audit, AuditAsked, AuditLine, Deed},
};
use futures::future::join_all;
use soglia_domain::author::Role;

fn line(on: u128, deed: Deed, about: &str, at_ms: i64) -> AuditLine {
    AuditLine {
        at_ms,
        person: Some(author(on).person),
        role: Some(Role::SocialWorker),
        device: Some(device(on)),
        deed,
        about: about.to_owned(),
        note: "nota \u{e0}\u{1f3e0}".to_owned(),
    }
}

const ALL: AuditAsked = AuditAsked {
    person: None,
    deed: None,
    about: None,
    from_ms: None,
    until_ms: None,
    before: None,
    most: 100,
};

/// Every deed comes back as it was written, and seals those before it.
pub async fn lines_of_the_audit_are_chained_and_told_newest_first<S: Audit>(store: S) {
    assert!(store.audited(&ALL).await.unwrap().is_empty());
    store.note(&[], NOW_MS).await.unwrap();
    let lines: Vec<AuditLine> = Deed::ALL
        .into_iter()
        .map(|deed| line(1, deed, &household(1).to_string(), NOW_MS - DAY_MS))
        .collect();
    store.note(&lines, NOW_MS).await.unwrap();
    let nobody = AuditLine {
        person: None,
        role: None,
        device: None,
        deed: Deed::SignInFailed,
        about: String::new(),
        note: String::new(),
        at_ms: NOW_MS,
    };
    store
        .note(std::slice::from_ref(&nobody), NOW_MS + 1)
        .await
        .unwrap();
    let chain = store.audit_after(0, 1_000).await.unwrap();
    let mut before = Hash::default();
    for (n, known) in (1..).zip(&chain) {
        assert_eq!((known.n, known.sealed(before)), (n, known.hash));
        before = known.hash;
    }
    let (last, rest) = chain.split_last().unwrap();
    assert_eq!((&last.line, last.told_ms), (&nobody, NOW_MS + 1));
    let told: Vec<&AuditLine> = rest.iter().map(|known| &known.line).collect();
    assert_eq!(told, lines.iter().collect::<Vec<_>>());
    let mut newest = store.audited(&ALL).await.unwrap();
    newest.reverse();
    assert_eq!(newest, chain);
    assert_eq!(store.audit_after(3, 2).await.unwrap(), chain[3..5]);
}

/// By person, deed, record, time and number, and by all of them together.
pub async fn lines_of_the_audit_are_found<S: Audit>(store: S) {
    let of = |n| household(n).to_string();
    let lines = [
        line(1, Deed::Read, &of(1), NOW_MS),
        line(2, Deed::Read, &of(1), NOW_MS + 1),
        line(1, Deed::Read, &of(2), NOW_MS + 2),
        line(1, Deed::HistoryRead, &of(1), NOW_MS + 3),
    ];
    store.note(&lines, NOW_MS).await.unwrap();
    let found = async |asked: AuditAsked| -> Vec<u64> {
        let told = store.audited(&asked).await.unwrap();
        told.iter().map(|line| line.n).collect()
    };
    let person = Some(author(1).person);
    assert_eq!(found(AuditAsked { person, ..ALL }).await, [4, 3, 1]);
    let deed = Some(Deed::HistoryRead);
    assert_eq!(found(AuditAsked { deed, ..ALL }).await, [4]);
    let about = Some(of(1));
    let asked = AuditAsked { about, ..ALL };
    assert_eq!(found(asked.clone()).await, [4, 2, 1]);
    let deed = Some(Deed::Read);
    assert_eq!(
        found(AuditAsked {
            deed,
            person,
            ..asked
        })
        .await,
        [1]
    );
    let (from_ms, until_ms) = (Some(NOW_MS + 1), Some(NOW_MS + 3));
    assert_eq!(
        found(AuditAsked {
            from_ms,
            until_ms,
            ..ALL
        })
        .await,
        [3, 2]
    );
    let before = Some(4);
    assert_eq!(
        found(AuditAsked {
            before,
            most: 2,
            ..ALL
        })
        .await,
        [3, 2]
    );
}

/// No number is given twice, whoever writes at the same time.
pub async fn lines_that_come_at_once_have_one_order<S: Audit>(store: S) {
    let lines: Vec<AuditLine> = (0..8).map(|n| line(n, Deed::Read, "", NOW_MS)).collect();
    for noted in join_all(
        lines
            .iter()
            .map(|line| store.note(std::slice::from_ref(line), NOW_MS)),
    )
    .await
    {
        noted.unwrap();
    }
    let chain = store.audit_after(0, 100).await.unwrap();
    let mut before = Hash::default();
    for (n, known) in (1..).zip(&chain) {
        assert_eq!((known.n, known.sealed(before)), (n, known.hash));
        before = known.hash;
    }
    assert_eq!(chain.len(), 8);
}
