// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households: list, record, new.
use crate::{routes::HouseholdTab, text::shell as text, ui::PageHead};
use leptos::prelude::*;
use soglia_domain::id::HouseholdId;

/// The list.
#[component]
pub fn ListPage() -> AnyView {
    view! { <PageHead list=true title=text::households() /> }.into_any()
}

/// One record.
#[component]
pub fn RecordPage(id: HouseholdId, tab: Signal<HouseholdTab>) -> AnyView {
    let _ = (id, tab);
    view! { <PageHead title=text::household() /> }.into_any()
}

/// A form for a new one.
#[component]
pub fn NewPage() -> AnyView {
    view! { <PageHead title=text::household() /> }.into_any()
}
