// SPDX-License-Identifier: AGPL-3.0-or-later
//! Settings of this device, and what Soglia is.
pub mod about;
mod access;
mod calendar;
mod devices;
mod factor;
mod install;
pub mod language;
mod lock;

pub use about::AboutPage;

use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    routes::Address,
    session::{Session, Who, may},
    state::State,
    text::{self, settings as words},
    ui::{Button, ButtonKind, LinkButton, Notice, PageHead, Summary, SummaryLine, Tone},
};
use language::Speech;
use leptos::task::spawn_local;
use soglia_domain::author::Role;
use soglia_wording::Language;

/// The page.
#[component]
pub fn Page() -> AnyView {
    view! {
        <div class="page">
            <PageHead title=words::title() />
            <Languages />
            <Person />
            {lock::section()}
            <Rulebook />
            {archive()}
            {access()}
            {factor()}
            {devices::devices()}
            {calendar()}
            <Storage />
            {install::section()}
            <Version />
        </div>
    }
    .into_any()
}

/// The way to the archive, for who keeps it.
fn archive() -> AnyView {
    let role = may::author().map(|author| author.role);
    let keeps = matches!(role, Some(Role::SocialWorker | Role::Coordinator));
    keeps
        .then(|| {
            view! {
                <section aria-labelledby="archive-title">
                    <h2 id="archive-title">{text::archive::go()}</h2>
                    <p>{text::archive::go_lead()}</p>
                    <LinkButton href=Address::Archive.path()>{text::archive::title()}</LinkButton>
                </section>
            }
        })
        .into_any()
}

fn access() -> AnyView {
    let part = part!(access_section in access: access::section, fn() -> AnyView);
    part.show(PIECE, |section| section())
}

fn factor() -> AnyView {
    let part = part!(factor_section in factor: factor::section, fn() -> AnyView);
    part.show(PIECE, |section| section())
}

fn calendar() -> AnyView {
    let part = part!(calendar_section in calendar: calendar::section, fn() -> AnyView);
    part.show(PIECE, |section| section())
}

#[component]
fn Languages() -> AnyView {
    let speech = expect_context::<Speech>();
    let option = move |language: Language, id: &'static str, name: &'static str| {
        let code = if language == Language::Italian { "it" } else { "en" };
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    id=id
                    name="language"
                    prop:checked=move || speech.language.get() == language
                    on:change=move |_| speech.choose(language)
                />
                <label for=id lang=code>{name}</label>
            </div>
        }
    };
    view! {
        <fieldset class="form-group">
            <legend><h2>{words::language()}</h2></legend>
            <div class="choices choices-inline">
                {option(Language::Italian, "language-it", "Italiano")}
                {option(Language::English, "language-en", "English")}
            </div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Person() -> AnyView {
    let session = expect_context::<Session>();
    let Who::In(signed_in) = session.who.get_untracked() else {
        return ().into_any();
    };
    let author = signed_in.author;
    view! {
        <section aria-labelledby="person-title">
            <h2 id="person-title">{words::person()}</h2>
            <Summary>
                <SummaryLine term=words::name()>{author.name}</SummaryLine>
                <SummaryLine term=words::role()>{soglia_wording::role(author.role, text::language())}</SummaryLine>
                <SummaryLine term=words::organisation()>{author.organisation_name}</SummaryLine>
                <SummaryLine term=words::device()>{devices::short(&signed_in.device.to_string())}</SummaryLine>
            </Summary>
            <p class="form-text">{words::sign_out_help()}</p>
            <Button icon="it-logout" on_click=move |()| spawn_local(async move { session.sign_out().await })>
                {text::shell::sign_out()}
            </Button>
        </section>
    }
    .into_any()
}

/// The way to the figures that everything rests on.
#[component]
fn Rulebook() -> AnyView {
    let supposes = crate::rules::may_suppose();
    view! {
        <section aria-labelledby="rulebook-title">
            <h2 id="rulebook-title">{text::rules::title()}</h2>
            <p>{text::rules::lead()}</p>
            <div class="button-row">
                <LinkButton href=Address::Rules.path()>{text::rules::title()}</LinkButton>
                {supposes.then(|| view! {
                    <LinkButton href=Address::WhatIf.path()>{text::rules::what_if_title()}</LinkButton>
                })}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Storage() -> AnyView {
    let state = expect_context::<State>();
    let storage = Memo::new(move |_| state.storage.get());
    let persisted = move || match storage.with(|storage| storage.persisted) {
        Some(true) => words::persisted(),
        Some(false) => words::not_persisted(),
        None => words::persisted_unknown(),
    };
    let used = move || {
        storage.with(|storage| match (storage.used_bytes, storage.quota_bytes) {
            (Some(used), Some(quota)) => words::used_of(used, quota),
            (Some(used), None) => words::size(used),
            _ => words::not_told().to_owned(),
        })
    };
    let counts = move || {
        state
            .rows
            .with(|rows| words::counts(rows.dwellings.len(), rows.households.len()))
    };
    let pending =
        move || soglia_wording::whole(state.sync.with(|sync| sync.n_pending) as u64, text::language());
    view! {
        <section aria-labelledby="storage-title">
            <h2 id="storage-title">{words::storage()}</h2>
            <Summary>
                <SummaryLine term=words::on_this_tablet()>{counts}</SummaryLine>
                <SummaryLine term=words::still_to_send()>
                    <a href=Address::Deliveries.path()>{pending}</a>
                </SummaryLine>
                <SummaryLine term=words::space()>{used}</SummaryLine>
            </Summary>
            <p>{persisted}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Version() -> AnyView {
    view! {
        <section aria-labelledby="version-title">
            <h2 id="version-title">{words::version()}</h2>
            <p>{words::version_is(env!("CARGO_PKG_VERSION"))}</p>
            <Show
                when=State::has_update
                fallback=|| view! { <p class="muted">{words::no_update()}</p> }
            >
                <Notice tone=Tone::Info>
                    <p>{words::update_waits()}</p>
                    <Button kind=ButtonKind::Primary icon="it-refresh" on_click=|()| State::take_update()>
                        {words::update_now()}
                    </Button>
                </Notice>
            </Show>
            <p><a href=Address::About.path()>{text::shell::about()}</a></p>
        </section>
    }
    .into_any()
}
