// SPDX-License-Identifier: AGPL-3.0-or-later
//! One goal: what is agreed about it, its fields while it is written, and what became of it.
use super::place::Place;
use crate::prelude::*;
use crate::ui::folded;
use crate::{
    session::may::may,
    text::{language, path::plan as text},
    ui::{Button, ButtonKind, StateTag, Summary, SummaryLine, Tone, focus_soon},
};
use soglia_domain::{
    answer::Answer,
    plan::{
        Goal, GoalAnswer, GoalId, GoalOutcome, GoalQuestion as Q, GoalTopic, PlanPartId, PlanStateKind, Verb,
    },
    question::Question as _,
};
use soglia_wording as wording;

/// What is read below the head of a goal.
const BELOW: [Q; 3] = [Q::Measure, Q::Actions, Q::Who];

/// One line of the list.
pub(super) fn line(place: Place, id: GoalId, dropped: RwSignal<Option<Goal>>) -> AnyView {
    let goal = Memo::new(move |_| place.subject.read(|plan| plan.goal(id).cloned()));
    let is_written = Memo::new(move |_| place.is_open() && place.writing.get() == Some(id));
    let body = live(move || {
        if is_written.get() {
            return fields(place, id, dropped);
        }
        let words = live(move || goal.with(|goal| goal.as_ref().map(words).into_any()));
        view! { {words} {write(place, id)} {outcome(place, id)} }
    });
    view! { <li class="path-line" data-test="goal">{body}</li> }
}

/// A goal in words.
fn words(goal: &Goal) -> AnyView {
    let facts = &goal.facts;
    let (tone, consent) = match facts.consent {
        Answer::Known(true) => (Tone::Good, text::agrees()),
        Answer::Known(false) => (Tone::Bad, text::disagrees()),
        Answer::NotAsked | Answer::NotKnownYet => (Tone::Warn, text::not_asked()),
    };
    let domain = facts
        .domain
        .known()
        .map(|domain| view! { <span>{wording::need_domain(*domain, language())}</span> });
    let due = facts
        .due
        .known()
        .map(|due| view! { <span>{text::by_day(*due)}</span> });
    let outcome = goal.outcome();
    let outcome_tone = match outcome {
        GoalOutcome::Open => Tone::Neutral,
        GoalOutcome::Reached => Tone::Good,
        GoalOutcome::Partly => Tone::Info,
        GoalOutcome::NotReached => Tone::Warn,
    };
    let below = BELOW.iter().filter(|question| question.is_known(facts));
    let below = below.map(|question| {
        let term = wording::goal_question(*question, language());
        let words = wording::goal_answer(&facts.get(*question), language());
        view! { <SummaryLine term><span class="diary-words" dir="auto">{words}</span></SummaryLine> }
    });
    let below = below.collect_view();
    view! {
        <p><strong dir="auto" data-test="goal-text">{facts.text.known().cloned()}</strong></p>
        <div class="path-tags">
            {domain}
            {due}
            <StateTag tone label=consent/>
            <StateTag tone=outcome_tone label=wording::goal_outcome(outcome, language())/>
        </div>
        <Summary>{below}</Summary>
    }
}

/// The button that opens its fields.
fn write(place: Place, id: GoalId) -> AnyView {
    let begin = move |()| {
        place.writing.set(Some(id));
        let first = crate::record::field_id(&format!("goals/{id}/{}", Q::Domain.key()));
        focus_soon(first);
    };
    live(move || {
        if !place.is_open() {
            return ().into_any();
        }
        view! {
            <div class="button-row">
                <Button icon="it-pencil" test="goal-write" on_click=begin>{text::edit_goal()}</Button>
            </div>
        }
    })
}

/// Its fields: each saves itself.
fn fields(place: Place, id: GoalId, dropped: RwSignal<Option<Goal>>) -> AnyView {
    let part = PlanPartId::Goal(id);
    let field = |question: &Q| {
        let field = place.subject.ask_of(part, *question)?;
        // A goal always says in which domain it lies, and what it is.
        let field = match question {
            Q::Domain | Q::Text => field.required(),
            Q::Measure | Q::Actions | Q::Who | Q::Due | Q::Consent | Q::Outcome => field,
        };
        Some(field.ask())
    };
    let title = place.address("goals");
    let done = move |()| place.writing.set(None);
    let error = RwSignal::new(None::<String>);
    let take_out = move |()| {
        let goal = untrack(|| place.subject.read(|plan| plan.goal(id).cloned()));
        let (verb, title) = (Verb::DropGoal { goal: id }, title.clone());
        let action = soglia_domain::action::Action::on(place.id, verb);
        place.subject.act(action, move |result| match result {
            Ok(()) => {
                dropped.try_set(goal);
                place.writing.try_set(None);
                focus_soon(title);
            }
            Err(why) => drop(error.try_set(Some(why))),
        });
    };
    view! {
        <div class="case-card" data-test="goal-fields">
            {GoalTopic::Agreed.questions().iter().filter_map(field).collect::<Vec<_>>().into_iter().collect_view()}
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            <div class="button-row">
                <Button kind=ButtonKind::Primary test="goal-done" on_click=done>{text::goal_done()}</Button>
                <Button kind=ButtonKind::Plain test="goal-drop" on_click=take_out>{text::drop_goal()}</Button>
            </div>
        </div>
    }
}

/// What became of it, once the plan holds: a partner says that too.
fn outcome(place: Place, id: GoalId) -> AnyView {
    let part = PlanPartId::Goal(id);
    let fact = GoalAnswer::Outcome(Answer::NotAsked);
    let may_say = may(Verb::SayOf { part, fact });
    live(move || {
        let holds = matches!(
            place.kind.get(),
            Some(PlanStateKind::Signed | PlanStateKind::Ended)
        );
        if !holds || !may_say {
            return ().into_any();
        }
        folded(
            "goal-outcome",
            || text::outcome().to_owned(),
            move || {
                let field = place.subject.ask_of(part, Q::Outcome);
                field.map(|field| field.required().ask()).into_any()
            },
        )
    })
}
