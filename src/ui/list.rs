// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands around a list: the filters that are active.
use super::Icon;
use crate::prelude::*;
use crate::text::shell as text;

/// Active filters, each a key and its words, each with a way to take it off.
#[component]
pub fn FilterChips(
    #[prop(into)] chips: Signal<Vec<(String, String)>>,
    #[prop(into)] on_remove: Callback<String>,
) -> AnyView {
    let chip = move |(key, label): (String, String)| {
        let spoken = format!("{} {label}", text::remove_filter());
        view! {
            <li>
                <button type="button" class="chip" aria-label=spoken on:click=move |_| on_remove.run(key.clone())>
                    <span>{label}</span>
                    <Icon name="it-close" />
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !chips.with(Vec::is_empty)>
            <ul class="chips" aria-label=text::active_filters()>
                {move || chips.get().into_iter().map(chip).collect_view()}
            </ul>
        </Show>
    }
    .into_any()
}
