// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{calendar::Day, rulebook::Rulebook};

const TODAY: Day = Day::constant(2026, 11, 22);

fn shape(square_metres: u32) -> DwellingShape {
    DwellingShape {
        state: DwellingStateKind::Ready,
        usable_area: FloorArea::from_hundredths(square_metres * 100),
        cap_area: FloorArea::from_hundredths(square_metres * 100),
        step_free: Some(false),
    }
}

fn need(n_persons: u8, income: i64) -> HouseholdNeed {
    HouseholdNeed {
        n_persons,
        net_monthly_income: Some(Money::from_euro(income)),
        disability: Some(false),
    }
}

fn held(dwelling: &DwellingShape, need: &HouseholdNeed) -> Fit {
    fit(dwelling, need, &Rulebook::published().as_of(TODAY))
}

#[test]
fn a_dwelling_of_the_right_size_and_rent_fits() {
    let found = held(&shape(50), &need(3, 1_200));
    assert_eq!(found.outcome, Outcome::Met);
    let rents = found.rents.expect("rents of a measured dwelling");
    assert_eq!(rents.map(|rent| rent.burden), [Some(2_605), Some(1_910)]);
}

#[test]
fn a_rent_above_the_sustainable_share_is_a_warning() {
    let found = held(&shape(50), &need(2, 700));
    let rents = found.rents.expect("rents of a measured dwelling");
    assert_eq!(rents.map(|rent| rent.outcome), [Outcome::NotMet, Outcome::NotMet]);
    assert_eq!(rents.map(|rent| rent.overburdened), [true, false]);
    assert_eq!(found.outcome, Outcome::Met);
}

#[test]
fn a_rent_that_overburdens_at_both_ceilings_does_not_fit() {
    assert_eq!(held(&shape(50), &need(2, 500)).outcome, Outcome::NotMet);
    assert_eq!(held(&shape(50), &need(2, 0)).outcome, Outcome::NotMet);
}

#[test]
fn a_dwelling_that_is_too_small_does_not_fit_whatever_is_missing() {
    let unknown_income = HouseholdNeed {
        net_monthly_income: None,
        disability: None,
        ..need(4, 0)
    };
    assert_eq!(held(&shape(40), &unknown_income).outcome, Outcome::NotMet);
}

#[test]
fn a_large_dwelling_is_a_hint_and_fits() {
    let found = held(&shape(60), &need(1, 3_000));
    assert_eq!(
        (found.adequacy, found.outcome),
        (Some(Adequacy::TooLarge), Outcome::Met)
    );
}

#[test]
fn without_surface_members_or_income_nothing_is_decided() {
    let unmeasured = DwellingShape {
        usable_area: None,
        ..shape(50)
    };
    assert_eq!(held(&unmeasured, &need(2, 1_000)).outcome, Outcome::Unknown);
    assert_eq!(held(&shape(50), &need(0, 1_000)).outcome, Outcome::Unknown);
    let unknown_income = HouseholdNeed {
        net_monthly_income: None,
        ..need(2, 0)
    };
    assert_eq!(held(&shape(50), &unknown_income).outcome, Outcome::Unknown);
}

#[test]
fn steps_matter_to_a_member_with_a_disability() {
    let disabled = HouseholdNeed {
        disability: Some(true),
        ..need(2, 1_000)
    };
    assert_eq!(held(&shape(50), &disabled).access, Outcome::NotMet);
    assert_eq!(held(&shape(50), &disabled).outcome, Outcome::NotMet);
    let unseen = DwellingShape {
        step_free: None,
        ..shape(50)
    };
    assert_eq!(held(&unseen, &disabled).access, Outcome::Unknown);
    assert_eq!(held(&unseen, &need(2, 1_000)).access, Outcome::Met);
}

#[test]
fn the_best_dwelling_comes_first() {
    let need = need(3, 1_200);
    let taken = DwellingShape {
        state: DwellingStateKind::Occupied,
        ..shape(48)
    };
    let unmeasured = DwellingShape {
        usable_area: None,
        ..shape(48)
    };
    let mut ranked = [shape(30), taken, unmeasured, shape(60), shape(50)];
    ranked.sort_by_key(|dwelling| fit_order(&held(dwelling, &need)));
    assert!(ranked == [shape(50), shape(60), unmeasured, taken, shape(30)]);
}
