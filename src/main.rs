// SPDX-License-Identifier: AGPL-3.0-or-later
//! Mounts the client.
use soglia_client::prelude::*;
use soglia_client::{app::App, session::Session, state::State};

fn main() {
    console_error_panic_hook::set_once();
    // The page says that it is opening until there is something to show.
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(|| {
        let state = State::provide();
        Session::provide(state);
        view! { <App /> }
    });
}
