// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use soglia_domain::{calendar::Day, rulebook::Rulebook};
use std::collections::BTreeSet;

#[test]
fn every_parameter_has_a_title_of_its_own() {
    for language in [Language::Italian, Language::English] {
        let titles = ParameterName::ALL.iter();
        let titles: BTreeSet<_> = titles.map(|name| parameter_title(*name, language)).collect();
        assert_eq!(titles.len(), ParameterName::ALL.len());
        assert!(titles.iter().all(|title| !title.is_empty()));
    }
}

#[test]
fn a_value_is_read_with_its_unit() {
    let rules = Rulebook::published().as_of(Day::constant(2026, 11, 22));
    let check = |name: ParameterName, italian: &str, english: &str| {
        let parameter = rules.parameter(name);
        let read = |language| parameter_value(&parameter.value, parameter.unit, language);
        assert_eq!(read(Language::Italian), italian);
        assert_eq!(read(Language::English), english);
    };
    check(
        ParameterName::CapCapped,
        "75,00\u{a0}€ al m² l’anno",
        "€75.00 per m² a year",
    );
    check(ParameterName::SustainableShare, "30%", "30%");
    check(
        ParameterName::PlanDeadlineWorkingDays,
        "20 giorni lavorativi",
        "20 working days",
    );
    check(
        ParameterName::HygieneOneRoom,
        "1: 28 m², 2: 38 m²",
        "1: 28 m², 2: 38 m²",
    );
    check(ParameterName::EquivalenceScaleFurther, "0,35", "0.35");
    check(
        ParameterName::CapSurfaceKind,
        "Superficie utile",
        "Usable surface",
    );
    check(
        ParameterName::PublicHousingIseeLimit,
        "16.000,00\u{a0}€",
        "€16,000.00",
    );
}
