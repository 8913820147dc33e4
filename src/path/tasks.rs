// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is to be done about a household: open tasks by the day on which they are due, a new one, and those that are over.
mod ask;
mod closed;
mod for_whom;
mod hand_on;
mod open;

use crate::ui::folded;

use crate::prelude::*;
use crate::{record::Asking, text::path::tasks as text, ui::ButtonKind};
use soglia_domain::{
    id::{HouseholdId, TaskId},
    record::Identity as _,
    task::{Row, Task, TaskStateKind},
};

/// The section.
pub(super) fn section(household: HouseholdId) -> AnyView {
    let asking = Asking::about(household.key());
    let rows = Memo::new(move |_| {
        let rows: Vec<Row> = asking
            .state
            .rows
            .with(|rows| rows.under::<Task>(household.key()).cloned().collect());
        soglia_search::sorted(rows, &mut |a, b| (a.due, a.at, a.id).cmp(&(b.due, b.at, b.id)))
    });
    let open = Memo::new(move |_| ids(rows, true));
    // What was to be done last comes first.
    let closed = Memo::new(move |_| ids(rows, false).into_iter().rev().collect::<Vec<_>>());
    let may_ask = ask::may_ask(household);
    let new = may_ask.then(|| asking.buttons(ButtonKind::Outline, vec![(ask::FORM, text::new())]));
    view! {
        <section class="path-section" aria-labelledby="path-tasks-title" data-test="path-tasks">
            <div class="path-head">
                <h2 id="path-tasks-title">{text::tasks()}</h2>
                {new}
            </div>
            {asking.place(ask::FORM, move || ask::form(asking, household))}
            <Show when=move || open.with(Vec::is_empty)>
                <p class="muted">{text::none()}</p>
            </Show>
            <ul class="path-list">
                <For each=move || open.get() key=|id: &TaskId| id.key() children=open::line/>
            </ul>
            <Show when=move || closed.with(|closed| !closed.is_empty())>
                {folded(
                    "tasks-closed",
                    move || text::closed(closed.with(Vec::len)),
                    move || view! {
                        <ul class="path-list">
                            <For each=move || closed.get() key=|id: &TaskId| id.key() children=closed::line/>
                        </ul>
                    },
                )}
            </Show>
        </section>
    }
}

fn ids(rows: Memo<Vec<Row>>, is_open: bool) -> Vec<TaskId> {
    rows.with(|rows| {
        let those = rows
            .iter()
            .filter(|row| (row.state == TaskStateKind::Open) == is_open);
        those.map(|row| row.id).collect()
    })
}
