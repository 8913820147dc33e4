// SPDX-License-Identifier: AGPL-3.0-or-later
//! Measured rooms, titles and what a proposal says besides the rent.
use super::*;
use crate::{
    calendar::Day,
    dwelling::DwellingAnswer,
    measure::{MeasuredSpace, SpaceKind},
    title::{Title, TitleKind},
};

const OFFICER: Role = Role::HousingOfficer;
const WORKER: Role = Role::SocialWorker;
const LAST: Day = Day::constant(2030, 12, 31);

fn titled(to: Day) -> Action {
    let title = Title {
        kind: TitleKind::FreeLoanForUse,
        from: Day::constant(2026, 1, 1),
        to: Some(to),
        holder_section: None,
    };
    Action::RecordDwellingFact {
        dwelling: HOME,
        answer: DwellingAnswer::Title(Answer::Known(title)),
    }
}

fn proposed(dwelling: DwellingId, rent: Option<i64>, charges: Option<i64>, until: Option<Day>) -> Action {
    Action::ProposeDwelling {
        offer: OFFER,
        household: FAMILY,
        dwelling,
        tier: RentTier::Capped,
        monthly_rent: rent.map(Money::from_cents),
        service_charges: charges.map(Money::from_cents),
        until,
        note: String::new(),
    }
}

fn measured(dwelling: DwellingId, hundredths: u32) -> Action {
    let space = |kind, hundredths| MeasuredSpace {
        kind,
        area: FloorArea::from_hundredths(hundredths).expect("a surface in range"),
        height_cm: None,
    };
    let spaces = vec![space(SpaceKind::Room, hundredths), space(SpaceKind::Balcony, 900)];
    Action::RecordDwellingFact {
        dwelling,
        answer: DwellingAnswer::MeasuredSpaces(Answer::Known(spaces)),
    }
}

#[test]
fn a_free_loan_beyond_thirty_years_cannot_be_written() {
    let last = Day::constant(2056, 1, 1);
    let known = world();
    refused(
        &known,
        OFFICER,
        &titled(last.plus_days(1)),
        &Refusal::TitleTooLong { last },
    );
    assert!(decided(&known, OFFICER, &titled(last)).is_ok());
}

#[test]
fn a_contract_ends_with_the_title_at_the_latest() {
    let mut known = world();
    act(&mut known, OFFICER, &titled(LAST));
    let beyond = Refusal::BeyondTitle { last: LAST };
    refused(
        &known,
        WORKER,
        &proposed(HOME, None, None, Some(LAST.plus_days(1))),
        &beyond,
    );
    let past = Some(Day::constant(2026, 3, 19));
    refused(
        &known,
        WORKER,
        &proposed(HOME, None, None, past),
        &Refusal::EndsBeforeItBegins,
    );
    act(&mut known, WORKER, &proposed(HOME, None, None, Some(LAST)));
    let Some(Record::Household(family)) = known.get(&RecordKey::Household(FAMILY)) else {
        panic!("the household exists");
    };
    assert_eq!(family.offer(OFFER).and_then(|offer| offer.until), Some(LAST));
}

#[test]
fn a_title_does_not_end_before_a_contract_that_is_proposed() {
    let mut known = world();
    act(&mut known, WORKER, &proposed(HOME, None, None, Some(LAST)));
    let short = LAST.plus_days(-1);
    refused(
        &known,
        OFFICER,
        &titled(short),
        &Refusal::BeyondTitle { last: short },
    );
    act(&mut known, OFFICER, &titled(LAST));
    act(&mut known, WORKER, &withdrawal(OFFER, FAMILY, HOME));
    act(&mut known, OFFICER, &titled(short));
}

#[test]
fn service_charges_are_apart_from_the_rent_and_never_below_zero() {
    let mut known = world();
    let below = proposed(HOME, None, Some(-1), None);
    refused(&known, WORKER, &below, &Refusal::NegativeAmount);
    // The rent stands at its ceiling, and the charges come on top.
    act(
        &mut known,
        WORKER,
        &proposed(HOME, Some(31_250), Some(9_000), None),
    );
    let Some(Record::Household(family)) = known.get(&RecordKey::Household(FAMILY)) else {
        panic!("the household exists");
    };
    let charges = family.offer(OFFER).and_then(|offer| offer.service_charges);
    assert_eq!(charges, Some(Money::from_cents(9_000)));
}

#[test]
fn measured_rooms_give_a_rent_its_ceiling_and_hold_it() {
    let mut known = world();
    let rent = proposed(OTHER_HOME, Some(30_000), None, None);
    refused(&known, WORKER, &rent, &Refusal::SurfaceNotMeasured);
    act(&mut known, WORKER, &measured(OTHER_HOME, 4_800));
    let above = proposed(OTHER_HOME, Some(30_001), None, None);
    let ceiling = Money::from_cents(30_000);
    refused(&known, WORKER, &above, &Refusal::RentAboveCeiling { ceiling });
    act(&mut known, WORKER, &rent);
    let ceiling = Money::from_cents(29_375);
    let smaller = measured(OTHER_HOME, 4_700);
    refused(&known, WORKER, &smaller, &Refusal::RentAboveCeiling { ceiling });
    act(&mut known, WORKER, &measured(OTHER_HOME, 4_900));
}
