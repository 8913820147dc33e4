// SPDX-License-Identifier: AGPL-3.0-or-later
//! A household has one open case, however many tablets opened one without a network; and of two people who answer for a
//! partner, one has answered.
use super::{
    samples::{author, change, household_id, opening, take, take_of},
    scenes::{in_role, of_referral, partner, referral, referral_key},
};
use crate::{fold::verify, store::Store};
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    case::{Case, CaseStageKind, Refusal as OfCase, Verb},
    id::{CaseId, PersonId},
    record::{Identity as _, Key},
    referral::{Referral, ReferralState, Verb as OfReferral},
    rooms::{Refusal, Room as _},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn case_id(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(n))
}

fn case_key(n: u128) -> Key {
    case_id(n).key()
}

fn open_case(n: u128, household: u128) -> Action {
    let household = household_id(household);
    Action::on(case_id(n), Verb::Open { household })
}

fn on_to_assessment(n: u128) -> Action {
    let to = CaseStageKind::Assessment;
    let (reason, due) = (String::new(), None);
    Action::on(case_id(n), Verb::Advance { to, reason, due })
}

fn withdraw(n: u128) -> Action {
    let reason = "trovata altra casa".to_owned();
    Action::on(case_id(n), Verb::Withdraw { reason })
}

const fn refused(refusal: OfCase) -> Answer {
    Answer::Refused {
        refusal: Refusal::Case(refusal),
    }
}

async fn stage<S: Store>(store: &S, n: u128) -> Option<CaseStageKind> {
    let stored = store.record(case_key(n)).await.unwrap()?;
    Case::of(&stored.record).map(Case::stage)
}

/// In two transactions: the second tablet hears that there is one, what it did in its own goes back with it, and it goes
/// on in the one that counts.
pub async fn of_two_cases_opened_for_a_household_the_first_counts<S: Store>(store: S) {
    take(&store, &[change(1, 1, opening(1)), change(1, 2, open_case(1, 1))]).await;
    let second = [
        change(2, 1, open_case(2, 1)),
        change(2, 2, on_to_assessment(2)),
        change(2, 3, on_to_assessment(1)),
    ];
    let answers = take(&store, &second).await;
    assert_eq!(
        answers[..2],
        [refused(OfCase::OpenAlready), refused(OfCase::Unknown)]
    );
    assert!(answers[2].position().is_some(), "{answers:?}");
    assert_eq!(stage(&store, 1).await, Some(CaseStageKind::Assessment));
    assert_eq!(stage(&store, 2).await, None);
    // Sent again the answer is the same. As a change of its own it is decided anew: once the first is over, it opens.
    assert_eq!(take(&store, &second[..1]).await, [refused(OfCase::OpenAlready)]);
    take(&store, &[change(1, 3, withdraw(1))]).await;
    let again = take(&store, &[change(2, 4, open_case(2, 1))]).await;
    assert!(again[0].position().is_some(), "{again:?}");
    assert_eq!(stage(&store, 2).await, Some(CaseStageKind::Access));
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// In one transaction, where the first is not written yet when the second is decided; also one that begins with the first
/// over, and another household beside it.
pub async fn of_two_cases_in_one_transaction_the_first_counts<S: Store>(store: S) {
    let answers = take(
        &store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, opening(2)),
            change(1, 3, open_case(1, 1)),
            change(2, 1, open_case(2, 1)),
            change(2, 2, open_case(3, 2)),
            change(2, 3, withdraw(1)),
            change(2, 4, open_case(4, 1)),
            change(2, 5, open_case(5, 1)),
        ],
    )
    .await;
    assert_eq!(answers[3], refused(OfCase::OpenAlready));
    assert_eq!(answers[7], refused(OfCase::OpenAlready));
    for n in [2, 4, 6] {
        assert!(answers[n].position().is_some(), "{n}: {answers:?}");
    }
    assert_eq!(stage(&store, 1).await, Some(CaseStageKind::Withdrawn));
    assert_eq!(stage(&store, 4).await, Some(CaseStageKind::Access));
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

fn of_partner(n: u128) -> Author {
    Author {
        person: PersonId(Uuid::from_u128(n)),
        name: author(n).name,
        ..in_role(Role::ManagingPartner)
    }
}

/// Two people of the partner accept without a network. The household is with the partner once, and with whom says the first;
/// the second one wanted what is done already, and has nothing to mend.
pub async fn of_two_people_who_accept_a_referral_the_first_stands<S: Store>(store: S) {
    take(
        &store,
        &[change(1, 1, opening(1)), change(1, 2, referral(1, 1, partner()))],
    )
    .await;
    let mut accepted = [(3, 11), (4, 12)].map(|(on, n)| {
        let mut change = change(on, 1, of_referral(1, OfReferral::Accept {}));
        change.author = PersonId(Uuid::from_u128(n));
        change
    });
    let first = take_of(&store, &accepted[..1], &of_partner(11)).await;
    let second = take_of(&store, &accepted[1..], &of_partner(12)).await;
    assert!(first[0].position().is_some(), "{first:?}");
    assert!(second[0].position().is_some(), "{second:?}");
    let stored = store.record(referral_key(1)).await.unwrap().unwrap();
    let referral = Referral::of(&stored.record).unwrap();
    let ReferralState::Accepted { by_name, .. } = &referral.state else {
        panic!("{referral:?}");
    };
    assert_eq!(*by_name, of_partner(11).name);
    assert_eq!(
        Some(stored.position),
        first[0].position(),
        "the second changed nothing"
    );
    // Who comes with the other answer is told that the partner has answered, by whichever of its people.
    accepted[1].id = soglia_domain::id::ChangeId(Uuid::from_u128(99));
    accepted[1].counter = 2;
    let reason = "nessun posto".to_owned();
    accepted[1].action = of_referral(1, OfReferral::Refuse { reason });
    let other = take_of(&store, &accepted[1..], &of_partner(12)).await;
    let from = soglia_domain::referral::ReferralStateKind::Accepted;
    let refusal = Refusal::Referral(soglia_domain::referral::Refusal::NotReachable { from });
    assert_eq!(other, [Answer::Refused { refusal }]);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}
