// SPDX-License-Identifier: AGPL-3.0-or-later
//! One plan from its beginning to what came after its end.
use super::{aim, ending, goals, outcomes, place::Place, review, signing};
use crate::prelude::*;
use crate::{
    record::{Standing, came_back, reviews},
    routes::Address,
    text::{language, path::plan as text},
    ui::{LinkButton, SavedHint, StateTag, Tone},
};
use soglia_domain::{
    calendar::{Day, is_working_day},
    id::{HouseholdId, PlanId},
    plan::{PlanState, PlanStateKind, due},
    rulebook::ParameterName,
};
use soglia_wording as wording;

/// One plan.
pub(super) fn plan(id: PlanId, household: HouseholdId) -> AnyView {
    let place = Place::of(id, household);
    let standing = place.subject.standing();
    live(move || match standing.get() {
        Standing::Opening => view! { <p class="visually-hidden" role="status">{text::opening()}</p> },
        Standing::Missing => view! { <p class="muted">{text::missing()}</p> },
        Standing::Here => here(place),
    })
}

fn here(place: Place) -> AnyView {
    let state = move || place.kind.get().map(key);
    view! {
        <div data-test="plan" data-state=state>
            {head(place)}
            {reviews(place.subject.desk())}
            {came_back(place.subject.desk(), |_| false)}
            {aim::section(place)}
            {goals::section(place)}
            {signing::section(place)}
            {review::section(place)}
            {outcomes::section(place)}
            {ending::section(place)}
        </div>
    }
}

const fn key(kind: PlanStateKind) -> &'static str {
    match kind {
        PlanStateKind::Draft => "draft",
        PlanStateKind::Signed => "signed",
        PlanStateKind::Ended => "ended",
    }
}

/// What the head says of a plan.
#[derive(Clone, PartialEq)]
struct Line {
    begun: Day,
    by_name: String,
    state: PlanState,
    was_signed: bool,
}

/// How far it is, since when, until when it is to be signed; and the way to the version for the family.
fn head(place: Place) -> AnyView {
    let line = Memo::new(move |_| {
        place.subject.read(|plan| {
            Some(Line {
                begun: plan.begun,
                by_name: plan.by_name.clone(),
                state: plan.state.clone(),
                was_signed: !plan.signatures.is_empty(),
            })
        })
    });
    let pending = Signal::derive(move || place.subject.has_pending());
    let tags = live(move || line.with(|line| line.as_ref().map(|line| tags(place, line)).into_any()));
    let href = Address::FamilyPlan(place.household, place.id).path();
    view! {
        <div class="path-tags">{tags} <SavedHint pending/></div>
        <div class="button-row">
            <LinkButton href icon="it-user" test="plan-family">{text::family()}</LinkButton>
        </div>
    }
}

fn tags(place: Place, line: &Line) -> AnyView {
    let (tone, day) = match &line.state {
        PlanState::Draft => (Tone::Warn, None),
        PlanState::Signed { .. } => (Tone::Good, None),
        PlanState::Ended { day, .. } => (Tone::Neutral, Some(text::ended_on(*day))),
    };
    let label = wording::plan_state(line.state.kind(), language());
    // One that was signed once is late no more.
    let deadline = (line.state == PlanState::Draft && !line.was_signed).then(|| deadline(place, line.begun));
    view! {
        <StateTag tone label/>
        <span>{text::begun(line.begun, &line.by_name)}</span>
        {day.map(|day| view! { <span>{day}</span> })}
        {deadline}
    }
}

/// The last day for the signature, and how many working days are left.
fn deadline(place: Place, begun: Day) -> AnyView {
    let (rules, today) = (place.subject.state.rules(), place.subject.state.today());
    let (last, of) = (
        due(begun, &rules),
        rules.number(ParameterName::PlanDeadlineWorkingDays),
    );
    if last < today {
        return view! {
            <span data-test="plan-due">{text::was_due(last, of)}</span>
            <StateTag tone=Tone::Bad label=text::late()/>
        };
    }
    view! { <span data-test="plan-due">{text::sign_until(last, of, working_days(today, last))}</span> }
}

/// Number of working days after one day, up to another one.
fn working_days(after: Day, until: Day) -> usize {
    let days = (1..).map(|n| after.plus_days(n));
    days.take_while(|day| *day <= until)
        .filter(|day| is_working_day(*day))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturdays_sundays_and_holidays_are_not_left_over_for_the_signature() {
        let friday = Day::constant(2026, 11, 27);
        assert_eq!(working_days(friday, friday), 0);
        assert_eq!(working_days(friday, friday.plus_days(2)), 0);
        assert_eq!(working_days(friday, friday.plus_days(4)), 2);
        // 8 December is a Tuesday.
        assert_eq!(
            working_days(Day::constant(2026, 12, 7), Day::constant(2026, 12, 9)),
            1
        );
    }
}
