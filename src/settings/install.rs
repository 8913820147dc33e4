// SPDX-License-Identifier: AGPL-3.0-or-later
//! Soglia on the home screen: it opens by itself, and browsers then keep what is stored.
use crate::prelude::*;
use crate::{
    state::State,
    text::settings as words,
    ui::{Button, Notice, Tone},
};
use leptos::task::spawn_local;

/// The section. Where the browser offers to install, a button does it; elsewhere words say how.
pub(super) fn section() -> AnyView {
    let way = move || {
        if State::is_installed() {
            return view! { <Notice tone=Tone::Good><p>{words::installed()}</p></Notice> };
        }
        if State::can_install() {
            return view! {
                <p>{words::install_why()}</p>
                <Button icon="it-download" test="install" on_click=|()| spawn_local(State::install())>
                    {words::install_now()}
                </Button>
            };
        }
        view! {
            <p>{words::install_why()}</p>
            <p>{words::install_by_hand()}</p>
            <p>{words::install_on_ios()}</p>
        }
    };
    view! {
        <section aria-labelledby="install-title">
            <h2 id="install-title">{words::install_title()}</h2>
            {way}
        </section>
    }
    .into_any()
}
