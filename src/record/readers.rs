// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened a record, for those who work with it.
use super::desk::Desk;
use crate::prelude::*;
use crate::{
    session::{Session, Who},
    state::HttpTrouble,
    text::{language, record as text},
    ui::{Button, Notice, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{author::Role, calendar::Timestamp};
use soglia_sync::wire::{Reader, Readers};
use soglia_wording as wording;

/// What became of asking the server.
#[derive(Clone, PartialEq)]
enum Asked {
    Asking,
    Here(Vec<Reader>, bool),
    Offline,
    Failed,
}

/// The section under the history.
pub fn readers(desk: Desk) -> AnyView {
    let asked = RwSignal::new(Asked::Asking);
    let ask = move || {
        spawn_local(async move {
            let found = match desk.state.readers(desk.key).await {
                Ok(Readers { readers, more }) => Asked::Here(readers, more),
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            asked.try_set(found);
        });
    };
    let online = Memo::new(move |_| desk.state.sync.with(|sync| sync.online));
    Effect::new(move |_| {
        online.track();
        ask();
    });
    let list = move || match asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::readers_asking()}</p> },
        Asked::Offline => view! { <Notice tone=Tone::Info>{text::readers_offline()}</Notice> },
        Asked::Failed => view! {
            <Notice tone=Tone::Warn>
                <p>{text::readers_failed()}</p>
                <Button on_click=move |()| ask()>{text::history_again()}</Button>
            </Notice>
        },
        Asked::Here(readers, more) => {
            let is_empty = readers.is_empty();
            let lines = readers
                .into_iter()
                .map(|reader| line(desk, reader))
                .collect_view();
            view! {
                {is_empty.then(|| view! { <p class="muted">{text::readers_none()}</p> })}
                <ul class="timeline" data-test="readers">{lines}</ul>
                {more.then(|| view! { <p class="muted">{text::readers_more()}</p> })}
            }
        }
    };
    view! {
        <section class="record-section" aria-labelledby="readers-title">
            <h2 id="readers-title">{text::readers_title()}</h2>
            <p class="muted">{text::readers_help()}</p>
            {list}
            {everything(desk)}
        </section>
    }
}

/// The copy of all that is held, for whoever of the household asks: given to those who may make one.
fn everything(desk: Desk) -> Option<AnyView> {
    let who = expect_context::<Session>().who.get_untracked();
    let Who::In(signed_in) = who else { return None };
    if !matches!(signed_in.author.role, Role::SocialWorker | Role::Coordinator) {
        return None;
    }
    let told = RwSignal::new("");
    let button = |form: &'static str, label: &'static str| {
        let fetch = move |()| {
            told.set(text::everything_asking());
            spawn_local(async move {
                let tongue = if language() == wording::Language::Italian {
                    "it"
                } else {
                    "en"
                };
                told.try_set(match desk.state.everything(desk.key, tongue, form).await {
                    Ok(true) => text::everything_done(),
                    Err(HttpTrouble::NoNetwork) => text::everything_offline(),
                    Ok(false) | Err(_) => text::everything_failed(),
                });
            });
        };
        view! { <Button test=form on_click=fetch>{label}</Button> }
    };
    let view = view! {
        <h2>{text::everything_title()}</h2>
        <p class="muted">{text::everything_help()}</p>
        <div class="button-row" data-test="everything">
            {button("html", text::everything_page())}
            {button("json", text::everything_data())}
        </div>
        <p role="status">{move || told.get()}</p>
    };
    Some(view.into_any())
}

fn line(desk: Desk, reader: Reader) -> AnyView {
    let at = Timestamp {
        ms: reader.at_ms,
        counter: 0,
    };
    let at = wording::moment(desk.state.local_ms(at), language());
    let role = reader.role.map(|role| wording::role(role, language()));
    let role = role.map(|role| format!("{role}, ")).unwrap_or_default();
    view! {
        <li class="timeline-entry">
            <p class="timeline-what">{reader.name}</p>
            <p class="timeline-who">{format!("{role}{}, {at}", reader.organisation)}</p>
        </li>
    }
}
