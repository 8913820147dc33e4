// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is folded until somebody looks.
use crate::prelude::*;

/// What is folded. It is drawn when somebody opens it for the first time, and stays.
pub fn folded(
    test: &'static str,
    summary: impl Fn() -> String + Send + 'static,
    inside: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let was_opened = RwSignal::new(false);
    let inside = live(move || if was_opened.get() { inside() } else { ().into_any() });
    let open = move |_| {
        // A change that changes nothing would draw it anew, with what is typed in it.
        if !was_opened.get_untracked() {
            was_opened.set(true);
        }
    };
    view! {
        <details data-test=test on:toggle=open>
            <summary>{summary}</summary>
            {inside}
        </details>
    }
}
