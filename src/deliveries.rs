// SPDX-License-Identifier: AGPL-3.0-or-later
//! What waits to be delivered, what came back and why, what is to choose, and what arrived.
mod carry;
mod photos;
pub mod review;
pub mod row;
mod unread;

use crate::prelude::*;
use crate::{
    state::{State, SyncStatus, SyncTrouble},
    text::{deliveries as text, shell},
    ui::{Button, ButtonKind, EmptyState, Notice, PageHead, Tone},
};
pub use photos::photo_queue;
use review::Reviews;
use row::{Delivered, Mine, Refused, Waiting, moment};
use soglia_domain::id::ChangeId;
use soglia_sync::change::{OutboxEntry, OutboxState};
use std::sync::Arc;

/// Delivered changes drawn at first.
const N_DELIVERED: usize = 30;

/// A clock further off than this is shown.
const CLOCK_TOLERANCE_MS: i64 = 5 * 60_000;

/// The page.
#[component]
pub fn Page() -> AnyView {
    let state = expect_context::<State>();
    let actions = view! {
        <Button kind=ButtonKind::Primary icon="it-refresh" on_click=move |()| state.sync_now()>
            {text::send_now()}
        </Button>
    }
    .into_any();
    let is_empty = move || {
        let n_reviews = state.sync.with(|sync| sync.n_to_review);
        n_reviews == 0
            && state.outbox.with(|outbox| outbox.is_empty())
            && state.unread.with(|unread| unread.is_empty())
            && state.deliveries.with(|all| all.is_empty())
    };
    view! {
        <div class="page">
            <PageHead title=text::title() actions=actions />
            <Standing />
            <ComeBack />
            {unread::unread()}
            <Reviews />
            <OnTheWay />
            <Photos />
            <Arrived />
            <Show when=is_empty>
                <EmptyState title=text::nothing_title() text=text::nothing_text() />
            </Show>
            {carry::carry()}
        </div>
    }
    .into_any()
}

/// How the exchange stands, in one sentence.
#[component]
fn Standing() -> AnyView {
    let state = expect_context::<State>();
    let status = Memo::new(move |_| state.sync.get());
    let last = move || {
        let at = status.with(|status| status.last_ms)?;
        Some(text::last_exchange(&moment(at)))
    };
    let trouble = move || {
        let sentence = status.with(trouble_sentence)?;
        Some(view! { <Notice tone=Tone::Neutral><p>{sentence}</p></Notice> })
    };
    // Only for a clock that is far off: it decides in which order things seem to have happened.
    let is_clock_wrong = Memo::new(move |_| {
        state
            .sync
            .with(|sync| sync.clock_ahead_ms.abs() > CLOCK_TOLERANCE_MS)
    });
    let clock = move || {
        is_clock_wrong
            .get()
            .then(|| view! { <Notice tone=Tone::Warn><p>{text::clock_wrong()}</p></Notice> })
    };
    view! {
        <p class="muted" role="status">
            {move || if status.with(|status| status.running) { Some(text::running().to_owned()) } else { last() }}
        </p>
        {trouble}
        {clock}
    }
    .into_any()
}

/// Why nothing leaves now. That the server asks for a new sign-in is said above every page.
fn trouble_sentence(status: &SyncStatus) -> Option<&'static str> {
    if status.signed_out {
        return None;
    }
    Some(match status.trouble.as_ref()? {
        SyncTrouble::NoNetwork => text::no_network(),
        SyncTrouble::Server { .. } => text::server_trouble(),
        SyncTrouble::FactorMissing => shell::factor_missing(),
        SyncTrouble::NotUnderstood => text::not_understood(),
        SyncTrouble::NotStored(trouble) => shell::not_saved(*trouble),
    })
}

/// The ids of the changes in some states, so that a row is drawn once and stays while others come and go.
fn ids_of(state: State, is_wanted: fn(&OutboxState) -> bool) -> Memo<Vec<ChangeId>> {
    Memo::new(move |_| {
        let wanted = |entry: &&Arc<OutboxEntry>| is_wanted(&entry.state);
        state.outbox.with(|outbox| {
            outbox
                .iter()
                .filter(wanted)
                .map(|entry| entry.change.id)
                .collect()
        })
    })
}

#[component]
fn ComeBack() -> AnyView {
    let state = expect_context::<State>();
    let ids = ids_of(state, |state| {
        matches!(
            state,
            OutboxState::Refused { .. } | OutboxState::Quarantined { .. }
        )
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section aria-labelledby="refused-title">
                <h2 id="refused-title">{text::refused_title()}</h2>
                <p class="muted">{text::refused_help()}</p>
                <ul class="stack outbox">
                    <For each=move || ids.get() key=|id| *id children=move |id| view! { <Refused id=id /> } />
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

#[component]
fn OnTheWay() -> AnyView {
    let state = expect_context::<State>();
    let ids = ids_of(state, |state| {
        matches!(state, OutboxState::Pending | OutboxState::Answered { .. })
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section aria-labelledby="pending-title">
                <h2 id="pending-title">{text::pending_title()}</h2>
                <p class="muted">{text::pending_help()}</p>
                <ul class="stack outbox">
                    <For each=move || ids.get() key=|id| *id children=move |id| view! { <Waiting id=id /> } />
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

/// Photos on their way.
#[component]
fn Photos() -> AnyView {
    let state = expect_context::<State>();
    view! {
        <Show when=move || state.photos.with(|queue| !queue.waiting.is_empty())>
            <section aria-labelledby="photos-title">
                <h2 id="photos-title">{text::photos_title()}</h2>
                <p class="muted">{text::photos_help()}</p>
                {photo_queue()}
            </section>
        </Show>
    }
    .into_any()
}

#[component]
fn Arrived() -> AnyView {
    let state = expect_context::<State>();
    let shows_all = RwSignal::new(false);
    let mine = Memo::new(move |_| {
        let most = if shows_all.get() { usize::MAX } else { N_DELIVERED };
        state
            .deliveries
            .with(|all| all.iter().take(most).map(Mine::of).collect::<Vec<_>>())
    });
    let n_more = move || {
        state
            .deliveries
            .with(|all| all.len())
            .saturating_sub(mine.with(Vec::len))
    };
    view! {
        <Show when=move || !mine.with(Vec::is_empty)>
            <section aria-labelledby="delivered-title">
                <h2 id="delivered-title">{text::delivered_title()}</h2>
                <p class="muted">{text::delivered_help()}</p>
                <ul class="stack outbox">
                    <For
                        each=move || mine.get()
                        key=|delivery| delivery.id
                        children=move |delivery| view! { <Delivered delivery=delivery /> }
                    />
                </ul>
                <Show when=move || { n_more() > 0 }>
                    <Button on_click=move |()| shows_all.set(true)>{text::show_all()}</Button>
                </Show>
            </section>
        </Show>
    }
    .into_any()
}
