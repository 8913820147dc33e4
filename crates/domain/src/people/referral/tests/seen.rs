// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a partner sees by a referral, from the day it is sent to the day it ends.
use super::*;
use crate::{
    case::{self, Case},
    diary_entry::{self, Circle, DiaryEntry, EntryTopic},
    id::{CaseId, DiaryEntryId},
    scope::{sees, told},
    world::{OFFER, offer, withdrawal},
};

const FOR_PARTNERS: DiaryEntryId = DiaryEntryId(Uuid::from_u128(71));
const FOR_THE_TEAM: DiaryEntryId = DiaryEntryId(Uuid::from_u128(72));
const CASE: CaseId = CaseId(Uuid::from_u128(81));

/// The family with two entries in its diary and an open case.
fn known_family(mut known: Known) -> Known {
    for (id, circle) in [(FOR_PARTNERS, Circle::Partners), (FOR_THE_TEAM, Circle::Team)] {
        let write = diary_entry::Verb::Write {
            household: FAMILY,
            day: TODAY,
            topic: EntryTopic::Note,
            text: "Colloquio.".to_owned(),
            circle,
        };
        act(&mut known, WORKER, &Action::on(id, write));
    }
    let open = case::Verb::Open { household: FAMILY };
    act(&mut known, WORKER, &Action::on(CASE, open));
    known
}

/// Which of referral, household, entry for partners, entry for the team and case somebody sees.
fn seen(known: &Known, author: &Author) -> [bool; 5] {
    let keys = [
        REFERRAL.key(),
        FAMILY.key(),
        FOR_PARTNERS.key(),
        FOR_THE_TEAM.key(),
        CASE.key(),
    ];
    keys.map(|key| {
        let record = known.get(&key).expect("it exists");
        sees(author, record, |root| known.get(&root))
    })
}

const NOTHING_AT_ALL: [bool; 5] = [false; 5];

#[test]
fn a_partner_sees_the_referral_first_and_the_household_once_it_accepted() {
    let partner = author(OF_PARTNER);
    let known = known_family(waiting());
    assert_eq!(seen(&known, &partner), [true, false, false, false, false]);
    let known = known_family(accepted());
    assert_eq!(seen(&known, &partner), [true, true, true, false, false]);
    for role in [WORKER, OFFICER, Role::Coordinator] {
        assert_eq!(seen(&known, &author(role)), [true; 5], "{role:?}");
    }
}

#[test]
fn a_partner_whose_referral_is_over_sees_nothing_of_it() {
    let partner = author(OF_PARTNER);
    let mut known = known_family(waiting());
    act(&mut known, OF_PARTNER, &refuse("siamo pieni"));
    assert_eq!(seen(&known, &partner), NOTHING_AT_ALL);
    let mut known = known_family(waiting());
    act(&mut known, WORKER, &withdraw("errore"));
    assert_eq!(seen(&known, &partner), NOTHING_AT_ALL);
    let mut known = known_family(accepted());
    act(&mut known, WORKER, &end("concluso"));
    assert_eq!(seen(&known, &partner), NOTHING_AT_ALL);
}

#[test]
fn another_partner_sees_nothing_until_the_household_is_sent_on_to_it_and_it_accepts() {
    let mut known = known_family(accepted());
    assert_eq!(seen(&known, &of_another()), NOTHING_AT_ALL);
    act(&mut known, WORKER, &transfer(OTHER_PARTNER));
    assert_eq!(seen(&known, &author(OF_PARTNER)), NOTHING_AT_ALL);
    let next = known.get(&OTHER_REFERRAL.key()).expect("it was sent");
    assert!(sees(&of_another(), next, |root| known.get(&root)));
    let accept = Action::on(OTHER_REFERRAL, Verb::Accept {});
    assert_eq!(
        decided_by(&known, &author(OF_PARTNER), &accept),
        Err(Refusal::Unknown.into())
    );
    let decided = decided_by(&known, &of_another(), &accept);
    follow(&mut known, decided);
    assert_eq!(seen(&known, &of_another()), [false, true, true, false, false]);
    assert_eq!(seen(&known, &author(OF_PARTNER)), NOTHING_AT_ALL);
}

/// A dwelling offered and a referral accepted: the household stays in view until the last of them is over.
#[test]
fn a_household_is_hidden_with_the_last_that_opened_it() {
    let partner = author(OF_PARTNER);
    let family = |known: &Known| seen(known, &partner)[1];
    let mut known = known_family(accepted());
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    act(&mut known, WORKER, &end("concluso"));
    assert!(family(&known));
    act(&mut known, WORKER, &withdrawal(OFFER));
    assert!(!family(&known));
}

#[test]
fn a_partner_is_told_its_own_referrals_and_not_those_of_others() {
    let mut known = accepted();
    act(&mut known, WORKER, &sent(OTHER_REFERRAL, FAMILY, OTHER_PARTNER));
    let stored = beginning(known[&FAMILY.key()].clone(), LogPosition(3));
    let told_to = |author: &Author| {
        let seen = told(author, &stored);
        let Record::Household(household) = seen.record else {
            panic!("it stays a household");
        };
        household
            .referrals
            .iter()
            .map(|open| open.referral)
            .collect::<Vec<_>>()
    };
    assert_eq!(told_to(&author(OF_PARTNER)), [REFERRAL]);
    assert_eq!(told_to(&of_another()), [OTHER_REFERRAL]);
    assert_eq!(told_to(&author(WORKER)), [REFERRAL, OTHER_REFERRAL]);
}

#[test]
fn of_a_case_that_it_would_not_see_a_partner_is_told_no_step() {
    let known = known_family(accepted());
    let stored = beginning(known[&CASE.key()].clone(), LogPosition(3));
    let seen = told(&author(OF_PARTNER), &stored);
    assert!(matches!(&seen.record, Record::Case(Case { steps, .. }) if steps.is_empty()));
    let entry: &DiaryEntry = content(&known, FOR_PARTNERS);
    assert_eq!(entry.circle, Circle::Partners);
}
