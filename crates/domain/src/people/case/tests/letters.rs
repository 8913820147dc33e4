// SPDX-License-Identifier: AGPL-3.0-or-later
//! Letters: what a refusal tells its household.
use super::{
    appeals::{answer as appeal_answered, appeal, well_off},
    *,
};
use crate::{
    eligibility::VerdictKind,
    finding::Outcome,
    household::{Household, MemberAnswer},
    rulebook::{ParameterName, Rulebook},
    world::member_answer,
};

use Requirement::{FollowedBySocialServices, MarketNotAffordable};

fn letter_of(known: &Known) -> Letter {
    let household: &Household = content(known, FAMILY);
    letter(case(known), household, &Rulebook::published()).expect("somebody refused")
}

/// A household that was refused on one ground of either category.
fn refused_on_both() -> Known {
    let mut known = opened();
    well_off(&mut known);
    act(
        &mut known,
        OFFICER,
        &refuse(&[MarketNotAffordable, FollowedBySocialServices]),
    );
    known
}

#[test]
fn a_letter_names_each_ground_with_what_was_found_and_where_it_is_written() {
    let letter = letter_of(&refused_on_both());
    let [market, followed] = &letter.grounds[..] else {
        panic!("two grounds");
    };
    assert_eq!(
        (market.requirement, market.category),
        (MarketNotAffordable, VerdictKind::AffordableRent)
    );
    let found = market.finding.as_ref().expect("it stands");
    assert_eq!(found.outcome, Outcome::NotMet);
    assert!(found.observed.is_some() && found.threshold.is_some());
    let source = market.source.as_ref().expect("it has one");
    assert_eq!(source.name, ParameterName::SustainableShare);
    assert_eq!(
        (followed.requirement, followed.category),
        (FollowedBySocialServices, VerdictKind::Supported)
    );
    assert!(followed.source.is_none(), "the notice itself asks for it");
    assert_eq!(
        (letter.reason.as_str(), letter.by_name.as_str()),
        ("reddito sufficiente", "Prova")
    );
    assert_eq!(
        (letter.day, letter.role, letter.after_appeal),
        (TODAY, OFFICER, false)
    );
}

#[test]
fn a_letter_says_by_when_and_where_one_can_turn() {
    let remedies = letter_of(&refused_on_both()).remedies;
    assert_eq!(remedies.appeal_by, Some(Day::constant(2026, 4, 20)));
    assert_eq!(remedies.appeal.name, ParameterName::CaseAppealDays);
    assert_eq!(remedies.answer.name, ParameterName::CaseAppealAnswerDays);
    assert_eq!(remedies.court.name, ParameterName::CaseCourtDays);
}

#[test]
fn a_letter_does_not_say_of_a_household_what_its_facts_no_longer_say() {
    let mut known = refused_on_both();
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(700)));
    act(&mut known, WORKER, &answer(income));
    let letter = letter_of(&known);
    assert_eq!(letter.grounds[0].requirement, MarketNotAffordable);
    assert!(letter.grounds[0].finding.is_none() && letter.grounds[1].finding.is_some());
}

#[test]
fn a_letter_goes_to_the_head_of_household_by_name() {
    let mut known = refused_on_both();
    assert_eq!(letter_of(&known).to, "Famiglia di prova");
    let name = |text: &str| Answer::Known(text.to_owned());
    act(
        &mut known,
        WORKER,
        &member_answer(MemberAnswer::GivenName(name("Anna"))),
    );
    assert_eq!(letter_of(&known).to, "Famiglia di prova");
    act(
        &mut known,
        WORKER,
        &member_answer(MemberAnswer::FamilyName(name("Verdi"))),
    );
    assert_eq!(letter_of(&known).to, "Anna Verdi");
}

#[test]
fn a_letter_after_an_appeal_says_that_it_confirms_and_offers_no_other_appeal() {
    let mut known = refused_on_both();
    act(&mut known, WORKER, &appeal(TODAY));
    assert!(
        !letter_of(&known).after_appeal,
        "the refusal is still the first one"
    );
    act(&mut known, COORDINATOR, &appeal_answered(false));
    let letter = letter_of(&known);
    assert!(letter.after_appeal && letter.remedies.appeal_by.is_none());
    assert_eq!(letter.reason, "reddito cambiato");
    assert_eq!(letter.grounds.len(), 2);
}

#[test]
fn who_was_not_refused_gets_no_letter() {
    let known = opened();
    let household: &Household = content(&known, FAMILY);
    assert!(letter(case(&known), household, &Rulebook::published()).is_none());
}
