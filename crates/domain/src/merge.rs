// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happens when two people change the same record without having seen each other.
use crate::{
    edit::EditOp,
    household::Household,
    id::DeviceId,
    record::{LogPosition, Record, Stored},
};

/// How two edits of one field meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeRule {
    /// One value: the same value twice is no conflict, two values are to review.
    OneValue,
    /// A set: additions and removals of different elements unite.
    Union,
    /// A state: the state machine has the last word, and has had it in `decide`.
    Transition,
    /// A choice between values that met: it closes what its author saw, which `decide` has found to be open still.
    Resolution,
}

/// The merge table: which rule holds for which edit.
pub const fn merge_rule(op: &EditOp) -> MergeRule {
    match op {
        EditOp::SetDwelling(_) | EditOp::SetHousehold(_) | EditOp::SetLabel(_) | EditOp::SetMember { .. } => {
            MergeRule::OneValue
        }
        EditOp::Create(_)
        | EditOp::AddMember(_)
        | EditOp::RemoveMember(_)
        | EditOp::AddOffer(_)
        | EditOp::AddAmendment(_)
        | EditOp::AddScenario(_)
        | EditOp::RemoveScenario(_)
        | EditOp::AddPhoto(_)
        | EditOp::RemovePhoto(_)
        | EditOp::TellApart(_) => MergeRule::Union,
        EditOp::MoveDwelling(_) | EditOp::MoveOffer { .. } | EditOp::SetJoined(_) => MergeRule::Transition,
        EditOp::Resolve(_) => MergeRule::Resolution,
    }
}

/// What becomes of one edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// Nobody else changed this field since the author saw it.
    Clear,
    /// Somebody did, and both can stand.
    Merged,
    /// Somebody wrote another value: both are kept for a person to choose.
    ToReview,
}

/// How an edit meets the record as it is now. `seen` is the revision of the field that the author had in view.
pub fn meet(stored: &Stored, op: &EditOp, seen: LogPosition, device: DeviceId) -> Meeting {
    let field = op.field();
    let changed_elsewhere = stored.revision_of(&field) > seen
        && stored
            .revisions
            .get(&field)
            .is_none_or(|revision| revision.device != device);
    if !changed_elsewhere {
        return Meeting::Clear;
    }
    match merge_rule(op) {
        MergeRule::OneValue if is_present(&stored.record, op) => Meeting::Merged,
        MergeRule::OneValue => Meeting::ToReview,
        MergeRule::Union | MergeRule::Transition | MergeRule::Resolution => Meeting::Merged,
    }
}

/// Whether the record already says what the edit says.
pub fn is_present(record: &Record, op: &EditOp) -> bool {
    match (record, op) {
        (Record::Dwelling(dwelling), EditOp::SetDwelling(answer)) => {
            dwelling.facts.get(answer.question()) == *answer
        }
        (Record::Dwelling(dwelling), EditOp::MoveDwelling(to)) => dwelling.state == *to,
        (Record::Dwelling(dwelling), EditOp::AddPhoto(added)) => {
            dwelling.photos.iter().any(|known| known.id == added.id)
        }
        (Record::Dwelling(dwelling), EditOp::RemovePhoto(photo)) => {
            dwelling.photos.iter().all(|known| known.id != *photo)
        }
        (record, EditOp::Resolve(resolution)) => match &resolution.chosen {
            Some(chosen) => is_present(record, chosen),
            None => true,
        },
        (Record::Household(household), op) => is_present_in_household(household, op),
        (Record::CityRules(rules), EditOp::AddAmendment(added)) => {
            rules.amendments.iter().any(|known| known.id == added.id)
        }
        (Record::CityRules(rules), EditOp::AddScenario(added)) => {
            rules.scenarios.iter().any(|known| known.id == added.id)
        }
        (Record::CityRules(rules), EditOp::RemoveScenario(scenario)) => {
            rules.scenarios.iter().all(|known| known.id != *scenario)
        }
        _ => false,
    }
}

fn is_present_in_household(household: &Household, op: &EditOp) -> bool {
    let member = |id| household.members.iter().find(|member| member.id == id);
    match op {
        EditOp::SetHousehold(answer) => household.facts.get(answer.question()) == *answer,
        EditOp::SetLabel(label) => household.label == *label,
        EditOp::SetMember { member: id, answer } => {
            member(*id).is_some_and(|member| member.facts.get(answer.question()) == *answer)
        }
        EditOp::AddMember(added) => member(added.id).is_some(),
        EditOp::RemoveMember(id) => member(*id).is_none(),
        EditOp::SetJoined(into) => household.joined == *into,
        EditOp::TellApart(other) => household.distinct.contains(other),
        EditOp::AddOffer(offer) => household.offer(offer.id).is_some(),
        EditOp::MoveOffer { offer, to } => household.offer(*offer).is_some_and(|offer| offer.state == *to),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
