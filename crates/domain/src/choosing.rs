// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: a person chooses, in every room alike.
use crate::{
    context::{Context, Decided},
    record::Review,
    rooms::{Refusal, Room},
};
use soglia_kernel::{
    edit::Edit as Of,
    refusal::Refusal as Common,
    review::{Choosing, Resolution, ReviewChoice, both},
};

/// A choice is not asked for its reasons again, and what was once accepted is not checked again field by field: both
/// values passed the rules when they were written. What holds across records is checked by the room.
///
/// # Errors
/// The refusal of the choice, or of the room.
pub fn choose<C: Room>(
    context: &Context<'_>,
    content: &C,
    choosing: &Choosing,
    check: impl Fn(&Of<C>) -> Result<(), Refusal>,
) -> Decided {
    let Choosing { field, choice, seen } = choosing;
    let was_seen = |review: &&Review| {
        review.field == *field
            && (seen.is_empty()
                || seen.contains(&review.change)
                || *choice == ReviewChoice::Other(review.change))
    };
    let mut open: Vec<(&Review, &Of<C>)> = Vec::new();
    for review in context.known.reviews.iter().filter(was_seen) {
        open.extend(C::edit(&review.op).map(|edit| (review, edit)));
    }
    let (_, first) = open.first().ok_or(Common::ReviewClosed)?;
    let chosen = match choice {
        ReviewChoice::Present => None,
        ReviewChoice::Other(change) => {
            let wanted = open.iter().find(|(review, _)| review.change == *change);
            Some(wanted.ok_or(Common::ReviewClosed)?.1.clone())
        }
        ReviewChoice::Both => Some(both(content, open.iter().map(|(_, edit)| *edit)).ok_or(Common::NotBoth)?),
    };
    if let Some(chosen) = &chosen {
        // What it is about may have been taken out in the meantime.
        first.standing(content).ok_or(Common::PartGone)?;
        check(chosen)?;
    }
    context.one::<C>(Of::Resolve(Box::new(Resolution {
        field: field.clone(),
        chosen,
        closes: open.iter().map(|(review, _)| review.change).collect(),
    })))
}

#[cfg(test)]
mod tests;
