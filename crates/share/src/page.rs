// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page: what the link shows, or why it shows nothing.
use crate::{
    ask::{Answer, Digits, Pin, Wish, ask},
    photo, pin, text,
    token::{self, TokenError},
};
use leptos::task::spawn_local;
use soglia_domain::tongue::Tongue;
use soglia_prelude::*;
use soglia_views::drawn;

/// How things stand with the link.
#[derive(Clone, PartialEq, Eq)]
enum Standing {
    Wrong(TokenError),
    Asking,
    Answered(Answer),
}

/// What the page holds.
#[derive(Clone, Copy)]
struct Page {
    standing: RwSignal<Standing>,
    /// The language of what stands around: that of the browser, until the link says another.
    tongue: RwSignal<Tongue>,
    wish: RwSignal<Wish>,
}

/// The whole page.
pub(crate) fn page() -> AnyView {
    let page = Page {
        standing: RwSignal::new(Standing::Asking),
        tongue: RwSignal::new(tongue_of_browser()),
        wish: RwSignal::new(Wish::default()),
    };
    page.look();
    // Whoever mends the address in place gets another answer without loading the page anew.
    window_event_listener_untyped("hashchange", move |_| {
        page.wish.update(|wish| wish.pin = None);
        page.look();
    });
    window_event_listener_untyped("online", move |_| {
        if page.standing.get_untracked() == Standing::Answered(Answer::NoNetwork) {
            page.look();
        }
    });
    Effect::new(move |_| name_page(page.tongue.get()));
    live(move || page.whole())
}

impl Page {
    /// Reads the link out of the address, and asks the server where it can be one.
    fn look(self) {
        let token = match token::in_address() {
            Ok(token) => token,
            Err(error) => return self.standing.set(Standing::Wrong(error)),
        };
        // What is there already stays until the same comes in another language.
        if !matches!(self.standing.get_untracked(), Standing::Answered(Answer::Here(_))) {
            self.standing.set(Standing::Asking);
        }
        spawn_local(async move {
            let wish = self.wish.get_untracked();
            let answer = ask(&token, &wish).await;
            // The address may have become another one meanwhile, whose own answer is on its way.
            if token::in_address().is_ok_and(|now| now == token) && self.wish.get_untracked() == wish {
                if let Answer::Here(page) = &answer {
                    self.tongue.set(page.language);
                }
                self.standing.set(Standing::Answered(answer));
            }
        });
    }

    /// Somebody chose a language: what is around follows at once, what is shown is asked for in it.
    fn speak(self, tongue: Tongue) {
        self.wish.update(|wish| wish.tongue = Some(tongue));
        self.tongue.set(tongue);
        if matches!(self.standing.get_untracked(), Standing::Answered(Answer::Here(_))) {
            self.look();
        }
    }

    fn whole(self) -> AnyView {
        let tongue = self.tongue.get();
        view! {
            <header class="header">
                <span class="brand">
                    <img src="/icon.svg" alt="" width="32" height="32" />
                    <span>"Soglia"</span>
                </span>
                {live(move || self.languages(tongue))}
            </header>
            <main id="main" class="main">
                <div class="page">
                    <h1>{move || title(&self.standing.get(), tongue)}</h1>
                    {live(move || self.said(tongue))}
                </div>
            </main>
        }
    }

    /// The other language of the pages, or a list of those in which the view is to be had.
    fn languages(self, tongue: Tongue) -> AnyView {
        let others = self.standing.with(|standing| match standing {
            Standing::Answered(Answer::Here(page)) if page.languages.len() > 2 => page.languages.clone(),
            Standing::Answered(_) | Standing::Asking | Standing::Wrong(_) => Vec::new(),
        });
        if others.is_empty() {
            let other = match tongue {
                Tongue::Italian => Tongue::English,
                _ => Tongue::Italian,
            };
            return view! {
                <button
                    type="button"
                    class="btn btn-plain"
                    lang=other.key()
                    on:click=move |_| self.speak(other)
                >
                    {other.own_name()}
                </button>
            };
        }
        let option = |one: Tongue| {
            view! { <option value=one.key() lang=one.key() selected=one == tongue>{one.own_name()}</option> }
        };
        let choose = move |event| {
            if let Some(tongue) = Tongue::of_code(&event_target_value(&event)) {
                self.speak(tongue);
            }
        };
        view! {
            <label class="share-language">
                <span class="visually-hidden">{text::language(tongue)}</span>
                <select class="form-control" on:change=choose data-test="share-language">
                    {others.into_iter().map(option).collect_view()}
                </select>
            </label>
        }
    }

    fn said(self, tongue: Tongue) -> AnyView {
        let answer = match self.standing.get() {
            Standing::Asking => return view! { <p role="status">{text::asking(tongue)}</p> },
            Standing::Wrong(error) => return nothing(text::token_error(error, tongue), "wrong", tongue, ()),
            Standing::Answered(answer) => answer,
        };
        let again = move || {
            view! {
                <button type="button" class="btn btn-primary" on:click=move |_| self.look()>
                    {text::again(tongue)}
                </button>
            }
        };
        let on_digits = Callback::new(move |digits: Digits| {
            self.wish.update(|wish| wish.pin = Some(digits));
            self.look();
        });
        match answer {
            Answer::Here(page) => drawn(&page, photo::photo),
            Answer::Pin(why) => pin::form(why, tongue, on_digits),
            Answer::NoSuchLink => nothing(text::no_such_link(tongue), "no-such-link", tongue, ()),
            Answer::OpenedBefore => nothing(text::opened_before(tongue), "opened-before", tongue, ()),
            Answer::Newer => nothing(text::newer(tongue), "newer", tongue, ()),
            Answer::NoNetwork => nothing(text::no_network(tongue), "no-network", tongue, again()),
            Answer::Trouble => nothing(text::trouble(tongue), "trouble", tongue, again()),
        }
    }
}

/// What the link shows by its name, as soon as that is known.
fn title(standing: &Standing, tongue: Tongue) -> String {
    match standing {
        Standing::Answered(Answer::Here(page)) => page.title.clone(),
        Standing::Answered(Answer::Pin(pin)) if *pin != Pin::Locked => text::pin_title(tongue).to_owned(),
        Standing::Wrong(_) | Standing::Asking | Standing::Answered(_) => text::title(tongue).to_owned(),
    }
}

fn nothing(sentence: impl Into<String>, state: &'static str, tongue: Tongue, more: impl IntoAny) -> AnyView {
    view! {
        <div class="empty-state" role="alert" data-test="share-nothing" data-state=state>
            <h2>{text::nothing_to_show(tongue)}</h2>
            <p>{sentence.into()}</p>
            <div class="empty-state-actions">{more.into_any()}</div>
        </div>
    }
}

/// The language of the browser where it is one of ours, else Italian.
fn tongue_of_browser() -> Tongue {
    let code = window().navigator().language();
    code.and_then(|code| Tongue::of_code(&code)).unwrap_or_default()
}

fn name_page(tongue: Tongue) {
    document().set_title(&format!("{} – Soglia", text::title(tongue)));
    if let Some(root) = document().document_element() {
        // A page in the wrong voice is still a page.
        let _ = root.set_attribute("lang", tongue.key());
        let _ = root.set_attribute("dir", tongue.direction());
    }
}
