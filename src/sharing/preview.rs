// SPDX-License-Identifier: AGPL-3.0-or-later
//! What whoever gets a link will read, by the function that makes it for them, and what they will not.
use super::terms::TermFields;
use crate::prelude::*;
use crate::{
    state::{Open, State, family_words},
    text::{language, sharing as text},
};
use leptos::task::spawn_local;
use soglia_domain::{
    calendar::Day,
    case::Case,
    dwelling::Dwelling,
    household::Household,
    plan::{Plan, due},
    rooms::Room,
    shared_link::SharedView,
    tongue::Tongue,
};
use soglia_views::{SharedPage, When, Words, case_summary, contractor, drawn, family_plan, left_out};

/// The words of a language, or what became of them.
#[derive(Clone, PartialEq)]
enum Spoken {
    OnTheirWay,
    Failed,
    Here(Tongue, Words),
}

/// The preview of a view.
pub(super) fn preview(state: State, view: SharedView, until: Day, terms: TermFields) -> AnyView {
    let shown = state.record(move || view.shows());
    let around = state.record(move || view.of());
    let spoken = RwSignal::new(Spoken::OnTheirWay);
    let tongue = Memo::new(move |_| terms.follow_tongue());
    Effect::new(move |_| {
        let tongue = tongue.get();
        if matches!(view, SharedView::FamilyPlan { .. }) {
            speak(tongue, spoken);
        }
    });
    let when = move || When {
        until,
        now_ms: state.now_ms(),
        copied_ms: None,
        opened: None,
    };
    let page = move || -> Option<SharedPage> {
        match view {
            SharedView::Contractor { .. } => {
                let dwelling = content::<Dwelling>(&shown.get())?;
                Some(contractor(&dwelling, when(), language()))
            }
            SharedView::FamilyPlan { .. } => {
                let Spoken::Here(tongue, words) = spoken.get() else {
                    return None;
                };
                let plan = content::<Plan>(&shown.get())?;
                Some(family_plan(
                    &plan,
                    &words,
                    tongue,
                    due(plan.begun, &state.rules()),
                    when(),
                ))
            }
            SharedView::CaseSummary { .. } => {
                let case = content::<Case>(&shown.get())?;
                let household = content::<Household>(&around.get())?;
                let rulebook = state.city_rules.with(|city| city.rulebook());
                Some(case_summary(&case, &household, &rulebook, when(), language()))
            }
        }
    };
    live(move || {
        if spoken.get() == Spoken::Failed {
            return view! { <p class="muted" role="status">{text::no_words()}</p> };
        }
        let Some(page) = page() else {
            return view! { <p class="muted" role="status">{text::opening()}</p> };
        };
        let left_out = left_out(view, language()).iter();
        let left_out = left_out.map(|what| view! { <li>{*what}</li> });
        view! {
            <div class="shared-preview">
                <p dir=page.language.direction()><strong>{page.title.clone()}</strong></p>
                {drawn(&page, |_| ().into_any())}
            </div>
            <p>{text::left_out()}</p>
            <ul data-test="share-left-out">{left_out.collect_view()}</ul>
        }
    })
}

/// Fetches the words of a language. An answer that comes after another choice is let go.
fn speak(tongue: Tongue, spoken: RwSignal<Spoken>) {
    spoken.set(Spoken::OnTheirWay);
    spawn_local(async move {
        let words = family_words(tongue.key()).await;
        let words = words.and_then(|bytes| Words::read(&bytes));
        spoken.try_set(words.map_or(Spoken::Failed, |words| Spoken::Here(tongue, words)));
    });
}

fn content<C: Room + Clone>(open: &Open) -> Option<C> {
    C::of(&open.here()?.stored.record).cloned()
}
