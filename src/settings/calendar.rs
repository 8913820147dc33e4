// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which a calendar outside of Soglia fetches: made, made anew, taken away. It is shown once.
use crate::prelude::*;
use crate::{
    routes::origin,
    state::{HttpTrouble, State},
    text::{language, settings::calendar as text},
    ui::{Button, ButtonKind, Notice, Tone, to_copy},
};
use leptos::task::spawn_local;
use soglia_domain::calendar::Timestamp;

/// What is known of the address.
#[derive(Clone, PartialEq)]
enum Asked {
    Asking,
    Offline,
    Failed,
    /// There is one since a moment, or none.
    Since(Option<i64>),
    /// It was made just now: this page is the only one that shows it.
    Made(String),
}

/// What is done with it.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    Ask,
    Open,
    Close,
}

async fn done(state: State, deed: Deed) -> Asked {
    let answer = match deed {
        Deed::Ask => state.calendar().await,
        Deed::Open => state.open_calendar().await,
        Deed::Close => match state.close_calendar().await {
            Ok(()) => return Asked::Since(None),
            Err(error) => Err(error),
        },
    };
    match answer {
        Ok(calendar) => match calendar.path {
            Some(path) => Asked::Made(format!("{}{path}", origin())),
            None => Asked::Since(calendar.since_ms),
        },
        Err(HttpTrouble::NoNetwork) => Asked::Offline,
        Err(_) => Asked::Failed,
    }
}

/// The section of the settings, in a part of its own: few people need it.
pub(super) fn section() -> AnyView {
    let state = expect_context::<State>();
    let asked = RwSignal::new(Asked::Asking);
    let act = Callback::new(move |deed| {
        spawn_local(async move {
            let found = done(state, deed).await;
            // An address that was made meanwhile stands nowhere else: no older question takes it away.
            let is_made = asked.try_with_untracked(|asked| matches!(asked, Asked::Made(_)));
            if deed != Deed::Ask || is_made == Some(false) {
                asked.try_set(found);
            }
        });
    });
    // Asked again when the network comes back.
    let online = Memo::new(move |_| state.sync.with(|sync| sync.online));
    Effect::new(move |_| {
        online.track();
        act.run(Deed::Ask);
    });
    let button = move |deed: Deed, kind: ButtonKind, test: &'static str, label: &'static str| {
        view! { <Button kind test on_click=move |()| act.run(deed)>{label}</Button> }
    };
    let open = move |label| button(Deed::Open, ButtonKind::Outline, "calendar-open", label);
    let again = move |why: &'static str| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{why}</p>
                {button(Deed::Ask, ButtonKind::Outline, "calendar-ask", text::again())}
            </Notice>
        }
        .into_any()
    };
    let close = move || button(Deed::Close, ButtonKind::Plain, "calendar-close", text::close());
    let standing = live(move || match asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
        Asked::Offline => again(text::offline()),
        Asked::Failed => again(text::failed()),
        Asked::Since(None) => open(text::open()),
        Asked::Since(Some(ms)) => {
            let at = state.local_ms(Timestamp { ms, counter: 0 });
            view! {
                <p>{text::since(&soglia_wording::moment(at, language()))}</p>
                <div class="button-row">{open(text::renew())} {close()}</div>
            }
        }
        Asked::Made(address) => view! {
            {to_copy("calendar-address".to_owned(), text::address(), text::once(), address)}
            <div class="button-row">{close()}</div>
        },
    });
    view! {
        <section aria-labelledby="calendar-title" data-test="calendar">
            <h2 id="calendar-title">{text::title()}</h2>
            <p class="muted">{text::help()}</p>
            {standing}
        </section>
    }
}
