// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of referrals: who sends, who answers, and how one ends. What is refused stands in `not_allowed`, who sees what in
//! `seen`.
mod not_allowed;
mod seen;

use super::*;
use crate::{
    action::Action,
    author::{Author, Role},
    context::{Decided, Known},
    decide::decide,
    household::{self, Household, OpenReferral},
    moment::Moment,
    record::{Identity as _, LogPosition, beginning},
    rooms::{self, Record},
    rulebook::Rulebook,
    world::{
        FAMILY, NOW, OTHER_FAMILY, PARTNER, TODAY, act, author, content, decided, follow, refused, world,
    },
};
use soglia_kernel::{
    access::{Place, Roles},
    refusal::Refusal as Common,
    stored::Around,
    verb::Verb as _,
};
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const OF_PARTNER: Role = Role::ManagingPartner;

const REFERRAL: ReferralId = ReferralId(Uuid::from_u128(91));
const OTHER_REFERRAL: ReferralId = ReferralId(Uuid::from_u128(92));
const OTHER_PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(32));

fn sent(id: ReferralId, household: HouseholdId, to: OrganisationId) -> Action {
    Action::on(
        id,
        Verb::Send {
            household,
            to,
            to_name: " Cooperativa ".to_owned(),
            reason: " cercare lavoro ".to_owned(),
            answer_by: TODAY,
        },
    )
}

fn sent_with(to_name: &str, reason: &str, answer_by: Day) -> Action {
    let (to_name, reason) = (to_name.to_owned(), reason.to_owned());
    Action::on(
        REFERRAL,
        Verb::Send {
            household: FAMILY,
            to: PARTNER,
            to_name,
            reason,
            answer_by,
        },
    )
}

fn does(verb: Verb) -> Action {
    Action::on(REFERRAL, verb)
}

fn accept() -> Action {
    does(Verb::Accept {})
}

fn refuse(reason: &str) -> Action {
    let reason = reason.to_owned();
    does(Verb::Refuse { reason })
}

fn withdraw(reason: &str) -> Action {
    let reason = reason.to_owned();
    does(Verb::Withdraw { reason })
}

fn end(reason: &str) -> Action {
    let reason = reason.to_owned();
    does(Verb::End { reason })
}

fn transfer(to: OrganisationId) -> Action {
    Action::on(
        OTHER_REFERRAL,
        Verb::Transfer {
            from: REFERRAL,
            to,
            to_name: "Associazione".to_owned(),
            reason: "più vicina".to_owned(),
            answer_by: TODAY.plus_days(7),
        },
    )
}

fn referral(known: &Known, id: ReferralId) -> &Referral {
    content(known, id)
}

fn marks(known: &Known) -> &[OpenReferral] {
    &content::<Household>(known, FAMILY).referrals
}

/// A world in which the family is sent to the partner.
fn waiting() -> Known {
    let mut known = world();
    act(&mut known, WORKER, &sent(REFERRAL, FAMILY, PARTNER));
    known
}

/// A world in which the partner took it on.
fn accepted() -> Known {
    let mut known = waiting();
    act(&mut known, OF_PARTNER, &accept());
    known
}

/// Somebody of another partner.
fn of_another() -> Author {
    Author {
        organisation: OTHER_PARTNER,
        ..author(OF_PARTNER)
    }
}

fn decided_by(known: &Known, author: &Author, action: &Action) -> Decided {
    let moment = Moment::on_device(NOW);
    decide(action, known, &Rulebook::published(), moment, author)
}

#[test]
fn a_referral_says_to_whom_and_why_and_stands_in_its_household() {
    let mut known = world();
    assert_eq!(act(&mut known, WORKER, &sent(REFERRAL, FAMILY, PARTNER)), 2);
    let made = referral(&known, REFERRAL);
    assert_eq!(
        (made.household, made.to, made.answer_by),
        (FAMILY, PARTNER, TODAY)
    );
    assert_eq!(
        (made.to_name.as_str(), made.reason.as_str()),
        ("Cooperativa", "cercare lavoro")
    );
    assert_eq!(made.household_label, "Famiglia di prova");
    assert_eq!(
        (made.by_name.as_str(), made.role, made.at),
        ("Prova", WORKER, NOW)
    );
    assert_eq!(made.state, ReferralState::Sent);
    let mark = OpenReferral {
        referral: REFERRAL,
        to: PARTNER,
        accepted: false,
    };
    assert_eq!(marks(&known), [mark]);
    refused(
        &known,
        WORKER,
        &sent(REFERRAL, FAMILY, PARTNER),
        Common::AlreadyExists,
    );
}

#[test]
fn a_partner_that_accepts_says_who_and_when_and_its_mark_says_so_too() {
    let mut known = waiting();
    assert_eq!(act(&mut known, OF_PARTNER, &accept()), 3);
    let (at, by_name) = (NOW, "Prova".to_owned());
    assert_eq!(
        referral(&known, REFERRAL).state,
        ReferralState::Accepted { at, by_name }
    );
    assert_eq!((marks(&known).len(), marks(&known)[0].accepted), (1, true));
}

