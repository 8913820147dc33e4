// SPDX-License-Identifier: AGPL-3.0-or-later
//! The person's own devices: when each was last in touch, and how to shut out one that was lost.
use crate::prelude::*;
use crate::{
    state::{HttpTrouble, OwnDevice, State},
    text::{devices as text, language},
    ui::{Button, ButtonKind, Notice, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{calendar::Timestamp, id::DeviceId};

/// What is known of the list at the server.
#[derive(Clone, PartialEq)]
enum Asked {
    Asking,
    Here(Vec<OwnDevice>),
    Offline,
    Failed,
}

/// What the rows share.
#[derive(Clone, Copy)]
struct Board {
    state: State,
    asked: RwSignal<Asked>,
    /// The device about which the page asks whether it is meant.
    asks: RwSignal<Option<DeviceId>>,
    trouble: RwSignal<Option<&'static str>>,
}

impl Board {
    fn ask(self) {
        spawn_local(async move {
            let found = match self.state.devices().await {
                Ok(devices) => Asked::Here(devices),
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            self.asked.try_set(found);
        });
    }

    fn revoke(self, device: DeviceId) {
        self.trouble.set(None);
        spawn_local(async move {
            match self.state.revoke_device(device).await {
                Ok(()) => {
                    self.asks.try_set(None);
                    self.ask();
                    self.state.sync_now();
                }
                Err(HttpTrouble::NoNetwork) => drop(self.trouble.try_set(Some(text::revoke_offline()))),
                Err(_) => drop(self.trouble.try_set(Some(text::revoke_failed()))),
            }
        });
    }
}

/// The section of the settings.
pub(super) fn devices() -> AnyView {
    let board = Board {
        state: expect_context(),
        asked: RwSignal::new(Asked::Asking),
        asks: RwSignal::new(None),
        trouble: RwSignal::new(None),
    };
    // Asked again when the network comes back.
    let online = Memo::new(move |_| board.state.sync.with(|sync| sync.online));
    Effect::new(move |_| {
        online.track();
        board.ask();
    });
    let list = move || match board.asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
        Asked::Offline => view! { <p role="status">{text::offline()}</p> },
        Asked::Failed => view! {
            <Notice tone=Tone::Warn>
                <p>{text::failed()}</p>
                <Button on_click=move |()| board.ask()>{text::again()}</Button>
            </Notice>
        },
        Asked::Here(devices) => {
            let rows = devices
                .into_iter()
                .map(|device| row(board, device))
                .collect::<Vec<_>>();
            view! { <ul class="stack outbox" data-test="devices">{rows.collect_view()}</ul> }
        }
    };
    view! {
        <section aria-labelledby="devices-title">
            <h2 id="devices-title">{text::title()}</h2>
            <p class="muted">{text::help()}</p>
            {list}
        </section>
    }
}

fn moment(state: State, ms: i64) -> String {
    soglia_wording::moment(state.local_ms(Timestamp { ms, counter: 0 }), language())
}

fn row(board: Board, device: OwnDevice) -> AnyView {
    let id = device.device;
    let mark = short(&id.to_string());
    let name = if device.name.is_empty() {
        text::unnamed(&mark)
    } else {
        text::named(&device.name, &mark)
    };
    let (key, tone, word) = match (device.revoked_ms, device.wiped_ms, device.this) {
        (_, Some(_), _) => ("wiped", Tone::Neutral, text::wiped()),
        (Some(_), None, _) => ("revoked", Tone::Bad, text::revoked()),
        (None, None, true) => ("this", Tone::Info, text::this()),
        (None, None, false) => ("in-use", Tone::Neutral, text::in_use()),
    };
    let since = device
        .wiped_ms
        .map(|ms| text::wiped_at(&moment(board.state, ms)))
        .or_else(|| {
            device
                .revoked_ms
                .map(|ms| text::revoked_at(&moment(board.state, ms)))
        });
    let is_revoked = device.revoked_ms.is_some();
    let spoken = text::revoke_this(&name);
    let this = device.this;
    let choices = move || {
        if is_revoked {
            return ().into_any();
        }
        if board.asks.get() != Some(id) {
            let spoken = spoken.clone();
            return view! {
                <button
                    type="button"
                    class="btn btn-danger"
                    aria-label=spoken
                    on:click=move |_| board.asks.set(Some(id))
                >
                    {text::revoke()}
                </button>
            };
        }
        view! {
            <Notice tone=Tone::Warn>
                <p>{text::what_happens()}</p>
                <p>{text::nothing_lost()}</p>
                {this.then(|| view! { <p>{text::is_this()}</p> })}
                {move || board.trouble.get().map(|sentence| view! { <p class="form-feedback" role="alert">{sentence}</p> })}
                <div class="button-row">
                    <Button kind=ButtonKind::Primary on_click=move |()| board.revoke(id)>{text::revoke_now()}</Button>
                    <Button on_click=move |()| board.asks.set(None)>{text::leave()}</Button>
                </div>
            </Notice>
        }
    };
    view! {
        <li class="outbox-row" data-test="device" data-state=key>
            <div class="outbox-head">
                <p class="outbox-what">{name}</p>
                <StateTag tone=tone label=word/>
            </div>
            <p class="muted outbox-where">
                <span>{text::last_contact(&moment(board.state, device.last_ms))}</span>
                <span>{text::n_changes(device.n_changes)}</span>
                {since.map(|since| view! { <span>{since}</span> })}
            </p>
            {choices}
        </li>
    }
}

/// The end of an identity: enough to tell two tablets apart.
pub(super) fn short(id: &str) -> String {
    id.chars().skip(id.len().saturating_sub(6)).collect()
}
