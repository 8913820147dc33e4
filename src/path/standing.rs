// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the case of a household stands, what can be decided about it, and what was. The City alone sees it.
pub(super) mod act;
mod appeal;
mod decisions;
mod letter;
mod place;
mod refuse;
mod steps;

use self::{
    act::touch,
    place::{Place, stage_key},
};
use super::shared::shared;
use crate::prelude::*;
use crate::{
    session::may::{is_told_whole, may},
    state::State,
    text::{language, path::standing as text},
    ui::{ButtonKind, SavedHint, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    case::{Case, CaseStageKind, Row, Verb},
    household::Household,
    id::{CaseId, HouseholdId},
    record::Identity as _,
    rooms::Room as _,
    shared_link::SharedView,
};
use soglia_wording as wording;

/// The stages of a case that goes its whole way.
const WAY: [CaseStageKind; 5] = [
    CaseStageKind::Access,
    CaseStageKind::Assessment,
    CaseStageKind::Project,
    CaseStageKind::Delivery,
    CaseStageKind::Concluded,
];

/// The section.
pub(super) fn section(household: HouseholdId) -> AnyView {
    if !is_told_whole(CaseId::KIND) {
        return ().into_any();
    }
    let state = expect_context::<State>();
    let cases = Memo::new(move |_| cases(state, household));
    let first = Memo::new(move |_| cases.with(|cases| cases.first().map(|row| row.id)));
    let may_open = may(Verb::Open { household });
    let open = live(move || {
        let (is_open, is_first) =
            cases.with(|cases| (cases.iter().any(|row| row.stage.is_open()), cases.is_empty()));
        if is_open || !may_open {
            return ().into_any();
        }
        let (label, kind) = if is_first {
            (text::open(), ButtonKind::Primary)
        } else {
            (text::open_anew(), ButtonKind::Outline)
        };
        touch("case-open", label, kind, move || {
            Action::on(state.new_id::<CaseId>(), Verb::Open { household })
        })
    });
    let shown = live(move || match first.get() {
        Some(id) => shown(state, id, household),
        None => view! { <p class="muted">{text::none()}</p> },
    });
    let earlier = live(move || cases.with(|cases| earlier(cases.get(1..).unwrap_or_default())));
    view! {
        <section class="path-section" aria-labelledby="path-standing" data-test="path-standing">
            <div class="path-head">
                <h2 id="path-standing">{text::standing()}</h2>
                {open}
            </div>
            {shown}
            {earlier}
        </section>
    }
}

/// What is shared of the case that counts.
pub(super) fn sharing(household: HouseholdId) -> AnyView {
    let state = expect_context::<State>();
    shared(Memo::new(move |_| {
        let case = cases(state, household).first()?.id;
        Some(SharedView::CaseSummary { household, case })
    }))
}

/// The cases of a household on this device: the open one first, then newest first.
fn cases(state: State, household: HouseholdId) -> Vec<Row> {
    let rows: Vec<Row> = state
        .rows
        .with(|rows| rows.under::<Case>(household.key()).cloned().collect());
    let order = |row: &Row| (row.stage.is_open(), row.since, row.id);
    soglia_search::sorted(rows, &mut |a, b| order(b).cmp(&order(a)))
}

fn shown(state: State, id: CaseId, of: HouseholdId) -> AnyView {
    let (open, whose) = (state.record(move || id.key()), state.record(move || of.key()));
    let case = Memo::new(move |_| {
        open.with(|open| {
            let shown = open.here()?;
            Case::of(&shown.stored.record).cloned()
        })
    });
    let household = Memo::new(move |_| {
        whose.with(|open| {
            let shown = open.here()?;
            Household::of(&shown.stored.record).cloned()
        })
    });
    let pending =
        Memo::new(move |_| open.with(|open| open.here().is_some_and(|shown| !shown.pending.is_empty())));
    let place = Place {
        state,
        id,
        of,
        household,
    };
    live(move || {
        case.with(|case| case.as_ref().map(|case| whole(place, case, pending)))
            .into_any()
    })
}

fn whole(place: Place, case: &Case, pending: Memo<bool>) -> AnyView {
    let stage = case.stage();
    let last = case.last();
    let since = last.map(|step| text::since(step.at.day()));
    let due = last.and_then(|step| step.due);
    // Nobody is late with an appeal: that day is the last one of the household.
    let is_late = stage.is_open() && due.is_some_and(|due| due < place.state.today());
    let due = due.map(|due| match stage {
        CaseStageKind::Refused => text::appeal_until(due),
        _ => text::due(due),
    });
    let tone = if stage.is_open() {
        Tone::Info
    } else {
        Tone::Neutral
    };
    view! {
        <div class="path-case" data-test="case" data-stage=stage_key(stage)>
            <ol class="path-stages" aria-label=text::stages()>{WAY.map(|on_way| on_the_way(on_way, stage)).collect_view()}</ol>
            <p class="path-tags">
                <StateTag tone label=wording::case_stage(stage, language())/>
                <span>{since}</span>
                {due.map(|due| view! { <span data-test="case-due">{due}</span> })}
                {is_late.then(|| view! { <StateTag tone=Tone::Bad label=text::late()/> })}
                <SavedHint pending/>
            </p>
            {appeal::appeal(place, case)}
            {decisions::go_on(place, stage)}
            {letter::folded(place, case)}
            {decisions::others(place, stage)}
            {steps::timeline(place.state, case)}
        </div>
    }
}

fn on_the_way(on_way: CaseStageKind, now: CaseStageKind) -> AnyView {
    let current = (on_way == now).then_some("step");
    view! {
        <li aria-current=current data-test="case-stage" data-stage=stage_key(on_way)>
            {wording::case_stage(on_way, language())}
        </li>
    }
}

/// The cases that came before the one that is shown.
fn earlier(rows: &[Row]) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let line = |row: &Row| {
        view! {
            <li class="path-line" data-test="case-earlier" data-stage=stage_key(row.stage)>
                {wording::case_stage(row.stage, language())} ", " {text::since(row.since.day())}
            </li>
        }
    };
    view! {
        <details>
            <summary>{text::earlier()}</summary>
            <ul class="path-list">{rows.iter().map(line).collect_view()}</ul>
        </details>
    }
}
