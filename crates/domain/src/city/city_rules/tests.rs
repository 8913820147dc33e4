// SPDX-License-Identifier: AGPL-3.0-or-later
//! Amending what is assumed, suppositions that are saved, and what decisions rest on.
use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    context::Known,
    dwelling::DwellingAnswer,
    household::{ChosenResponse, Household, HouseholdAnswer, ResponseModel},
    id::CITY_RULES,
    money::Money,
    placement,
    rulebook::{NewValue, ParameterName},
    world::{FAMILY, HOME, NOW, OFFER, TODAY, act, answer, content, fact, offer, offered, refused, world},
};
use soglia_kernel::{
    area::{FloorArea, SurfaceKind},
    calendar::Day,
    refusal::Refusal as Common,
};
use uuid::Uuid;

const COORDINATOR: Role = Role::Coordinator;

const WHY: &str = "Deciso in cabina di regia.";

fn amend(id: u128, parameter: ParameterName, value: NewValue, from: Day, reason: &str) -> Action {
    let amendment = AmendmentId(Uuid::from_u128(id));
    let reason = reason.to_owned();
    Action::on(
        CITY_RULES,
        Verb::Amend {
            amendment,
            parameter,
            value,
            from,
            reason,
        },
    )
}

fn amendment(id: u128, parameter: ParameterName, value: NewValue, from: Day) -> Action {
    amend(id, parameter, value, from, WHY)
}

fn share(hundredths: u32) -> Action {
    let value = NewValue::Number(hundredths);
    amendment(1, ParameterName::SustainableShare, value, TODAY)
}

fn rules(known: &Known) -> &CityRules {
    content(known, CITY_RULES)
}

#[test]
fn the_coordinator_amends_what_is_assumed_with_reason_and_author() {
    let mut known = Known::new();
    assert_eq!(act(&mut known, COORDINATOR, &share(3_500)), 2);
    let made = &rules(&known).amendments[0];
    assert_eq!((made.by_name.as_str(), made.at, made.from), ("Prova", NOW, TODAY));
    assert_eq!(made.reason, "Deciso in cabina di regia.");
    let amended = rules(&known).rulebook();
    let number = |day| amended.as_of(day).number(ParameterName::SustainableShare);
    assert_eq!((number(TODAY), number(TODAY.plus_days(-1))), (3_500, 3_000));
    let version = amended
        .parameter(ParameterName::SustainableShare, TODAY)
        .version();
    assert!(version.is_amended() && version.from() == Some(TODAY), "{version}");
    // The same amendment again, as after a lost answer, changes nothing.
    assert_eq!(act(&mut known, COORDINATOR, &share(3_500)), 0);
}

#[test]
fn nobody_else_amends_and_never_without_a_reason() {
    let known = Known::new();
    for role in [Role::SocialWorker, Role::HousingOfficer, Role::ManagingPartner] {
        refused(&known, role, &share(3_500), Common::NotYourTask { role });
    }
    let value = NewValue::Number(3_500);
    let silent = amend(1, ParameterName::SustainableShare, value, TODAY, "  ");
    refused(&known, COORDINATOR, &silent, Common::ReasonMissing);
}

#[test]
fn what_was_published_stands_and_a_value_goes_with_its_parameter() {
    let known = Known::new();
    let cap = amendment(
        1,
        ParameterName::CapCapped,
        NewValue::Money(Money::from_euro(80)),
        TODAY,
    );
    refused(&known, COORDINATOR, &cap, Refusal::NotAmendable);
    let surface = |value| amendment(1, ParameterName::CapSurfaceKind, value, TODAY);
    for wrong in [
        NewValue::Number(3),
        NewValue::Money(Money::from_euro(3)),
        NewValue::SurfaceKind(SurfaceKind::Unstated),
        NewValue::Table(vec![1, 2]),
    ] {
        refused(&known, COORDINATOR, &surface(wrong), Refusal::ValueDoesNotFit);
    }
    let zone = |zone: &str, cents| NewValue::ZoneRent {
        zone: zone.to_owned(),
        rent: Money::from_cents(cents),
    };
    for wrong in [zone("Z99", 10_000), zone("D12", -1), zone("D12", i64::MAX)] {
        let rents = amendment(1, ParameterName::MarketRent, wrong, TODAY);
        refused(&known, COORDINATOR, &rents, Refusal::ValueDoesNotFit);
    }
    for from in [Day::constant(2026, 3, 9), Day::constant(2040, 1, 1)] {
        let out = amendment(1, ParameterName::SustainableShare, NewValue::Number(2_500), from);
        refused(&known, COORDINATOR, &out, Refusal::DayOutOfRange);
    }
}

#[test]
fn two_zones_amended_by_two_people_both_stand_and_the_later_word_on_one_wins() {
    let zone = |id, zone: &str, euro| {
        let rent = Money::from_euro(euro);
        amendment(
            id,
            ParameterName::MarketRent,
            NewValue::ZoneRent {
                zone: zone.to_owned(),
                rent,
            },
            TODAY,
        )
    };
    let mut known = Known::new();
    for action in [zone(1, "D12", 140), zone(2, "E7", 80), zone(3, "D12", 150)] {
        act(&mut known, COORDINATOR, &action);
    }
    let amended = rules(&known).rulebook().as_of(TODAY);
    let rent = |zone| {
        amended
            .zone(zone)
            .and_then(|zone| amended.market_rent(zone))
            .map(|zone| zone.rent)
    };
    assert_eq!(rent("D12"), Some(Money::from_euro(150)));
    assert_eq!(rent("E7"), Some(Money::from_euro(80)));
    assert_eq!(rent("B12"), Some(Money::from_euro(300)));
}

