// SPDX-License-Identifier: AGPL-3.0-or-later
//! A certificate holds for every dwelling, and nothing in it can be changed.
use proptest::prelude::*;
use soglia_domain::{
    area::{FloorArea, SurfaceKind},
    certificate::RentCertificate,
    money::Money,
    rent::RentTier,
    rulebook::{ParameterVersion, Status},
};
use soglia_samples as samples;

/// One change for each field.
const CHANGES: [fn(&mut RentCertificate); 15] = [
    |it| it.dwelling.push(' '),
    |it| it.day = it.day.plus_days(1),
    |it| {
        it.tier = match it.tier {
            RentTier::Capped => RentTier::ReducedCapped,
            RentTier::ReducedCapped => RentTier::Capped,
        }
    },
    |it| it.surface_kind = SurfaceKind::Conventional,
    |it| {
        let other = if it.area.hundredths() == 1 {
            2
        } else {
            it.area.hundredths() - 1
        };
        it.area = FloorArea::from_hundredths(other).expect("a surface in range");
    },
    |it| it.cap = Money::from_cents(it.cap.cents() + 1),
    |it| it.yearly = Money::from_cents(it.yearly.cents() - 1),
    |it| it.monthly = Money::from_cents(it.monthly.cents() + 1),
    |it| it.parameters[0].version = ParameterVersion("cap_capped@2026-03-11".to_owned()),
    |it| it.parameters[0].value.push('0'),
    |it| it.parameters[1].source.push('.'),
    |it| it.parameters[1].status = Status::Unverified,
    |it| it.parameters.truncate(1),
    |it| it.parameters.reverse(),
    |it| it.checksum = it.checksum.chars().rev().collect(),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_certificate_holds_and_no_field_of_it_can_be_changed(
        code in "\\PC{0,24}",
        hundredths in 1_u32..=1_000_000,
        tier in prop::sample::select(RentTier::ALL.to_vec()),
        n_days in -2_000_i64..4_000,
    ) {
        let area = FloorArea::from_hundredths(hundredths).expect("a surface in range");
        let day = samples::TODAY.plus_days(n_days);
        let rules = soglia_domain::rulebook::Rulebook::published().as_of(day);
        let issued = RentCertificate::issue(&code, area, tier, &rules);
        prop_assert_eq!(issued.verify(), Ok(Vec::new()));
        for (field, change) in CHANGES.iter().enumerate() {
            let mut changed = issued.clone();
            change(&mut changed);
            prop_assert!(changed.verify().is_err(), "change number {}", field);
        }
    }
}
