// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes that only a newer version can read: they stay, say what they are about, and their author may give them up.
use crate::prelude::*;
use crate::{
    state::State,
    text::{deliveries as text, language, shell},
    ui::{Button, ButtonKind, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_sync::replica::UnreadEntry;

/// The section; nothing while all is read.
pub(super) fn unread() -> AnyView {
    let state = expect_context::<State>();
    let section = move || {
        let entries = state.unread.get();
        (!entries.is_empty()).then(|| {
            let rows = entries.iter().map(|entry| row(state, *entry)).collect_view();
            view! {
                <section aria-labelledby="unread-title">
                    <h2 id="unread-title">{text::unread_title()}</h2>
                    <p class="muted">{text::unread_help()}</p>
                    <ul class="stack outbox">{rows}</ul>
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

fn row(state: State, entry: UnreadEntry) -> AnyView {
    let asks = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let give_up = move |()| {
        spawn_local(async move {
            if let Err(error) = state.discard_unread(entry.id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    };
    let choices = move || {
        if asks.get() {
            return view! {
                <div class="outbox-ask" role="group" aria-label=text::give_up()>
                    <p>{text::unread_lost()}</p>
                    <div class="button-row">
                        <Button on_click=give_up>{text::give_up_now()}</Button>
                        <Button kind=ButtonKind::Plain on_click=move |()| asks.set(false)>{text::keep_it()}</Button>
                    </div>
                </div>
            }
            .into_any();
        }
        view! {
            <div class="button-row">
                <Button kind=ButtonKind::Plain on_click=move |()| asks.set(true)>{text::give_up()}</Button>
            </div>
        }
        .into_any()
    };
    let about = entry.kind.map_or_else(String::new, |kind| {
        soglia_wording::kind_name(kind, language()).to_owned()
    });
    view! {
        <li class="outbox-row" data-test="outbox-row" data-state="unread">
            <div class="outbox-head">
                <p class="outbox-what">{about}</p>
                <StateTag tone=Tone::Warn label=text::state_unread()/>
            </div>
            {move || trouble.get().map(|trouble| view! { <p class="form-feedback" role="alert">{trouble}</p> })}
            {choices}
        </li>
    }
    .into_any()
}
