// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happened with the household: what waits on this device first, then the history as the server has it.
use super::{case::Case, words};
use crate::prelude::*;
use crate::{
    reviews::in_history,
    session::{Session, Who},
    state::{HistoryEntry, HttpTrouble},
    text::{households as text, language},
    ui::{Button, Notice, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{id::DeviceId, record::RecordKey};
use soglia_sync::change::{OutboxEntry, OutboxState};

/// What is known of the history at the server.
#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Asking,
    Here(Vec<HistoryEntry>),
    Failed(HttpTrouble),
}

/// The history, newest first.
#[component]
pub(super) fn Story(case: Case) -> impl IntoView {
    let asked = RwSignal::new(Asked::Asking);
    let key = RecordKey::Household(case.id);
    let ask = move || {
        asked.set(Asked::Asking);
        spawn_local(async move {
            let answer = case.state.history(key).await;
            // The person may have left the page while the answer was on its way.
            asked.try_set(answer.map_or_else(Asked::Failed, Asked::Here));
        });
    };
    // Asked again after each exchange, so that what was delivered moves from one list to the other.
    let last_ms = Memo::new(move |_| case.state.sync.with(|sync| sync.last_ms));
    Effect::new(move |_| {
        last_ms.track();
        ask();
    });
    let waiting = Memo::new(move |_| {
        case.state.outbox.with(|outbox| {
            let own = outbox
                .iter()
                .filter(|entry| entry.change.action.touches().contains(&key));
            own.rev().cloned().collect::<Vec<_>>()
        })
    });
    let this_device = this_device();
    view! {
        <Show when=move || !waiting.with(Vec::is_empty)>
            <h2>{text::story_pending()}</h2>
            <ol class="timeline">{move || waiting.get().iter().map(pending_line).collect_view()}</ol>
        </Show>
        <h2>{text::story_server()}</h2>
        {move || match asked.get() {
            Asked::Asking => view! { <p role="status">{text::story_asking()}</p> }.into_any(),
            Asked::Here(entries) if entries.is_empty() => view! { <p>{text::story_empty()}</p> }.into_any(),
            Asked::Here(entries) => {
                let lines = entries.iter().map(|entry| line(entry, &entries, this_device)).collect_view();
                view! { <ol class="timeline">{lines}</ol> }.into_any()
            }
            Asked::Failed(HttpTrouble::NoNetwork) => view! { <p role="status">{text::story_offline()}</p> }.into_any(),
            Asked::Failed(_) => {
                view! {
                    <Notice tone=Tone::Warn>
                        <p>{text::story_unreachable()}</p>
                        <Button on_click=move |()| ask()>{text::story_again()}</Button>
                    </Notice>
                }
                    .into_any()
            }
        }}
    }
}

fn this_device() -> Option<DeviceId> {
    match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Some(signed_in.device),
        _ => None,
    }
}

fn pending_line(entry: &OutboxEntry) -> impl IntoView + use<> {
    let (tone, label) = match entry.state {
        OutboxState::Pending | OutboxState::Answered { .. } => (Tone::Neutral, text::on_this_device()),
        OutboxState::Refused { .. } | OutboxState::Quarantined { .. } => (Tone::Warn, text::refused_title()),
    };
    view! {
        <li class="timeline-entry">
            <p>{soglia_wording::action(&entry.change.action, language())}</p>
            <p class="form-text">
                {words::moment(entry.change.at)} " · " {text::story_here()} " " <StateTag tone label/>
            </p>
        </li>
    }
}

fn line(
    entry: &HistoryEntry,
    entries: &[HistoryEntry],
    this_device: Option<DeviceId>,
) -> impl IntoView + use<> {
    let what = entry
        .action
        .as_ref()
        .map(|action| in_history(action, entries))
        .unwrap_or_default();
    let place = if Some(entry.device) == this_device {
        text::story_here()
    } else {
        text::story_elsewhere()
    };
    let who = format!(
        "{}, {}",
        entry.by_name,
        soglia_wording::role(entry.role, language())
    );
    view! {
        <li class="timeline-entry">
            <p>{what}</p>
            <p class="form-text">{who} " · " {words::moment(entry.at)} " · " {place}</p>
        </li>
    }
}
