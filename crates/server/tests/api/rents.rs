// SPDX-License-Identifier: AGPL-3.0-or-later
//! A rent above its ceiling is written nowhere, whichever way it comes.
use crate::{
    changes::{open, propose, ready_dwelling},
    place::Place,
};
use soglia_domain::city_rules::Verb as CityVerb;
use soglia_domain::dwelling::Verb as DwellingVerb;
use soglia_domain::id::CITY_RULES;
use soglia_domain::key::Identity as _;
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    area::{FloorArea, SurfaceKind},
    calendar::Day,
    dwelling::{self, DwellingAnswer, DwellingState},
    id::{AmendmentId, DwellingId, PlacementId},
    money::Money,
    placement,
    rooms::{Common, Record, Refusal, Verb},
    rulebook::{NewValue, ParameterName},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn at(rent: i64, proposal: Action) -> Action {
    let mut proposal = proposal;
    if let Verb::Placement(PlacementVerb::Offer { monthly_rent, .. }) = &mut proposal.verb {
        *monthly_rent = Some(Money::from_cents(rent));
    }
    proposal
}

fn measured(
    dwelling: DwellingId,
    fact: impl Fn(Told<FloorArea>) -> DwellingAnswer,
    hundredths: u32,
) -> Action {
    Action::on(
        dwelling,
        DwellingVerb::Say(fact(FloorArea::from_hundredths(hundredths).into())),
    )
}

fn above(ceiling: i64) -> Answer {
    Answer::Refused {
        refusal: placement::Refusal::RentAboveCeiling {
            ceiling: Money::from_cents(ceiling),
        }
        .into(),
    }
}

#[track_caller]
fn stands(answer: &Answer) {
    assert!(
        matches!(answer, Answer::Accepted { .. } | Answer::Merged { .. }),
        "{answer:?}"
    );
}

#[test]
fn the_server_refuses_a_rent_one_cent_above_the_ceiling_and_takes_the_ceiling() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let worker = place.person("anna", "social-worker", "Welfare");
    let dwelling = ready_dwelling(&officer, None);
    let household = open(&worker, "Prova");
    let proposal = || propose(household, dwelling, PlacementId(Uuid::now_v7()));
    // 55.50 m² at 75 a year are 4,162.50, and 346.87 a month.
    assert_eq!(worker.act(at(34_688, proposal()), Vec::new()), above(34_687));
    stands(&worker.act(at(34_687, proposal()), Vec::new()));
    // Now the rent holds the surface.
    let smaller = measured(dwelling, DwellingAnswer::UsableArea, 5_549);
    assert_eq!(officer.act(smaller, Vec::new()), above(34_681));
}

#[test]
fn a_list_that_writes_down_who_holds_a_dwelling_brings_no_rent() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let offer = serde_json::json!({
        "on": DwellingId(Uuid::now_v7()).key(), "version": 1,
        "verb": { "dwelling": { "import": {
            "code": "C-1", "origin": "municipal", "listed": [], "demonstration": false,
            "state": { "reserved": {
                "household": Uuid::now_v7(), "placement": Uuid::now_v7(),
                "rent": { "tier": "capped", "monthly": "9999.00" },
            } },
        } } },
    });
    let action: Action = serde_json::from_value(offer).unwrap();
    let answer = officer.act(action, Vec::new());
    assert!(
        matches!(
            answer,
            Answer::Refused {
                refusal: Refusal::Dwelling(dwelling::Refusal::StateNotReachable { .. })
            }
        ),
        "{answer:?}"
    );
}

#[test]
fn the_next_decision_follows_the_surface_that_the_city_chose() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let worker = place.person("anna", "social-worker", "Welfare");
    let coordinator = place.person("elena", "coordinator", "Cabina di regia");
    let dwelling = ready_dwelling(&officer, None);
    let household = open(&worker, "Prova");
    let amendment = || {
        Action::on(
            CITY_RULES,
            CityVerb::Amend {
                amendment: AmendmentId(Uuid::now_v7()),
                parameter: ParameterName::CapSurfaceKind,
                value: NewValue::SurfaceKind(SurfaceKind::Cadastral),
                from: Day::constant(2026, 4, 1),
                reason: "Chiarimento degli uffici.".to_owned(),
            },
        )
    };
    let refused = Answer::Refused {
        refusal: Common::NotYourTask {
            role: officer.author.role,
        }
        .into(),
    };
    assert_eq!(officer.act(amendment(), Vec::new()), refused);
    stands(&coordinator.act(amendment(), Vec::new()));

    let proposal = || at(34_687, propose(household, dwelling, PlacementId(Uuid::now_v7())));
    let unmeasured = Answer::Refused {
        refusal: placement::Refusal::SurfaceNotMeasured.into(),
    };
    assert_eq!(worker.act(proposal(), Vec::new()), unmeasured);
    officer.act(
        measured(dwelling, DwellingAnswer::CadastralArea, 6_000),
        Vec::new(),
    );
    stands(&worker.act(at(37_500, proposal()), Vec::new()));
    let pulled = worker.pull(0);
    let held = pulled.records.iter().find_map(|stored| match &stored.record {
        Record::Placement(placement) => placement.certificate.clone(),
        _ => None,
    });
    let certificate = held.unwrap();
    assert_eq!(certificate.surface_kind, SurfaceKind::Cadastral);
    assert_eq!(certificate.verify().unwrap().len(), 1);
    let reserved = pulled.records.iter().any(|stored| {
        matches!(&stored.record, Record::Dwelling(dwelling)
            if matches!(dwelling.state, DwellingState::Reserved { rent: Some(_), .. }))
    });
    assert!(reserved);
}
