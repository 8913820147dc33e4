// SPDX-License-Identifier: AGPL-3.0-or-later
//! Applying edits. Total: an edit that no longer fits changes nothing, and never fails.
use crate::{dwelling::Dwelling, edit::EditOp, household::Household, record::Record, rulebook::CityRules};

/// The record after one edit; none while it does not exist.
pub fn apply(record: Option<Record>, op: &EditOp) -> Option<Record> {
    match (record, op) {
        // Which questions it closes is kept beside the content.
        (record, EditOp::Resolve(resolution)) => match &resolution.chosen {
            Some(chosen) => apply(record, chosen),
            None => record,
        },
        (None, EditOp::Create(created)) => Some(created.as_ref().clone()),
        (Some(Record::Dwelling(mut dwelling)), op) => {
            apply_to_dwelling(&mut dwelling, op);
            Some(Record::Dwelling(dwelling))
        }
        (Some(Record::Household(mut household)), op) => {
            apply_to_household(&mut household, op);
            Some(Record::Household(household))
        }
        (Some(Record::CityRules(mut rules)), op) => {
            apply_to_rules(&mut rules, op);
            Some(Record::CityRules(rules))
        }
        (None, _) => None,
    }
}

fn apply_to_dwelling(dwelling: &mut Dwelling, op: &EditOp) {
    match op {
        EditOp::SetDwelling(answer) => dwelling.facts.set(answer.clone()),
        EditOp::MoveDwelling(to) => dwelling.state = to.clone(),
        EditOp::AddPhoto(added) if dwelling.photos.iter().all(|known| known.id != added.id) => {
            dwelling.photos.push(added.as_ref().clone());
        }
        EditOp::RemovePhoto(photo) => dwelling.photos.retain(|known| known.id != *photo),
        _ => {}
    }
}

fn apply_to_rules(rules: &mut CityRules, op: &EditOp) {
    match op {
        EditOp::AddAmendment(added) if rules.amendments.iter().all(|known| known.id != added.id) => {
            rules.amendments.push(added.as_ref().clone());
        }
        EditOp::AddScenario(added) if rules.scenarios.iter().all(|known| known.id != added.id) => {
            rules.scenarios.push(added.as_ref().clone());
        }
        EditOp::RemoveScenario(scenario) => rules.scenarios.retain(|known| known.id != *scenario),
        _ => {}
    }
}

fn apply_to_household(household: &mut Household, op: &EditOp) {
    match op {
        EditOp::SetHousehold(answer) => household.facts.set(answer.clone()),
        EditOp::SetLabel(label) => household.label.clone_from(label),
        EditOp::AddMember(member) if household.members.iter().all(|known| known.id != member.id) => {
            household.members.push(member.clone());
        }
        EditOp::RemoveMember(member) => household.members.retain(|known| known.id != *member),
        EditOp::SetMember { member, answer } => {
            if let Some(known) = household.members.iter_mut().find(|known| known.id == *member) {
                known.facts.set(answer.clone());
            }
        }
        EditOp::SetJoined(into) => household.joined = *into,
        EditOp::TellApart(other) if !household.distinct.contains(other) => household.distinct.push(*other),
        EditOp::AddOffer(offer) if household.offer(offer.id).is_none() => {
            household.offers.push(offer.as_ref().clone());
        }
        EditOp::MoveOffer { offer, to } => {
            if let Some(known) = household.offers.iter_mut().find(|known| known.id == *offer) {
                known.state = to.clone();
            }
        }
        _ => {}
    }
}

#[cfg(test)]
pub(crate) mod tests;
