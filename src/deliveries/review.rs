// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where two values wait for a choice: one line for each record, with the way into it. The choice is made there.
use super::row::{label_of, page_of};
use crate::prelude::*;
use crate::{
    state::State,
    text::{deliveries as text, said},
    ui::LinkButton,
};
use soglia_domain::record::Key;

/// Every record with values to choose between.
#[component]
pub fn Reviews() -> AnyView {
    let state = expect_context::<State>();
    let keys = Memo::new(move |_| {
        state
            .rows
            .with(|rows| rows.to_review().map(|(key, _)| key).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || !keys.with(Vec::is_empty)>
            <section aria-labelledby="review-title">
                <h2 id="review-title">{text::review_title()}</h2>
                <p class="muted">{text::review_help()}</p>
                <ul class="stack outbox">
                    <For each=move || keys.get() key=|key| *key children=move |key| of_record(state, key) />
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

fn of_record(state: State, key: Key) -> AnyView {
    let open = state.record(move || key);
    let questions = move || {
        let shown = open.get();
        let shown = shown.here()?;
        let mut names: Vec<&'static str> = Vec::new();
        for review in &shown.stored.reviews {
            let name = said::field_name(key.kind, &review.field);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some(names.join(", "))
    };
    let page = state.rows.with_untracked(|rows| page_of(rows, key)).path();
    let label = move || state.rows.with(|rows| label_of(rows, key)).unwrap_or_default();
    view! {
        <li class="outbox-row" data-test="outbox-row" data-state="review">
            <p class="outbox-what">{label} ": " {questions}</p>
            <div class="button-row">
                <LinkButton href=page>{text::to_choice()}</LinkButton>
            </div>
        </li>
    }
}
