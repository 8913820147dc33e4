// SPDX-License-Identifier: AGPL-3.0-or-later
//! Import.
use crate::{text::dwellings as text, ui::PageHead};
use leptos::prelude::*;

/// Import of a list.
#[component]
pub fn ImportPage() -> AnyView {
    view! { <PageHead title=text::import_title() /> }.into_any()
}
