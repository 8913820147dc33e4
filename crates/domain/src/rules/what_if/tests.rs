// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    calendar::Day,
    eligibility::Composition,
    household::{Citizenship, IseeKind},
    rulebook::{NewValue, Rulebook, ZoneIndex},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

const TODAY: Day = Day::constant(2026, 11, 22);

fn rules() -> Rules {
    Rulebook::published().as_of(TODAY)
}

fn money(name: ParameterName, euro: i64) -> Rules {
    rules().supposing(name, &NewValue::Money(Money::from_euro(euro)))
}

/// A household that meets every condition of public housing but the ISEE, which is given.
fn case(isee: i64) -> Case {
    Case {
        situation: Situation {
            composition: Composition {
                n_members: 1,
                ..Composition::default()
            },
            citizenship: Some(Citizenship::Italian),
            resides_in_region: Some(true),
            isee_kind: Some(IseeKind::Ordinary),
            isee_value: Some(Money::from_euro(isee)),
            dsu_date: Some(Day::constant(2026, 3, 15)),
            sap_patrimony: Some(Money::from_euro(5_000)),
            net_monthly_income: Some(Money::from_euro(1_000)),
            zone: rules().zone("D12"),
            owns_adequate_home: Some(false),
            revoked_assignment: Some(false),
            illegal_occupation: Some(false),
            ..Situation::default()
        },
        rent: None,
    }
}

fn dwelling(hundredths: u32) -> DwellingSurfaces {
    DwellingSurfaces {
        usable: FloorArea::from_hundredths(hundredths),
        ..DwellingSurfaces::default()
    }
}

fn places<T>(changed: &[Changed<T>]) -> Vec<usize> {
    changed.iter().map(|changed| changed.at).collect()
}

#[test]
fn a_lower_cap_changes_exactly_the_dwellings_with_a_surface() {
    let listed = [dwelling(5_000), DwellingSurfaces::default(), dwelling(6_200)];
    let found = what_if(&[], &listed, &rules(), &money(ParameterName::CapCapped, 70));
    assert_eq!(places(&found.ceilings), [0, 2]);
    let cents = |ceilings: Ceilings| ceilings.map(|ceiling| ceiling.map(Money::cents));
    assert_eq!(cents(found.ceilings[0].before), [Some(31_250), Some(22_916)]);
    assert_eq!(cents(found.ceilings[0].after), [Some(29_166), Some(22_916)]);
}

#[test]
fn another_surface_moves_every_ceiling_that_differs_and_takes_those_that_are_not_known() {
    let both = DwellingSurfaces {
        cadastral: FloorArea::from_hundredths(5_800),
        ..dwelling(5_000)
    };
    let same = DwellingSurfaces {
        cadastral: FloorArea::from_hundredths(5_000),
        ..dwelling(5_000)
    };
    let after = rules().supposing(
        ParameterName::CapSurfaceKind,
        &NewValue::SurfaceKind(SurfaceKind::Cadastral),
    );
    let found = what_if(&[], &[both, same, dwelling(5_000)], &rules(), &after);
    assert_eq!(places(&found.ceilings), [0, 2]);
    assert_eq!(found.ceilings[1].after, [None, None]);
}

#[test]
fn a_lower_isee_limit_changes_exactly_the_households_in_between() {
    let cases = [
        case(11_999),
        case(12_000),
        case(12_001),
        case(16_000),
        case(16_001),
    ];
    let after = money(ParameterName::PublicHousingIseeLimit, 12_000);
    let found = what_if(&cases, &[], &rules(), &after);
    assert_eq!(places(&found.verdicts), [2, 3]);
    assert_eq!(found.verdicts[0].before[0], Outcome::Met);
    assert_eq!(found.verdicts[0].after[0], Outcome::NotMet);
    // Who loses the title to public housing, and cannot bear the market, comes into the first category.
    assert_eq!(found.verdicts[0].after[1], Outcome::Met);
    assert_eq!(places(&found.responses), [2, 3]);
    assert_eq!(found.burdens, []);
}

#[test]
fn a_proposed_rent_weighs_the_same_under_another_cap_and_otherwise_under_another_share() {
    let proposed = Case {
        rent: Some((Money::from_cents(31_250), RentTier::Capped)),
        ..case(9_000)
    };
    let cases = [proposed, case(9_000)];
    let lower_cap = what_if(&cases, &[], &rules(), &money(ParameterName::CapCapped, 70));
    assert_eq!(places(&lower_cap.burdens), [1]);

    let share = rules().supposing(ParameterName::SustainableShare, &NewValue::Number(3_500));
    let found = what_if(&cases, &[], &rules(), &share);
    assert_eq!(places(&found.burdens), [0]);
    let burden = |band| Some(Burden { share: 3_125, band });
    assert_eq!(found.burdens[0].before, [burden(BurdenBand::Above), None]);
    assert_eq!(found.burdens[0].after, [burden(BurdenBand::Sustainable), None]);
}

#[test]
fn a_rent_at_the_threshold_is_within_it() {
    let band = |cents| {
        let case = Case {
            rent: Some((Money::from_cents(cents), RentTier::Capped)),
            ..case(9_000)
        };
        let [burden, _] = Thresholds::of(&rules()).burdens(&case, &rules());
        burden.map(|burden| burden.band)
    };
    assert_eq!(band(30_000), Some(BurdenBand::Sustainable));
    assert_eq!(band(30_001), Some(BurdenBand::Above));
    assert_eq!(band(40_000), Some(BurdenBand::Above));
    assert_eq!(band(40_001), Some(BurdenBand::Overburden));
}

