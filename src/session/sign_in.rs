// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sign-in page.
use crate::{text::shell as text, ui::PageHead};
use leptos::prelude::*;

/// The page.
#[component]
pub fn SignInPage() -> AnyView {
    view! { <main id="main" class="page"><PageHead title=text::sign_in() /></main> }.into_any()
}
