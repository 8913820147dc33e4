// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ISEE against the limit of public housing, where it counts and is valid.
use super::open;
use crate::{
    calendar::Day,
    finding::{Doubt, Finding, Outcome, Requirement, Value},
    household::{HouseholdFacts, HouseholdQuestion, Isee, IseeKind},
    money::Money,
    rulebook::{ParameterName, Rulebook},
};

/// Not above the limit. An ISEE that does not count or is no longer valid decides nothing: a new one may say otherwise.
pub(super) fn finding(facts: &HouseholdFacts, rulebook: &Rulebook, day: Day) -> Finding {
    let parameter = ParameterName::PublicHousingIseeLimit;
    let limit = rulebook.money(parameter, day);
    let isee = facts.isee.known();
    let doubt = isee.and_then(|isee| doubt(isee, rulebook, day));
    let outcome = match (isee, doubt) {
        (Some(isee), None) => Outcome::of(isee.value <= limit),
        _ => Outcome::Unknown,
    };
    Finding {
        observed: isee.map(|isee| Value::Money(isee.value)),
        threshold: Some(Value::Money(limit)),
        parameter: Some(parameter),
        doubt,
        to_change: isee
            .filter(|_| outcome != Outcome::Unknown)
            .map(|isee| Value::Money(distance(isee.value, limit))),
        ask: match outcome {
            Outcome::Unknown => vec![HouseholdQuestion::Isee],
            _ => Vec::new(),
        },
        ..open(Requirement::IseeLimit, outcome)
    }
}

/// How far two amounts are from each other.
pub(super) const fn distance(one: Money, other: Money) -> Money {
    Money::from_cents((one.cents() - other.cents()).abs())
}

/// Why an attestation does not decide.
fn doubt(isee: &Isee, rulebook: &Rulebook, day: Day) -> Option<Doubt> {
    if !matches!(isee.kind, IseeKind::Ordinary | IseeKind::Current) {
        return Some(Doubt::IseeOfAnotherKind);
    }
    let Some(presented) = isee.dsu_date else {
        return Some(Doubt::IseeUndated);
    };
    (day > last_valid_day(isee.kind, presented, rulebook)).then_some(Doubt::IseeExpired)
}

/// The ordinary one is valid to the end of the year in which the declaration was presented, the current one for some
/// months.
fn last_valid_day(kind: IseeKind, presented: Day, rulebook: &Rulebook) -> Day {
    if kind == IseeKind::Current {
        let months = rulebook.number(ParameterName::IseeCurrentValidityMonths, presented);
        presented.plus_months(months)
    } else {
        presented.last_of_year()
    }
}