fn some_case() -> impl Strategy<Value = Case> {
    let euro = |most: i64| option::of((0..=most).prop_map(Money::from_euro));
    let zones = ["B12", "D12", "E7"].map(|code| rules().zone(code));
    let amounts = (euro(30_000), euro(40_000), euro(3_000), euro(900));
    let rest = (
        0_u8..=7,
        select(zones.to_vec()),
        vec(option::of(any::<bool>()), 8),
    );
    (amounts, rest).prop_map(|((isee, patrimony, income, rent), (n_members, zone, yes))| {
        let zone: Option<ZoneIndex> = zone;
        let case = case(0);
        Case {
            situation: Situation {
                composition: Composition {
                    n_members,
                    ..Composition::default()
                },
                isee_value: isee,
                sap_patrimony: patrimony,
                net_monthly_income: income,
                zone,
                resides_in_region: yes[0],
                owns_adequate_home: yes[1].filter(|owns| *owns),
                followed_by_social_services: yes[2],
                manages_primary_needs: yes[3],
                temporary_difficulty: yes[4],
                needs_accompaniment: yes[5],
                ..case.situation
            },
            rent: rent.map(|rent| (rent, RentTier::ALL[usize::from(yes[6] == Some(true))])),
        }
    })
}

/// Rules with up to four parameters set otherwise.
fn some_rules() -> impl Strategy<Value = Rules> {
    let change = prop_oneof![
        (0_i64..=120).prop_map(|euro| (ParameterName::CapCapped, NewValue::Money(Money::from_euro(euro)))),
        (0_i64..=30_000).prop_map(|euro| {
            let amount = NewValue::Money(Money::from_euro(euro));
            (ParameterName::PublicHousingIseeLimit, amount)
        }),
        (0_u32..=6_000).prop_map(|share| (ParameterName::SustainableShare, NewValue::Number(share))),
        (0_u32..=6_000).prop_map(|share| (ParameterName::OverburdenShare, NewValue::Number(share))),
        vec(0_u32..=120, 6).prop_map(|table| (ParameterName::AdequacyLeast, NewValue::Table(table))),
        select(SurfaceKind::ALL.to_vec())
            .prop_map(|kind| (ParameterName::CapSurfaceKind, NewValue::SurfaceKind(kind))),
        (0_i64..=400).prop_map(|euro| {
            let (zone, rent) = ("D12".to_owned(), Money::from_euro(euro));
            (ParameterName::MarketRent, NewValue::ZoneRent { zone, rent })
        }),
    ];
    vec(change, 0..=4).prop_map(|changes| {
        let supposed = changes.iter();
        supposed.fold(rules(), |rules, (name, value)| rules.supposing(*name, value))
    })
}

fn some_dwelling() -> impl Strategy<Value = DwellingSurfaces> {
    let area = || option::of((1_u32..=20_000).prop_map(FloorArea::from_hundredths)).prop_map(Option::flatten);
    (area(), area(), area()).prop_map(|(usable, cadastral, conventional)| DwellingSurfaces {
        usable,
        cadastral,
        conventional,
    })
}

fn mirrored<T: Copy>(changed: &[Changed<T>]) -> Vec<Changed<T>> {
    let turn = |changed: &Changed<T>| Changed {
        at: changed.at,
        before: changed.after,
        after: changed.before,
    };
    changed.iter().map(turn).collect()
}

proptest! {
    #[test]
    fn the_same_rules_change_nothing(
        cases in vec(some_case(), 0..20),
        dwellings in vec(some_dwelling(), 0..20),
        rules in some_rules(),
    ) {
        prop_assert_eq!(what_if(&cases, &dwellings, &rules, &rules), Consequences::default());
    }

    #[test]
    fn the_way_back_mirrors_the_way_there(
        cases in vec(some_case(), 0..20),
        dwellings in vec(some_dwelling(), 0..20),
        (one, other) in (some_rules(), some_rules()),
    ) {
        let there = what_if(&cases, &dwellings, &one, &other);
        let back = what_if(&cases, &dwellings, &other, &one);
        prop_assert_eq!(mirrored(&there.verdicts), back.verdicts);
        prop_assert_eq!(mirrored(&there.responses), back.responses);
        prop_assert_eq!(mirrored(&there.burdens), back.burdens);
        prop_assert_eq!(mirrored(&there.ceilings), back.ceilings);
    }

    #[test]
    fn a_verdict_changes_exactly_where_all_findings_say_so(case in some_case(), other in some_rules()) {
        let verdicts = |rules: &Rules| {
            let told = crate::eligibility::eligibility(&case.situation, rules);
            crate::eligibility::VerdictKind::ALL.map(|kind| told.verdict(kind).outcome)
        };
        let found = what_if(&[case], &[], &rules(), &other);
        let expected = (verdicts(&rules()), verdicts(&other));
        match found.verdicts.first() {
            Some(changed) => prop_assert_eq!((changed.before, changed.after), expected),
            None => prop_assert_eq!(expected.0, expected.1),
        }
    }
}
