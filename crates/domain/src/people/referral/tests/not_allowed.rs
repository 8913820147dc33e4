// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a referral, and to whom.
use super::*;

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
