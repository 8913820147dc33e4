// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: what may be chosen, and what a choice leads to.
use crate::{
    answer::Answer,
    dwelling::DwellingAnswer,
    edit::EditOp,
    household::HouseholdAnswer,
    id::ChangeId,
    record::{FieldKey, Record, Review},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a person chose of two values or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewChoice {
    /// The value that stands in the record.
    Present,
    /// The value that this change wanted to write.
    Other(ChangeId),
    /// All of them, where the field allows it.
    Both,
}

/// The choice as an edit: it closes exactly the questions that its author had in view.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// The field.
    pub field: FieldKey,
    /// What is written into it; none when the present value stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<EditOp>,
    /// The changes whose values no longer wait.
    pub closes: Vec<ChangeId>,
}

impl fmt::Debug for Resolution {
    /// Names the field, never a value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Resolution({})", self.field.0)
    }
}

/// Whether an edit that stands closes an open question. Whoever writes into a field with two values in view has chosen;
/// an explicit choice closes what its author saw, and nothing that came later.
pub fn closes(op: &EditOp, review: &Review) -> bool {
    match op {
        EditOp::Resolve(resolution) => {
            review.field == resolution.field && resolution.closes.contains(&review.change)
        }
        op => review.field == op.field(),
    }
}

/// The edit that would write the value as it stands, of the field that an edit is about.
pub fn standing(record: &Record, op: &EditOp) -> Option<EditOp> {
    Some(match (record, op) {
        (Record::Household(household), EditOp::SetHousehold(answer)) => {
            EditOp::SetHousehold(household.facts.get(answer.question()))
        }
        (Record::Household(household), EditOp::SetLabel(_)) => EditOp::SetLabel(household.label.clone()),
        (Record::Household(household), EditOp::SetMember { member: id, answer }) => {
            let member = household.members.iter().find(|member| member.id == *id)?;
            EditOp::SetMember {
                member: *id,
                answer: member.facts.get(answer.question()),
            }
        }
        (Record::Dwelling(dwelling), EditOp::SetDwelling(answer)) => {
            EditOp::SetDwelling(dwelling.facts.get(answer.question()))
        }
        _ => return None,
    })
}

/// The text that an edit writes, where it is of the kind in which two can stand beside each other: notes, the place where
/// somebody lives in words, ways to be reached.
fn free_text(op: &EditOp) -> Option<&Answer<String>> {
    match op {
        EditOp::SetHousehold(HouseholdAnswer::PresentHome(text) | HouseholdAnswer::Phone(text))
        | EditOp::SetDwelling(DwellingAnswer::Note(text)) => Some(text),
        _ => None,
    }
}

/// Whether both values can be kept in the field that an edit writes: free texts are joined. Sets such as members and
/// photos unite by themselves and never come to review.
pub fn allows_both(op: &EditOp) -> bool {
    free_text(op).is_some()
}

/// The edit that keeps the present value and the others; none where the field does not allow it.
pub fn both<'a>(record: &Record, others: impl Iterator<Item = &'a EditOp>) -> Option<EditOp> {
    let mut joined: Option<EditOp> = None;
    for other in others {
        let present = match joined {
            Some(joined) => joined,
            None => standing(record, other)?,
        };
        joined = Some(join(&present, other)?);
    }
    joined
}

fn join(present: &EditOp, other: &EditOp) -> Option<EditOp> {
    let (present_text, other_text) = (free_text(present)?, free_text(other)?);
    let text = match (present_text.known(), other_text.known()) {
        (None, _) => return Some(other.clone()),
        (_, None) => return Some(present.clone()),
        (Some(one), Some(other)) if one.contains(other.as_str()) => one.clone(),
        (Some(one), Some(other)) if other.contains(one.as_str()) => other.clone(),
        (Some(one), Some(other)) => format!("{one}; {other}"),
    };
    let text = Answer::Known(text);
    Some(match present {
        EditOp::SetHousehold(HouseholdAnswer::PresentHome(_)) => {
            EditOp::SetHousehold(HouseholdAnswer::PresentHome(text))
        }
        EditOp::SetHousehold(HouseholdAnswer::Phone(_)) => EditOp::SetHousehold(HouseholdAnswer::Phone(text)),
        EditOp::SetDwelling(DwellingAnswer::Note(_)) => EditOp::SetDwelling(DwellingAnswer::Note(text)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
