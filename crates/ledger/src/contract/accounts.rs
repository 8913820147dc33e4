// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, invitations, and the sessions of people.
use super::samples::{DAY_MS, NOW_MS, author, organisation, settle_in, visitor};
use crate::store::{
    Accounts, Acting, Factors, INVITATION_MS, People, SESSION_AT_MOST_MS, SUCCEEDED_MS, TOKEN_MS,
};
use soglia_domain::author::Role;

/// However much it is used.
pub async fn a_session_ends_after_ninety_days_of_use<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    for day in (0..90).step_by(10) {
        let at = NOW_MS + day * DAY_MS;
        assert!(store.session("token", at).await.unwrap().is_some(), "{day}");
    }
    let end = NOW_MS + SESSION_AT_MOST_MS;
    assert!(store.session("token", end - 1).await.unwrap().is_some());
    assert!(store.session("token", end + 1).await.unwrap().is_none());
    assert!(
        store
            .sessions(author(1).person, end + 1)
            .await
            .unwrap()
            .is_empty()
    );
}

/// The answer with the new token may be lost, and requests may be under way with the old one.
pub async fn a_token_follows_another_and_none_is_lost_on_the_way<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    store.open_session("first", &visitor(1, 1), NOW_MS).await.unwrap();
    assert!(!store.succeed("nobody's", "next", NOW_MS).await.unwrap());
    let young = NOW_MS + TOKEN_MS - 1;
    assert!(!store.succeed("first", "early", young).await.unwrap());
    assert!(store.succeed("first", "lost", NOW_MS + TOKEN_MS).await.unwrap());
    // The answer was lost: the first one goes on.
    let later = NOW_MS + TOKEN_MS + 10 * SUCCEEDED_MS;
    assert!(store.session("first", later).await.unwrap().is_some());
    assert!(store.succeed("first", "second", later).await.unwrap());
    assert_eq!(
        store.sessions(person, later).await.unwrap().len(),
        1,
        "one session"
    );
    assert!(store.session("second", later).await.unwrap().is_some());
    assert!(
        store
            .session("first", later + SUCCEEDED_MS - 1)
            .await
            .unwrap()
            .is_some(),
        "requests under way"
    );
    assert!(
        store
            .session("first", later + SUCCEEDED_MS)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .session("second", later + SUCCEEDED_MS)
            .await
            .unwrap()
            .is_some()
    );
    // The end does not move with it.
    let end = NOW_MS + SESSION_AT_MOST_MS;
    for day in (0..90).step_by(10) {
        store.session("second", later + day * DAY_MS).await.unwrap();
    }
    assert!(store.session("second", end + 1).await.unwrap().is_none());
    // Signing out closes whatever belongs to it.
    store.close_session("second").await.unwrap();
    assert!(store.session("lost", later).await.unwrap().is_none());
}

/// And nobody ends those of somebody else.
pub async fn sessions_are_told_and_ended_one_by_one<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    store.open_session("early", &visitor(1, 1), NOW_MS).await.unwrap();
    store
        .open_session("late", &visitor(1, 2), NOW_MS + DAY_MS)
        .await
        .unwrap();
    let told = store.sessions(person, NOW_MS + DAY_MS).await.unwrap();
    let opened: Vec<i64> = told.iter().map(|session| session.opened_ms).collect();
    assert_eq!(opened, [NOW_MS + DAY_MS, NOW_MS]);
    assert_eq!(
        store.line_of("early").await.unwrap().as_ref(),
        Some(&told[1].line)
    );
    assert_eq!(store.line_of("none").await.unwrap(), None);
    assert!(!store.end_session(author(2).person, &told[1].line).await.unwrap());
    assert!(store.end_session(person, &told[1].line).await.unwrap());
    assert!(!store.end_session(person, &told[1].line).await.unwrap());
    assert!(store.session("early", NOW_MS + DAY_MS).await.unwrap().is_none());
    assert!(store.session("late", NOW_MS + DAY_MS).await.unwrap().is_some());
}

/// What was done without a network is not lost with the access.
pub async fn whose_access_ended_may_deliver_and_no_more<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    store.set_end(person, Some(NOW_MS + DAY_MS)).await.unwrap();
    assert!(!store.is_ended(person, NOW_MS).await.unwrap());
    assert!(!store.session("token", NOW_MS).await.unwrap().unwrap().revoked);
    assert!(store.is_ended(person, NOW_MS + DAY_MS).await.unwrap());
    let after = store.session("token", NOW_MS + DAY_MS).await.unwrap().unwrap();
    assert!(after.revoked);
    store.set_end(person, None).await.unwrap();
    assert!(!store.is_ended(person, NOW_MS + DAY_MS).await.unwrap());
    let back = store.session("token", NOW_MS + DAY_MS).await.unwrap().unwrap();
    assert!(!back.revoked);
}

