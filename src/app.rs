// SPDX-License-Identifier: AGPL-3.0-or-later
//! The frame around every page.
use leptos::prelude::*;

/// The frame around every page.
#[component]
pub fn App() -> impl IntoView {
    view! { <main></main> }
}
