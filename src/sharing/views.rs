// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened a link, as the server tells it: when, and on what kind of device.
use crate::prelude::*;
use crate::{
    state::{HttpTrouble, State},
    text::{language, sharing as text},
    ui::Button,
};
use leptos::task::spawn_local;
use soglia_domain::{calendar::Timestamp, id::SharedLinkId};
use soglia_sync::wire::SharedViewed;
use std::sync::Arc;

#[derive(Clone, PartialEq)]
enum Asked {
    Asking,
    Offline,
    Failed,
    Told(Arc<Vec<SharedViewed>>),
}

/// Asked for when somebody looks; only the server knows.
pub(super) fn views(state: State, id: SharedLinkId) -> AnyView {
    let asked = RwSignal::new(Asked::Asking);
    let ask = Callback::new(move |()| {
        asked.set(Asked::Asking);
        spawn_local(async move {
            let told = match state.shared_views(id).await {
                Ok(told) => Asked::Told(Arc::new(told.views)),
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            asked.try_set(told);
        });
    });
    ask.run(());
    let again = move |why: &'static str| {
        view! {
            <p class="muted">{why}</p>
            <div class="button-row">
                <Button test="share-views-ask" on_click=move |()| ask.run(())>{text::again()}</Button>
            </div>
        }
    };
    live(move || match asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
        Asked::Offline => again(text::offline()),
        Asked::Failed => again(text::failed()),
        Asked::Told(views) if views.is_empty() => again(text::never()),
        Asked::Told(views) => {
            let line = |view: &SharedViewed| {
                let at = Timestamp {
                    ms: view.at_ms,
                    counter: 0,
                };
                let when = soglia_wording::moment(state.local_ms(at), language());
                view! { <li data-test="share-view">{when} ", " {text::device(&view.device)}</li> }
            };
            view! { <ul>{views.iter().map(line).collect_view()}</ul> }
        }
    })
}
