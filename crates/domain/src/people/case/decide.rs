// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about cases: each is one step more, from where the case stands when it is decided.
use super::{Case, CasePart, CaseStage, CaseStageKind, Conclusion, Refusal, Step, Verb, letter::unmet};
use crate::{
    choosing::choose,
    context::{Context, Decided, begin, here},
    finding::Requirement,
    household::{self, Household},
    id::{CaseId, HouseholdId},
    rooms,
    rulebook::ParameterName,
};
use soglia_kernel::{
    calendar::{Day, working_day_after},
    edit::Edit,
    key::Identity,
    refusal::Refusal as Common,
    shape::{check_past_day, check_reason, check_text},
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => choose(context, known(context)?, choosing, |_| Ok(())),
        Verb::Open { household } => open(*household, context),
        Verb::Advance { to, reason, due } => advance(*to, reason, *due, context),
        Verb::Refuse { reason, grounds } => refuse(reason, grounds, context),
        Verb::Withdraw { reason } => {
            check_reason(reason)?;
            let case = known(context)?;
            check_leads_to(case, CaseStageKind::Withdrawn)?;
            step_on(case, CaseStage::Withdrawn, reason, None, context)
        }
        Verb::Appeal {
            household,
            received,
            reason,
        } => appeal(*household, *received, reason, context),
        Verb::AnswerAppeal { accepted, reason } => answer_appeal(*accepted, reason, context),
        Verb::Reassess { reason, due } => {
            check_reason(reason)?;
            check_due(Some(*due), context)?;
            let case = at_work(context)?;
            // Who is still listened to goes on to the assessment, and does not go back to it.
            if case.stage().next() == Some(CaseStage::Assessment) {
                return Err(not_from(case).into());
            }
            check_leads_to(case, CaseStageKind::Assessment)?;
            step_on(case, CaseStage::Assessment, reason, Some(*due), context)
        }
        Verb::Conclude {
            conclusion,
            destination,
            reason,
        } => conclude(*conclusion, destination, reason, context),
    }
}

fn known<'a>(context: &Context<'a>) -> Result<&'a Case, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

/// The case, unless its household waits for an answer: nothing else is decided before.
fn at_work<'a>(context: &Context<'a>) -> Result<&'a Case, rooms::Refusal> {
    let case = known(context)?;
    if case.stage() == CaseStageKind::Appealed {
        return Err(Refusal::AppealOpen.into());
    }
    Ok(case)
}

fn not_from(case: &Case) -> Refusal {
    Refusal::StageNotReachable { from: case.stage() }
}

fn check_leads_to(case: &Case, to: CaseStageKind) -> Result<(), Refusal> {
    if case.stage().leads_to().contains(&to) {
        Ok(())
    } else {
        Err(not_from(case))
    }
}

fn check_due(due: Option<Day>, context: &Context<'_>) -> Result<(), Common> {
    match due {
        Some(due) if due < context.today() => Err(Common::EndsBeforeItBegins),
        Some(_) | None => Ok(()),
    }
}

/// A household has one open case. Among the records in view are its others at the server alone.
fn check_only_one(of: HouseholdId, context: &Context<'_>) -> Result<(), Refusal> {
    let mut cases = context.known.of_root::<Case>(of.key());
    if cases.any(|case| case.id.key() != context.on && case.stage().is_open()) {
        return Err(Refusal::OpenAlready);
    }
    Ok(())
}

fn step(number: u16, stage: CaseStage, reason: &str, due: Option<Day>, context: &Context<'_>) -> Step {
    Step {
        number,
        stage,
        reason: reason.trim().to_owned(),
        due,
        by: context.author.person,
        by_name: context.author.name.clone(),
        role: context.author.role,
        at: context.moment.at,
    }
}

/// One step more. Its number is that of the record as it is when it is decided: at the server one after the other.
fn step_on(case: &Case, stage: CaseStage, reason: &str, due: Option<Day>, context: &Context<'_>) -> Decided {
    let number = case.last().map_or(0, |step| step.number).saturating_add(1);
    let made = step(number, stage, reason, due, context);
    context.one::<Case>(Edit::Put(CasePart::Step(Box::new(made))))
}

fn open(of: HouseholdId, context: &Context<'_>) -> Decided {
    let household: &Household = context.at(of).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    if household.joined().is_some() {
        return Err(household::Refusal::CaseJoined.into());
    }
    check_only_one(of, context)?;
    begin(
        context,
        Case {
            id: CaseId::of(context.on.id),
            household: of,
            steps: vec![step(1, CaseStage::Access, "", None, context)],
        },
    )
}

