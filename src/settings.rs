// SPDX-License-Identifier: AGPL-3.0-or-later
//! Settings of this device, and what Soglia is.
pub mod language;

use crate::{text::shell as text, ui::PageHead};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Page() -> AnyView {
    view! { <div class="page"><PageHead title=text::settings() /></div> }.into_any()
}

/// The page.
#[component]
pub fn AboutPage() -> AnyView {
    view! { <div class="page"><PageHead title=text::about() /></div> }.into_any()
}
