// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{area::SurfaceKind, calendar::Day, money::Money};

const TODAY: Day = Day::constant(2026, 11, 22);

fn today() -> Rules {
    Rulebook::published().as_of(TODAY)
}

#[test]
fn every_name_finds_its_own_value_with_source_and_reason() {
    let rules = today();
    for name in ParameterName::ALL {
        let parameter = rules.parameter(*name);
        assert_eq!(parameter.name, *name);
        assert!(
            !parameter.source.is_empty() && !parameter.note.is_empty(),
            "{}",
            name.key()
        );
        let wire = serde_json::to_string(name).expect("a name can be written");
        assert_eq!(wire, format!("{:?}", name.key()));
    }
}

#[test]
fn every_parameter_that_a_rule_reads_has_the_kind_it_expects() {
    use ParameterName as P;
    let rules = today();
    let value = |name| &rules.parameter(name).value;
    for name in [
        P::CapCapped,
        P::CapReducedCapped,
        P::PublicHousingIseeLimit,
        P::PublicHousingPatrimonySingle,
        P::PublicHousingPatrimonyBase,
        P::PublicHousingPatrimonyPerScale,
    ] {
        assert!(matches!(value(name), ParameterValue::Money(_)), "{}", name.key());
    }
    for name in [
        P::SustainableShare,
        P::OverburdenShare,
        P::HygieneAreaFirstFour,
        P::HygieneAreaFurther,
        P::EquivalenceScaleFurther,
        P::EquivalenceScaleMinors,
        P::EquivalenceScaleInfant,
        P::IseeCurrentValidityMonths,
    ] {
        assert!(
            matches!(value(name), ParameterValue::Number(1..)),
            "{}",
            name.key()
        );
    }
    for name in [
        P::AdequacyLeast,
        P::AdequacyMost,
        P::EquivalenceScaleMembers,
        P::EquivalenceScaleChildren,
    ] {
        assert!(matches!(value(name), ParameterValue::Table(_)), "{}", name.key());
    }
    assert!(matches!(value(P::MarketRent), ParameterValue::Zones(_)));
    assert_eq!(rules.cap_surface_kind(), SurfaceKind::Usable);
}

#[test]
fn the_caps_of_the_notice() {
    let rules = today();
    assert_eq!(rules.money(ParameterName::CapCapped), Money::from_euro(75));
    assert_eq!(rules.money(ParameterName::CapReducedCapped), Money::from_euro(55));
    let assumed = rules.parameter(ParameterName::CapSurfaceKind);
    assert_eq!(assumed.status, Status::Assumed);
}

#[test]
fn a_day_before_the_first_value_takes_the_first_value() {
    let early = Day::constant(2020, 1, 1);
    assert_eq!(
        Rulebook::published().as_of(early).money(ParameterName::CapCapped),
        Money::from_euro(75)
    );
}

#[test]
fn a_zone_is_found_by_its_code_and_all_of_them_start_above_the_caps() {
    let rules = today();
    let zone = rules.zone(" d12 ").and_then(|zone| rules.market_rent(zone));
    let zone = zone.map(|zone| zone.rent);
    assert_eq!(zone, Some(Money::from_euro(132)));
    assert_eq!(rules.zone("Z99"), None);
    let cap = rules.money(ParameterName::CapCapped);
    assert_eq!(rules.market_rents().len(), 42);
    assert!(rules.market_rents().iter().all(|zone| zone.rent > cap));
}
