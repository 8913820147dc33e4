// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of households: who is taken in, what is said of them, and what is refused.
mod attestation;
mod doubts;

use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    calendar::Day,
    money::Money,
    tax_code::TaxCode,
    world::{
        FAMILY, HEAD, OFFER, OTHER_FAMILY, act, answer, content, decided, member_answer, offer, refused,
        world,
    },
};
use soglia_kernel::refusal::Refusal as Common;
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;

fn open(id: HouseholdId, label: &str) -> Action {
    let label = label.to_owned();
    Action::on(id, Verb::Open { label })
}

fn called(label: &str) -> Action {
    answer(HouseholdAnswer::Label(Answer::Known(label.to_owned())))
}

fn add(member: u32) -> Action {
    let member = MemberId(member);
    Action::on(FAMILY, Verb::AddMember { member })
}

fn remove(member: MemberId) -> Action {
    Action::on(FAMILY, Verb::RemoveMember { member })
}

fn income(cents: i64) -> HouseholdAnswer {
    HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_cents(cents)))
}

fn isee(euro: i64, dsu_date: Option<Day>) -> HouseholdAnswer {
    HouseholdAnswer::Isee(Answer::Known(Isee {
        kind: Some(IseeKind::Ordinary),
        value: Money::from_euro(euro),
        dsu_date,
        protocol: None,
    }))
}

#[test]
fn a_household_is_taken_in_once() {
    let mut known = world();
    let new = HouseholdId(Uuid::from_u128(99));
    assert_eq!(act(&mut known, WORKER, &open(new, "  Famiglia nuova ")), 1);
    assert_eq!(content::<Household>(&known, new).label(), "Famiglia nuova");
    refused(
        &known,
        WORKER,
        &open(new, "Famiglia nuova"),
        Common::AlreadyExists,
    );
}

#[test]
fn a_household_needs_a_usable_name() {
    let known = world();
    let new = HouseholdId(Uuid::from_u128(99));
    for label in ["", "   ", &"x".repeat(121)] {
        refused(&known, WORKER, &open(new, label), Common::LabelNotUsable);
        refused(&known, WORKER, &called(label), Common::LabelNotUsable);
    }
}

#[test]
fn a_partner_does_not_write_in_a_case() {
    let expected = Common::NotYourTask {
        role: Role::ManagingPartner,
    };
    refused(&world(), Role::ManagingPartner, &answer(income(100)), expected);
}

#[test]
fn the_same_answer_twice_changes_nothing_the_second_time() {
    let mut known = world();
    let actions = [
        answer(income(115_000)),
        answer(HouseholdAnswer::Zone(Answer::NotKnownYet)),
        member_answer(MemberAnswer::Works(Answer::Known(true))),
        add(2),
        remove(MemberId(2)),
        called("Altro nome"),
    ];
    for action in actions {
        assert_eq!(act(&mut known, WORKER, &action), 1);
        assert_eq!(act(&mut known, WORKER, &action), 0);
    }
}

#[test]
fn not_known_yet_is_always_an_answer() {
    let mut known = world();
    act(&mut known, WORKER, &answer(isee(9_000, None)));
    assert_eq!(
        act(
            &mut known,
            WORKER,
            &answer(HouseholdAnswer::Isee(Answer::NotKnownYet))
        ),
        1
    );
}

#[test]
fn an_amount_below_zero_is_refused() {
    let known = world();
    refused(&known, WORKER, &answer(income(-1)), Common::NegativeAmount);
    refused(&known, WORKER, &answer(isee(-1, None)), Common::NegativeAmount);
    let patrimony = HouseholdAnswer::SapPatrimony(Answer::Known(Money::from_cents(-1)));
    refused(&known, WORKER, &answer(patrimony), Common::NegativeAmount);
    assert!(decided(&known, WORKER, &answer(income(0))).is_ok());
}

