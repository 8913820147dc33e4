// SPDX-License-Identifier: AGPL-3.0-or-later
//! Refusals and appeals: on what a refusal rests, until when one can appeal, and what becomes of it.
use super::*;

const DAY_MS: i64 = 86_400_000;

/// The last day to appeal against a refusal of 20 March: thirty days later is a Sunday, so the Monday after.
const LAST: Day = Day::constant(2026, 4, 20);

pub(super) fn appeal(received: Day) -> Action {
    of_household(FAMILY, received)
}

fn of_household(household: HouseholdId, received: Day) -> Action {
    let reason = "lavoro perso".to_owned();
    does(Verb::Appeal {
        household,
        received,
        reason,
    })
}

pub(super) fn answer(accepted: bool) -> Action {
    let reason = "reddito cambiato".to_owned();
    does(Verb::AnswerAppeal { accepted, reason })
}

/// What is decided so many days after the refusal.
fn days_later(known: &Known, n_days: i64, action: &Action) -> Decided {
    let mut later = NOW;
    later.ms += n_days * DAY_MS;
    decided_at(known, WORKER, action, Moment::on_device(later))
}

/// A household that bears any market, and that social services do not follow.
pub(super) fn well_off(known: &mut Known) {
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(9_000)));
    act(known, WORKER, &super::answer(income));
    let followed = HouseholdAnswer::FollowedBySocialServices(Answer::Known(false));
    act(known, WORKER, &super::answer(followed));
}

fn grounds(known: &Known) -> Vec<Requirement> {
    let (_, grounds) = case(known).refused().expect("somebody refused");
    grounds.to_vec()
}

#[test]
fn a_refusal_rests_on_conditions_that_are_known_to_be_unmet() {
    use Requirement::{FollowedBySocialServices, IseeLimit, ManagesPrimaryNeeds, MarketNotAffordable};
    let mut known = opened();
    // Nothing is known, so nothing is known to be unmet.
    let requirement = MarketNotAffordable;
    refused(
        &known,
        WORKER,
        &refuse(&[requirement]),
        Refusal::GroundNotFound { requirement },
    );
    well_off(&mut known);
    for requirement in [ManagesPrimaryNeeds, IseeLimit] {
        let mixed = refuse(&[MarketNotAffordable, requirement]);
        refused(&known, WORKER, &mixed, Refusal::GroundNotFound { requirement });
    }
    let twice = refuse(&[
        FollowedBySocialServices,
        MarketNotAffordable,
        FollowedBySocialServices,
    ]);
    act(&mut known, WORKER, &twice);
    assert_eq!(grounds(&known), [FollowedBySocialServices, MarketNotAffordable]);
    assert_eq!(last(&known).reason, "reddito sufficiente");
    assert_eq!(last(&known).due, Some(LAST));
}

/// On the tablet the refusal was right; at the server a colleague has mended the income meanwhile.
#[test]
fn a_refusal_is_held_against_the_facts_as_they_are_when_it_is_decided() {
    let mut known = opened();
    well_off(&mut known);
    let requirement = Requirement::MarketNotAffordable;
    let refusal = refuse(&[requirement]);
    assert!(decided(&known, WORKER, &refusal).is_ok());
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(700)));
    act(&mut known, OFFICER, &super::answer(income));
    refused(&known, WORKER, &refusal, Refusal::GroundNotFound { requirement });
}

#[test]
fn a_refusal_says_why_and_needs_no_condition() {
    let known = opened();
    let without = does(Verb::Refuse {
        reason: " ".to_owned(),
        grounds: Vec::new(),
    });
    refused(&known, WORKER, &without, Common::ReasonMissing);
    assert!(decided(&known, WORKER, &refuse(&[])).is_ok());
    let mut alone = opened();
    alone.remove(&FAMILY.key());
    refused(&alone, WORKER, &refuse(&[]), household::Refusal::Unknown);
}

