// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happened to a dwelling: first what is on this device only, then what the server keeps.
use super::subject::Subject;
use crate::prelude::*;
use crate::{
    reviews::in_history,
    state::{HistoryEntry, State},
    text::{dwellings as text, language},
    ui::{Button, Notice, SavedHint, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, calendar::Timestamp, record::RecordKey};
use soglia_sync::change::{OutboxEntry, OutboxState};
use soglia_wording as wording;

/// What became of asking the server.
#[derive(Clone, PartialEq)]
enum Asked {
    Reading,
    Failed,
    Here(Vec<HistoryEntry>),
}

/// The whole history, newest first.
pub(super) fn history(subject: Subject) -> AnyView {
    let state = expect_context::<State>();
    let asked = RwSignal::new(Asked::Reading);
    let online = Memo::new(move |_| state.sync.with(|sync| sync.online));
    let key = move || RecordKey::Dwelling(subject.id.get());
    // Asked again whenever the record moves on, so that what was delivered shows as delivered.
    let position = Memo::new(move |_| subject.shown().map(|shown| shown.stored.position));
    let ask = move || {
        let key = key();
        spawn_local(async move {
            let found = state.history(key).await.map_or(Asked::Failed, Asked::Here);
            asked.try_set(found);
        });
    };
    Effect::new(move |_| {
        position.track();
        if online.get() {
            ask();
        }
    });
    let on_device = Memo::new(move |_| {
        let key = key();
        let mut mine = state.outbox.with(|outbox| {
            let about = |entry: &&OutboxEntry| entry.change.action.touches().contains(&key);
            outbox.iter().filter(about).cloned().collect::<Vec<_>>()
        });
        mine.reverse();
        mine
    });
    let from_server = move || match (online.get(), asked.get()) {
        (_, Asked::Here(entries)) => {
            let waiting = on_device.with(|mine| mine.iter().map(|entry| entry.change.id).collect::<Vec<_>>());
            let entries: Vec<_> = entries
                .into_iter()
                .filter(|entry| !waiting.contains(&entry.change))
                .collect();
            let is_empty = entries.is_empty() && waiting.is_empty();
            view! {
                {is_empty.then(|| view! { <p class="muted">{text::history_empty()}</p> })}
                <ol class="timeline" data-test="history-server">
                    {entries.iter().map(|entry| delivered(entry, &entries)).collect_view()}
                </ol>
            }
            .into_any()
        }
        (false, _) => view! { <Notice tone=Tone::Info>{text::history_offline()}</Notice> }.into_any(),
        (true, Asked::Reading) => {
            view! { <p class="muted" role="status">{text::history_reading()}</p> }.into_any()
        }
        (true, Asked::Failed) => view! {
            <Notice tone=Tone::Warn>
                <p>{text::history_failed()}</p>
                <Button on_click=Callback::new(move |()| ask())>{text::history_again()}</Button>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <section class="record-section">
            <Show when=move || !on_device.with(Vec::is_empty)>
                <h2>{text::history_pending()}</h2>
                <ol class="timeline" data-test="history-pending">
                    {move || on_device.with(|mine| mine.iter().map(waiting).collect_view())}
                </ol>
            </Show>
            <h2>{text::history_server()}</h2>
            {from_server}
        </section>
    }
    .into_any()
}

fn when(at: Timestamp) -> String {
    wording::moment(expect_context::<State>().local_ms(at), language())
}

/// A change that is still on this device.
fn waiting(entry: &OutboxEntry) -> AnyView {
    let state = match &entry.state {
        OutboxState::Refused { refusal } => {
            let sentence = wording::refusal(refusal, language());
            view! {
                <StateTag tone=Tone::Bad label=text::refused()/>
                <p>{sentence}</p>
            }
            .into_any()
        }
        OutboxState::Quarantined { .. } => {
            view! { <StateTag tone=Tone::Bad label=text::refused()/> }.into_any()
        }
        OutboxState::Pending | OutboxState::Answered { .. } => {
            view! { <SavedHint pending=Signal::stored(true)/> }.into_any()
        }
    };
    view! {
        <li class="timeline-entry">
            <p class="timeline-what">{wording::action(&entry.change.action, language())}</p>
            <p class="timeline-who">{when(entry.change.at)}</p>
            {state}
        </li>
    }
    .into_any()
}

/// A change that the server has.
fn delivered(entry: &HistoryEntry, entries: &[HistoryEntry]) -> AnyView {
    let what = entry.action.as_ref().map(|action| in_history(action, entries));
    let place = match entry.role {
        _ if matches!(entry.action, Some(Action::ImportDwelling { .. })) => text::via_import(),
        role => wording::role(role, language()),
    };
    view! {
        <li class="timeline-entry">
            <p class="timeline-what">{what}</p>
            <p class="timeline-who">{format!("{}, {place}, {}", entry.by_name, when(entry.at))}</p>
        </li>
    }
    .into_any()
}