#[test]
fn an_equivalence_scale_stays_within_reason() {
    let known = world();
    for (hundredths, fits) in [(99, false), (100, true), (1_500, true), (1_501, false)] {
        let scale = answer(HouseholdAnswer::EquivalenceScale(Answer::Known(hundredths)));
        assert_eq!(decided(&known, WORKER, &scale).is_ok(), fits, "{hundredths}");
    }
    let scale = answer(HouseholdAnswer::EquivalenceScale(Answer::Known(0)));
    refused(&known, WORKER, &scale, Common::OutOfRange);
}

#[test]
fn a_date_lies_neither_ahead_nor_too_far_back() {
    let known = world();
    let born = |day| member_answer(MemberAnswer::BirthDate(Answer::Known(day)));
    refused(
        &known,
        WORKER,
        &born(Day::constant(2026, 3, 22)),
        Common::DateInFuture,
    );
    refused(
        &known,
        WORKER,
        &born(Day::constant(1905, 12, 31)),
        Common::DateTooOld,
    );
    refused(
        &known,
        WORKER,
        &answer(isee(1, Some(Day::constant(2027, 1, 1)))),
        Common::DateInFuture,
    );
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &born(Day::constant(2026, 3, 21))).is_ok());
}

#[test]
fn a_tax_code_and_a_birth_date_agree_whichever_comes_first() {
    let code = TaxCode::parse("RSSMRA85T10F205R").expect("a correct code");
    let code = member_answer(MemberAnswer::TaxCode(Answer::Known(code)));
    let born = |day| member_answer(MemberAnswer::BirthDate(Answer::Known(day)));
    let (right, wrong) = (
        born(Day::constant(1985, 12, 10)),
        born(Day::constant(1985, 10, 12)),
    );
    let mut known = world();
    act(&mut known, WORKER, &code);
    refused(&known, WORKER, &wrong, Refusal::TaxCodeBirthDate);
    act(&mut known, WORKER, &right);
    let mut known = world();
    act(&mut known, WORKER, &wrong);
    refused(&known, WORKER, &code, Refusal::TaxCodeBirthDate);
}

#[test]
fn a_name_or_a_text_is_not_endless() {
    let known = world();
    let name = member_answer(MemberAnswer::FamilyName(Answer::Known("x".repeat(121))));
    refused(&known, WORKER, &name, Common::TextTooLong { most: 120 });
    let home = answer(HouseholdAnswer::PresentHome(Answer::Known("x".repeat(2_001))));
    refused(&known, WORKER, &home, Common::TextTooLong { most: 2_000 });
}

#[test]
fn a_member_taken_out_no_longer_answers() {
    let mut known = world();
    let works = member_answer(MemberAnswer::Works(Answer::Known(true)));
    act(&mut known, WORKER, &remove(HEAD));
    refused(&known, WORKER, &works, Refusal::UnknownMember);
}

#[test]
fn a_household_has_at_most_thirty_members() {
    let mut known = world();
    for id in 2..=30 {
        act(&mut known, WORKER, &add(id));
    }
    refused(&known, WORKER, &add(31), Refusal::TooManyMembers { most: 30 });
}

#[test]
fn a_case_joined_to_another_takes_no_offers_until_it_is_separated() {
    let mut known = world();
    let join = Action::on(FAMILY, Verb::Join { into: OTHER_FAMILY });
    assert_eq!(act(&mut known, WORKER, &join), 1);
    assert_eq!(act(&mut known, WORKER, &join), 0);
    refused(&known, WORKER, &offer(OFFER, FAMILY), Refusal::CaseJoined);
    let back = Action::on(OTHER_FAMILY, Verb::Join { into: FAMILY });
    refused(&known, WORKER, &back, Refusal::CaseJoined);
    assert_eq!(act(&mut known, WORKER, &Action::on(FAMILY, Verb::Separate {})), 1);
    assert_eq!(act(&mut known, WORKER, &offer(OFFER, FAMILY)), 3);
    refused(&known, WORKER, &join, Refusal::OffersOpen);
}
