// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{open, propose, ready_dwelling, stored},
    place::{Place, Pulled, Someone},
};
use soglia_domain::city_rules::{self, CityRules, Verb as CityVerb};
use soglia_domain::id::CITY_RULES;
use soglia_domain::key::Identity as _;
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::Day,
    id::{AmendmentId, PlacementId, ScenarioId},
    money::Money,
    placement,
    rooms::{Common, Record},
    rulebook::{NewValue, ParameterName},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

/// Before the day on which the changes of these tests are made.
const FROM: Day = Day::constant(2026, 4, 1);

fn amend(parameter: ParameterName, value: NewValue) -> Action {
    Action::on(
        CITY_RULES,
        CityVerb::Amend {
            amendment: AmendmentId(Uuid::now_v7()),
            parameter,
            value,
            from: FROM,
            reason: "Nota della direzione".to_owned(),
        },
    )
}

fn share() -> Action {
    amend(ParameterName::SustainableShare, NewValue::Number(3_500))
}

fn city_rules(pulled: &Pulled) -> &CityRules {
    match &stored(pulled, CITY_RULES.key()).record {
        Record::CityRules(rules) => rules,
        _ => panic!("the rules of the City"),
    }
}

/// What two people add without having seen each other's stands side by side.
fn is_accepted(answer: &Answer) -> bool {
    matches!(answer, Answer::Accepted { .. } | Answer::Merged { .. })
}

fn coordinator(place: &Place) -> Someone<'_> {
    place.person("elena", "coordinator", "Coordinamento")
}

#[test]
fn only_the_coordinator_amends() {
    let place = Place::new();
    for (name, key, role) in [
        ("anna", "social-worker", Role::SocialWorker),
        ("bruno", "housing-officer", Role::HousingOfficer),
        ("sara", "managing-partner", Role::ManagingPartner),
    ] {
        let refused = place.person(name, key, "Ente").act(share(), Vec::new());
        let refusal = Common::NotYourTask { role }.into();
        assert_eq!(refused, Answer::Refused { refusal }, "{key}");
    }
    let elena = coordinator(&place);
    let published = amend(ParameterName::CapCapped, NewValue::Money(Money::from_euro(80)));
    assert_eq!(
        elena.act(published, Vec::new()),
        Answer::Refused {
            refusal: city_rules::Refusal::NotAmendable.into()
        }
    );
    assert!(is_accepted(&elena.act(share(), Vec::new())));
}

#[test]
fn an_amendment_reaches_everybody_and_scenarios_do_not_reach_partners() {
    let place = Place::new();
    let elena = coordinator(&place);
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let anna = place.person("anna", "social-worker", "Welfare");
    assert!(is_accepted(&elena.act(share(), Vec::new())));
    let scenario = Action::on(
        CITY_RULES,
        CityVerb::SaveScenario {
            scenario: ScenarioId(Uuid::now_v7()),
            name: "Con 70 euro".to_owned(),
            changes: vec![(ParameterName::CapCapped, NewValue::Money(Money::from_euro(70)))],
        },
    );
    let answer = anna.act(scenario, Vec::new());
    assert!(is_accepted(&answer), "{answer:?}");

    let (of_partner, of_worker) = (sara.pull(0), anna.pull(0));
    let (seen, whole) = (city_rules(&of_partner), city_rules(&of_worker));
    assert_eq!(seen.amendments, whole.amendments);
    assert_eq!(seen.amendments.len(), 1);
    assert_eq!(seen.amendments[0].by_name, "Elena");
    assert_eq!(seen.amendments[0].reason, "Nota della direzione");
    assert_eq!((seen.scenarios.len(), whole.scenarios.len()), (0, 1));
    assert_eq!(whole.scenarios[0].by_name, "Anna");
}

#[test]
fn the_next_decision_uses_the_amended_rule() {
    let place = Place::new();
    let elena = coordinator(&place);
    let bruno = place.person("bruno", "housing-officer", "Casa");
    // Of this dwelling only the usable surface is known.
    let dwelling = ready_dwelling(&bruno, None);
    let household = open(&bruno, "Famiglia Uno");
    let cadastral = amend(
        ParameterName::CapSurfaceKind,
        NewValue::SurfaceKind(soglia_domain::area::SurfaceKind::Cadastral),
    );
    assert!(is_accepted(&elena.act(cadastral, Vec::new())));
    let offer = || propose(household, dwelling, PlacementId(Uuid::now_v7()));
    assert_eq!(
        bruno.act(offer(), Vec::new()),
        Answer::Refused {
            refusal: placement::Refusal::SurfaceNotMeasured.into()
        }
    );
    let usable = amend(
        ParameterName::CapSurfaceKind,
        NewValue::SurfaceKind(soglia_domain::area::SurfaceKind::Usable),
    );
    assert!(is_accepted(&elena.act(usable, Vec::new())));
    assert!(is_accepted(&bruno.act(offer(), Vec::new())));
}

#[test]
fn an_amendment_sent_twice_is_one() {
    let place = Place::new();
    let elena = coordinator(&place);
    let change = elena.change(share(), Vec::new());
    let first = elena.push(std::slice::from_ref(&change));
    assert!(is_accepted(&first[0]));
    assert_eq!(elena.push(std::slice::from_ref(&change)), first);
    assert_eq!(city_rules(&elena.pull(0)).amendments.len(), 1);
}
