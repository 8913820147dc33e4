// SPDX-License-Identifier: AGPL-3.0-or-later
//! What decisions about a plan ask first.
use super::{Plan, PlanState, Refusal};
use crate::{
    context::{Context, here},
    rooms,
};
use soglia_kernel::{
    calendar::Day,
    shape::{check_past_day, check_text},
};

/// The plan that the action is about.
pub(super) fn known<'a>(context: &Context<'a>) -> Result<&'a Plan, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

/// The words of a plan are written while it is a draft.
pub(super) const fn check_draft(plan: &Plan) -> Result<(), Refusal> {
    match plan.state {
        PlanState::Draft => Ok(()),
        PlanState::Signed { .. } => Err(Refusal::Signed),
        PlanState::Ended { .. } => Err(Refusal::Ended),
    }
}

/// Some words, and not too many; without what stands around them.
pub(super) fn check_words(words: &str) -> Result<String, rooms::Refusal> {
    check_text(words)?;
    let words = words.trim();
    if words.is_empty() {
        return Err(Refusal::WordsMissing.into());
    }
    Ok(words.to_owned())
}

/// A day that has come, and not before another one.
pub(super) fn check_day(day: Day, first: Day, today: Day) -> Result<(), rooms::Refusal> {
    check_past_day(day, today)?;
    if day < first {
        return Err(Refusal::TooEarly { first }.into());
    }
    Ok(())
}
