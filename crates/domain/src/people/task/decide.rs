// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about tasks. Of two that finish one task without having seen each other the first stands; the second is at
//! peace where it says the same, and goes back to its author where it says something else, so that no word is lost.
use super::{LONGEST_TASK, MOST_YEARS_AHEAD, Refusal, Task, TaskFact, TaskKind, TaskState, Verb};
use crate::{
    assignee::Assignee,
    choosing::choose,
    context::{Context, Decided, NOTHING, begin, here, say},
    household::{self, Household, HouseholdQuestion, MemberQuestion},
    id::TaskId,
    rooms,
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    content::Content,
    edit::Edit,
    key::Identity,
    refusal::Refusal as Common,
    shape::{check_length, check_reason, check_text},
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
            let task = known(context)?;
            choose(context, task, choosing, |chosen| check_chosen(task, chosen))
        }
        Verb::Ask {
            household,
            what,
            about,
            text,
            due,
            assignee,
        } => ask(
            Task {
                id: TaskId::of(context.on.id),
                household: *household,
                what: *what,
                about: about.clone(),
                text: text.trim().to_owned(),
                due: *due,
                assignee: assignee.clone(),
                state: TaskState::Open,
                by: context.author.person,
                by_name: context.author.name.clone(),
                role: context.author.role,
                at: context.moment.at,
            },
            context,
        ),
        Verb::Finish { answer } => finish(answer.as_deref().map(str::trim), context),
        Verb::Drop { reason } => drop_task(reason, context),
        Verb::Reopen {} => match known(context)?.state {
            TaskState::Open => NOTHING,
            TaskState::Done { .. } | TaskState::Dropped { .. } => {
                context.one::<Task>(Edit::Move(TaskState::Open))
            }
        },
        Verb::Postpone { due, reason } => {
            check_text(reason)?;
            say_fact(&TaskFact::Due(*due), context)
        }
    }
}

fn known<'a>(context: &Context<'a>) -> Result<&'a Task, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

fn ask(task: Task, context: &Context<'_>) -> Decided {
    let household: &Household = context.at(task.household).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    if household.joined().is_some() {
        return Err(household::Refusal::CaseJoined.into());
    }
    if task.text.is_empty() {
        return Err(Refusal::Empty.into());
    }
    check_length(&task.text, LONGEST_TASK)?;
    if let Some(about) = &task.about
        && !(task.what == TaskKind::FindOut && is_question(about))
    {
        return Err(Refusal::NoQuestion.into());
    }
    check_due(task.due, context.today())?;
    let assignee = task.assignee.checked()?;
    begin(context, Task { assignee, ..task })
}

/// Whether a field of a household or of one of its members is asked about.
fn is_question(field: &str) -> bool {
    match field
        .strip_prefix("members/")
        .and_then(|rest| rest.split_once('/'))
    {
        Some((member, key)) => member.parse::<u32>().is_ok() && MemberQuestion::of_key(key).is_some(),
        None => HouseholdQuestion::of_key(field).is_some(),
    }
}

/// Nobody can do by yesterday what is asked today, and a task in many years is a slip of the finger.
fn check_due(due: Day, today: Day) -> Result<(), Refusal> {
    if due < today {
        return Err(Refusal::DuePast);
    }
    let last = today.plus_months(12 * MOST_YEARS_AHEAD);
    if due > last {
        return Err(Refusal::DueTooFar { last });
    }
    Ok(())
}

fn say_fact(fact: &TaskFact, context: &Context<'_>) -> Decided {
    let task = known(context)?;
    if task.said(fact) == *fact {
        return NOTHING;
    }
    if task.state != TaskState::Open {
        return Err(Refusal::Closed.into());
    }
    let kept = match fact {
        TaskFact::Due(due) => {
            check_due(*due, context.today())?;
            TaskFact::Due(*due)
        }
        TaskFact::Assignee(to) => {
            check_inside(task, to)?;
            TaskFact::Assignee(to.checked()?)
        }
    };
    say(context, task, kept)
}

/// What was written for the City alone, with its answers and reasons, is not opened to partners by handing it over.
fn check_inside(task: &Task, to: &Assignee) -> Result<(), Refusal> {
    if to.is_partner() && !task.is_shared() {
        return Err(Refusal::StaysInside);
    }
    Ok(())
}

/// Both values were accepted once; whom they show the task to may have changed in the meantime.
fn check_chosen(task: &Task, chosen: &Edit<Task>) -> Result<(), rooms::Refusal> {
    match chosen {
        Edit::Say(TaskFact::Assignee(to)) => Ok(check_inside(task, to)?),
        Edit::Say(TaskFact::Due(_))
        | Edit::Begin(_)
        | Edit::SayOf { .. }
        | Edit::Put(_)
        | Edit::Drop(_)
        | Edit::Move(_)
        | Edit::Resolve(_) => Ok(()),
    }
}

fn finish(answer: Option<&str>, context: &Context<'_>) -> Decided {
    let task = known(context)?;
    let author = context.author;
    if author.role == Role::ManagingPartner && !task.assignee.is_for(author) {
        return Err(Refusal::ForOthers.into());
    }
    let answer = answer.filter(|answer| !answer.is_empty());
    check_text(answer.unwrap_or_default())?;
    if answer.is_none() && task.what.needs_answer() {
        return Err(Refusal::AnswerMissing.into());
    }
    match &task.state {
        TaskState::Open => context.one::<Task>(Edit::Move(TaskState::Done {
            at: context.moment.at,
            by_name: author.name.clone(),
            role: author.role,
            answer: answer.map(str::to_owned),
        })),
        // Somebody else was quicker, and this adds no word to it.
        TaskState::Done { answer: given, .. } if answer.is_none() || given.as_deref() == answer => NOTHING,
        TaskState::Done { .. } | TaskState::Dropped { .. } => Err(Refusal::Closed.into()),
    }
}

fn drop_task(reason: &str, context: &Context<'_>) -> Decided {
    let task = known(context)?;
    check_reason(reason)?;
    let reason = reason.trim();
    match &task.state {
        TaskState::Open => context.one::<Task>(Edit::Move(TaskState::Dropped {
            at: context.moment.at,
            by_name: context.author.name.clone(),
            reason: reason.to_owned(),
        })),
        TaskState::Dropped { reason: given, .. } if given == reason => NOTHING,
        TaskState::Done { .. } | TaskState::Dropped { .. } => Err(Refusal::Closed.into()),
    }
}
