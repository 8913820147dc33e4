// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about the words of a plan. What happens with it as a whole stands in `course`.
use super::{
    Goal, GoalAnswer, GoalFacts, GoalId, MOST_GOALS, Plan, PlanAnswer, PlanFacts, PlanPart, PlanPartId,
    PlanState, Refusal, Verb,
    check::{check_draft, check_words, known},
    course::{end, follow_up, review, revise, sign},
};
use crate::{
    assessment::NeedDomain,
    choosing::choose,
    context::{Context, Decided, NOTHING, begin},
    household::{self, Household},
    id::{HouseholdId, PlanId},
    rooms,
};
use soglia_kernel::{
    answer::Answer, calendar::Day, edit::Edit, key::Identity, refusal::Refusal as Common,
    shape::check_past_day,
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => say_fact(fact, context),
        Verb::SayOf { part, fact } => say_of_goal(*part, fact, context),
        Verb::Resolve(choosing) => {
            let plan = known(context)?;
            // To keep what stands changes nothing, and is allowed after the signature too.
            choose(context, plan, choosing, |chosen| {
                check_chosen(chosen, plan, context)
            })
        }
        Verb::Begin { household, day } => begin_on(*household, *day, context),
        Verb::AddGoal { goal, domain, text } => add_goal(*goal, *domain, text, context),
        Verb::DropGoal { goal } => drop_goal(*goal, context),
        Verb::Review {
            review: id,
            day,
            words,
            next,
        } => review(*id, *day, words, *next, context),
        Verb::Sign {
            day,
            name,
            image,
            text_hash,
        } => sign(*day, name, *image, text_hash, context),
        Verb::Revise {} => revise(context),
        Verb::End {
            day,
            reason,
            destination,
        } => end(*day, *reason, destination, context),
        Verb::FollowUp { after, day, words } => follow_up(*after, *day, words, context),
    }
}

fn begin_on(household: HouseholdId, day: Day, context: &Context<'_>) -> Decided {
    let _: &Household = context.at(household).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_past_day(day, context.today())?;
    begin(
        context,
        Plan {
            id: PlanId::of(context.on.id),
            household,
            begun: day,
            state: PlanState::Draft,
            facts: PlanFacts::default(),
            goals: Vec::new(),
            reviews: Vec::new(),
            signatures: Vec::new(),
            follow_ups: Vec::new(),
            by: context.author.person,
            by_name: context.author.name.clone(),
            at: context.moment.at,
        },
    )
}

fn say_fact(fact: &PlanAnswer, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    if plan.facts.get(fact.question()) == *fact {
        // What stands may be stated again, also after the signature.
        return NOTHING;
    }
    check_fact(fact, plan, context)?;
    context.one::<Plan>(Edit::Say(fact.clone()))
}

fn say_of_goal(part: PlanPartId, fact: &GoalAnswer, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    let goal = match part {
        PlanPartId::Goal(id) => plan.goal(id),
        PlanPartId::Review(_) | PlanPartId::Signature(_) | PlanPartId::FollowUp(_) => None,
    };
    let goal = goal.ok_or(Refusal::UnknownGoal)?;
    if goal.facts.get(fact.question()) == *fact {
        return NOTHING;
    }
    check_goal_fact(fact, plan, context)?;
    let fact = fact.clone();
    context.one::<Plan>(Edit::SayOf { part, fact })
}

fn check_fact(fact: &PlanAnswer, plan: &Plan, context: &Context<'_>) -> Result<(), rooms::Refusal> {
    check_draft(plan)?;
    Ok(fact.check_shape(context.today())?)
}

/// What is agreed about a goal is written in the draft. What became of it may be said at any time: the tablet of a partner
/// may come in after the end.
fn check_goal_fact(fact: &GoalAnswer, plan: &Plan, context: &Context<'_>) -> Result<(), rooms::Refusal> {
    fact.check_shape(context.today())?;
    match fact {
        GoalAnswer::Outcome(_) => Ok(()),
        GoalAnswer::Text(text) => {
            check_draft(plan)?;
            check_words(text.known().map_or("", String::as_str)).map(|_| ())
        }
        GoalAnswer::Domain(_)
        | GoalAnswer::Measure(_)
        | GoalAnswer::Actions(_)
        | GoalAnswer::Who(_)
        | GoalAnswer::Due(_)
        | GoalAnswer::Consent(_) => Ok(check_draft(plan)?),
    }
}

/// A choice writes as a fact does; joined texts keep their length.
fn check_chosen(chosen: &Edit<Plan>, plan: &Plan, context: &Context<'_>) -> Result<(), rooms::Refusal> {
    match chosen {
        Edit::Say(fact) => check_fact(fact, plan, context),
        Edit::SayOf { fact, .. } => check_goal_fact(fact, plan, context),
        Edit::Begin(_) | Edit::Put(_) | Edit::Drop(_) | Edit::Move(_) | Edit::Resolve(_) => Ok(()),
    }
}

fn add_goal(id: GoalId, domain: NeedDomain, text: &str, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    if plan.goal(id).is_some() {
        return NOTHING;
    }
    check_draft(plan)?;
    let text = check_words(text)?;
    if plan.goals.len() >= MOST_GOALS {
        let most = MOST_GOALS as u32;
        return Err(Refusal::TooManyGoals { most }.into());
    }
    let facts = GoalFacts {
        domain: Answer::Known(domain),
        text: Answer::Known(text),
        ..GoalFacts::default()
    };
    context.one::<Plan>(Edit::Put(PlanPart::Goal(Box::new(Goal { id, facts }))))
}

fn drop_goal(id: GoalId, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    if plan.goal(id).is_none() {
        return NOTHING;
    }
    check_draft(plan)?;
    context.one::<Plan>(Edit::Drop(PlanPartId::Goal(id)))
}
