// SPDX-License-Identifier: AGPL-3.0-or-later
//! Title to public housing (SAP): L.R. Lombardia 16/2016, art. 22, and R.R. 4/2017, art. 7.
use super::{Verdict, isee, open, patrimony, yes_no};
use crate::{
    calendar::Day,
    finding::{Finding, Outcome, Requirement, Value},
    household::{Citizenship, Household, HouseholdFacts, HouseholdQuestion},
    rulebook::{ParameterName, Rulebook},
};

/// All conditions together.
pub(super) fn verdict(household: &Household, rulebook: &Rulebook, day: Day) -> Verdict {
    let facts = &household.facts;
    Verdict::of(vec![
        citizenship(facts),
        residence_or_work(facts),
        isee::finding(facts, rulebook, day),
        patrimony::finding(household, rulebook, day),
        yes_no(
            Requirement::NoAdequateHome,
            HouseholdQuestion::OwnsAdequateHome,
            &facts.owns_adequate_home,
            false,
            Some(ParameterName::PublicHousingHomeDistanceKm),
        ),
        yes_no(
            Requirement::NoRevokedAssignment,
            HouseholdQuestion::RevokedAssignmentLast5Years,
            &facts.revoked_assignment_last_5_years,
            false,
            Some(ParameterName::PublicHousingLookbackYears),
        ),
        yes_no(
            Requirement::NoIllegalOccupation,
            HouseholdQuestion::IllegalOccupationLast5Years,
            &facts.illegal_occupation_last_5_years,
            false,
            Some(ParameterName::PublicHousingLookbackYears),
        ),
    ])
}

/// Italian, European, with a long-term permit, or with a two-year permit and regular work.
fn citizenship(facts: &HouseholdFacts) -> Finding {
    let held = facts.citizenship.known().copied();
    let works = facts.regular_work.known().copied();
    let (outcome, ask) = match held {
        Some(Citizenship::Italian | Citizenship::Eu | Citizenship::LongTermPermit) => (Outcome::Met, None),
        Some(Citizenship::Other) => (Outcome::NotMet, None),
        Some(Citizenship::TwoYearPermit) => match works {
            Some(works) => (Outcome::of(works), None),
            None => (Outcome::Unknown, Some(HouseholdQuestion::RegularWork)),
        },
        None => (Outcome::Unknown, Some(HouseholdQuestion::Citizenship)),
    };
    Finding {
        observed: held.map(Value::Citizenship),
        parameter: Some(ParameterName::PublicHousingPermitYears),
        ask: ask.into_iter().collect(),
        ..open(Requirement::Citizenship, outcome)
    }
}

/// Either is enough, whatever the other one.
fn residence_or_work(facts: &HouseholdFacts) -> Finding {
    let (resides, works) = (
        facts.resides_in_region.known().copied(),
        facts.works_in_region.known().copied(),
    );
    let outcome = match (resides, works) {
        (Some(true), _) | (_, Some(true)) => Outcome::Met,
        (Some(false), Some(false)) => Outcome::NotMet,
        _ => Outcome::Unknown,
    };
    let mut ask = Vec::new();
    if outcome == Outcome::Unknown {
        if resides.is_none() {
            ask.push(HouseholdQuestion::ResidesInRegion);
        }
        if works.is_none() {
            ask.push(HouseholdQuestion::WorksInRegion);
        }
    }
    Finding {
        observed: match outcome {
            Outcome::Unknown => None,
            decided => Some(Value::YesNo(decided == Outcome::Met)),
        },
        parameter: Some(ParameterName::PublicHousingResidenceYears),
        ask,
        ..open(Requirement::ResidenceOrWork, outcome)
    }
}
