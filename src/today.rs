// SPDX-License-Identifier: AGPL-3.0-or-later
//! This page.
use crate::{text::shell as text, ui::PageHead};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Page() -> AnyView {
    view! { <div class="page"><PageHead title=text::today() /></div> }.into_any()
}