/// Whoever accepts does not see the household yet: neither tablet nor server hands it to the decision.
#[test]
fn a_partner_accepts_without_having_the_household_in_view() {
    let mut known = waiting();
    let household = known.remove(&FAMILY.key()).expect("it exists");
    let edits = decided(&known, OF_PARTNER, &accept());
    known.insert(FAMILY.key(), household);
    assert_eq!(follow(&mut known, edits), 3);
    assert!(marks(&known)[0].accepted);
}

#[test]
fn of_two_people_of_a_partner_who_accept_the_second_finds_it_done() {
    let mut known = accepted();
    assert_eq!(act(&mut known, OF_PARTNER, &accept()), 0);
    let from = ReferralStateKind::Accepted;
    refused(
        &known,
        OF_PARTNER,
        &refuse("siamo pieni"),
        Refusal::NotReachable { from },
    );
}

#[test]
fn a_partner_that_cannot_says_why_and_the_household_may_be_sent_elsewhere() {
    let mut known = waiting();
    refused(&known, OF_PARTNER, &refuse(" "), Common::ReasonMissing);
    act(&mut known, OF_PARTNER, &refuse(" siamo pieni "));
    let (at, by_name, reason) = (NOW, "Prova".to_owned(), "siamo pieni".to_owned());
    let expected = ReferralState::Refused { at, by_name, reason };
    assert_eq!(referral(&known, REFERRAL).state, expected);
    assert!(marks(&known).is_empty());
    let from = ReferralStateKind::Refused;
    refused(&known, WORKER, &withdraw("tardi"), Refusal::NotReachable { from });
    act(&mut known, WORKER, &sent(OTHER_REFERRAL, FAMILY, PARTNER));
}

#[test]
fn a_referral_is_taken_back_until_it_is_answered_and_ended_after() {
    let mut known = waiting();
    let from = ReferralStateKind::Sent;
    refused(&known, WORKER, &end("concluso"), Refusal::NotReachable { from });
    refused(&known, WORKER, &withdraw("\t"), Common::ReasonMissing);
    act(&mut known, OFFICER, &withdraw(" errore "));
    let reason = "errore".to_owned();
    assert_eq!(
        referral(&known, REFERRAL).state,
        ReferralState::Withdrawn { reason }
    );
    let from = ReferralStateKind::Withdrawn;
    refused(&known, OF_PARTNER, &accept(), Refusal::NotReachable { from });

    let known = accepted();
    let from = ReferralStateKind::Accepted;
    refused(
        &known,
        WORKER,
        &withdraw("errore"),
        Refusal::NotReachable { from },
    );
    for role in [WORKER, OFFICER, OF_PARTNER] {
        let mut known = known.clone();
        refused(&known, role, &end(""), Common::ReasonMissing);
        act(&mut known, role, &end(" lavoro trovato "));
        let (day, reason) = (TODAY, "lavoro trovato".to_owned());
        assert_eq!(
            referral(&known, REFERRAL).state,
            ReferralState::Ended { day, reason }
        );
        assert!(marks(&known).is_empty());
        let from = ReferralStateKind::Ended;
        refused(&known, role, &end("ancora"), Refusal::NotReachable { from });
    }
}

#[test]
fn a_transfer_closes_one_referral_and_begins_the_next() {
    for (mut known, over) in [
        (waiting(), ReferralStateKind::Withdrawn),
        (accepted(), ReferralStateKind::Ended),
    ] {
        assert_eq!(act(&mut known, WORKER, &transfer(OTHER_PARTNER)), 4);
        assert_eq!(referral(&known, REFERRAL).state.kind(), over);
        let next = referral(&known, OTHER_REFERRAL);
        assert_eq!((next.household, next.to), (FAMILY, OTHER_PARTNER));
        assert_eq!(
            (next.state.kind(), next.reason.as_str()),
            (ReferralStateKind::Sent, "più vicina")
        );
        assert_eq!((marks(&known).len(), marks(&known)[0].to), (1, OTHER_PARTNER));
        assert!(!marks(&known)[0].accepted, "the next one answers for itself");
        refused(&known, WORKER, &transfer(OTHER_PARTNER), Common::AlreadyExists);
    }
}

#[test]
fn a_row_holds_whom_it_is_about_and_by_when() {
    let made = referral(&waiting(), REFERRAL).clone();
    let stored = beginning(Record::Referral(made.clone()), LogPosition(3));
    let row = Row::of(&made, &Around::of(&stored, false));
    assert_eq!(
        (row.household_label.as_str(), row.answer_by),
        ("Famiglia di prova", TODAY)
    );
    assert_eq!(
        (row.root(), row.state),
        (Some(FAMILY.key()), ReferralStateKind::Sent)
    );
}
