// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use soglia_domain::{
    assignee::Colleague,
    author::Role,
    calendar::Day,
    dwelling::Origin,
    id::{PersonId, VisitId},
    record::LogPosition,
    visit::VisitStateKind,
};
use uuid::Uuid;

const PADOVA: Position = Position {
    latitude: 45_496_000,
    longitude: 9_227_000,
};

/// Rho, eleven kilometres away.
const RHO: Position = Position {
    latitude: 45_531_000,
    longitude: 9_040_000,
};

fn id(n: u128) -> DwellingId {
    DwellingId(Uuid::from_u128(n))
}

fn household(n: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(n))
}

fn dwelling(n: u128, street: &str, municipality: &str, place: Option<Position>) -> DwellingRow {
    DwellingRow {
        id: id(n),
        code: format!("C-{n}"),
        origin: Origin::Municipal,
        demonstration: true,
        state: DwellingStateKind::Ready,
        household: None,
        street: street.to_owned(),
        municipality: municipality.to_owned(),
        municipio: None,
        latitude: place.map(|place| place.latitude as u32),
        longitude: place.map(|place| place.longitude as u32),
        usable_hundredths: None,
        cadastral_hundredths: None,
        conventional_hundredths: None,
        listed_hundredths: None,
        listed_rooms: None,
        floor: None,
        step_free: None,
        entrusted_to: None,
        position: LogPosition(1),
        n_reviews: 0,
        partly_unread: false,
    }
}

fn visit(purpose: Purpose, place: &str) -> VisitRow {
    VisitRow {
        id: VisitId(Uuid::from_u128(1)),
        household: household(1),
        dwelling: None,
        day: Day::constant(2026, 11, 27),
        from: None,
        to: None,
        place: place.to_owned(),
        purpose,
        who: Colleague {
            id: PersonId(Uuid::from_u128(1)),
            name: "Anna Prova".to_owned(),
            role: Role::SocialWorker,
        },
        state: VisitStateKind::Planned,
        n_attempts: 0,
        has_safety: false,
        position: LogPosition(1),
        n_reviews: 0,
    }
}

fn stock() -> Vec<Arc<DwellingRow>> {
    [
        dwelling(1, "via Padova 80", "Milano", Some(PADOVA)),
        dwelling(2, "via Roma 12", "Milano", Some(PADOVA)),
        dwelling(3, "via Roma 12", "Rho", Some(RHO)),
        dwelling(4, "via Lodi", "Milano", Some(PADOVA)),
        dwelling(5, "via Cadore 3", "Milano", None),
        dwelling(6, "via Padova 80/A", "Milano", Some(RHO)),
    ]
    .into_iter()
    .map(Arc::new)
    .collect()
}

#[track_caller]
fn check(
    stock: &[Arc<DwellingRow>],
    visit: &VisitRow,
    offered: &[DwellingId],
    expected: Result<Position, Unknown>,
) {
    let found = Places::of(stock).of_visit(visit, offered);
    assert_eq!(found.map(|found| found.spot), expected.map(spot));
}

#[test]
fn a_place_is_found_by_an_address_however_it_is_written() {
    let stock = stock();
    for text in [
        "via Padova 80",
        "Via PADOVA, 80 - citofono Rossi",
        "a casa: via Padova n. 7, poi via padova 80",
    ] {
        check(&stock, &visit(Purpose::Other, text), &[], Ok(PADOVA));
    }
    check(
        &stock,
        &visit(Purpose::Home, "via Padova 80/A, scala B"),
        &[],
        Ok(RHO),
    );
}

#[test]
fn a_street_without_a_number_and_another_number_are_no_place() {
    let stock = stock();
    for text in [
        "via Lodi",
        "via Padova 8",
        "via Padova 801",
        "a casa",
        "via Cadore 3",
    ] {
        check(
            &stock,
            &visit(Purpose::Other, text),
            &[],
            Err(Unknown::NoSuchAddress),
        );
    }
    check(&stock, &visit(Purpose::Home, "  "), &[], Err(Unknown::NoPlace));
}

#[test]
fn an_address_of_several_municipalities_needs_the_name_of_one() {
    let stock = stock();
    check(
        &stock,
        &visit(Purpose::Other, "via Roma 12"),
        &[],
        Err(Unknown::SeveralPlaces),
    );
    check(&stock, &visit(Purpose::Other, "via Roma 12, Rho"), &[], Ok(RHO));
    check(
        &stock,
        &visit(Purpose::Other, "via Roma 12 Milano"),
        &[],
        Ok(PADOVA),
    );
}

#[test]
fn seeing_a_dwelling_is_where_the_one_on_offer_stands() {
    let stock = stock();
    let seeing = visit(Purpose::Dwelling, "davanti al portone");
    check(&stock, &seeing, &[id(3)], Ok(RHO));
    check(&stock, &seeing, &[id(1), id(3)], Err(Unknown::SeveralOffers));
    check(
        &stock,
        &seeing,
        &[id(5)],
        Err(Unknown::DwellingWithout("C-5".to_owned())),
    );
    let mut named = seeing;
    named.dwelling = Some(id(1));
    check(&stock, &named, &[id(3)], Ok(PADOVA));
    named.dwelling = Some(id(99));
    check(&stock, &named, &[], Err(Unknown::DwellingNotHere));
}

#[test]
fn a_household_is_at_home_where_it_lives_and_not_where_a_dwelling_is_offered_to_it() {
    let mut stock = stock();
    let at_home = visit(Purpose::Home, "");
    check(&stock, &at_home, &[id(1)], Err(Unknown::NoPlace));
    let mut lived_in = dwelling(7, "via Roma 3", "Rho", Some(RHO));
    lived_in.household = Some(household(1));
    lived_in.state = DwellingStateKind::Reserved;
    stock.push(Arc::new(lived_in.clone()));
    check(&stock, &at_home, &[], Err(Unknown::NoPlace));
    lived_in.state = DwellingStateKind::Occupied;
    stock.push(Arc::new(lived_in));
    check(&stock, &at_home, &[], Ok(RHO));
    // Talking about the plan may be anywhere.
    check(&stock, &visit(Purpose::Plan, ""), &[], Err(Unknown::NoPlace));
}
