// SPDX-License-Identifier: AGPL-3.0-or-later
//! Icons out of the page, always beside a word.
use crate::prelude::*;

/// One symbol of those that stand in the page, such as `it-home`. Hidden from screen readers: the word beside it speaks.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=format!("#{name}")></use>
        </svg>
    }
    .into_any()
}
