// SPDX-License-Identifier: AGPL-3.0-or-later
//! The support plan of a household: the one that goes on, and below it those that are over.
mod aim;
mod ending;
mod goal;
mod goals;
mod image;
mod outcomes;
mod pad;
mod place;
mod review;
mod signatures;
mod signing;
mod whole;
mod words;

use super::shared::shared;
use crate::prelude::*;
use crate::ui::folded;
use crate::{
    session::may::may,
    state::State,
    text::{language, path::plan as text, shell},
    ui::{Button, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::{HouseholdId, PlanId},
    plan::{GoalQuestion, Plan, PlanQuestion, PlanStateKind, Row, Verb},
    record::Identity as _,
    shared_link::SharedView,
};
use soglia_wording::{
    self as wording, goal_answer, goal_help, goal_question, plan_answer, plan_help, plan_question,
};

crate::worded! {
    PlanQuestion: plan_question, plan_help, plan_answer;
    GoalQuestion: goal_question, goal_help, goal_answer;
}

/// The title of the page: the focus goes there when a plan was begun.
const TITLE: &str = "plan-title";

/// The plans of a household, as a part of its page.
pub(crate) fn page(household: HouseholdId) -> AnyView {
    let state = expect_context::<State>();
    let plans = Memo::new(move |_| plans(state, household));
    let first = Memo::new(move |_| plans.with(|plans| plans.first().map(|row| row.id)));
    let others = Memo::new(move |_| plans.with(|plans| plans.iter().skip(1).cloned().collect::<Vec<_>>()));
    let goes_on =
        Memo::new(move |_| plans.with(|plans| plans.iter().any(|row| row.state != PlanStateKind::Ended)));
    let may_begin = may(Verb::Begin {
        household,
        day: Day::constant(2026, 1, 1),
    });
    let error = RwSignal::new(None::<String>);
    let button = move || (may_begin && !goes_on.get()).then(|| begin(state, household, error));
    let none = if may_begin {
        text::none()
    } else {
        text::none_to_read()
    };
    let shown = live(move || match first.get() {
        Some(id) => whole::plan(id, household),
        None => view! { <p class="muted">{none}</p> },
    });
    let shared = shared(Memo::new(move |_| {
        first.get().map(|plan| SharedView::FamilyPlan { household, plan })
    }));
    view! {
        <div class="path" data-test="plan-page">
            <div class="path-head">
                <h2 id=TITLE tabindex="-1">{text::title()}</h2>
                {button}
            </div>
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            {shown}
            <Show when=move || !others.with(Vec::is_empty)>
                {folded(
                    "plan-others",
                    move || text::others(others.with(Vec::len)),
                    move || view! {
                        <ul class="path-list">
                            <For each=move || others.get() key=|row| row.id.key() children=move |row| other(&row, household)/>
                        </ul>
                    },
                )}
            </Show>
            {shared}
        </div>
    }
}

/// All plans of the household: those that go on first, then the newest first. Two tablets may each have begun one.
fn plans(state: State, household: HouseholdId) -> Vec<Row> {
    let rows: Vec<Row> = state
        .rows
        .with(|rows| rows.under::<Plan>(household.key()).cloned().collect());
    let order = |row: &Row| (row.state != PlanStateKind::Ended, row.begun, row.id);
    soglia_search::sorted(rows, &mut |a, b| order(b).cmp(&order(a)))
}

/// A plan beside the one that is shown, folded.
fn other(row: &Row, household: HouseholdId) -> AnyView {
    let id = row.id;
    let state = wording::plan_state(row.state, language());
    let title = text::one_of_others(row.begun, state);
    view! {
        <li class="path-line">
            {folded("plan-other", move || title.clone(), move || whole::plan(id, household))}
        </li>
    }
}

/// The button that begins a plan today.
fn begin(state: State, household: HouseholdId, error: RwSignal<Option<String>>) -> AnyView {
    // A second touch before the first one is done would begin a second one.
    let is_busy = RwSignal::new(false);
    let begin = move |()| {
        is_busy.set(true);
        let day = state.today();
        let action = Action::on(state.new_id::<PlanId>(), Verb::Begin { household, day });
        spawn_local(async move {
            let refused = state.act(action).await.err();
            if refused.is_none() {
                focus_soon(TITLE);
            }
            error.try_set(refused.map(|refused| shell::act_error(&refused)));
            is_busy.try_set(false);
        });
    };
    view! {
        <Button icon="it-plus" test="plan-begin" disabled=is_busy on_click=begin>{text::begin()}</Button>
    }
}
