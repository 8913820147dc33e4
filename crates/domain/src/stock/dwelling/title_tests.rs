// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of measured rooms, titles and what an offer says besides the rent.
use super::{
    measure::{MeasuredSpace, SpaceKind},
    title::{Title, TitleKind},
    *,
};
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    money::Money,
    placement,
    rent::RentTier,
    world::{
        FAMILY, HOME, OFFER, OTHER_HOME, Terms, act, decided, fact, offer_on, offered, refused, withdrawal,
        world,
    },
};
use soglia_kernel::{area::FloorArea, calendar::Day, refusal::Refusal as Common};

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
    fact(HOME, DwellingAnswer::Title(Answer::Known(title)))
}

fn offered_at(dwelling: DwellingId, rent: Option<i64>, charges: Option<i64>, until: Option<Day>) -> Action {
    let terms = Terms {
        dwelling,
        tier: RentTier::Capped,
        monthly_rent: rent.map(Money::from_cents),
        service_charges: charges.map(Money::from_cents),
        until,
        ..Terms::default()
    };
    offer_on(OFFER, FAMILY, terms)
}

fn measured(dwelling: DwellingId, hundredths: u32) -> Action {
    let space = |kind, hundredths| MeasuredSpace {
        kind,
        area: FloorArea::from_hundredths(hundredths).expect("a surface in range"),
        height_cm: None,
    };
    let spaces = vec![space(SpaceKind::Room, hundredths), space(SpaceKind::Balcony, 900)];
    fact(dwelling, DwellingAnswer::MeasuredSpaces(Answer::Known(spaces)))
}

#[test]
fn a_free_loan_beyond_thirty_years_cannot_be_written() {
    let last = Day::constant(2056, 1, 1);
    let known = world();
    refused(
        &known,
        OFFICER,
        &titled(last.plus_days(1)),
        Refusal::TitleTooLong { last },
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
        &offered_at(HOME, None, None, Some(LAST.plus_days(1))),
        beyond,
    );
    let past = Some(Day::constant(2026, 3, 19));
    refused(
        &known,
        WORKER,
        &offered_at(HOME, None, None, past),
        Common::EndsBeforeItBegins,
    );
    act(&mut known, WORKER, &offered_at(HOME, None, None, Some(LAST)));
    assert_eq!(offered(&known, OFFER).until, Some(LAST));
}

#[test]
fn a_title_does_not_end_before_a_contract_that_is_offered_at() {
    let mut known = world();
    act(&mut known, WORKER, &offered_at(HOME, None, None, Some(LAST)));
    let short = LAST.plus_days(-1);
    refused(
        &known,
        OFFICER,
        &titled(short),
        Refusal::BeyondTitle { last: short },
    );
    act(&mut known, OFFICER, &titled(LAST));
    act(&mut known, WORKER, &withdrawal(OFFER));
    act(&mut known, OFFICER, &titled(short));
}

#[test]
fn service_charges_are_apart_from_the_rent_and_never_below_zero() {
    let mut known = world();
    let below = offered_at(HOME, None, Some(-1), None);
    refused(&known, WORKER, &below, placement::Refusal::RentNegative);
    // The rent stands at its ceiling, and the charges come on top.
    act(
        &mut known,
        WORKER,
        &offered_at(HOME, Some(31_250), Some(9_000), None),
    );
    assert_eq!(
        offered(&known, OFFER).service_charges,
        Some(Money::from_cents(9_000))
    );
}

#[test]
fn measured_rooms_give_a_rent_its_ceiling_and_hold_it() {
    let mut known = world();
    let rent = offered_at(OTHER_HOME, Some(30_000), None, None);
    refused(&known, WORKER, &rent, placement::Refusal::SurfaceNotMeasured);
    act(&mut known, WORKER, &measured(OTHER_HOME, 4_800));
    let above = offered_at(OTHER_HOME, Some(30_001), None, None);
    let ceiling = Money::from_cents(30_000);
    refused(
        &known,
        WORKER,
        &above,
        placement::Refusal::RentAboveCeiling { ceiling },
    );
    act(&mut known, WORKER, &rent);
    let ceiling = Money::from_cents(29_375);
    let smaller = measured(OTHER_HOME, 4_700);
    refused(
        &known,
        WORKER,
        &smaller,
        placement::Refusal::RentAboveCeiling { ceiling },
    );
    act(&mut known, WORKER, &measured(OTHER_HOME, 4_900));
}
