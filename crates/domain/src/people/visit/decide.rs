// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about visits: what is planned and what changes while it is. How a visit ends stands in `end`.
mod end;
mod photos;

use super::{
    Attempt, AttemptId, AttemptReason, CheckItem, LONGEST_ATTEMPT_NOTE, LONGEST_SAFETY, MOST_ATTEMPTS,
    Refusal, Verb, Visit, VisitFact, VisitPart, VisitPartId, VisitState, appointment::check_not_long_ago,
};
use crate::{
    assignee::Colleague,
    choosing::choose,
    context::{Context, Decided, NOTHING, begin, here, say},
    dwelling::{self, Dwelling},
    household::{self, Household},
    id::VisitId,
    rooms,
};
use end::{Held, cancel, close, give_up};
use photos::{add_photo, remove_photo};
use soglia_kernel::{
    answer::Answer,
    author::Role,
    calendar::Day,
    content::Content,
    edit::Edit,
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
        Verb::Say(fact) => say_fact(fact, context),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => choose(context, own(context)?, choosing, check_chosen),
        Verb::Plan {
            household,
            dwelling,
            purpose,
            appointment,
            who,
        } => plan(
            Visit {
                id: VisitId::of(context.on.id),
                household: *household,
                dwelling: *dwelling,
                purpose: *purpose,
                appointment: appointment.clone(),
                who: who.clone().unwrap_or_else(|| Colleague::of(context.author)),
                safety: Answer::NotAsked,
                checks: Vec::new(),
                attempts: Vec::new(),
                photos: Vec::new(),
                state: VisitState::Planned,
                partner: is_of_partner(context).then_some(context.author.organisation),
                by: context.author.person,
                by_name: context.author.name.clone(),
                role: context.author.role,
                at: context.moment.at,
            },
            context,
        ),
        Verb::Attempt {
            attempt: id,
            day,
            reason,
            note,
        } => attempt(*id, *day, *reason, note.trim(), context),
        Verb::Check { item, done } => check(*item, *done, context),
        Verb::AddPhoto { photo } => add_photo(photo, own(context)?, context),
        Verb::RemovePhoto { photo } => remove_photo(*photo, own(context)?, context),
        Verb::Close {
            day,
            from,
            to,
            present,
            notes,
        } => {
            let held = Held {
                day: *day,
                hours: (*from, *to),
                present,
                notes: notes.trim(),
            };
            close(&held, own(context)?, context)
        }
        Verb::GiveUp { reason, note } => give_up(*reason, note.trim(), own(context)?, context),
        Verb::Cancel { reason } => cancel(reason, own(context)?, context),
    }
}

fn is_of_partner(context: &Context<'_>) -> bool {
    context.author.role == Role::ManagingPartner
}

/// The visit, where the author may write about it: a partner only about its own.
fn own<'a>(context: &Context<'a>) -> Result<&'a Visit, rooms::Refusal> {
    let visit: &Visit = here(context, Refusal::Unknown)?;
    if is_of_partner(context) && visit.partner != Some(context.author.organisation) {
        return Err(Refusal::OfOthers.into());
    }
    Ok(visit)
}

fn plan(visit: Visit, context: &Context<'_>) -> Decided {
    let household: &Household = context.at(visit.household).ok_or(household::Refusal::Unknown)?;
    if let Some(dwelling) = visit.dwelling {
        context
            .at::<Dwelling>(dwelling)
            .ok_or(dwelling::Refusal::Unknown)?;
    }
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    if household.joined().is_some() {
        return Err(household::Refusal::CaseJoined.into());
    }
    let appointment = visit.appointment.checked(context.today())?;
    let who = check_who(&visit, &visit.who)?;
    begin(
        context,
        Visit {
            appointment,
            who,
            ..visit
        },
    )
}

/// Partner and City each send their own people: only so does everybody see what they go to.
fn check_who(visit: &Visit, who: &Colleague) -> Result<Colleague, rooms::Refusal> {
    if (who.role == Role::ManagingPartner) != visit.partner.is_some() {
        return Err(Refusal::WrongSide.into());
    }
    Ok(who.checked()?)
}

fn say_fact(fact: &VisitFact, context: &Context<'_>) -> Decided {
    let visit = own(context)?;
    if visit.said(fact) == *fact {
        return NOTHING;
    }
    if visit.state != VisitState::Planned {
        return Err(Refusal::Over.into());
    }
    let kept = match fact {
        VisitFact::Appointment(appointment) => VisitFact::Appointment(appointment.checked(context.today())?),
        VisitFact::Who(who) => VisitFact::Who(check_who(visit, who)?),
        VisitFact::Safety(safety) => {
            check_safety(safety)?;
            VisitFact::Safety(safety.clone())
        }
    };
    say(context, visit, kept)
}

fn check_safety(safety: &Answer<String>) -> Result<(), Common> {
    check_length(safety.known().map_or("", String::as_str), LONGEST_SAFETY)
}

/// Joined notes keep their length; the rest was accepted once.
fn check_chosen(chosen: &Edit<Visit>) -> Result<(), rooms::Refusal> {
    match chosen {
        Edit::Say(VisitFact::Safety(safety)) => Ok(check_safety(safety)?),
        Edit::Say(VisitFact::Appointment(_) | VisitFact::Who(_))
        | Edit::Begin(_)
        | Edit::SayOf { .. }
        | Edit::Put(_)
        | Edit::Drop(_)
        | Edit::Move(_)
        | Edit::Resolve(_) => Ok(()),
    }
}

/// Somebody tried. Written down without a network it may arrive when the visit was held or given up by somebody else: it
/// happened all the same.
fn attempt(id: AttemptId, day: Day, reason: AttemptReason, note: &str, context: &Context<'_>) -> Decided {
    let visit = own(context)?;
    check_length(note, LONGEST_ATTEMPT_NOTE)?;
    check_past_day(day, context.today())?;
    check_not_long_ago(day, visit.at.day())?;
    if let Some(known) = visit.attempts.iter().find(|known| known.id == id) {
        if (known.day, known.reason, known.note.as_str()) == (day, reason, note) {
            return NOTHING;
        }
        return Err(Common::AlreadyExists.into());
    }
    let may_have_been = match &visit.state {
        VisitState::Planned | VisitState::NotPossible { .. } => true,
        VisitState::Done { day: held, .. } => day <= *held,
        VisitState::Cancelled { .. } => false,
    };
    if !may_have_been {
        return Err(Refusal::Over.into());
    }
    if visit.attempts.len() >= MOST_ATTEMPTS {
        let most = MOST_ATTEMPTS as u32;
        return Err(Refusal::TooManyAttempts { most }.into());
    }
    let made = Attempt {
        id,
        day,
        at: context.moment.at,
        reason,
        note: note.to_owned(),
    };
    context.one::<Visit>(Edit::Put(VisitPart::Attempt(Box::new(made))))
}

/// The list is gone through at the visit and after it.
fn check(item: CheckItem, done: bool, context: &Context<'_>) -> Decided {
    let visit = own(context)?;
    if visit.checks.contains(&item) == done {
        return NOTHING;
    }
    match visit.state {
        VisitState::Planned | VisitState::Done { .. } => {}
        VisitState::NotPossible { .. } | VisitState::Cancelled { .. } => return Err(Refusal::Over.into()),
    }
    context.one::<Visit>(if done {
        Edit::Put(VisitPart::Check(Box::new(item)))
    } else {
        Edit::Drop(VisitPartId::Check(item))
    })
}