/// Who it is stays the same.
pub async fn a_delegation_gives_another_role_for_its_time<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    let acting = Acting {
        role: Role::Coordinator,
        organisation: organisation(9),
        organisation_name: "Cabina di regia".to_owned(),
        until_ms: NOW_MS + DAY_MS,
    };
    store.set_acting(person, Some(&acting)).await.unwrap();
    let seen = store.session("token", NOW_MS).await.unwrap().unwrap().author;
    assert_eq!((seen.person, seen.name), (person, author(1).name));
    assert_eq!(
        (seen.role, seen.organisation, seen.organisation_name),
        (Role::Coordinator, organisation(9), "Cabina di regia".to_owned())
    );
    let account = store.accounts().await.unwrap().remove(0);
    assert_eq!((account.author, account.acting), (author(1), Some(acting)));
    let over = store.session("token", NOW_MS + DAY_MS).await.unwrap().unwrap();
    assert_eq!(over.author, author(1));
    store.set_acting(person, None).await.unwrap();
    let ended = store.session("token", NOW_MS).await.unwrap().unwrap();
    assert_eq!(ended.author, author(1));
}

/// Neither a second time, nor too late, nor after another one was made.
pub async fn an_invitation_is_taken_up_once<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    store.open_session("token", &visitor(1, 1), NOW_MS).await.unwrap();
    let until = NOW_MS + INVITATION_MS;
    store.invite(person, "first", until).await.unwrap();
    store.invite(person, "second", until).await.unwrap();
    assert_eq!(store.invited("first", NOW_MS).await.unwrap(), None);
    assert_eq!(store.take_up("first", "new", NOW_MS).await.unwrap(), None);
    assert_eq!(store.invited("second", until).await.unwrap(), None);
    assert_eq!(store.take_up("second", "new", until).await.unwrap(), None);
    assert_eq!(store.invited("second", NOW_MS).await.unwrap(), Some(person));
    assert!(store.session("token", NOW_MS).await.unwrap().is_some());
    assert_eq!(
        store.take_up("second", "new", NOW_MS).await.unwrap(),
        Some(person)
    );
    assert_eq!(store.take_up("second", "newer", NOW_MS).await.unwrap(), None);
    let known = store.person("anna.verdi.1").await.unwrap().unwrap();
    assert_eq!(known.password, "new");
    assert!(store.session("token", NOW_MS).await.unwrap().is_none());
}

/// Whoever set it stays signed in where they did.
pub async fn a_new_password_ends_the_other_sessions<S: People + Accounts>(store: S) {
    settle_in(&store).await;
    let person = author(1).person;
    for (token, on) in [("here", 1), ("there", 2)] {
        store.open_session(token, &visitor(1, on), NOW_MS).await.unwrap();
    }
    store
        .invite(person, "invitation", NOW_MS + INVITATION_MS)
        .await
        .unwrap();
    let here = store.line_of("here").await.unwrap();
    store.set_password(person, "new", here.as_deref()).await.unwrap();
    assert!(store.session("here", NOW_MS).await.unwrap().is_some());
    assert!(store.session("there", NOW_MS).await.unwrap().is_none());
    assert_eq!(store.invited("invitation", NOW_MS).await.unwrap(), None);
}

/// Password, second factor, last contact, end and invitation.
pub async fn an_administrator_sees_how_accounts_stand<S: People + Accounts + Factors>(store: S) {
    settle_in(&store).await;
    let mut new = super::samples::person(2);
    new.password = String::new();
    assert!(store.add_person(&new).await.unwrap());
    store
        .invite(author(2).person, "invitation", NOW_MS + 1)
        .await
        .unwrap();
    store.begin_factor(author(1).person, "KEY").await.unwrap();
    store.begin_factor(author(2).person, "KEY").await.unwrap();
    store.confirm_factor(author(1).person, 1, &[]).await.unwrap();
    store.set_end(author(2).person, Some(NOW_MS + 2)).await.unwrap();
    let told = store.accounts().await.unwrap();
    let [one, other] = told.as_slice() else {
        panic!("{}", told.len());
    };
    assert!(one.has_password && one.has_factor && one.author == author(1));
    assert_eq!(
        (one.last_ms, one.ends_ms, one.invited_until_ms),
        (Some(NOW_MS), None, None)
    );
    assert!(!other.has_password && !other.has_factor && other.sign_in == "anna.verdi.2");
    assert_eq!(
        (other.last_ms, other.ends_ms, other.invited_until_ms),
        (None, Some(NOW_MS + 2), Some(NOW_MS + 1))
    );
}
