// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields of forms that are sent as a whole: nothing is saved before.
use crate::prelude::*;
use leptos::html;

/// A line of text.
pub fn plain_field(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    text: RwSignal<String>,
) -> AnyView {
    let help_id = (!help.is_empty()).then(|| format!("{id}-help"));
    let described = help_id.clone();
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            {help_id.map(|help_id| view! { <p class="form-text" id=help_id>{help}</p> })}
            <input
                type="text"
                class="form-control"
                id=id
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
}

/// One of a list, each a key and its words.
pub fn plain_select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: RwSignal<String>,
) -> AnyView {
    let select = NodeRef::<html::Select>::new();
    // Set once its options are there: before, the browser knows none of that name.
    Effect::new(move |_| {
        if let Some(select) = select.get() {
            select.set_value(&chosen.get());
        }
    });
    let option = |(key, words): (String, String)| view! { <option value=key>{words}</option> };
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select
                class="form-control"
                id=id
                node_ref=select
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
