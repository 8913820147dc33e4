// SPDX-License-Identifier: AGPL-3.0-or-later
//! A rent above its ceiling is written nowhere, whichever way it comes.
use crate::{
    changes::{open, propose, ready_dwelling},
    place::Place,
};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    area::{FloorArea, SurfaceKind},
    calendar::Day,
    dwelling::{DwellingAnswer, DwellingState},
    household::RentTier,
    id::{AmendmentId, DwellingId, OfferId},
    money::Money,
    record::Record,
    refusal::Refusal,
    rulebook::{NewValue, ParameterName},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn at(rent: i64, proposal: Action) -> Action {
    match proposal {
        Action::ProposeDwelling {
            offer,
            household,
            dwelling,
            note,
            ..
        } => Action::ProposeDwelling {
            offer,
            household,
            dwelling,
            tier: RentTier::Capped,
            monthly_rent: Some(Money::from_cents(rent)),
            service_charges: None,
            until: None,
            note,
        },
        other => other,
    }
}

fn measured(
    dwelling: DwellingId,
    fact: impl Fn(Told<FloorArea>) -> DwellingAnswer,
    hundredths: u32,
) -> Action {
    Action::RecordDwellingFact {
        dwelling,
        answer: fact(FloorArea::from_hundredths(hundredths).into()),
    }
}

fn above(ceiling: i64) -> Answer {
    Answer::Refused {
        refusal: Refusal::RentAboveCeiling {
            ceiling: Money::from_cents(ceiling),
        },
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
    let proposal = || propose(household, dwelling, OfferId(Uuid::now_v7()));
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
    let offer = serde_json::json!({ "import_dwelling": {
        "dwelling": Uuid::now_v7(), "code": "C-1", "origin": "municipal", "listed": [],
        "state": { "reserved": {
            "household": Uuid::now_v7(), "offer": Uuid::now_v7(),
            "rent": { "tier": "capped", "monthly": "9999.00" },
        } },
    } });
    let action: Action = serde_json::from_value(offer).unwrap();
    let answer = officer.act(action, Vec::new());
    assert!(
        matches!(
            answer,
            Answer::Refused {
                refusal: Refusal::StateNotReachable { .. }
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
    let amendment = || Action::AmendParameter {
        amendment: AmendmentId(Uuid::now_v7()),
        parameter: ParameterName::CapSurfaceKind,
        value: NewValue::SurfaceKind(SurfaceKind::Cadastral),
        from: Day::constant(2026, 4, 1),
        reason: "Chiarimento degli uffici.".to_owned(),
    };
    let refused = Answer::Refused {
        refusal: Refusal::NotYourTask {
            role: officer.author.role,
        },
    };
    assert_eq!(officer.act(amendment(), Vec::new()), refused);
    stands(&coordinator.act(amendment(), Vec::new()));

    let proposal = || at(34_687, propose(household, dwelling, OfferId(Uuid::now_v7())));
    let unmeasured = Answer::Refused {
        refusal: Refusal::SurfaceNotMeasured,
    };
    assert_eq!(worker.act(proposal(), Vec::new()), unmeasured);
    officer.act(
        measured(dwelling, DwellingAnswer::CadastralArea, 6_000),
        Vec::new(),
    );
    stands(&worker.act(at(37_500, proposal()), Vec::new()));
    let pulled = worker.pull(0);
    let held = pulled.records.iter().find_map(|stored| match &stored.record {
        Record::Household(household) => household.offers.first()?.certificate.clone(),
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
