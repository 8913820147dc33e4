// SPDX-License-Identifier: AGPL-3.0-or-later
//! Patrimony against the limit of public housing, which grows with the equivalence scale.
use super::{isee::distance, open, scale::equivalence_scale};
use crate::{
    calendar::Day,
    finding::{Doubt, Finding, Outcome, Requirement, Value},
    household::{Household, HouseholdQuestion},
    money::Money,
    rulebook::{ParameterName, Rulebook},
};

/// Not above the limit. While the limit itself is not certain, the answer is given when it is the same for the lowest
/// and for the highest one possible.
pub(super) fn finding(household: &Household, rulebook: &Rulebook, day: Day) -> Finding {
    let held = household.facts.sap_patrimony.known().copied();
    let limits = limits(household, rulebook, day);
    let n_members = household.members.len();
    let parameter = if n_members == 1 {
        ParameterName::PublicHousingPatrimonySingle
    } else {
        ParameterName::PublicHousingPatrimonyPerScale
    };
    let (outcome, threshold) = match (held, limits) {
        (Some(held), (lowest, _)) if held <= lowest => (Outcome::Met, Some(lowest)),
        (Some(held), (_, Some(highest))) if held > highest => (Outcome::NotMet, Some(highest)),
        (_, (lowest, highest)) => (Outcome::Unknown, highest.filter(|highest| *highest == lowest)),
    };
    let undecided = outcome == Outcome::Unknown;
    Finding {
        observed: held.map(Value::Money),
        threshold: threshold.map(Value::Money),
        parameter: Some(parameter),
        doubt: (undecided && n_members == 0).then_some(Doubt::NoMembers),
        to_change: match (undecided, held, threshold) {
            (false, Some(held), Some(limit)) => Some(Value::Money(distance(held, limit))),
            _ => None,
        },
        ask: match (undecided, held) {
            (false, _) => Vec::new(),
            (true, None) => vec![HouseholdQuestion::SapPatrimony],
            (true, Some(_)) if n_members == 0 => Vec::new(),
            (true, Some(_)) => vec![HouseholdQuestion::EquivalenceScale],
        },
        ..open(Requirement::PatrimonyLimit, outcome)
    }
}

/// The lowest and the highest limit that the known facts allow; no highest one while nobody is named.
fn limits(household: &Household, rulebook: &Rulebook, day: Day) -> (Money, Option<Money>) {
    let single = rulebook.money(ParameterName::PublicHousingPatrimonySingle, day);
    let base = rulebook.money(ParameterName::PublicHousingPatrimonyBase, day);
    let per_scale = rulebook.money(ParameterName::PublicHousingPatrimonyPerScale, day);
    let of_scale =
        |hundredths: u32| Money::from_cents(base.cents() + per_scale.cents() * i64::from(hundredths) / 100);
    match household.members.len() {
        0 => {
            let two = rulebook.table(ParameterName::EquivalenceScaleMembers, day).get(1);
            let lowest = two.map_or(single, |scale| single.min(of_scale(*scale)));
            (lowest, None)
        }
        1 => (single, Some(single)),
        _ => {
            let (low, high) = match household.facts.equivalence_scale.known() {
                Some(attested) => (u32::from(*attested), u32::from(*attested)),
                None => equivalence_scale(household, rulebook, day),
            };
            (of_scale(low), Some(of_scale(high)))
        }
    }
}
