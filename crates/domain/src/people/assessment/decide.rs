// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about an assessment: it is written while it is a draft, and stands once it is closed.
use super::{Assessment, AssessmentAnswer, AssessmentFacts, AssessmentState, Refusal, Verb};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, begin, here},
    household::{self, Household},
    id::{AssessmentId, HouseholdId},
    rooms,
};
use soglia_kernel::{
    calendar::Day, edit::Edit, key::Identity, refusal::Refusal as Common, shape::check_past_day,
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => say_fact(fact, context),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let assessment = known(context)?;
            // To keep what stands changes nothing, and is allowed after the closing too.
            choose(context, assessment, choosing, |chosen| {
                check_chosen(chosen, assessment, context)
            })
        }
        Verb::Begin { household, day } => begin_on(*household, *day, context),
        Verb::Close {} => close(context),
    }
}

fn known<'a>(context: &Context<'a>) -> Result<&'a Assessment, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

fn begin_on(household: HouseholdId, day: Day, context: &Context<'_>) -> Decided {
    let _: &Household = context.at(household).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_past_day(day, context.today())?;
    begin(
        context,
        Assessment {
            id: AssessmentId::of(context.on.id),
            household,
            day,
            state: AssessmentState::Draft,
            facts: AssessmentFacts::default(),
            by: context.author.person,
            by_name: context.author.name.clone(),
            role: context.author.role,
            at: context.moment.at,
        },
    )
}

fn say_fact(fact: &AssessmentAnswer, context: &Context<'_>) -> Decided {
    let assessment = known(context)?;
    if assessment.facts.get(fact.question()) == *fact {
        // What stands may be stated again, also after the closing.
        return NOTHING;
    }
    check_fact(fact, assessment, context)?;
    context.one::<Assessment>(Edit::Say(fact.clone()))
}

fn check_fact(
    fact: &AssessmentAnswer,
    assessment: &Assessment,
    context: &Context<'_>,
) -> Result<(), rooms::Refusal> {
    match assessment.state {
        AssessmentState::Draft => Ok(fact.check_shape(context.today())?),
        AssessmentState::Closed { .. } => Err(Refusal::Closed.into()),
    }
}

/// A choice writes as a fact does; joined texts keep their length.
fn check_chosen(
    chosen: &Edit<Assessment>,
    assessment: &Assessment,
    context: &Context<'_>,
) -> Result<(), rooms::Refusal> {
    match chosen {
        Edit::Say(fact) => check_fact(fact, assessment, context),
        Edit::Begin(_)
        | Edit::SayOf { .. }
        | Edit::Put(_)
        | Edit::Drop(_)
        | Edit::Move(_)
        | Edit::Resolve(_) => Ok(()),
    }
}

fn close(context: &Context<'_>) -> Decided {
    let assessment = known(context)?;
    match assessment.state {
        AssessmentState::Closed { .. } => NOTHING,
        AssessmentState::Draft => {
            if assessment.levels().iter().all(Option::is_none) {
                return Err(Refusal::NothingAssessed.into());
            }
            if assessment.facts.lacks_reason() {
                return Err(Refusal::UrgencyWithoutReason.into());
            }
            let at = context.moment.at;
            context.one::<Assessment>(Edit::Move(AssessmentState::Closed { at }))
        }
    }
}
