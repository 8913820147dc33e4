// SPDX-License-Identifier: AGPL-3.0-or-later
//! What would follow from other figures, over everything on this device. Nothing is kept unless it is saved.
use super::{
    consequences::consequences,
    desk::{Cases, Desk, Supposed},
    saved::saved,
    suppose::suppose,
};
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, rules as text},
    ui::{Button, Notice, PageHead, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::rulebook::{NewValue, ParameterValue, Rules};
use soglia_wording as wording;
use std::sync::Arc;

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
fn in_words((name, value): &Supposed, rules: &Rules) -> (String, String) {
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
