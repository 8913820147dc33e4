// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page between the sign-in and the store: choosing the phrase that opens it, or giving the one it has.
use super::{
    sign_in::{alert, arrive, card, secret_field},
    unlock::unlock_form,
};
use crate::prelude::*;
use crate::{
    session::{Entering, Session, Step},
    text::session as text,
    ui::{Button, ButtonKind, Notice, Tone},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};

/// A phrase has at least this many letters and signs.
pub(crate) const SHORTEST: usize = 8;

/// The page.
#[component]
pub fn EnterPage(entering: Entering) -> AnyView {
    let session = expect_context::<Session>();
    let name = entering.signed_in.author.name.clone();
    let person = entering.signed_in.author.person;
    match entering.step {
        Step::Choose => card(text::choose_title(), choose_form(text::choose_why())),
        Step::Anew => card(text::choose_title(), choose_form(text::anew_why())),
        Step::Open { n_waiting } => card(
            text::unlock_title(),
            view! {
                <p class="unlock-name">{name}</p>
                <p>{text::store_is_here()}</p>
                {unlock_form(Signal::derive(move || Some(person)))}
                <details class="sign-in-more">
                    <summary>{text::forgotten()}</summary>
                    <Notice tone=Tone::Warn><p>{text::what_stays_locked(n_waiting)}</p></Notice>
                    <Button test="begin-anew" on_click=move |()| session.begin_anew()>{text::begin_anew()}</Button>
                </details>
            },
        ),
    }
}

/// Why a phrase cannot be taken.
pub(crate) fn refused(phrase: &str, again: &str) -> Option<&'static str> {
    if phrase.chars().count() < SHORTEST {
        return Some(text::too_short());
    }
    (phrase != again).then(text::not_the_same)
}

/// Two fields, so that a slip of the finger does not lock anybody out.
fn choose_form(why: &'static str) -> AnyView {
    let session = expect_context::<Session>();
    let (first, second) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let is_running = RwSignal::new(false);
    let error = RwSignal::new(None::<&'static str>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(field), Some(again)) = (first.get_untracked(), second.get_untracked()) else {
            return;
        };
        if is_running.get_untracked() {
            return;
        }
        let refused = refused(&field.value(), &again.value());
        error.set(refused);
        if refused.is_some() {
            let _ = field.focus();
            return;
        }
        is_running.set(true);
        spawn_local(async move {
            let result = session.choose_phrase(&field.value()).await;
            is_running.try_set(false);
            match result {
                Ok(()) => arrive(),
                Err(trouble) => drop(error.try_set(Some(text::trouble(&trouble)))),
            }
        });
    };
    let is_wrong = Signal::derive(move || error.with(Option::is_some));
    view! {
        <p>{why}</p>
        <p>{text::choose_forgotten()}</p>
        <form on:submit=submit novalidate data-keep="no">
            {alert("phrase-error", move || error.get().map(str::to_owned))}
            {secret_field("phrase-new", text::new_phrase(), "new-password", first, is_wrong, "phrase-error")}
            {secret_field("phrase-again", text::phrase_again(), "new-password", second, is_wrong, "phrase-error")}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>
                    {move || if is_running.get() { text::opening() } else { text::go_on() }}
                </Button>
            </div>
        </form>
    }
}
