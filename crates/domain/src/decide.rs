// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one function that says what an action leads to, on the tablet and at the server alike.
mod dwellings;
mod households;
mod offers;
mod rulebook;

#[cfg(test)]
mod tests;

use crate::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    dwelling::Dwelling,
    edit::Edit,
    household::Household,
    id::{DwellingId, HouseholdId},
    record::{Record, RecordKey},
    refusal::Refusal,
    rulebook::Rulebook,
};
use std::collections::BTreeMap;

/// The records that the decision may look at: those the action touches, as far as they are known.
pub type Known = BTreeMap<RecordKey, Record>;

/// What an action leads to.
///
/// # Errors
/// The [`Refusal`] that a person can understand and mend.
pub fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    match action {
        Action::OpenHousehold { .. }
        | Action::RenameHousehold { .. }
        | Action::RecordAnswer { .. }
        | Action::AddMember { .. }
        | Action::RemoveMember { .. }
        | Action::RecordMemberAnswer { .. } => households::decide(action, known, rulebook, at, author),
        Action::RecordDwellingFact { .. } | Action::MoveDwelling { .. } | Action::ImportDwelling { .. } => {
            dwellings::decide(action, known, rulebook, at, author)
        }
        Action::ProposeDwelling { .. } | Action::WithdrawOffer { .. } => {
            offers::decide(action, known, rulebook, at, author)
        }
        Action::AmendParameter { .. } | Action::SaveScenario { .. } | Action::RemoveScenario { .. } => {
            rulebook::decide(action, known, rulebook, at, author)
        }
    }
}

fn household(known: &Known, id: HouseholdId) -> Result<&Household, Refusal> {
    match known.get(&RecordKey::Household(id)) {
        Some(Record::Household(household)) => Ok(household),
        _ => Err(Refusal::UnknownHousehold),
    }
}

fn dwelling(known: &Known, id: DwellingId) -> Result<&Dwelling, Refusal> {
    match known.get(&RecordKey::Dwelling(id)) {
        Some(Record::Dwelling(dwelling)) => Ok(dwelling),
        _ => Err(Refusal::UnknownDwelling),
    }
}

fn only(author: &Author, roles: &[Role]) -> Result<(), Refusal> {
    if roles.contains(&author.role) {
        Ok(())
    } else {
        Err(Refusal::NotYourTask { role: author.role })
    }
}

/// Longest name, in characters.
const LONGEST_NAME: usize = 120;

/// A name that people call something by.
fn check_name(name: &str) -> Result<(), Refusal> {
    let n_chars = name.trim().chars().count();
    if n_chars == 0 || n_chars > LONGEST_NAME {
        return Err(Refusal::LabelNotUsable);
    }
    Ok(())
}

/// Longest text of a note, in characters.
const LONGEST_TEXT: usize = 2_000;

fn check_text(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TextTooLong {
            most: LONGEST_TEXT as u32,
        });
    }
    Ok(())
}
