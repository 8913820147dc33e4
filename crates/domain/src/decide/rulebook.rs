// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about the rulebook itself: what is assumed can be amended, and suppositions can be saved.
use super::{Known, check_name, check_text, only};
use crate::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    edit::{Edit, EditOp},
    record::{Record, RecordKey},
    refusal::Refusal,
    rulebook::{Amendment, CityRules, Rulebook, Scenario},
};

/// How many days ahead a rule may be set.
const MOST_DAYS_AHEAD: i64 = 3_653;

/// Most changes in one scenario, and most scenarios.
const MOST_SCENARIOS: usize = 200;

pub(super) fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    let present = match known.get(&RecordKey::CityRules) {
        Some(Record::CityRules(rules)) => Some(rules),
        _ => None,
    };
    let op = match action {
        Action::AmendParameter {
            amendment,
            parameter,
            value,
            from,
            reason,
        } => {
            only(author, &[Role::Coordinator])?;
            check_text(reason)?;
            if reason.trim().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            if present.is_some_and(|rules| rules.amendments.iter().any(|known| known.id == *amendment)) {
                return Ok(Vec::new());
            }
            let in_force = rulebook.parameter(*parameter, *from);
            if !in_force.is_amendable() {
                return Err(Refusal::NotAmendable);
            }
            if *from < in_force.from || *from > at.day().plus_days(MOST_DAYS_AHEAD) {
                return Err(Refusal::OutOfRange);
            }
            let Some(amended) = value.applied_to(&in_force.value) else {
                return Err(Refusal::ValueDoesNotFit);
            };
            if amended == in_force.value {
                return Ok(Vec::new());
            }
            EditOp::AddAmendment(Box::new(Amendment {
                id: *amendment,
                parameter: *parameter,
                value: value.clone(),
                from: *from,
                reason: reason.trim().to_owned(),
                by: author.person,
                by_name: author.name.clone(),
                at,
            }))
        }
        Action::SaveScenario {
            scenario,
            name,
            changes,
        } => {
            only(
                author,
                &[Role::SocialWorker, Role::HousingOfficer, Role::Coordinator],
            )?;
            check_name(name)?;
            let saved = present.map_or(&[][..], |rules| &rules.scenarios);
            if saved.iter().any(|known| known.id == *scenario) {
                return Ok(Vec::new());
            }
            if saved.len() >= MOST_SCENARIOS || changes.len() > MOST_SCENARIOS || changes.is_empty() {
                return Err(Refusal::OutOfRange);
            }
            let rules = rulebook.as_of(at.day());
            let fits = |(name, value): &(_, crate::rulebook::NewValue)| {
                value.applied_to(&rules.parameter(*name).value).is_some()
            };
            if !changes.iter().all(fits) {
                return Err(Refusal::ValueDoesNotFit);
            }
            EditOp::AddScenario(Box::new(Scenario {
                id: *scenario,
                name: name.trim().to_owned(),
                changes: changes.clone(),
                by: author.person,
                by_name: author.name.clone(),
                at,
            }))
        }
        Action::RemoveScenario { scenario } => {
            only(
                author,
                &[Role::SocialWorker, Role::HousingOfficer, Role::Coordinator],
            )?;
            let saved =
                present.is_some_and(|rules| rules.scenarios.iter().any(|known| known.id == *scenario));
            if !saved {
                return Ok(Vec::new());
            }
            EditOp::RemoveScenario(*scenario)
        }
        _ => return Ok(Vec::new()),
    };
    let edit = |op| Edit {
        record: RecordKey::CityRules,
        op,
    };
    let mut edits = Vec::with_capacity(2);
    if present.is_none() {
        let first = Record::CityRules(CityRules::default());
        edits.push(edit(EditOp::Create(Box::new(first))));
    }
    edits.push(edit(op));
    Ok(edits)
}
