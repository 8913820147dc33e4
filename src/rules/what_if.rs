// SPDX-License-Identifier: AGPL-3.0-or-later
//! What would follow from other figures, over everything on this device. Nothing is kept unless it is saved.
use super::{consequences::consequences, saved::saved, suppose::suppose};
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, rules as text},
    ui::{Button, Notice, PageHead, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{
    id::HouseholdId,
    rulebook::{NewValue, ParameterName, ParameterValue, Rules},
    what_if::{Case, Consequences},
};
use soglia_wording as wording;
use std::sync::Arc;

/// One parameter, supposed otherwise.
pub(super) type Supposed = (ParameterName, NewValue);

/// The households on this device, as the rules need them.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) ids: Vec<HouseholdId>,
    cases: Vec<Case>,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) changes: RwSignal<Vec<Supposed>>,
    /// None while they are being read.
    pub(super) cases: RwSignal<Option<Arc<Cases>>>,
}

impl Desk {
    /// The rules as they are.
    pub(super) fn rules(self) -> Arc<Rules> {
        self.state.rules()
    }

    /// Sets one figure otherwise, in the place of what was supposed of it before.
    pub(super) fn suppose(self, change: Supposed) {
        self.changes.update(|changes| {
            changes.retain(|known| !is_about_the_same(known, &change));
            changes.push(change);
        });
    }

    /// What changes; none while nothing is supposed, or while the households are being read.
    pub(super) fn consequences(self) -> Option<Consequences> {
        let changes = self.changes.get();
        let cases = self.cases.get().filter(|_| !changes.is_empty())?;
        let before = self.rules();
        let mut after = (*before).clone();
        for (name, value) in &changes {
            after = after.supposing(*name, value);
        }
        Some(self.state.what_if(&cases.cases, &before, &after))
    }
}

/// Whether two suppositions are about one figure: market rents are supposed zone by zone.
fn is_about_the_same(one: &Supposed, other: &Supposed) -> bool {
    match (&one.1, &other.1) {
        (NewValue::ZoneRent { zone, .. }, NewValue::ZoneRent { zone: other, .. }) => zone == other,
        _ => one.0 == other.0,
    }
}

/// The page.
pub fn what_if_page() -> AnyView {
    let state = expect_context::<State>();
    let head = view! { <PageHead title=text::what_if_title() /> };
    if !super::may_suppose() {
        return view! { <div class="page">{head} <p>{text::not_for_partners()}</p></div> };
    }
    let desk = Desk {
        state,
        changes: RwSignal::new(Vec::new()),
        cases: RwSignal::new(None),
    };
    let reading = read(desk);
    view! {
        <div class="page">
            {head}
            <p class="lead">{text::what_if_lead()}</p>
            {reading}
            <section aria-labelledby="supposed-title">
                <h2 id="supposed-title">{text::supposed()}</h2>
                {live(move || supposed(desk))}
                {suppose(desk)}
            </section>
            {consequences(desk)}
            {saved(desk)}
        </div>
    }
}

/// Reads the households, and says how far that came. It ends when the page is left.
fn read(desk: Desk) -> AnyView {
    let n_read = RwSignal::new(0_usize);
    let failed = RwSignal::new(false);
    spawn_local(async move {
        let rules = untrack(|| desk.rules());
        match desk.state.read_cases(&rules, n_read).await {
            Ok(read) => {
                let (ids, cases) = read.into_iter().unzip();
                desk.cases.try_set(Some(Arc::new(Cases { ids, cases })));
            }
            Err(_) => {
                failed.try_set(true);
            }
        }
    });
    live(move || {
        if failed.get() {
            return view! { <Notice tone=Tone::Bad><p>{text::reading_failed()}</p></Notice> };
        }
        if desk.cases.with(Option::is_some) {
            return ().into_any();
        }
        let n_all = desk.state.rows.with(|rows| rows.households.len());
        view! {
            <div class="arriving" role="status">
                <p>{text::reading(n_read.get(), n_all)}</p>
                <progress aria-label=text::what_if_title() max=n_all value=n_read.get()></progress>
            </div>
        }
    })
}

/// What is supposed so far: each figure as it is and as it is supposed, with the way to take it out.
fn supposed(desk: Desk) -> AnyView {
    let changes = desk.changes.get();
    if changes.is_empty() {
        return view! { <p class="muted">{text::none_supposed()}</p> };
    }
    let rules = desk.rules();
    let line = |(at, change): (usize, Supposed)| {
        let title = wording::parameter_title(change.0, language());
        let (before, after) = in_words(&change, &rules);
        let remove = move |()| {
            desk.changes.update(|changes| {
                if at < changes.len() {
                    changes.remove(at);
                }
            });
        };
        view! {
            <li class="rule" data-test="supposed">
                <div class="rule-head">
                    <h3>{title}</h3>
                    <Button on_click=remove>
                        {text::remove()}<span class="visually-hidden">{format!(": {title}")}</span>
                    </Button>
                </div>
                <p>{before} " → " <strong>{after}</strong></p>
            </li>
        }
    };
    view! { <ul class="stack">{changes.into_iter().enumerate().map(line).collect_view()}</ul> }
}

/// A figure as it is, and as it is supposed.
pub(super) fn in_words((name, value): &Supposed, rules: &Rules) -> (String, String) {
    let parameter = rules.parameter(*name);
    let present = match (value, &parameter.value) {
        (NewValue::ZoneRent { zone, .. }, ParameterValue::Zones(zones)) => zones
            .iter()
            .find(|known| known.zone == zone)
            .map(|known| wording::money_per_area_year(known.rent, language())),
        _ => None,
    };
    let before =
        present.unwrap_or_else(|| wording::parameter_value(&parameter.value, parameter.unit, language()));
    (before, wording::new_value(value, parameter.unit, language()))
}
