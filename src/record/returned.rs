// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes of a record that came back: one card each, with the reason and what its author can do.
use super::desk::{Desk, reason};
use crate::prelude::*;
use crate::{
    state::State,
    text::{deliveries as text, record as words, said, shell},
    ui::{Button, ButtonKind, Notice, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, id::ChangeId};
use soglia_sync::{change::OutboxEntry, outbox::dependents};

/// One card for each change that came back, apart from those that have a place of their own on the page.
pub(super) fn cards(desk: Desk, has_own_place: fn(&Action) -> bool) -> AnyView {
    let cards = move || {
        let shown = desk.shown()?;
        let back = shown.refused.iter();
        let here = back.filter(|entry| !has_own_place(&entry.change.action));
        Some(here.map(|entry| card(entry)).collect_view())
    };
    cards.into_any()
}

fn card(entry: &OutboxEntry) -> AnyView {
    let what = said::action(&entry.change.action);
    let (why, choices) = (reason(&entry.state), choices(entry, ViewFn::default()));
    view! {
        <Notice tone=Tone::Warn>
            <h2>{words::came_back()}</h2>
            <p>{what}</p>
            <p>{why}</p>
            {choices}
        </Notice>
    }
}

/// Send again, or give up: only the author chooses, and what would be lost is named first. `first` is drawn before them.
pub fn choices(entry: &OutboxEntry, first: ViewFn) -> AnyView {
    let state = expect_context::<State>();
    let id = entry.change.id;
    let lost = said::action(&entry.change.action);
    let asks = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let resend = move |()| {
        trouble.set(None);
        spawn_local(async move {
            if let Err(error) = state.resend(id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    };
    let buttons = move || {
        if asks.get() {
            return give_up(state, id, &lost, asks, trouble);
        }
        view! {
            <div class="button-row">
                {first.run()}
                <Button icon="it-refresh" on_click=resend>{text::resend()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| asks.set(true)>{text::give_up()}</Button>
            </div>
        }
    };
    view! {
        {move || trouble.get().map(|trouble| view! { <p class="form-feedback" role="alert">{trouble}</p> })}
        {buttons}
    }
}

/// What is lost, and the two ways on.
fn give_up(
    state: State,
    id: ChangeId,
    lost: &str,
    asks: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
) -> AnyView {
    let n_more = state.outbox.with(|outbox| dependents(outbox, id).len());
    let lost = text::what_is_lost(lost, n_more);
    let give_up = move |()| {
        spawn_local(async move {
            if let Err(error) = state.discard(id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    };
    view! {
        <div class="outbox-ask" role="group" aria-label=text::give_up()>
            <p>{lost}</p>
            <div class="button-row">
                <Button on_click=give_up>{text::give_up_now()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| asks.set(false)>{text::keep_it()}</Button>
            </div>
        </div>
    }
}
