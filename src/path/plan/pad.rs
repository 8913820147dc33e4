// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field in which somebody signs with a finger, a pen or the mouse. What is drawn is a path; it becomes an image when the
//! signature is saved.
use crate::prelude::*;
use crate::{
    state::PAD,
    text::path::plan as text,
    ui::{Button, ButtonKind},
};
use leptos::web_sys::{Element, PointerEvent};
use std::fmt::Write as _;
use wasm_bindgen::JsCast as _;

/// Points nearer than this to the one before, in both directions, add nothing to a line.
const NEAR: u32 = 2;

/// The field.
pub(super) fn pad(drawn: RwSignal<String>) -> AnyView {
    // Where the pointer is while it draws.
    let last = StoredValue::new(None::<(i32, i32)>);
    let down = move |event: PointerEvent| {
        let Some((place, at)) = at(&event) else { return };
        event.prevent_default();
        // Without it a line ends at the border of the field: nothing else is lost.
        let _ = place.set_pointer_capture(event.pointer_id());
        last.set_value(Some(at));
        // A dot is a line that ends where it begins.
        drawn.update(|drawn| draw(drawn, at, Some(at)));
    };
    let moved = move |event: PointerEvent| {
        let (Some((_, at)), Some(before)) = (at(&event), last.get_value()) else {
            return;
        };
        if at.0.abs_diff(before.0).max(at.1.abs_diff(before.1)) < NEAR {
            return;
        }
        last.set_value(Some(at));
        drawn.update(|drawn| draw(drawn, at, None));
    };
    let up = move |_: PointerEvent| last.set_value(None);
    let clear = move |()| drawn.set(String::new());
    let (width, height) = PAD;
    view! {
        <p>{text::sign_here()}</p>
        <svg
            class="signature"
            data-test="signature-pad"
            viewBox=format!("0 0 {width} {height}")
            role="img"
            aria-label=text::pad()
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=up
        >
            <path
                d=move || drawn.get()
                fill="none"
                stroke="#000"
                stroke-width="3"
                stroke-linecap="round"
                stroke-linejoin="round"
            ></path>
        </svg>
        <Button kind=ButtonKind::Plain icon="it-refresh" test="signature-clear" on_click=clear>{text::clear()}</Button>
    }
}

/// The field under the pointer, and where in its own measure the pointer is.
fn at(event: &PointerEvent) -> Option<(Element, (i32, i32))> {
    let place: Element = event.current_target()?.dyn_into().ok()?;
    let shown = place.get_bounding_client_rect();
    let scale = f64::from(PAD.0) / shown.width();
    let x = (f64::from(event.client_x()) - shown.left()) * scale;
    let y = (f64::from(event.client_y()) - shown.top()) * scale;
    Some((place, (x as i32, y as i32)))
}

/// Adds a point to the path; with a beginning it starts a new line there.
fn draw(path: &mut String, (x, y): (i32, i32), begins: Option<(i32, i32)>) {
    // Writing to a String cannot fail.
    if let Some((x, y)) = begins {
        let _ = write!(path, "M{x} {y}");
    }
    let _ = write!(path, "L{x} {y}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_and_a_line_are_one_path() {
        let mut path = String::new();
        draw(&mut path, (10, 21), Some((10, 21)));
        draw(&mut path, (30, 40), None);
        assert_eq!(path, "M10 21L10 21L30 40");
    }
}
