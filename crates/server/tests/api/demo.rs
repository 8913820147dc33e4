// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{PASSWORD, Place, problem};
use soglia_domain::{
    calendar::Day,
    dwelling::{DwellingStateKind, Origin},
    eligibility::{ResponseModel, Situation, VerdictKind, ask_next, eligibility, suggestion},
    finding::{Outcome, Requirement},
    household::{Household, HouseholdQuestion},
    record::Record,
    rulebook::Rulebook,
};
use uuid::Uuid;

#[test]
fn the_demonstration_is_the_stock_of_the_notice_and_the_same_every_time() {
    let (one, two) = (Place::with(&["--demo"]), Place::with(&["--demo"]));
    let first = one.sign_in("marta.riva", "demo-marta").pull(0);
    let second = two.sign_in("luca.ferri", "demo-luca").pull(0);
    assert!(first.records == second.records);

    let mut origins = [0; 4];
    let (mut n_ready, mut n_households, mut n_offers) = (0, 0, 0);
    for stored in &first.records {
        match &stored.record {
            Record::Dwelling(dwelling) => {
                assert!(dwelling.demonstration);
                origins[Origin::ALL
                    .iter()
                    .position(|origin| *origin == dwelling.origin)
                    .unwrap()] += 1;
                n_ready += usize::from(dwelling.state.kind() == DwellingStateKind::Ready);
            }
            Record::Household(household) => {
                assert!(household.demonstration);
                n_households += 1;
                n_offers += household.open_offers().count();
            }
            Record::CityRules(_) => panic!("the demonstration amends no rule"),
        }
    }
    assert_eq!(origins, [339, 6, 143, 0]);
    assert_eq!(n_households, 160);
    assert!(
        n_ready > 200 && n_offers >= 8,
        "{n_ready} ready, {n_offers} proposals"
    );

    let seen = one.sign_in("sara.galli", "demo-sara").pull(0);
    let n_dwellings = seen
        .records
        .iter()
        .filter(|stored| matches!(stored.record, Record::Dwelling(_)))
        .count();
    assert_eq!(n_dwellings, 40);
    assert!(
        seen.records.len() > n_dwellings,
        "the partner sees some household proposed for its dwellings"
    );
    assert_eq!(
        one.sign_in("paolo.conti", "demo-paolo").pull(0).records.len(),
        648
    );
}

#[test]
fn the_demonstration_shows_a_refusal_with_its_reasons_and_a_case_with_three_open_answers() {
    let place = Place::with(&["--demo"]);
    let records = place.sign_in("marta.riva", "demo-marta").pull(0).records;
    let named = |label: &str| -> Household {
        let found = records.iter().find_map(|stored| match &stored.record {
            Record::Household(household) if household.label == label => Some(household.clone()),
            _ => None,
        });
        found.expect("a household of that name")
    };
    let rules = Rulebook::published().as_of(Day::constant(2026, 5, 4));

    let situation = Situation::of(&named("Famiglia Bellandi"), &rules);
    let told = eligibility(&situation, &rules);
    let not_met: Vec<Requirement> = told
        .public_housing
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::NotMet)
        .map(|finding| finding.requirement)
        .collect();
    assert_eq!(
        not_met,
        [
            Requirement::IseeLimit,
            Requirement::PatrimonyLimit,
            Requirement::NoRevokedAssignment
        ]
    );
    let outcomes = VerdictKind::ALL.map(|kind| told.verdict(kind).outcome);
    assert_eq!(outcomes, [Outcome::NotMet, Outcome::Met, Outcome::NotMet]);
    assert_eq!(
        suggestion(&situation, outcomes, &rules).response,
        Some(ResponseModel::Capped)
    );

    let situation = Situation::of(&named("Famiglia Haile"), &rules);
    let asked = ask_next(&situation, &eligibility(&situation, &rules), &rules);
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked.contains(&HouseholdQuestion::Isee));
}

#[test]
fn without_a_demonstration_its_people_do_not_exist() {
    let place = Place::new();
    assert_eq!(
        problem(place.try_sign_in("marta.riva", "demo-marta", Uuid::now_v7()), 401),
        "wrong_password"
    );
    assert!(
        place
            .person("anna", "social-worker", "Welfare")
            .pull(0)
            .records
            .is_empty()
    );
    assert_eq!(place.try_sign_in("anna", PASSWORD, Uuid::now_v7()).status(), 200);
}
