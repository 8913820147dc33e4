// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one function that says what an action leads to, on the tablet and at the server alike.
mod dwellings;
mod households;
mod offers;
mod reviews;
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
    record::{Record, RecordKey, Review},
    refusal::Refusal,
    rulebook::Rulebook,
};
use std::{
    collections::BTreeMap,
    ops::{Deref, DerefMut},
};

/// The records that the decision may look at: those the action touches, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The records.
    pub records: BTreeMap<RecordKey, Record>,
    /// The values that wait for a choice in the one record that a choice is about; empty for every other action.
    pub reviews: Vec<Review>,
}

impl Known {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over the open questions of a record, where the action is a choice between two values.
    pub fn note_reviews(&mut self, action: &Action, reviews: &[Review]) {
        if matches!(action, Action::ResolveReview { .. }) {
            self.reviews = reviews.to_vec();
        }
    }
}

impl Deref for Known {
    type Target = BTreeMap<RecordKey, Record>;

    fn deref(&self) -> &Self::Target {
        &self.records
    }
}

impl DerefMut for Known {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.records
    }
}

impl FromIterator<(RecordKey, Record)> for Known {
    fn from_iter<I: IntoIterator<Item = (RecordKey, Record)>>(records: I) -> Self {
        let mut known = Self::new();
        for (key, record) in records {
            known.insert(key, record);
        }
        known
    }
}

impl<const N: usize> From<[(RecordKey, Record); N]> for Known {
    fn from(records: [(RecordKey, Record); N]) -> Self {
        records.into_iter().collect()
    }
}

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
        | Action::JoinCases { .. }
        | Action::SeparateCases { .. }
        | Action::TellApart { .. }
        | Action::RecordMemberAnswer { .. } => households::decide(action, known, rulebook, at, author),
        Action::RecordDwellingFact { .. }
        | Action::MoveDwelling { .. }
        | Action::ImportDwelling { .. }
        | Action::AddPhoto { .. }
        | Action::RemovePhoto { .. } => dwellings::decide(action, known, rulebook, at, author),
        Action::ResolveReview { .. } => reviews::decide(action, known, rulebook, at, author),
        Action::ProposeDwelling { .. } | Action::WithdrawOffer { .. } => {
            offers::decide(action, known, rulebook, at, author)
        }
        Action::AmendParameter { .. } | Action::SaveScenario { .. } | Action::RemoveScenario { .. } => {
            rulebook::decide(action, known, rulebook, at, author)
        }
    }
}

/// The two departments share the case; a partner reads it.
const DEPARTMENTS: [Role; 2] = [Role::SocialWorker, Role::HousingOfficer];

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
