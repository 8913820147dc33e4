// SPDX-License-Identifier: AGPL-3.0-or-later
//! Patrimony against the limit of public housing, which grows with the equivalence scale.
use super::{
    Situation,
    isee::distance,
    scale::{equivalence_scale, of_members},
    verdict::open,
};
use crate::{
    finding::{Doubt, Finding, Outcome, Questions, Requirement, Value},
    household::HouseholdQuestion,
    money::Money,
    rulebook::{ParameterName, Rules},
};

/// Not above the limit. While the limit itself is not certain, the answer is given when it is the same for the lowest
/// and for the highest one possible.
pub(super) fn outcome(situation: &Situation, rules: &Rules) -> Outcome {
    let Some(held) = situation.sap_patrimony else {
        return Outcome::Unknown;
    };
    match limits(situation, rules) {
        (lowest, _) if held <= lowest => Outcome::Met,
        (_, Some(highest)) if held > highest => Outcome::NotMet,
        _ => Outcome::Unknown,
    }
}

pub(super) fn finding(situation: &Situation, rules: &Rules) -> Finding {
    let held = situation.sap_patrimony;
    let n_members = situation.composition.n_members;
    let (lowest, highest) = limits(situation, rules);
    let outcome = outcome(situation, rules);
    let threshold = match outcome {
        Outcome::Met => Some(lowest),
        Outcome::NotMet => highest,
        Outcome::Unknown => highest.filter(|highest| *highest == lowest),
    };
    let undecided = outcome == Outcome::Unknown;
    Finding {
        observed: held.map(Value::Money),
        threshold: threshold.map(Value::Money),
        parameter: Some(if n_members == 1 {
            ParameterName::PublicHousingPatrimonySingle
        } else {
            ParameterName::PublicHousingPatrimonyPerScale
        }),
        doubt: (undecided && n_members == 0).then_some(Doubt::NoMembers),
        to_change: match (undecided, held, threshold) {
            (false, Some(held), Some(limit)) => Some(Value::Money(distance(held, limit))),
            _ => None,
        },
        ask: match (undecided, held) {
            (false, _) => Questions::NONE,
            (true, None) => Questions::one(HouseholdQuestion::SapPatrimony),
            (true, Some(_)) if n_members == 0 => Questions::NONE,
            (true, Some(_)) => Questions::one(HouseholdQuestion::EquivalenceScale),
        },
        ..open(Requirement::PatrimonyLimit, outcome)
    }
}

/// The lowest and the highest limit that the known facts allow; no highest one while nobody is named.
fn limits(situation: &Situation, rules: &Rules) -> (Money, Option<Money>) {
    let single = rules.money(ParameterName::PublicHousingPatrimonySingle);
    let base = rules.money(ParameterName::PublicHousingPatrimonyBase).cents();
    let per_scale = rules.money(ParameterName::PublicHousingPatrimonyPerScale).cents();
    let of_scale = |hundredths: u32| Money::from_cents(base + per_scale * i64::from(hundredths) / 100);
    match situation.composition.n_members {
        0 => (single.min(of_scale(of_members(2, rules))), None),
        1 => (single, Some(single)),
        _ => {
            let (low, high) = match situation.equivalence_scale {
                Some(attested) => (u32::from(attested), u32::from(attested)),
                None => equivalence_scale(&situation.composition, rules),
            };
            (of_scale(low), Some(of_scale(high)))
        }
    }
}
