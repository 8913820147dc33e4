// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules of a day: what is supposed, what is amended, and how a set of rules is told from another.
use proptest::prelude::*;
use soglia_domain::{
    area::SurfaceKind,
    calendar::Timestamp,
    id::{AmendmentId, PersonId},
    money::Money,
    rulebook::{Amendment, NewValue, ParameterName, ParameterValue, Rulebook, Rules},
};
use soglia_samples as samples;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The value as somebody would set it; for market rents that of one zone.
fn same(value: &ParameterValue) -> NewValue {
    match value {
        ParameterValue::Money(amount) => NewValue::Money(*amount),
        ParameterValue::Number(number) => NewValue::Number(*number),
        ParameterValue::Table(table) => NewValue::Table(table.to_vec()),
        ParameterValue::SurfaceKind(kind) => NewValue::SurfaceKind(*kind),
        ParameterValue::Zones(zones) => NewValue::ZoneRent {
            zone: zones[0].zone.to_owned(),
            rent: zones[0].rent,
        },
    }
}

/// Another value of the same kind, further away the larger the step.
fn other(value: &ParameterValue, step: u32) -> NewValue {
    let more = |amount: Money| Money::from_cents(amount.cents() + i64::from(step));
    match same(value) {
        NewValue::Money(amount) => NewValue::Money(more(amount)),
        NewValue::Number(number) => NewValue::Number(number + step),
        NewValue::Table(mut table) => {
            table[0] += step;
            NewValue::Table(table)
        }
        NewValue::SurfaceKind(SurfaceKind::Usable) => NewValue::SurfaceKind(SurfaceKind::Cadastral),
        NewValue::SurfaceKind(_) => NewValue::SurfaceKind(SurfaceKind::Usable),
        NewValue::ZoneRent { zone, rent } => NewValue::ZoneRent {
            zone,
            rent: more(rent),
        },
    }
}

#[test]
fn to_suppose_what_holds_changes_nothing() {
    let rules = samples::rules();
    for name in ParameterName::ALL {
        let supposed = rules.supposing(*name, &same(&rules.parameter(*name).value));
        assert_eq!(supposed, rules, "{}", name.key());
        assert_eq!(supposed.version(), rules.version());
    }
}

#[test]
fn every_value_counts_in_the_version_of_the_rules() {
    let rules = samples::rules();
    let supposed = |name: &ParameterName| {
        let value = other(&rules.parameter(*name).value, 1);
        rules.supposing(*name, &value).version()
    };
    let mut versions: BTreeSet<String> = ParameterName::ALL.iter().map(supposed).collect();
    versions.insert(rules.version());
    assert_eq!(versions.len(), ParameterName::ALL.len() + 1);
}

#[test]
fn what_is_read_in_a_step_follows_what_is_supposed() {
    let rules = samples::rules();
    for name in ParameterName::ALL {
        let supposed = rules.supposing(*name, &other(&rules.parameter(*name).value, 7));
        match supposed.parameter(*name).value {
            ParameterValue::Money(amount) => assert_eq!(supposed.money(*name), amount),
            ParameterValue::Number(number) => assert_eq!(supposed.number(*name), number),
            ParameterValue::Zones(_) => assert_ne!(supposed.market_rents(), rules.market_rents()),
            ParameterValue::Table(_) => assert_ne!(supposed.table(*name), rules.table(*name)),
            ParameterValue::SurfaceKind(kind) => assert_eq!(supposed.cap_surface_kind(), kind),
        }
    }
}

fn amendable() -> Vec<ParameterName> {
    let rules = samples::rules();
    let all = ParameterName::ALL.iter().copied();
    all.filter(|name| rules.parameter(*name).is_amendable()).collect()
}

fn amendment(number: usize, (parameter, step, n_days): (ParameterName, u32, i64)) -> Amendment {
    Amendment {
        id: AmendmentId(Uuid::from_u128(number as u128 + 1)),
        value: other(&samples::rules().parameter(parameter).value, step),
        parameter,
        from: samples::TODAY.plus_days(n_days),
        reason: "Prova".to_owned(),
        by: PersonId(Uuid::nil()),
        by_name: "Elena Sala".to_owned(),
        at: Timestamp {
            ms: number as i64,
            counter: 0,
        },
    }
}

fn rules_after(amendments: &[Amendment], n_days: i64) -> Rules {
    Rulebook::amended(amendments.to_vec()).as_of(samples::TODAY.plus_days(n_days))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_order_in_which_amendments_arrive_does_not_matter(
        written in prop::collection::vec((prop::sample::select(amendable()), 1_u32..500, -30_i64..30), 1..8),
        keys in prop::collection::vec(any::<u32>(), 8),
        n_days in -40_i64..40,
    ) {
        let amendments: Vec<Amendment> = written.into_iter().enumerate().map(|(number, one)| amendment(number, one)).collect();
        let mut shuffled: Vec<_> = amendments.iter().cloned().zip(keys).collect();
        shuffled.sort_by_key(|(_, key)| *key);
        let shuffled: Vec<Amendment> = shuffled.into_iter().map(|(one, _)| one).collect();
        prop_assert_eq!(rules_after(&amendments, n_days), rules_after(&shuffled, n_days));
    }

    #[test]
    fn of_two_amendments_for_one_day_the_later_one_holds(
        parameter in prop::sample::select(amendable()),
        (first, second) in (1_u32..500, 1_u32..500),
    ) {
        let (earlier, later) = (amendment(1, (parameter, first, 0)), amendment(2, (parameter, second, 0)));
        let expected = later.value.applied_to(&samples::rules().parameter(parameter).value);
        let rules = rules_after(&[later, earlier], 0);
        prop_assert_eq!(Some(&rules.parameter(parameter).value), expected.as_ref());
    }
}
