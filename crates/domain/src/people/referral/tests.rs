// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of referrals: who sends, who answers, and what is refused. Who sees what stands in `seen`.
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
fn only_the_partner_to_which_it_is_sent_answers() {
    let known = waiting();
    for role in [WORKER, OFFICER, Role::Coordinator] {
        for answer in [accept(), refuse("no")] {
            refused(&known, role, &answer, Common::NotYourTask { role });
        }
    }
    for action in [accept(), refuse("no"), end("no")] {
        let decided = decided_by(&known, &of_another(), &action);
        assert_eq!(decided, Err(Refusal::Unknown.into()), "{action:?}");
    }
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
fn a_transfer_is_from_an_open_referral_to_somebody_else() {
    refused(&world(), WORKER, &transfer(OTHER_PARTNER), Refusal::Unknown);
    refused(&accepted(), WORKER, &transfer(PARTNER), Refusal::SentAlready);
    let mut known = accepted();
    act(&mut known, OF_PARTNER, &end("concluso"));
    let from = ReferralStateKind::Ended;
    refused(
        &known,
        WORKER,
        &transfer(OTHER_PARTNER),
        Refusal::NotReachable { from },
    );
    let mut known = accepted();
    known.remove(&FAMILY.key());
    refused(
        &known,
        WORKER,
        &transfer(OTHER_PARTNER),
        household::Refusal::Unknown,
    );
}

#[test]
fn a_household_is_sent_to_several_partners_and_to_each_once() {
    let mut known = accepted();
    refused(
        &known,
        OFFICER,
        &sent(OTHER_REFERRAL, FAMILY, PARTNER),
        Refusal::SentAlready,
    );
    act(&mut known, OFFICER, &sent(OTHER_REFERRAL, FAMILY, OTHER_PARTNER));
    assert_eq!(marks(&known).len(), 2);
    act(&mut known, WORKER, &end("concluso"));
    assert_eq!(marks(&known)[0].referral, OTHER_REFERRAL);
}

#[test]
fn a_referral_has_its_reason_its_partner_and_a_day_to_come() {
    let known = world();
    for reason in ["", " \n"] {
        refused(
            &known,
            WORKER,
            &sent_with("Coop", reason, TODAY),
            Common::ReasonMissing,
        );
    }
    let long = sent_with("Coop", &"x".repeat(2_001), TODAY);
    refused(&known, WORKER, &long, Common::TextTooLong { most: 2_000 });
    refused(
        &known,
        WORKER,
        &sent_with(" ", "lavoro", TODAY),
        Common::LabelNotUsable,
    );
    let yesterday = sent_with("Coop", "lavoro", TODAY.plus_days(-1));
    refused(&known, WORKER, &yesterday, Common::EndsBeforeItBegins);
    assert!(decided(&known, WORKER, &sent_with("Coop", &"è".repeat(2_000), TODAY)).is_ok());
}

#[test]
fn a_case_with_an_open_referral_is_not_joined_and_one_that_was_joined_is_not_sent() {
    let join = Action::on(FAMILY, household::Verb::Join { into: OTHER_FAMILY });
    for mut known in [waiting(), accepted()] {
        refused(&known, WORKER, &join, household::Refusal::ReferralsOpen);
        let over: rooms::Verb = if referral(&known, REFERRAL).state.kind() == ReferralStateKind::Sent {
            withdraw("doppio").verb
        } else {
            end("doppio").verb
        };
        act(&mut known, WORKER, &Action::on(REFERRAL, over));
        act(&mut known, WORKER, &join);
        refused(
            &known,
            WORKER,
            &sent(OTHER_REFERRAL, FAMILY, PARTNER),
            household::Refusal::CaseJoined,
        );
    }
    let mut known = world();
    known.remove(&FAMILY.key());
    refused(
        &known,
        WORKER,
        &sent(REFERRAL, FAMILY, PARTNER),
        household::Refusal::Unknown,
    );
    for action in [accept(), refuse("no"), end("no")] {
        refused(&known, OF_PARTNER, &action, Refusal::Unknown);
    }
}

#[test]
fn the_departments_send_and_the_partner_answers() {
    for verb in samples::verbs() {
        let who = verb.who();
        assert_eq!(who.place, Place::Anywhere, "{verb:?}");
        let expected = match verb {
            Verb::Accept {} | Verb::Refuse { .. } => Roles::of(&[OF_PARTNER]),
            Verb::End { .. } => Roles::TEAM_AND_PARTNER,
            Verb::Send { .. } | Verb::Withdraw { .. } | Verb::Transfer { .. } => Roles::TEAM,
            Verb::Resolve(_) | Verb::Say(_) | Verb::SayOf { .. } => Roles::NONE,
        };
        assert_eq!(who.roles, expected, "{verb:?}");
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
