// SPDX-License-Identifier: AGPL-3.0-or-later
//! The frame around every page, and the one place that says which page stands at which address.
pub mod areas;
pub mod frame;
pub mod header;
pub mod page;
pub mod pages;
pub mod parts;
pub mod search;
pub mod sync_badge;

use self::parts::{Meanwhile, Part, part};
use crate::prelude::*;
use crate::{
    routes,
    session::{
        Entering, Session, Who, invitation, phrase::EnterPage, reopen::unreadable_page,
        revoked::revoked_page, sign_in::SignInPage, unlock::UnlockPage,
    },
    settings::language::Speech,
    text::shell as text,
    ui::{keep_touches, save_typed},
};
use soglia_domain::author::Author;
use soglia_wording::Language;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    routes::start();
    save_when_hidden();
    keep_touches();
    let session = expect_context::<Session>();
    let speech = Speech::provide();
    let who = Memo::new(move |_| session.who.get());
    Effect::new(move |_| {
        let page = routes::navigation().place.with(|place| place.address);
        let language = speech.language.get();
        name_page(page, language);
    });
    // Whoever is about to give a phrase will need it; whoever only looks at the sign-in does not pay for it.
    Effect::new(move |_| {
        if who.with(|who| matches!(who, Who::Locked | Who::Entering(_) | Who::In(_))) {
            frame().expect();
            areas::fetch_early();
        }
    });
    let is_invited = Memo::new(|_| routes::address() == Some(routes::Address::Invitation));
    // A change of language draws everything again: texts are plain functions, which costs nothing while it stays.
    move || {
        crate::text::speak(speech.language.get());
        let page = move || match who.get() {
            _ if is_invited.get() => invitation(),
            Who::Opening => opening(),
            Who::Unreadable => unreadable_page(),
            Who::SignedOut => view! { <SignInPage /> }.into_any(),
            Who::Locked => view! { <UnlockPage /> }.into_any(),
            Who::Revoked { n_left } => revoked_page(n_left),
            Who::Entering(entering) => phrase(entering),
            Who::In(signed_in) => framed(signed_in.author),
        };
        view! { {page} }
    }
}

/// Saves what is being typed when the page goes to the background: a tablet may close it there without a word.
fn save_when_hidden() {
    window_event_listener_untyped("visibilitychange", |_| {
        if document().hidden() {
            save_typed();
        }
    });
}

/// What only people who signed in see.
fn frame() -> Part<fn(Author) -> AnyView> {
    part!(frame_part in frame: |author| view! { <frame::Frame author /> }, fn(Author) -> AnyView)
}

/// In the place of everything.
const WHOLE: Meanwhile = Meanwhile {
    waiting: opening,
    failed: |again| view! { <main id="main" class="main">{parts::not_fetched(again)}</main> },
};

fn framed(author: Author) -> AnyView {
    frame().show(WHOLE, move |frame| frame(author.clone()))
}

/// An invitation is opened once in a life, and whoever works on this device.
fn invitation() -> AnyView {
    let part = part!(invitation_part in invitation: invitation::page, fn() -> AnyView);
    part.show(WHOLE, |page| page())
}

/// Choosing a phrase comes after the sign-in, with a network, and once.
fn phrase(entering: Entering) -> AnyView {
    type Draw = fn(Entering) -> AnyView;
    let part = part!(phrase_part in phrase: |entering| view! { <EnterPage entering /> }, Draw);
    part.show(WHOLE, move |draw| draw(entering.clone()))
}

/// The shape of the frame, for the moment until the device knows who works here.
fn opening() -> AnyView {
    view! {
        <div class="frame" aria-busy="true">
            <header class="header">
                <span class="brand">
                    <img src="/icon.svg" alt="" width="32" height="32" />
                    <span>"Soglia"</span>
                </span>
            </header>
            <div class="rail"></div>
            <main id="main" class="main">
                {parts::skeleton()}
            </main>
        </div>
    }
    .into_any()
}

/// Tells the browser the name of the page and its language. Names of people never go there: browsers keep titles.
fn name_page(page: Option<routes::Address>, language: Language) {
    crate::text::speak(language);
    document().set_title(&format!("{} – Soglia", text::page_title(page)));
    if let Some(root) = document().document_element() {
        let code = match language {
            Language::Italian => "it",
            Language::English => "en",
        };
        let _ = root.set_attribute("lang", code);
    }
}
