// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::calendar::Day;

const TODAY: Day = Day::constant(2026, 11, 22);

#[test]
fn every_name_finds_its_own_value_with_source_and_reason() {
    let rulebook = Rulebook::published();
    for name in ParameterName::ALL {
        let parameter = rulebook.parameter(*name, TODAY);
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
    let rulebook = Rulebook::published();
    let value = |name| rulebook.parameter(name, TODAY).value;
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
    assert_eq!(rulebook.cap_surface_kind(TODAY), SurfaceKind::Usable);
}

#[test]
fn the_caps_of_the_notice() {
    let rulebook = Rulebook::published();
    assert_eq!(
        rulebook.money(ParameterName::CapCapped, TODAY),
        Money::from_euro(75)
    );
    assert_eq!(
        rulebook.money(ParameterName::CapReducedCapped, TODAY),
        Money::from_euro(55)
    );
    let assumed = rulebook.parameter(ParameterName::CapSurfaceKind, TODAY);
    assert_eq!(assumed.status, Status::Assumed);
}

#[test]
fn a_day_before_the_first_value_takes_the_first_value() {
    let rulebook = Rulebook::published();
    let early = Day::constant(2020, 1, 1);
    assert_eq!(
        rulebook.money(ParameterName::CapCapped, early),
        Money::from_euro(75)
    );
}

#[test]
fn a_zone_is_found_by_its_code_and_all_of_them_start_above_the_caps() {
    let rulebook = Rulebook::published();
    let zone = rulebook.market_rent(" d12 ", TODAY).map(|zone| zone.rent);
    assert_eq!(zone, Some(Money::from_euro(132)));
    assert_eq!(rulebook.market_rent("Z99", TODAY), None);
    let cap = rulebook.money(ParameterName::CapCapped, TODAY);
    assert_eq!(rulebook.market_rents(TODAY).len(), 42);
    assert!(rulebook.market_rents(TODAY).iter().all(|zone| zone.rent > cap));
}