/// A Saturday that is a holiday too: 25 April.
#[test]
fn a_term_that_ends_while_offices_are_closed_ends_when_they_open() {
    let decided = days_later(&opened(), 6, &refuse(&[])).expect("it is allowed");
    let mut known = opened();
    crate::world::follow(&mut known, Ok(decided));
    assert_eq!(last(&known).at.day(), Day::constant(2026, 3, 26));
    assert_eq!(last(&known).due, Some(Day::constant(2026, 4, 27)));
}

#[test]
fn an_appeal_comes_by_its_last_day_whenever_somebody_writes_it_down() {
    let known = at(CaseStageKind::Refused);
    let far = 60;
    assert!(days_later(&known, far, &appeal(LAST)).is_ok());
    let late = days_later(&known, far, &appeal(LAST.plus_days(1)));
    assert_eq!(late, Err(Refusal::AppealTooLate { last: LAST }.into()));
    assert!(decided(&known, WORKER, &appeal(TODAY)).is_ok());
    refused(
        &known,
        WORKER,
        &appeal(TODAY.plus_days(-1)),
        Common::EndsBeforeItBegins,
    );
    refused(&known, WORKER, &appeal(TODAY.plus_days(2)), Common::DateInFuture);
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &appeal(TODAY.plus_days(1))).is_ok());
}

#[test]
fn an_appeal_is_to_be_answered_within_its_term() {
    let known = at(CaseStageKind::Appealed);
    assert_eq!(last(&known).stage, CaseStage::Appealed { received: TODAY });
    // Ninety days from 20 March.
    assert_eq!(last(&known).due, Some(Day::constant(2026, 6, 18)));
    for action in [
        refuse(&[]),
        on_to(CaseStageKind::Assessment),
        reassess("figlio", TODAY),
    ] {
        refused(&known, WORKER, &action, Refusal::AppealOpen);
    }
}

#[test]
fn an_appeal_that_holds_leads_back_to_the_assessment() {
    let mut known = at(CaseStageKind::Appealed);
    act(&mut known, COORDINATOR, &answer(true));
    assert_eq!(case(&known).stage(), CaseStageKind::Assessment);
    assert_eq!((last(&known).due, last(&known).role), (None, COORDINATOR));
    act(&mut known, WORKER, &on_to(CaseStageKind::Project));
}

#[test]
fn an_appeal_that_does_not_hold_leaves_the_refusal_with_what_still_stands_of_it() {
    use Requirement::{FollowedBySocialServices, MarketNotAffordable};
    let mut known = opened();
    well_off(&mut known);
    act(
        &mut known,
        WORKER,
        &refuse(&[MarketNotAffordable, FollowedBySocialServices]),
    );
    act(&mut known, WORKER, &appeal(TODAY));
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(700)));
    act(&mut known, WORKER, &super::answer(income));
    act(&mut known, OFFICER, &answer(false));
    assert_eq!(case(&known).stage(), CaseStageKind::Refused);
    assert_eq!(grounds(&known), [FollowedBySocialServices]);
    assert_eq!(last(&known).due, None);
    // It was answered; whoever comes with something new gets a case of its own.
    refused(&known, WORKER, &appeal(TODAY), Refusal::AppealAnswered);
    act(&mut known, WORKER, &open(OTHER_CASE, FAMILY));
}

#[test]
fn a_refusal_is_not_reopened_beside_another_case() {
    let mut known = at(CaseStageKind::Refused);
    act(&mut known, WORKER, &open(OTHER_CASE, FAMILY));
    refused(&known, WORKER, &appeal(TODAY), Refusal::OpenAlready);
}

#[test]
fn an_appeal_is_about_the_case_of_its_household_and_says_why() {
    let known = at(CaseStageKind::Refused);
    refused(
        &known,
        WORKER,
        &of_household(OTHER_FAMILY, TODAY),
        Refusal::OfAnotherHousehold,
    );
    let without = does(Verb::Appeal {
        household: FAMILY,
        received: TODAY,
        reason: "\n".to_owned(),
    });
    refused(&known, WORKER, &without, Common::ReasonMissing);
    let known = at(CaseStageKind::Appealed);
    let without = does(Verb::AnswerAppeal {
        accepted: true,
        reason: String::new(),
    });
    refused(&known, WORKER, &without, Common::ReasonMissing);
}
