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

/// For how many people a dwelling of one room is large enough, by one rule or the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OneRoom {
    /// By the hygienic minimum, services included: 28 m² for one, 38 m² for two.
    pub hygienic_max_persons: u8,
    /// By the easier sizes for dwellings that are renovated, where their conditions hold.
    pub salva_casa_max_persons: u8,
}

/// For how many people a usable surface is right. The rules are kept apart: none of them stands for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standards {
    /// The most people by the hygienic minimum; 0 when it holds nobody.
    pub hygienic_max_persons: u8,
    /// The fewest people by the adequacy table; none when the table has no row for the surface.
    pub sap_min_persons: Option<u8>,
    /// The most people by the adequacy table; none when it has no most.
    pub sap_max_persons: Option<u8>,
    /// The rules for a dwelling of one room; none for one that has more, or whose rooms nobody counted.
    pub one_room: Option<OneRoom>,
}

/// For how many people a usable surface is right. More people than that are a doubt to look at, never a refusal: who comes to
/// live in a dwelling later does not make it irregular.
pub fn standards(area: FloorArea, is_one_room: bool, rules: &Rules) -> Standards {
    // The last row of the table holds for all larger households.
    let last = u8::try_from(rules.table(ParameterName::AdequacyLeast).len()).unwrap_or(u8::MAX);
    let fits = |n_persons: &u8| adequacy(area, *n_persons, rules) == Adequacy::Adequate;
    let one_room = is_one_room.then(|| OneRoom {
        hygienic_max_persons: persons_in_table(area, ParameterName::HygieneOneRoom, rules),
        salva_casa_max_persons: persons_in_table(area, ParameterName::SalvaCasaOneRoom, rules),
    });
    Standards {
        hygienic_max_persons: hygienic_most_persons(area, rules),
        sap_min_persons: (1..=last).find(fits),
        sap_max_persons: (1..=last).rev().find(fits).filter(|most| *most < last),
        one_room,
    }
}

/// How many rows of a table of least surfaces a surface reaches.
fn persons_in_table(area: FloorArea, name: ParameterName, rules: &Rules) -> u8 {
    let reached = rules
        .table(name)
        .iter()
        .take_while(|least| area.hundredths() >= **least * 100);
    u8::try_from(reached.count()).unwrap_or(u8::MAX)
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
    fn section_2_4_the_adequacy_table_has_a_least_and_a_most() {
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
    fn section_4_1_the_hygienic_minimum_counts_fourteen_then_ten() {
        for (index, required) in [14, 28, 42, 56, 66, 76, 86, 96].into_iter().enumerate() {
            let n_persons = u8::try_from(index + 1).expect("a small number");
            let most = |hundredths| hygienic_most_persons(area(hundredths), &rules());
            assert_eq!(most(required * 100), n_persons);
            assert_eq!(most(required * 100 - 1), n_persons - 1);
        }
    }

    #[test]
    fn section_4_3_the_standards_of_a_surface_stand_side_by_side() {
        let check = |hundredths, hygienic, least, most| {
            let found = standards(area(hundredths), false, &rules());
            assert_eq!(found.hygienic_max_persons, hygienic, "{hundredths}");
            assert_eq!(
                (found.sap_min_persons, found.sap_max_persons),
                (least, most),
                "{hundredths}"
            );
            assert_eq!(found.one_room, None);
        };
        check(2_000, 1, Some(1), Some(1));
        check(4_600, 3, Some(1), Some(2));
        check(4_700, 3, Some(2), Some(2));
        check(5_500, 3, Some(2), Some(3));
        check(8_000, 6, Some(4), None);
        check(12_000, 10, Some(6), None);
    }

    #[test]
    fn sections_4_1_and_4_2_one_room_is_judged_by_two_rules_kept_apart() {
        let check = |hundredths, hygienic, salva_casa| {
            let found = standards(area(hundredths), true, &rules()).one_room;
            let expected = OneRoom {
                hygienic_max_persons: hygienic,
                salva_casa_max_persons: salva_casa,
            };
            assert_eq!(found, Some(expected), "{hundredths}");
        };
        check(1_999, 0, 0);
        check(2_000, 0, 1);
        check(2_799, 0, 1);
        check(2_800, 1, 2);
        check(3_799, 1, 2);
        check(3_800, 2, 2);
    }
}
