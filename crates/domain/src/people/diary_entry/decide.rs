// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about the diary.
use super::{Circle, DiaryEntry, EntryTopic, LONGEST_ENTRY, Refusal, Verb};
use crate::{
    choosing::choose,
    context::{Context, Decided, begin, here},
    household::{self, Household},
    id::{DiaryEntryId, HouseholdId},
    rooms,
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    key::Identity,
    refusal::Refusal as Common,
    shape::{check_length, check_past_day},
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let entry: &DiaryEntry = here(context, Refusal::Unknown)?;
            choose(context, entry, choosing, |_| Ok(()))
        }
        Verb::Write {
            household,
            day,
            topic,
            text,
            circle,
        } => {
            check_household(*household, context)?;
            check_circle(*circle, context)?;
            let about = About {
                household: *household,
                day: *day,
                topic: *topic,
                circle: *circle,
                corrects: None,
            };
            write(about, text, context)
        }
        Verb::Correct {
            household,
            corrects,
            text,
        } => correct(*household, *corrects, text, context),
    }
}

/// An entry without its words.
struct About {
    household: HouseholdId,
    day: Day,
    topic: EntryTopic,
    circle: Circle,
    corrects: Option<DiaryEntryId>,
}

fn check_household(id: HouseholdId, context: &Context<'_>) -> Result<(), rooms::Refusal> {
    context
        .at::<Household>(id)
        .map(|_| ())
        .ok_or_else(|| household::Refusal::Unknown.into())
}

/// A partner has no department: it writes for the team or for who works with it.
fn check_circle(circle: Circle, context: &Context<'_>) -> Result<(), Refusal> {
    if circle != Circle::Partners && context.author.role == Role::ManagingPartner {
        return Err(Refusal::CircleNotYours);
    }
    Ok(())
}

/// A correction is about what it corrects, and read by the same.
fn correct(household: HouseholdId, id: DiaryEntryId, text: &str, context: &Context<'_>) -> Decided {
    check_household(household, context)?;
    let before: &DiaryEntry = context.at(id).ok_or(Refusal::Unknown)?;
    if before.household != household {
        return Err(Refusal::OfAnotherCase.into());
    }
    check_circle(before.circle, context)?;
    // Another department would keep the correction from who read the mistake.
    if before.circle == Circle::Department && before.role != context.author.role {
        return Err(Refusal::CorrectionNarrower.into());
    }
    let about = About {
        household,
        day: before.day,
        topic: before.topic,
        circle: before.circle,
        corrects: Some(id),
    };
    write(about, text, context)
}

fn write(about: About, text: &str, context: &Context<'_>) -> Decided {
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty.into());
    }
    check_length(text, LONGEST_ENTRY)?;
    check_past_day(about.day, context.today())?;
    begin(
        context,
        DiaryEntry {
            id: DiaryEntryId::of(context.on.id),
            household: about.household,
            day: about.day,
            topic: about.topic,
            text: text.to_owned(),
            circle: about.circle,
            corrects: about.corrects,
            by: context.author.person,
            by_name: context.author.name.clone(),
            role: context.author.role,
            at: context.moment.at,
        },
    )
}
