// SPDX-License-Identifier: AGPL-3.0-or-later
//! Visits to a household: those that are to come by day, a new one, and those that are over.
mod appointment;
mod change;
mod checklist;
mod end;
mod head;
mod hours;
mod over;
mod photos;
mod plan;
mod planned;
mod seen;
mod told;

use crate::prelude::*;
use crate::record::Asking;
use crate::ui::folded;
use crate::{text::path::visits as text, ui::ButtonKind};
use soglia_domain::{
    id::{HouseholdId, VisitId},
    record::Identity as _,
    visit::{Row, Visit, VisitStateKind},
};

/// The section.
pub(super) fn section(household: HouseholdId) -> AnyView {
    let asking = Asking::about(household.key());
    let rows = Memo::new(move |_| {
        let rows: Vec<Row> = asking
            .state
            .rows
            .with(|rows| rows.under::<Visit>(household.key()).cloned().collect());
        soglia_search::sorted(rows, &mut |a, b| {
            (a.day, a.from, a.id).cmp(&(b.day, b.from, b.id))
        })
    });
    let planned = Memo::new(move |_| ids(rows, true));
    // The last one comes first.
    let over = Memo::new(move |_| ids(rows, false).into_iter().rev().collect::<Vec<_>>());
    let may_plan = plan::may_plan(household);
    let new = may_plan.then(|| asking.buttons(ButtonKind::Outline, vec![(plan::FORM, text::plan())]));
    let none = if may_plan {
        text::none()
    } else {
        text::none_to_read()
    };
    view! {
        <section class="path-section" aria-labelledby="path-visits-title" data-test="path-visits">
            <div class="path-head">
                <h2 id="path-visits-title">{text::visits()}</h2>
                {new}
            </div>
            {asking.place(plan::FORM, move || plan::form(asking, household))}
            <Show when=move || planned.with(Vec::is_empty)>
                <p class="muted">{none}</p>
            </Show>
            <ul class="path-list">
                <For each=move || planned.get() key=|id: &VisitId| id.key() children=planned::line/>
            </ul>
            <Show when=move || over.with(|over| !over.is_empty())>
                {folded(
                    "visits-over",
                    move || text::over(over.with(Vec::len)),
                    move || view! {
                        <ul class="path-list">
                            <For each=move || over.get() key=|id: &VisitId| id.key() children=over::line/>
                        </ul>
                    },
                )}
            </Show>
        </section>
    }
}

fn ids(rows: Memo<Vec<Row>>, is_planned: bool) -> Vec<VisitId> {
    rows.with(|rows| {
        let those = rows
            .iter()
            .filter(|row| (row.state == VisitStateKind::Planned) == is_planned);
        those.map(|row| row.id).collect()
    })
}
