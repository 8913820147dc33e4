// SPDX-License-Identifier: AGPL-3.0-or-later
//! The line on top: name, search, how far things came, and the person.
use super::{search::Search, sync_badge::SyncBadge};
use crate::prelude::*;
use crate::{
    routes::Address,
    session::Session,
    settings::language::Speech,
    text::{self, shell},
    ui::Icon,
};
use leptos::{html, task::spawn_local};
use soglia_domain::author::Author;

/// The line on top.
#[component]
pub fn Header(author: Author) -> AnyView {
    // Who sees no records has nothing to look for.
    view! {
        <header class="header">
            <a class="brand" href=Address::Today.path()>
                <img src="/icon.svg" alt="" width="32" height="32" />
                <span>"Soglia"</span>
            </a>
            {author.role.is_of_records().then(|| view! { <Search /> })}
            <SyncBadge />
            <PersonMenu author=author />
        </header>
    }
    .into_any()
}

/// Settings, language and sign-out, behind the name of the person.
#[component]
fn PersonMenu(author: Author) -> AnyView {
    let session = expect_context::<Session>();
    let speech = expect_context::<Speech>();
    let is_open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let role = soglia_wording::role(author.role, text::language());
    let close = move || is_open.set(false);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            close();
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    let other = speech.other();
    view! {
        <div class="person" on:keydown=on_key on:focusout=move |event| {
            if super::search::leaves(&event) {
                close();
            }
        }>
            <button
                type="button"
                class="person-button"
                node_ref=button
                aria-haspopup="true"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="person-menu"
                aria-label=format!("{}: {}", shell::person_menu(), author.name)
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                <Icon name="it-user" />
                <span class="person-name">{author.name.clone()}</span>
                <Icon name="it-expand" />
            </button>
            <div class="person-menu" id="person-menu" hidden=move || !is_open.get()>
                <p class="person-who">
                    <strong>{author.name}</strong>
                    <span>{role}</span>
                    <span>{author.organisation_name}</span>
                </p>
                <ul>
                    <li>
                        <a href=Address::Settings.path() on:click=move |_| close()>
                            <Icon name="it-settings" />
                            <span>{shell::settings()}</span>
                        </a>
                    </li>
                    <li>
                        <a href=Address::About.path() on:click=move |_| close()>
                            <Icon name="it-info-circle" />
                            <span>{shell::about()}</span>
                        </a>
                    </li>
                    <li>
                        <button type="button" lang=shell::other_language_code() on:click=move |_| speech.choose(other)>
                            <Icon name="it-horn" />
                            <span>{shell::other_language()}</span>
                        </button>
                    </li>
                    <li>
                        <button type="button" on:click=move |_| session.lock_all()>
                            <Icon name="it-lock" />
                            <span>{shell::lock_now()}</span>
                        </button>
                    </li>
                    <li>
                        <button type="button" on:click=move |_| spawn_local(async move { session.sign_out().await })>
                            <Icon name="it-logout" />
                            <span>{shell::sign_out()}</span>
                        </button>
                    </li>
                </ul>
            </div>
        </div>
    }
    .into_any()
}
