// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happened to a record: first what is on this device only, then what the server keeps, newest first.
use super::{
    desk::{Desk, reason},
    reviews::in_history,
};
use crate::prelude::*;
use crate::{
    session::{Session, Who},
    state::{HistoryEntry, touches},
    text::{language, record as text, said},
    ui::{Button, Notice, SavedHint, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, calendar::Timestamp, id::DeviceId};
use soglia_sync::{change::OutboxEntry, outbox::waits_for_author};
use soglia_wording as wording;
use std::sync::Arc;

/// What became of asking the server.
#[derive(Clone, PartialEq)]
enum Asked {
    Reading,
    Failed,
    Here(Vec<HistoryEntry>),
}

/// Where a change comes from, in the place of a device; none for a change that a person typed.
pub type Source = fn(&Action) -> Option<&'static str>;

/// A record whose changes are all typed by people.
pub const fn by_people(_: &Action) -> Option<&'static str> {
    None
}

/// The whole history of a record.
pub fn history(desk: Desk, source: Source) -> AnyView {
    let asked = RwSignal::new(Asked::Reading);
    let ask = move || {
        spawn_local(async move {
            let found = desk
                .state
                .history(desk.key)
                .await
                .map_or(Asked::Failed, Asked::Here);
            // The person may have left the page while the answer was on its way.
            asked.try_set(found);
        });
    };
    let online = Memo::new(move |_| desk.state.sync.with(|sync| sync.online));
    // Asked again after each exchange, so that what was delivered moves from one list to the other. What is here stays
    // in view meanwhile.
    let last_ms = Memo::new(move |_| desk.state.sync.with(|sync| sync.last_ms));
    Effect::new(move |_| {
        last_ms.track();
        if online.get() {
            ask();
        }
    });
    let on_device = Memo::new(move |_| {
        desk.state.outbox.with(|outbox| {
            let about = |entry: &&Arc<OutboxEntry>| touches(&entry.change.action).contains(&desk.key);
            outbox.iter().rev().filter(about).cloned().collect::<Vec<_>>()
        })
    });
    let this_device = this_device();
    let from_server = move || match (asked.get(), online.get()) {
        (Asked::Here(entries), _) => {
            // What the server has may still be on its way back.
            let waits = |entry: &&HistoryEntry| {
                on_device.with(|mine| mine.iter().any(|own| own.change.id == entry.change))
            };
            let lines = entries.iter().filter(|entry| !waits(entry));
            let lines = lines.map(|entry| delivered(desk, entry, &entries, this_device, source));
            let lines = lines.collect_view();
            let is_empty = lines.is_empty() && on_device.with(Vec::is_empty);
            view! {
                {is_empty.then(|| view! { <p class="muted">{text::history_empty()}</p> })}
                <ol class="timeline" data-test="history-server">{lines}</ol>
            }
        }
        (_, false) => view! { <Notice tone=Tone::Info>{text::history_offline()}</Notice> },
        (Asked::Reading, true) => view! { <p class="muted" role="status">{text::history_reading()}</p> },
        (Asked::Failed, true) => view! {
            <Notice tone=Tone::Warn>
                <p>{text::history_failed()}</p>
                <Button on_click=move |()| ask()>{text::history_again()}</Button>
            </Notice>
        },
    };
    view! {
        <section class="record-section">
            <Show when=move || !on_device.with(Vec::is_empty)>
                <h2>{text::history_pending()}</h2>
                <ol class="timeline" data-test="history-pending">
                    {move || on_device.with(|mine| mine.iter().map(|entry| waiting(desk, entry)).collect_view())}
                </ol>
            </Show>
            <h2>{text::history_server()}</h2>
            {from_server}
        </section>
    }
}

fn this_device() -> Option<DeviceId> {
    match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Some(signed_in.device),
        _ => None,
    }
}

fn when(desk: Desk, at: Timestamp) -> String {
    wording::moment(desk.state.local_ms(at), language())
}

/// A change that is still on this device.
fn waiting(desk: Desk, entry: &OutboxEntry) -> AnyView {
    let state = if waits_for_author(entry) {
        view! {
            <StateTag tone=Tone::Bad label=text::came_back()/>
            <p>{reason(&entry.state)}</p>
        }
    } else {
        view! { <SavedHint pending=true/> }
    };
    view! {
        <li class="timeline-entry">
            <p class="timeline-what">{said::action(&entry.change.action)}</p>
            <p class="timeline-who">{when(desk, entry.change.at)} ", " {text::this_device()}</p>
            {state}
        </li>
    }
}

/// A change that the server has.
fn delivered(
    desk: Desk,
    entry: &HistoryEntry,
    entries: &[HistoryEntry],
    this_device: Option<DeviceId>,
    source: Source,
) -> AnyView {
    let what = entry.action.as_ref().map(|action| in_history(action, entries));
    let place = entry.action.as_ref().and_then(source).unwrap_or_else(|| {
        if Some(entry.device) == this_device {
            text::this_device()
        } else {
            text::another_device()
        }
    });
    let role = wording::role(entry.role, language());
    let who = format!("{}, {role}, {}, {place}", entry.by_name, when(desk, entry.at));
    view! {
        <li class="timeline-entry">
            <p class="timeline-what">{what}</p>
            <p class="timeline-who">{who}</p>
        </li>
    }
}
