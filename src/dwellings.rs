// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings: list, record, import.
use crate::{routes::DwellingTab, text::shell as text, ui::PageHead};
use leptos::prelude::*;
use soglia_domain::id::DwellingId;

/// The list.
#[component]
pub fn ListPage() -> AnyView {
    view! { <PageHead list=true title=text::dwellings() /> }.into_any()
}

/// One record.
#[component]
pub fn RecordPage(id: DwellingId, tab: Signal<DwellingTab>) -> AnyView {
    let _ = (id, tab);
    view! { <PageHead title=text::dwellings() /> }.into_any()
}

/// Import of a list.
#[component]
pub fn ImportPage() -> AnyView {
    view! { <PageHead title=text::dwellings() /> }.into_any()
}
