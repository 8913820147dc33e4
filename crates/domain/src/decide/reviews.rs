// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about two values in one field: a person chooses.
use super::{DEPARTMENTS, Known, check_text, dwellings, only};
use crate::{
    action::Action,
    answer::Answer,
    author::Author,
    calendar::Timestamp,
    dwelling::DwellingAnswer,
    edit::{Edit, EditOp},
    household::HouseholdAnswer,
    record::{Record, RecordKey, Review},
    refusal::Refusal,
    review::{Resolution, ReviewChoice, both, standing},
    rulebook::Rulebook,
};

/// A choice is not asked for its reasons again, and what was once accepted is not checked again field by field: both
/// values passed the rules when they were written. What holds across records is checked.
pub(super) fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    let Action::ResolveReview {
        record: key,
        field,
        choice,
        seen,
    } = action
    else {
        return Ok(Vec::new());
    };
    let record = known.get(key).ok_or(match key {
        RecordKey::Household(_) => Refusal::UnknownHousehold,
        RecordKey::Dwelling(_) => Refusal::UnknownDwelling,
        RecordKey::CityRules => Refusal::ReviewClosed,
    })?;
    match record {
        Record::Household(_) => only(author, &DEPARTMENTS)?,
        Record::Dwelling(dwelling) => dwellings::check_may_touch(dwelling, author)?,
        Record::CityRules(_) => return Err(Refusal::ReviewClosed),
    }
    let was_seen = |review: &&Review| {
        review.field == *field
            && (seen.is_empty()
                || seen.contains(&review.change)
                || *choice == ReviewChoice::Other(review.change))
    };
    let open: Vec<&Review> = known.reviews.iter().filter(was_seen).collect();
    let first = open.first().ok_or(Refusal::ReviewClosed)?;
    let chosen = match choice {
        ReviewChoice::Present => None,
        ReviewChoice::Other(change) => {
            let wanted = open.iter().find(|review| review.change == *change);
            Some(wanted.ok_or(Refusal::ReviewClosed)?.op.clone())
        }
        ReviewChoice::Both => {
            Some(both(record, open.iter().map(|review| &review.op)).ok_or(Refusal::NotBoth)?)
        }
    };
    if let Some(chosen) = &chosen {
        // Someone may have been taken out of the household in the meantime.
        standing(record, &first.op).ok_or(Refusal::UnknownMember)?;
        check(chosen, record, rulebook, at, author)?;
    }
    Ok(vec![Edit {
        record: *key,
        op: EditOp::Resolve(Box::new(Resolution {
            field: field.clone(),
            chosen,
            closes: open.iter().map(|review| review.change).collect(),
        })),
    }])
}

/// What holds across records, and the length of what was joined.
fn check(
    chosen: &EditOp,
    record: &Record,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<(), Refusal> {
    match (chosen, record) {
        (EditOp::SetDwelling(answer), Record::Dwelling(dwelling)) => {
            if let DwellingAnswer::EntrustedTo(_) | DwellingAnswer::Note(_) = answer {
                dwellings::check_fact(answer, rulebook, at, author)?;
            }
            dwellings::check_proposal(dwelling, std::slice::from_ref(answer), rulebook, at)
        }
        (
            EditOp::SetHousehold(
                HouseholdAnswer::Phone(Answer::Known(text))
                | HouseholdAnswer::PresentHome(Answer::Known(text)),
            ),
            _,
        ) => check_text(text),
        _ => Ok(()),
    }
}
