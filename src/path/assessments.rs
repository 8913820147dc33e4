// SPDX-License-Identifier: AGPL-3.0-or-later
//! The needs assessments of a household: the one that is being written, those that stand, and what changed between the
//! last two. The City alone sees them.
mod compared;
mod draft;
mod standing;

use crate::prelude::*;
use crate::{
    session::may::{is_told_whole, may},
    state::State,
    text::{path::assessments as text, shell},
    ui::{Button, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    assessment::{Assessment, AssessmentQuestion, Row, Verb},
    id::{AssessmentId, HouseholdId},
    record::Identity as _,
};
use soglia_wording::{assessment_answer, assessment_help, assessment_question};

crate::worded! {
    AssessmentQuestion: assessment_question, assessment_help, assessment_answer;
}

/// The section; nothing for a partner, who needs none of it.
pub(super) fn section(household: HouseholdId) -> AnyView {
    if !is_told_whole(AssessmentId::KIND) {
        return ().into_any();
    }
    let state = expect_context::<State>();
    let may_write = may(Verb::Close {});
    let rows = Memo::new(move |_| newest_first(state, household));
    // Two tablets may each have begun one: the newest is written first, the other one after it.
    let draft = Memo::new(move |_| {
        let newest = || rows.with(|rows| rows.iter().find(|row| !row.is_closed).map(|row| row.id));
        may_write.then(newest).flatten()
    });
    let listed = Memo::new(move |_| {
        let ids = rows.with(|rows| rows.iter().map(|row| row.id).collect::<Vec<_>>());
        let drawn = draft.get();
        ids.into_iter()
            .filter(|id| Some(*id) != drawn)
            .collect::<Vec<_>>()
    });
    let error = RwSignal::new(None::<String>);
    let button = move || (may_write && draft.get().is_none()).then(|| begin(state, household, error));
    let none = if may_write {
        text::none()
    } else {
        text::none_to_read()
    };
    view! {
        <section class="path-section" aria-labelledby=draft::SECTION data-test="path-assessments">
            <div class="path-head">
                <h2 id=draft::SECTION tabindex="-1">{text::title()}</h2>
                {button}
            </div>
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="muted">{none}</p>
            </Show>
            {move || draft.get().map(draft::draft)}
            {compared::compared(rows)}
            <ol class="path-list">
                <For each=move || listed.get() key=|id| id.key() children=move |id| standing::line(id)/>
            </ol>
        </section>
    }
    .into_any()
}

/// All assessments of the household, newest first.
fn newest_first(state: State, household: HouseholdId) -> Vec<Row> {
    let key = household.key();
    let rows: Vec<Row> = state
        .rows
        .with(|rows| rows.under::<Assessment>(key).cloned().collect());
    soglia_search::sorted(rows, &mut |a, b| (b.day, b.id).cmp(&(a.day, a.id)))
}

/// The button that begins one today.
fn begin(state: State, household: HouseholdId, error: RwSignal<Option<String>>) -> AnyView {
    // A second touch before the first one is done would begin a second one.
    let is_busy = RwSignal::new(false);
    let begin = move |()| {
        is_busy.set(true);
        let day = state.today();
        let action = Action::on(state.new_id::<AssessmentId>(), Verb::Begin { household, day });
        spawn_local(async move {
            let refused = state.act(action).await.err();
            if refused.is_none() {
                focus_soon(draft::TITLE);
            }
            error.try_set(refused.map(|refused| shell::act_error(&refused)));
            is_busy.try_set(false);
        });
    };
    view! {
        <Button icon="it-plus" test="assessment-begin" disabled=is_busy on_click=begin>{text::begin()}</Button>
    }
}
