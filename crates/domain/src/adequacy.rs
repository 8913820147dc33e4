// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many people a surface is right for: the adequacy table of public housing, and the hygienic minimum, kept apart.
use crate::{
    area::FloorArea,
    rulebook::{ParameterName, Rules},
};
use serde::Serialize;

/// How a surface compares with the adequacy table for a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Adequacy {
    /// Between the least and the most for that many people.
    Adequate,
    /// Below the least.
    TooSmall,
    /// Above the most.
    TooLarge,
}

/// Compares a usable surface with the adequacy table. One person may also be given a smaller dwelling than the table
/// says, so nothing is too small for one; nobody counts as one person.
pub fn adequacy(area: FloorArea, n_persons: u8, rules: &Rules) -> Adequacy {
    let hundredths = area.hundredths();
    if n_persons > 1 && hundredths < least_adequate_area(n_persons, rules) * 100 {
        return Adequacy::TooSmall;
    }
    let most = rules.table(ParameterName::AdequacyMost);
    match most.get(usize::from(n_persons.max(1)) - 1) {
        Some(most) if hundredths > most * 100 => Adequacy::TooLarge,
        _ => Adequacy::Adequate,
    }
}

/// The smallest adequate surface for a number of people, in whole square metres.
pub fn least_adequate_area(n_persons: u8, rules: &Rules) -> u32 {
    let least = rules.table(ParameterName::AdequacyLeast);
    let last = least.len().saturating_sub(1);
    least
        .get((usize::from(n_persons.max(1)) - 1).min(last))
        .copied()
        .unwrap_or_default()
}

/// The most people a usable surface may hold by the hygienic minimum; 0 when it holds nobody. The minimum for a dwelling
/// of one room is judged on site, because the number of rooms is not always known.
pub fn hygienic_most_persons(area: FloorArea, rules: &Rules) -> u8 {
    let first = rules.number(ParameterName::HygieneAreaFirstFour).max(1) * 100;
    let further = rules.number(ParameterName::HygieneAreaFurther).max(1) * 100;
    let hundredths = area.hundredths();
    let n_persons = if hundredths < 4 * first {
        hundredths / first
    } else {
        4 + (hundredths - 4 * first) / further
    };
    u8::try_from(n_persons).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{calendar::Day, rulebook::Rulebook};

    fn rules() -> Rules {
        Rulebook::published().as_of(Day::constant(2026, 11, 22))
    }

    fn area(hundredths: u32) -> FloorArea {
        FloorArea::from_hundredths(hundredths).expect("a surface in range")
    }

    #[track_caller]
    fn check(n_persons: u8, hundredths: u32, expected: Adequacy) {
        let found = adequacy(area(hundredths), n_persons, &rules());
        assert_eq!(found, expected, "{n_persons} persons in {hundredths}");
    }

    #[test]
    fn the_adequacy_table_has_a_least_and_a_most() {
        check(1, 4_600, Adequacy::Adequate);
        check(1, 4_700, Adequacy::TooLarge);
        check(2, 3_790, Adequacy::TooSmall);
        check(3, 4_800, Adequacy::Adequate);
        check(4, 8_000, Adequacy::Adequate);
        check(5, 9_310, Adequacy::TooLarge);
        check(6, 7_700, Adequacy::TooSmall);
        check(7, 12_000, Adequacy::Adequate);
        check(12, 7_799, Adequacy::TooSmall);
    }

    #[test]
    fn one_person_may_have_a_small_dwelling() {
        check(1, 2_500, Adequacy::Adequate);
    }

    #[test]
    fn the_hygienic_minimum_counts_fourteen_then_ten() {
        for (index, required) in [14, 28, 42, 56, 66, 76, 86, 96].into_iter().enumerate() {
            let n_persons = u8::try_from(index + 1).expect("a small number");
            let most = |hundredths| hygienic_most_persons(area(hundredths), &rules());
            assert_eq!(most(required * 100), n_persons);
            assert_eq!(most(required * 100 - 1), n_persons - 1);
        }
    }
}