#[test]
fn a_scenario_is_saved_and_taken_out_and_changes_no_rule() {
    let mut known = Known::new();
    let scenario = ScenarioId(Uuid::from_u128(5));
    let cap = (ParameterName::CapCapped, NewValue::Money(Money::from_euro(70)));
    let save = |changes| {
        let name = " Calmierato a 70 ".to_owned();
        Action::on(
            CITY_RULES,
            Verb::SaveScenario {
                scenario,
                name,
                changes,
            },
        )
    };
    refused(
        &known,
        Role::SocialWorker,
        &save(Vec::new()),
        Refusal::ScenarioOutOfRange,
    );
    let wrong = vec![(ParameterName::CapCapped, NewValue::Number(70))];
    refused(&known, Role::SocialWorker, &save(wrong), Refusal::ValueDoesNotFit);
    let partner = Role::ManagingPartner;
    refused(
        &known,
        partner,
        &save(vec![cap.clone()]),
        Common::NotYourTask { role: partner },
    );
    act(&mut known, Role::SocialWorker, &save(vec![cap.clone()]));
    assert_eq!(rules(&known).scenarios[0].name, "Calmierato a 70");
    assert_eq!(rules(&known).rulebook(), Rulebook::published());
    let today = Rulebook::published().as_of(TODAY);
    let supposed = today.supposing(cap.0, &cap.1);
    assert_eq!(supposed.money(ParameterName::CapCapped), Money::from_euro(70));
    assert_eq!(today.money(ParameterName::CapCapped), Money::from_euro(75));
    act(
        &mut known,
        Role::HousingOfficer,
        &Action::on(CITY_RULES, Verb::RemoveScenario { scenario }),
    );
    assert!(rules(&known).scenarios.is_empty());
}

#[test]
fn a_decision_keeps_what_it_rested_on() {
    let mut known = world();
    act(&mut known, Role::SocialWorker, &offer(OFFER, FAMILY));
    let offer = offered(&known, OFFER);
    let certificate = offer.certificate.as_ref().expect("the surface is measured");
    assert_eq!(certificate.monthly, Money::from_cents(22_916));
    assert_eq!(certificate.verify(), Ok(Vec::new()));
    let basis = offer.basis.as_ref().expect("what was found is kept");
    assert_eq!(basis.day, TODAY);
    assert_eq!(basis.findings.len(), 13);
    let isee = "public_housing_isee_limit@2017-08-04";
    assert!(basis.parameters.iter().any(|version| version.0 == isee));
}

#[test]
fn a_surface_that_would_leave_the_rent_of_an_offer_above_its_ceiling_is_refused() {
    let mut known = world();
    act(&mut known, Role::SocialWorker, &offer(OFFER, FAMILY));
    let measured = |hundredths| {
        let area = FloorArea::from_hundredths(hundredths).into();
        fact(HOME, DwellingAnswer::UsableArea(area))
    };
    // 200 a month at 55 a year and square metre take 43.64 m².
    let ceiling = Money::from_cents(19_997);
    let too_small = placement::Refusal::RentAboveCeiling { ceiling };
    refused(&known, Role::HousingOfficer, &measured(4_363), too_small);
    let unknown = fact(HOME, DwellingAnswer::UsableArea(Answer::NotKnownYet));
    refused(
        &known,
        Role::HousingOfficer,
        &unknown,
        placement::Refusal::SurfaceNotMeasured,
    );
    act(&mut known, Role::HousingOfficer, &measured(4_364));
}

#[test]
fn whoever_departs_from_the_suggestion_says_why() {
    let mut known = world();
    let choose = |model, reason: &str| {
        answer(HouseholdAnswer::Response(Answer::Known(ChosenResponse {
            model,
            // Whatever a device claims, the suggestion is computed from the facts.
            suggested: Some(model),
            reason: reason.to_owned(),
        })))
    };
    let worker = Role::SocialWorker;
    refused(
        &known,
        worker,
        &choose(ResponseModel::Capped, " "),
        Common::ReasonMissing,
    );
    act(
        &mut known,
        worker,
        &choose(ResponseModel::Capped, "Ha già una proposta di lavoro."),
    );
    for said in [
        HouseholdAnswer::FollowedBySocialServices(Answer::Known(true)),
        HouseholdAnswer::ManagesPrimaryNeeds(Answer::Known(true)),
        HouseholdAnswer::TemporaryDifficulty(Answer::Known(true)),
        HouseholdAnswer::NeedsAccompaniment(Answer::Known(true)),
    ] {
        act(&mut known, worker, &answer(said));
    }
    act(&mut known, worker, &choose(ResponseModel::Supported, ""));
    let chosen = &content::<Household>(&known, FAMILY).facts.response;
    assert!(
        chosen
            .known()
            .is_some_and(|chosen| chosen.suggested == Some(ResponseModel::Supported))
    );
}
