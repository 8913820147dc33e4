// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of all parameters, as of any day.
use super::{
    book::Book,
    entry::entry,
    groups::{GROUPS, names_in},
    may_amend, may_suppose,
};
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    state::State,
    text::{language, rules as text},
    ui::{Button, ButtonKind, DateField, LinkButton, PageHead, focus_soon},
};
use soglia_domain::{
    answer::Answer,
    calendar::Day,
    rulebook::{ParameterName, Rules},
};
use soglia_wording as wording;

/// The page.
pub fn rules_page() -> AnyView {
    let state = expect_context::<State>();
    let day = RwSignal::new(Answer::Known(state.today()));
    let rules = Memo::new(move |_| state.rules_on(chosen(state, &day.get())));
    let query = routes::navigation()
        .place
        .with_untracked(|place| place.query.clone());
    let looked_for = ParameterName::parse(&query);
    if let Some(name) = looked_for {
        // After the heading of the page took the focus.
        focus_soon(name.key());
    }
    let book = Book {
        state,
        rules,
        may_amend: may_amend(),
        open: RwSignal::new(None),
        looked_for,
    };
    let actions = may_suppose().then(|| {
        view! {
            <LinkButton kind=ButtonKind::Primary href=Address::WhatIf.path()>{text::to_what_if()}</LinkButton>
        }
    });
    let head = match actions {
        Some(actions) => view! { <PageHead title=text::title() actions=actions /> },
        None => view! { <PageHead title=text::title() /> },
    };
    let is_another_day = Memo::new(move |_| chosen(state, &day.get()) != state.today());
    let group = |place: usize| {
        let title = (GROUPS[place].title)();
        let entries = names_in(place).into_iter().map(|name| entry(name, book));
        let id = format!("rules-{place}");
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{title}</h2>
                <ul class="stack">{entries.collect_view()}</ul>
            </section>
        }
    };
    view! {
        <div class="page">
            {head}
            <p class="lead">{text::lead()}</p>
            <div class="rules-day">
                <DateField
                    id="rules-day"
                    label=text::as_of()
                    help=text::as_of_help()
                    value=Signal::from(day)
                    on_answer=Callback::new(move |answer| day.set(answer))
                    required=true
                />
                <Show when=move || is_another_day.get()>
                    <p role="status" data-test="rules-other-day">
                        {move || wording::day(rules.with(Rules::day), language())}
                    </p>
                    <Button on_click=move |()| day.set(Answer::Known(state.today()))>{text::as_of_today()}</Button>
                </Show>
            </div>
            {(0..GROUPS.len())
                .filter(|place| !names_in(*place).is_empty())
                .map(group)
                .collect_view()}
        </div>
    }
}

/// Today while no day is chosen.
fn chosen(state: State, day: &Answer<Day>) -> Day {
    day.known().copied().unwrap_or_else(|| state.today())
}
