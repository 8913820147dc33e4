// SPDX-License-Identifier: AGPL-3.0-or-later
//! Title to public housing (SAP): L.R. Lombardia 16/2016, art. 22, and R.R. 4/2017, art. 7.
use super::{
    Situation, isee, patrimony,
    verdict::{Verdict, open, yes_no},
};
use crate::{
    finding::{Finding, Outcome, Questions, Requirement, Value},
    household::{Citizenship, HouseholdQuestion},
    rulebook::{ParameterName, Rules},
};

/// The answer alone. A failure decides at once, so the conditions that cost least are looked at first.
pub(super) fn outcome(situation: &Situation, rules: &Rules) -> Outcome {
    let simple = Outcome::all([
        no(situation.owns_adequate_home),
        no(situation.revoked_assignment),
        no(situation.illegal_occupation),
        citizenship_outcome(situation),
        residence_outcome(situation),
    ]);
    if simple == Outcome::NotMet {
        return simple;
    }
    let isee = isee::outcome(situation, isee::LIMIT.1, rules);
    if isee == Outcome::NotMet {
        return isee;
    }
    Outcome::all([simple, isee, patrimony::outcome(situation, rules)])
}

fn no(answer: Option<bool>) -> Outcome {
    answer.map_or(Outcome::Unknown, |yes| Outcome::of(!yes))
}

/// All conditions together.
pub(super) fn verdict(situation: &Situation, rules: &Rules) -> Verdict {
    Verdict::of(vec![
        citizenship(situation),
        residence_or_work(situation),
        isee::finding(situation, isee::LIMIT, rules),
        patrimony::finding(situation, rules),
        yes_no(
            Requirement::NoAdequateHome,
            HouseholdQuestion::OwnsAdequateHome,
            situation.owns_adequate_home,
            false,
            Some(ParameterName::PublicHousingHomeDistanceKm),
        ),
        yes_no(
            Requirement::NoRevokedAssignment,
            HouseholdQuestion::RevokedAssignmentLast5Years,
            situation.revoked_assignment,
            false,
            Some(ParameterName::PublicHousingLookbackYears),
        ),
        yes_no(
            Requirement::NoIllegalOccupation,
            HouseholdQuestion::IllegalOccupationLast5Years,
            situation.illegal_occupation,
            false,
            Some(ParameterName::PublicHousingLookbackYears),
        ),
    ])
}

/// Italian, European, with a long-term permit, or with a two-year permit and regular work.
fn citizenship_outcome(situation: &Situation) -> Outcome {
    match situation.citizenship {
        Some(Citizenship::Italian | Citizenship::Eu | Citizenship::LongTermPermit) => Outcome::Met,
        Some(Citizenship::Other) => Outcome::NotMet,
        Some(Citizenship::TwoYearPermit) => situation.regular_work.map_or(Outcome::Unknown, Outcome::of),
        None => Outcome::Unknown,
    }
}

fn citizenship(situation: &Situation) -> Finding {
    let held = situation.citizenship;
    let outcome = citizenship_outcome(situation);
    Finding {
        observed: held.map(Value::Citizenship),
        parameter: Some(ParameterName::PublicHousingPermitYears),
        ask: match (outcome, held) {
            (Outcome::Unknown, None) => Questions::one(HouseholdQuestion::Citizenship),
            (Outcome::Unknown, Some(_)) => Questions::one(HouseholdQuestion::RegularWork),
            _ => Questions::NONE,
        },
        ..open(Requirement::Citizenship, outcome)
    }
}

/// Either is enough, whatever the other one.
fn residence_outcome(situation: &Situation) -> Outcome {
    match (situation.resides_in_region, situation.works_in_region) {
        (Some(true), _) | (_, Some(true)) => Outcome::Met,
        (Some(false), Some(false)) => Outcome::NotMet,
        _ => Outcome::Unknown,
    }
}

fn residence_or_work(situation: &Situation) -> Finding {
    let outcome = residence_outcome(situation);
    Finding {
        observed: match outcome {
            Outcome::Unknown => None,
            decided => Some(Value::YesNo(decided == Outcome::Met)),
        },
        parameter: Some(ParameterName::PublicHousingResidenceYears),
        // Work matters only for those who do not reside here, so it is asked after residence.
        ask: match (outcome, situation.resides_in_region) {
            (Outcome::Unknown, None) => Questions::one(HouseholdQuestion::ResidesInRegion),
            (Outcome::Unknown, Some(_)) => Questions::one(HouseholdQuestion::WorksInRegion),
            _ => Questions::NONE,
        },
        ..open(Requirement::ResidenceOrWork, outcome)
    }
}
