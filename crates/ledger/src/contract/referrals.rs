// SPDX-License-Identifier: AGPL-3.0-or-later
//! A referral opens a household to a partner, and closes it again: on the devices of that partner, and on no others.
use super::{
    samples::{author, change, household, opening, organisation, take, take_of},
    scenes::{ReadOn, entry, entry_key, in_role, of_referral, partner, read_on, referral, referral_key},
};
use crate::{
    fold::verify,
    store::{Reach, Store},
};
use soglia_domain::{
    author::{Author, Role},
    diary_entry::Circle,
    id::OrganisationId,
    record::{Key, LogPosition},
    referral::Verb,
    rooms::Refusal,
};
use soglia_sync::change::Answer;
use std::collections::BTreeSet;

/// Somebody of a partner.
fn of_partner(organisation: OrganisationId) -> Author {
    Author {
        organisation,
        ..in_role(Role::ManagingPartner)
    }
}

fn reason() -> String {
    "concordato con il nucleo".to_owned()
}

/// Three entries of different circles in the diary of a household, which is then sent to the partner.
async fn sent<S: Store>(store: &S) {
    take(
        store,
        &[
            change(1, 1, opening(1)),
            change(1, 2, entry(1, 1, Circle::Partners)),
            change(1, 3, entry(2, 1, Circle::Team)),
            change(1, 4, entry(3, 1, Circle::Department)),
            change(1, 5, referral(1, 1, partner())),
        ],
    )
    .await;
}

/// What somebody does on device 3; the answer.
async fn does<S: Store>(store: &S, counter: u64, n: u128, verb: Verb, author: &Author) -> Answer {
    let answers = take_of(store, &[change(3, counter, of_referral(n, verb))], author).await;
    answers.into_iter().next().unwrap()
}

async fn read<S: Store>(store: &S, partner: OrganisationId, since: LogPosition) -> ReadOn {
    read_on(store, Reach::Partner(partner), since, 100).await
}

fn set<const N: usize>(keys: [Key; N]) -> BTreeSet<Key> {
    keys.into()
}

/// Until then the partner has the referral and nothing else; afterwards nothing at all.
pub async fn a_household_comes_when_its_referral_is_accepted_and_goes_when_it_ends<S: Store>(store: S) {
    sent(&store).await;
    let waiting = read(&store, partner(), LogPosition(0)).await;
    assert_eq!(waiting.came, set([referral_key(1)]));
    let answer = does(&store, 1, 1, Verb::Accept {}, &of_partner(partner())).await;
    assert!(answer.position().is_some(), "{answer:?}");
    let with_household = set([referral_key(1), household(1), entry_key(1)]);
    let shown = read(&store, partner(), waiting.cursor).await;
    assert_eq!((&shown.came, shown.removed.len()), (&with_household, 0));
    // And to a device of the partner that has nothing yet.
    assert_eq!(read(&store, partner(), LogPosition(0)).await.came, with_household);
    assert_eq!(read(&store, organisation(6), LogPosition(0)).await.came, set([]));

    // What is written meanwhile comes as far as it is for partners.
    take(
        &store,
        &[
            change(1, 6, entry(4, 1, Circle::Partners)),
            change(1, 7, entry(5, 1, Circle::Team)),
        ],
    )
    .await;
    let more = read(&store, partner(), shown.cursor).await;
    assert_eq!(more.came, set([entry_key(4)]));

    let end = Verb::End { reason: reason() };
    take(&store, &[change(1, 8, of_referral(1, end))]).await;
    let hidden = read(&store, partner(), more.cursor).await;
    assert_eq!(hidden.came, set([]));
    let gone = set([referral_key(1), household(1), entry_key(1), entry_key(4)]);
    assert!(hidden.removed.is_superset(&gone), "{:?}", hidden.removed);
    let afresh = read(&store, partner(), LogPosition(0)).await;
    assert_eq!(
        (afresh.came.len(), afresh.removed.len()),
        (0, 0),
        "who knows of nothing hears of nothing"
    );
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Each partner has exactly what is its own at each moment, whoever asks when.
pub async fn a_household_sent_on_leaves_one_partner_and_comes_to_the_next<S: Store>(store: S) {
    sent(&store).await;
    let next = organisation(6);
    does(&store, 1, 1, Verb::Accept {}, &of_partner(partner())).await;
    let first = read(&store, partner(), LogPosition(0)).await;
    assert_eq!(first.came.len(), 3);
    let on = Verb::Transfer {
        from: soglia_domain::id::ReferralId(uuid::Uuid::from_u128(1)),
        to: next,
        to_name: "Associazione".to_owned(),
        reason: reason(),
        answer_by: soglia_domain::calendar::Day::constant(2026, 12, 31),
    };
    take(&store, &[change(1, 6, of_referral(2, on))]).await;
    let hidden = read(&store, partner(), first.cursor).await;
    let gone = set([referral_key(1), household(1), entry_key(1)]);
    assert!(hidden.removed.is_superset(&gone) && hidden.came.is_empty());
    let waiting = read(&store, next, LogPosition(0)).await;
    assert_eq!(waiting.came, set([referral_key(2)]));
    // The partner before can neither answer for the next nor go on.
    for verb in [Verb::Accept {}, Verb::End { reason: reason() }] {
        let answer = does(&store, 2, 2, verb, &of_partner(partner())).await;
        assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
    }
    does(&store, 3, 2, Verb::Accept {}, &of_partner(next)).await;
    let shown = read(&store, next, waiting.cursor).await;
    assert_eq!(shown.came, set([referral_key(2), household(1), entry_key(1)]));
    assert_eq!(read(&store, partner(), hidden.cursor).await.came, set([]));
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}

/// Two people of a partner without a network: one accepts, and the other one accepts as well or says that it cannot.
/// And the departments take back what was accepted meanwhile.
pub async fn of_two_answers_to_a_referral_the_first_counts<S: Store>(store: S) {
    use soglia_domain::referral::{ReferralStateKind, Refusal as OfReferral};
    sent(&store).await;
    let people = of_partner(partner());
    let first = does(&store, 1, 1, Verb::Accept {}, &people).await;
    let second = does(&store, 2, 1, Verb::Accept {}, &people).await;
    assert!(
        first.position().is_some() && second.position().is_some(),
        "{second:?}"
    );
    let from = ReferralStateKind::Accepted;
    let too_late = Answer::Refused {
        refusal: Refusal::Referral(OfReferral::NotReachable { from }),
    };
    let refuse = Verb::Refuse { reason: reason() };
    assert_eq!(does(&store, 3, 1, refuse, &people).await, too_late);
    let withdraw = Verb::Withdraw { reason: reason() };
    let answers = take_of(&store, &[change(1, 6, of_referral(1, withdraw))], &author(1)).await;
    assert_eq!(answers, [too_late]);
    // Once it is over the partner does not even see that it was.
    does(&store, 4, 1, Verb::End { reason: reason() }, &people).await;
    let unknown = Answer::Refused {
        refusal: Refusal::Referral(OfReferral::Unknown),
    };
    assert_eq!(does(&store, 5, 1, Verb::Accept {}, &people).await, unknown);
    assert_eq!(verify(&store).await.unwrap().flaws, []);
}
