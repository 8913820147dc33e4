// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ISEE against a limit of public housing, where it counts and is valid.
use super::{Situation, verdict::open};
use crate::{
    calendar::Day,
    finding::{Doubt, Finding, Outcome, Questions, Requirement, Value},
    household::{HouseholdQuestion, IseeKind},
    money::Money,
    rulebook::{ParameterName, Rules},
};

/// The limit of public housing.
pub(super) const LIMIT: (Requirement, ParameterName) =
    (Requirement::IseeLimit, ParameterName::PublicHousingIseeLimit);

/// The limit up to which a household is indigent (R.R. 4/2017, art. 13).
pub(super) const INDIGENCE: (Requirement, ParameterName) =
    (Requirement::Indigence, ParameterName::IndigenceIseeLimit);

/// Not above the limit. An ISEE that does not count or is no longer valid decides nothing: a new one may say otherwise.
pub(super) fn outcome(situation: &Situation, limit: ParameterName, rules: &Rules) -> Outcome {
    match (situation.isee_value, doubt(situation, rules)) {
        (Some(value), None) => Outcome::of(value <= rules.money(limit)),
        _ => Outcome::Unknown,
    }
}

pub(super) fn finding(
    situation: &Situation,
    (requirement, parameter): (Requirement, ParameterName),
    rules: &Rules,
) -> Finding {
    let limit = rules.money(parameter);
    let value = situation.isee_value;
    let outcome = outcome(situation, parameter, rules);
    let undecided = outcome == Outcome::Unknown;
    Finding {
        observed: value.map(Value::Money),
        threshold: Some(Value::Money(limit)),
        parameter: Some(parameter),
        doubt: value.and_then(|_| doubt(situation, rules)),
        to_change: value
            .filter(|_| !undecided)
            .map(|value| Value::Money(distance(value, limit))),
        ask: if undecided {
            Questions::one(HouseholdQuestion::Isee)
        } else {
            Questions::NONE
        },
        ..open(requirement, outcome)
    }
}

/// How far two amounts are from each other.
pub(super) const fn distance(one: Money, other: Money) -> Money {
    Money::from_cents((one.cents() - other.cents()).abs())
}

/// Why an attestation does not decide.
fn doubt(situation: &Situation, rules: &Rules) -> Option<Doubt> {
    let Some(kind) = situation.isee_kind else {
        return Some(Doubt::IseeKindUnknown);
    };
    if !matches!(kind, IseeKind::Ordinary | IseeKind::Current) {
        return Some(Doubt::IseeOfAnotherKind);
    }
    let Some(presented) = situation.dsu_date else {
        return Some(Doubt::IseeUndated);
    };
    if presented > rules.day() {
        return Some(Doubt::IseeNotYetPresented);
    }
    (rules.day() > isee_last_day(kind, presented, rules)).then_some(Doubt::IseeExpired)
}

/// The ordinary one is valid to the end of the year in which the declaration was presented, the current one for some
/// months.
pub fn isee_last_day(kind: IseeKind, presented: Day, rules: &Rules) -> Day {
    if kind == IseeKind::Current {
        presented.plus_months(rules.number(ParameterName::IseeCurrentValidityMonths))
    } else {
        presented.last_of_year()
    }
}
