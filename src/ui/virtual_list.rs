// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list of any length that draws only the rows in view.
use crate::prelude::*;
use leptos::{html, web_sys};
use std::{cell::RefCell, collections::HashMap, sync::Arc};
use wasm_bindgen::{JsCast, closure::Closure};

/// Rows drawn above and below what is in view, so that a quick scroll or the tab key finds them there.
const BEYOND: usize = 6;

thread_local! {
    /// Where each list was left, by its id: a person who comes back finds the place again.
    static PLACES: RefCell<HashMap<&'static str, i32>> = RefCell::new(HashMap::new());
    /// Observers of the lists that are drawn now, with the closure that each calls.
    static OBSERVERS: RefCell<HashMap<&'static str, Observed>> = RefCell::new(HashMap::new());
}

/// Draws one row by its index.
pub struct Rows(Arc<dyn Fn(usize) -> AnyView + Send + Sync>);

impl<F: Fn(usize) -> AnyView + Send + Sync + 'static> From<F> for Rows {
    fn from(render: F) -> Self {
        Self(Arc::new(render))
    }
}

type Observed = (web_sys::ResizeObserver, Closure<dyn Fn()>);

/// A list of `count` rows of `row_height` pixels each. `render` draws one row by its index and is called again when a
/// signal that it read changes. Rows are reached with tab and with the arrow keys, provided each holds a link or button.
#[component]
pub fn VirtualList(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] count: Signal<usize>,
    row_height: f64,
    #[prop(into)] render: Rows,
) -> AnyView {
    let Rows(render) = render;
    let frame = NodeRef::<html::Div>::new();
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(800.0_f64);
    keep_place(id, frame, count, row_height);
    keep_measured(id, frame, height);

    let window = Memo::new(move |_| {
        let n = count.get();
        let first = ((top.get() / row_height) as usize).saturating_sub(BEYOND);
        let n_in_view = (height.get() / row_height).ceil() as usize + 2 * BEYOND;
        let last = (first + n_in_view).min(n);
        (first.min(last), last)
    });
    let row = move |index: usize| {
        let render = render.clone();
        view! {
            <div
                class="virtual-row"
                role="listitem"
                aria-posinset=index + 1
                aria-setsize=move || count.get()
                data-index=index
                style:height=px(row_height)
                style:transform=format!("translateY({})", px(index as f64 * row_height))
            >
                {move || render(index)}
            </div>
        }
    };
    let on_scroll = move |_| {
        if let Some(frame) = frame.get_untracked() {
            let place = frame.scroll_top();
            // A hidden list reports 0, which is not a place anybody chose.
            if frame.client_height() > 0 {
                PLACES.with_borrow_mut(|places| places.insert(id, place));
                top.set(f64::from(place));
            }
        }
    };
    view! {
        <div class="virtual-list" id=id node_ref=frame on:scroll=on_scroll on:keydown=move |event| on_key(&event, row_height)>
            <div
                class="virtual-space"
                role="list"
                aria-label=label
                style:height=move || px(count.get() as f64 * row_height)
            >
                <For
                    each=move || {
                        let (first, last) = window.get();
                        first..last
                    }
                    key=|index| *index
                    children=row
                />
            </div>
        </div>
    }
    .into_any()
}

/// Whole pixels: writing fractions would load the code that formats them.
fn px(length: f64) -> String {
    format!("{}px", length as i64)
}

/// Puts the list back where it was left, once it has rows.
fn keep_place(id: &'static str, frame: NodeRef<html::Div>, count: Signal<usize>, row_height: f64) {
    let place = PLACES.with_borrow(|places| places.get(id).copied().unwrap_or(0));
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) || place == 0 {
            return true;
        }
        let (Some(frame), true) = (frame.get(), count.get() as f64 * row_height > f64::from(place)) else {
            return false;
        };
        request_animation_frame(move || frame.set_scroll_top(place));
        true
    });
}

/// Follows the height of the list: it changes with the window, with the keyboard of a tablet, and when it is shown again.
fn keep_measured(id: &'static str, frame: NodeRef<html::Div>, height: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let observed = frame.clone();
        let on_resize = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(observed.client_height());
            if now > 0.0 {
                height.try_set(now);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&frame);
            OBSERVERS.with_borrow_mut(|observers| observers.insert(id, (observer, on_resize)));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = OBSERVERS.with_borrow_mut(|observers| observers.remove(id)) {
            observer.disconnect();
        }
    });
}

/// Moves the focus to the row above or below.
fn on_key(event: &web_sys::KeyboardEvent, row_height: f64) {
    let step: i32 = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    else {
        return;
    };
    // Arrow keys inside a field belong to the field.
    if matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") {
        return;
    }
    let Ok(Some(row)) = target.closest(".virtual-row") else {
        return;
    };
    let Some(index) = row
        .get_attribute("data-index")
        .and_then(|index| index.parse::<i32>().ok())
    else {
        return;
    };
    event.prevent_default();
    let Ok(Some(next)) = document().query_selector(&format!(
        ".virtual-row[data-index=\"{}\"] :is(a, button)",
        index + step
    )) else {
        return;
    };
    let Ok(next) = next.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    // The browser scrolls a focused element into view only as far as its edge; rows drawn beyond the view follow then.
    let _ = next.focus();
    if let Ok(Some(list)) = next.closest(".virtual-list") {
        let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
        let place = f64::from(index + step) * row_height;
        if place < top {
            list.set_scroll_top(place as i32);
        } else if place + row_height > top + height {
            list.set_scroll_top((place + row_height - height) as i32);
        }
    }
}
