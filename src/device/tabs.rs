// SPDX-License-Identifier: AGPL-3.0-or-later
//! This tab among others, and whether somebody looks at it.
use leptos::prelude::{document, window_event_listener_untyped};
use web_sys::VisibilityState;

/// Whether the tab is in view.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Calls `back` when the network comes back, and when somebody looks at this tab again.
pub fn on_return(back: impl Fn() + Clone + 'static) {
    let online = back.clone();
    // The application runs as long as its page, and so do these listeners.
    std::mem::forget(window_event_listener_untyped("online", move |_| online()));
    std::mem::forget(window_event_listener_untyped("focus", {
        let back = back.clone();
        move |_| back()
    }));
    std::mem::forget(window_event_listener_untyped("visibilitychange", move |_| {
        if is_visible() {
            back();
        }
    }));
}