/// Only forward: who meant to begin the assessment must not undo the project that a colleague began meanwhile.
fn advance(to: CaseStageKind, reason: &str, due: Option<Day>, context: &Context<'_>) -> Decided {
    check_text(reason)?;
    check_due(due, context)?;
    let case = at_work(context)?;
    let next = case.stage().next().filter(|next| next.kind() == to);
    let next = next.ok_or_else(|| not_from(case))?;
    let due = due.or_else(|| legal_term(to, context));
    step_on(case, next, reason, due, context)
}

/// The day by which the law wants a stage done, where it says one: a project is signed some working days after the
/// assessment that it rests on.
fn legal_term(stage: CaseStageKind, context: &Context<'_>) -> Option<Day> {
    if stage != CaseStageKind::Project {
        return None;
    }
    let today = context.today();
    let rules = context.rulebook.as_of(today);
    let n_days = rules.number(ParameterName::PlanDeadlineWorkingDays);
    Some(working_day_after(today, n_days))
}

/// A refusal rests on what is known to be unmet when it is decided: where a colleague mended a fact meanwhile, the server
/// says so before the household reads something else.
fn refuse(reason: &str, grounds: &[Requirement], context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    let case = at_work(context)?;
    check_leads_to(case, CaseStageKind::Refused)?;
    let found = unmet_now(case, context)?;
    let mut kept: Vec<Requirement> = Vec::with_capacity(grounds.len());
    for requirement in grounds.iter().copied() {
        if !found.contains(&requirement) {
            return Err(Refusal::GroundNotFound { requirement }.into());
        }
        if !kept.contains(&requirement) {
            kept.push(requirement);
        }
    }
    let rules = context.rulebook.as_of(context.today());
    let last = deadline(context.today(), rules.number(ParameterName::CaseAppealDays));
    step_on(
        case,
        CaseStage::Refused { grounds: kept },
        reason,
        Some(last),
        context,
    )
}

fn unmet_now(case: &Case, context: &Context<'_>) -> Result<Vec<Requirement>, rooms::Refusal> {
    let household: &Household = context.at(case.household).ok_or(household::Refusal::Unknown)?;
    let rules = context.rulebook.as_of(context.today());
    let found = unmet(household, &rules).into_iter();
    Ok(found.map(|finding| finding.requirement).collect())
}

/// The last day of a term of so many days. A term that would end while offices are closed ends when they open again, so
/// that nobody loses it to a holiday.
fn deadline(from: Day, n_days: u32) -> Day {
    working_day_after(from.plus_days(i64::from(n_days) - 1), 1)
}

/// Whether it came in time is asked of the day on which the household asked, not of the day on which somebody typed it.
fn appeal(household: HouseholdId, received: Day, reason: &str, context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    check_past_day(received, context.today())?;
    let case = known(context)?;
    if case.household != household {
        return Err(Refusal::OfAnotherHousehold.into());
    }
    check_leads_to(case, CaseStageKind::Appealed)?;
    let (refused, _) = case.refused().ok_or_else(|| not_from(case))?;
    let last = refused.due.ok_or(Refusal::AppealAnswered)?;
    if received < refused.at.day() {
        return Err(Common::EndsBeforeItBegins.into());
    }
    if received > last {
        return Err(Refusal::AppealTooLate { last }.into());
    }
    check_only_one(household, context)?;
    let rules = context.rulebook.as_of(received);
    let answer = deadline(received, rules.number(ParameterName::CaseAppealAnswerDays));
    step_on(
        case,
        CaseStage::Appealed { received },
        reason,
        Some(answer),
        context,
    )
}

/// A refusal that is confirmed keeps what still stands of its grounds, and has no last day for another appeal.
fn answer_appeal(accepted: bool, reason: &str, context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    let case = known(context)?;
    if case.stage() != CaseStageKind::Appealed {
        return Err(not_from(case).into());
    }
    if accepted {
        return step_on(case, CaseStage::Assessment, reason, None, context);
    }
    let found = unmet_now(case, context)?;
    let grounds = case.refused().map_or(&[][..], |(_, grounds)| grounds).iter();
    let grounds = grounds.copied().filter(|ground| found.contains(ground)).collect();
    step_on(case, CaseStage::Refused { grounds }, reason, None, context)
}

fn conclude(conclusion: Conclusion, destination: &str, reason: &str, context: &Context<'_>) -> Decided {
    check_text(destination)?;
    match conclusion {
        Conclusion::Other => check_reason(reason)?,
        Conclusion::Autonomy | Conclusion::OtherService | Conclusion::MovedAway => check_text(reason)?,
    }
    let case = at_work(context)?;
    check_leads_to(case, CaseStageKind::Concluded)?;
    let stage = CaseStage::Concluded {
        conclusion,
        destination: destination.trim().to_owned(),
    };
    step_on(case, stage, reason, None, context)
}
