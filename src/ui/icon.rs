// SPDX-License-Identifier: AGPL-3.0-or-later
//! Icons from the sprite, always beside a word.
use crate::prelude::*;

/// One symbol of `/icons.svg`, such as `it-home`. Hidden from screen readers: the word beside it speaks.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
    .into_any()
}
