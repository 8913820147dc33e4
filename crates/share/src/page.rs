// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page: what the link shows, or why it shows nothing.
use crate::{
    ask::{Answer, ask},
    photo, text,
    token::{Token, TokenError},
};
use leptos::task::spawn_local;
use soglia_prelude::*;
use soglia_views::drawn;
use soglia_wording::Language;

/// How things stand with the link.
#[derive(Clone, PartialEq, Eq)]
enum Standing {
    Wrong(TokenError),
    Asking,
    Answered(Answer),
}

/// The whole page.
pub(crate) fn page() -> AnyView {
    let language = RwSignal::new(language_of_browser());
    let standing = RwSignal::new(Standing::Asking);
    look(standing, language);
    // Whoever mends the address in place gets another answer without loading the page anew.
    window_event_listener_untyped("hashchange", move |_| look(standing, language));
    window_event_listener_untyped("online", move |_| {
        if standing.get_untracked() == Standing::Answered(Answer::NoNetwork) {
            look(standing, language);
        }
    });
    Effect::new(move |before: Option<Language>| {
        let language_now = language.get();
        name_page(language_now);
        // What is shown comes in the language that was asked for.
        if before.is_some_and(|before| before != language_now) {
            look(standing, language);
        }
        language_now
    });
    live(move || whole(language, standing))
}

/// Reads the link out of the address, and asks the server where it can be one.
fn look(standing: RwSignal<Standing>, language: RwSignal<Language>) {
    let token = match Token::in_address() {
        Ok(token) => token,
        Err(error) => return standing.set(Standing::Wrong(error)),
    };
    // What is there already stays until the same comes in another language.
    if !matches!(standing.get_untracked(), Standing::Answered(Answer::Here(_))) {
        standing.set(Standing::Asking);
    }
    spawn_local(async move {
        let speech = language.get_untracked();
        let answer = ask(&token, speech).await;
        // The address may have become another one meanwhile, whose own answer is on its way.
        if Token::in_address().is_ok_and(|now| now == token) && language.get_untracked() == speech {
            standing.set(Standing::Answered(answer));
        }
    });
}

fn whole(language: RwSignal<Language>, standing: RwSignal<Standing>) -> AnyView {
    let speech = language.get();
    let other = match speech {
        Language::Italian => Language::English,
        Language::English => Language::Italian,
    };
    view! {
        <header class="header">
            <span class="brand">
                <img src="/icon.svg" alt="" width="32" height="32" />
                <span>"Soglia"</span>
            </span>
            <button
                type="button"
                class="btn btn-plain"
                lang=text::other_code(speech)
                on:click=move |_| language.set(other)
            >
                {text::other_language(speech)}
            </button>
        </header>
        <main id="main" class="main">
            <div class="page">
                <h1>{move || title(&standing.get(), speech)}</h1>
                {live(move || said(standing, language, speech))}
            </div>
        </main>
    }
}

/// What the link shows by its name, as soon as that is known.
fn title(standing: &Standing, speech: Language) -> String {
    match standing {
        Standing::Answered(Answer::Here(page)) => page.title.clone(),
        Standing::Wrong(_) | Standing::Asking | Standing::Answered(_) => text::title(speech).to_owned(),
    }
}

fn said(standing: RwSignal<Standing>, language: RwSignal<Language>, speech: Language) -> AnyView {
    match standing.get() {
        Standing::Asking => view! { <p role="status">{text::asking(speech)}</p> },
        Standing::Wrong(error) => nothing(text::token_error(error, speech), "wrong", speech, ()),
        Standing::Answered(answer) => {
            let again = move || {
                view! {
                    <button type="button" class="btn btn-primary" on:click=move |_| look(standing, language)>
                        {text::again(speech)}
                    </button>
                }
            };
            match answer {
                Answer::Here(page) => drawn(&page, speech, photo::photo),
                Answer::NoSuchLink => nothing(text::no_such_link(speech), "no-such-link", speech, ()),
                Answer::Newer => nothing(text::newer(speech), "newer", speech, ()),
                Answer::NoNetwork => nothing(text::no_network(speech), "no-network", speech, again()),
                Answer::Trouble => nothing(text::trouble(speech), "trouble", speech, again()),
            }
        }
    }
}

fn nothing(
    sentence: impl Into<String>,
    state: &'static str,
    speech: Language,
    more: impl IntoAny,
) -> AnyView {
    view! {
        <div class="empty-state" role="alert" data-test="share-nothing" data-state=state>
            <h2>{text::nothing_to_show(speech)}</h2>
            <p>{sentence.into()}</p>
            <div class="empty-state-actions">{more.into_any()}</div>
        </div>
    }
}

/// English for those whose browser asks for it first, else Italian.
fn language_of_browser() -> Language {
    match window().navigator().language() {
        Some(code) if code.starts_with("en") => Language::English,
        _ => Language::Italian,
    }
}

fn name_page(language: Language) {
    document().set_title(&format!("{} – Soglia", text::title(language)));
    if let Some(root) = document().document_element() {
        // A page in the wrong voice is still a page.
        let _ = root.set_attribute("lang", text::code(language));
    }
}
