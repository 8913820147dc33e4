// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a page says to the person: notices, empty lists, errors of a form, where an answer is saved.
use super::{Icon, Tone};
use crate::prelude::*;
use crate::text::shell as text;

/// A boxed message. Bad news is announced at once, the rest when the person pauses.
#[component]
pub fn Notice(tone: Tone, children: Children) -> AnyView {
    let role = if matches!(tone, Tone::Bad) {
        "alert"
    } else {
        "status"
    };
    view! {
        <div class=format!("alert alert-{}", tone.key()) role=role>
            <Icon name=tone.icon() />
            <div class="alert-body">{children()}</div>
        </div>
    }
    .into_any()
}

/// An empty list, with the reason and what to do.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty-state">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty-state-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Where an answer is: on this device only, or delivered.
#[component]
pub fn SavedHint(#[prop(into)] pending: Signal<bool>) -> AnyView {
    view! {
        <span class="saved-hint" data-pending=move || pending.get().to_string()>
            {move || {
                let name = if pending.get() { "it-clock" } else { "it-check" };
                view! { <Icon name=name /> }
            }}
            <span>{move || if pending.get() { text::saved_here() } else { text::delivered() }}</span>
        </span>
    }
    .into_any()
}

/// The errors of a form, each with the way to its field. Shown only while there are any.
#[component]
pub fn ErrorSummary(#[prop(into)] errors: Signal<Vec<(String, String)>>) -> AnyView {
    let line = |(field, sentence): (String, String)| {
        let target = field.clone();
        view! {
            <li>
                <a
                    href=format!("#{field}")
                    on:click=move |event| {
                        event.prevent_default();
                        super::focus_by_id(&target);
                    }
                >
                    {sentence}
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || !errors.with(Vec::is_empty)>
            <div class="alert alert-danger error-summary" role="alert">
                <Icon name="it-warning-circle" />
                <div class="alert-body">
                    <h2>{text::errors_title()}</h2>
                    <ul>{move || errors.get().into_iter().map(line).collect_view()}</ul>
                </div>
            </div>
        </Show>
    }
    .into_any()
}
