// SPDX-License-Identifier: AGPL-3.0-or-later
//! What becomes of the head while the record scrolls: its last line, with the parts, stays at the top.
use super::kept::Switch;
use leptos::web_sys;
use wasm_bindgen::JsCast;

thread_local! {
    static PAST_HEAD: Switch = Switch::off();
}

/// Whether the head is scrolled away, and only the line of the parts is left of it. Tracks.
pub(super) fn is_past_head() -> bool {
    PAST_HEAD.with(Switch::is_on)
}

/// Called when what holds the record scrolls.
pub(super) fn follow(event: &web_sys::Event) {
    let pane = event
        .current_target()
        .and_then(|pane| pane.dyn_into::<web_sys::Element>().ok());
    let Some(pane) = pane else { return };
    let is_past = hidden_below(&pane).is_some_and(|left| left <= 0.0);
    PAST_HEAD.with(|past_head| past_head.turn(is_past));
}

/// A new head begins at its top.
pub(super) fn begin() {
    PAST_HEAD.with(|past_head| past_head.turn(false));
}

/// How much of the head is still to be seen, in pixels; none where there is no head.
fn hidden_below(pane: &web_sys::Element) -> Option<f64> {
    let head = pane.query_selector(".record-head").ok().flatten()?;
    Some(head.get_bounding_client_rect().bottom() - pane.get_bounding_client_rect().top())
}

/// Another part begins at its beginning: right below the line of the parts where the head is scrolled away, and where it
/// is otherwise.
pub(super) fn to_beginning(bar: &web_sys::Element) {
    let Ok(Some(pane)) = bar.closest(".split-detail") else {
        return;
    };
    if let Some(left) = hidden_below(&pane).filter(|left| *left < 0.0) {
        pane.set_scroll_top(pane.scroll_top() + left as i32);
    }
}

/// Brings the open part into view where the parts do not fit beside each other.
pub(super) fn reveal_open_part(bar: &web_sys::Element) {
    let (Ok(Some(nav)), Ok(Some(link))) = (
        bar.query_selector(".sub-nav"),
        bar.query_selector("[aria-current]"),
    ) else {
        return;
    };
    let (frame, link) = (nav.get_bounding_client_rect(), link.get_bounding_client_rect());
    // Half of the next part shows beside it, so that one sees that there are more.
    let (before, after) = (link.left() - frame.left(), link.right() - frame.right());
    let shift = if before < 0.0 {
        before - frame.width() / 4.0
    } else if after > 0.0 {
        after + frame.width() / 4.0
    } else {
        return;
    };
    nav.set_scroll_left(nav.scroll_left() + shift as i32);
}
