// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{PASSWORD, Place, problem};
use soglia_domain::{
    dwelling::{DwellingStateKind, Origin},
    record::Record,
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
