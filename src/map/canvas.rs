// SPDX-License-Identifier: AGPL-3.0-or-later
//! The drawing, and what people do with it: drag, pinch, wheel, keys, a touch.
mod fingers;

use super::{
    board::Board,
    browser::{call, number, set},
};
use crate::prelude::*;
use crate::text::map as text;
use fingers::{Fingers, Moved};
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// By how much a touch of plus or minus brings the map nearer or farther.
pub(super) const STEP: f64 = 1.6;

/// Pixels by which an arrow key moves the map.
const KEY: f64 = 80.0;

/// What says how the keys work.
const HELP: &str = "map-keys";

pub(super) fn canvas(board: Board, is_round: Memo<bool>) -> AnyView {
    let fingers = StoredValue::new_local(Fingers::default());
    follow_size(board);
    follow_theme(board);
    let label = move || text::drawing(is_round.get(), board.n_marks.get());
    let down = move |event: web_sys::PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(canvas) = board.canvas.get_untracked() {
            // A finger that leaves the drawing still moves it. Where it cannot be held, it stops at the edge.
            call(&canvas, "setPointerCapture", &[finger(&event).into()]);
        }
        fingers.update_value(|fingers| fingers.down(finger(&event), at(&event)));
    };
    let moved = move |event: web_sys::PointerEvent| {
        let moved = fingers.try_update_value(|fingers| fingers.moved(finger(&event), at(&event)));
        if let Some(Moved { by, factor, around }) = moved.flatten() {
            board.change(|scene| scene.look(|view| view.moved(by).zoomed(factor, around)));
        }
    };
    let up = move |event: web_sys::PointerEvent| {
        if fingers.try_update_value(|fingers| fingers.up(finger(&event))) == Some(true) {
            board.touch(at(&event));
        }
    };
    let gone = move |event: web_sys::PointerEvent| {
        fingers.update_value(|fingers| {
            fingers.up(finger(&event));
        });
    };
    view! {
        <p id=HELP class="visually-hidden">{text::keys()}</p>
        <canvas
            node_ref=board.canvas
            tabindex="0"
            role="application"
            aria-label=label
            aria-describedby=HELP
            data-test="map"
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=gone
            on:wheel=move |event| on_wheel(board, &event)
            on:keydown=move |event| on_key(board, &event)
        ></canvas>
    }
}

/// Where on the drawing something happened.
fn at(event: &web_sys::MouseEvent) -> (f64, f64) {
    (number(event, "offsetX"), number(event, "offsetY"))
}

/// Which finger it was.
fn finger(event: &web_sys::PointerEvent) -> i32 {
    number(event, "pointerId") as i32
}

fn on_wheel(board: Board, event: &web_sys::WheelEvent) {
    event.prevent_default();
    // A wheel with notches counts lines, another one pixels.
    let pixels = if number(event, "deltaMode") == 0.0 {
        1.0
    } else {
        40.0
    };
    let turned = (number(event, "deltaY") * pixels / 240.0).clamp(-0.5, 0.5);
    let factor = if turned < 0.0 {
        1.0 - turned
    } else {
        1.0 / (1.0 + turned)
    };
    board.change(|scene| scene.look(|view| view.zoomed(factor, at(event))));
}

fn on_key(board: Board, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let by = match key.as_str() {
        "ArrowLeft" => (KEY, 0.0),
        "ArrowRight" => (-KEY, 0.0),
        "ArrowUp" => (0.0, KEY),
        "ArrowDown" => (0.0, -KEY),
        _ => (0.0, 0.0),
    };
    match key.as_str() {
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" => {
            board.change(|scene| scene.look(|view| view.moved(by)));
        }
        "+" | "=" => zoom(board, STEP),
        "-" => zoom(board, 1.0 / STEP),
        "0" | "Home" => board.change(super::scene::Scene::fit),
        "Escape" => board.chosen.set(None),
        _ => return,
    }
    event.prevent_default();
}

/// Nearer or farther, around the middle.
pub(super) fn zoom(board: Board, factor: f64) {
    board.change(|scene| {
        scene.look(|view| view.zoomed(factor, (view.width / 2.0, view.height / 2.0)));
    });
}

/// The drawing has as many pixels as it has room.
fn follow_size(board: Board) {
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(canvas) = board.canvas.get() else { return };
        let element = canvas.clone();
        let on_resize = Closure::<dyn Fn()>::new(move || {
            let (width, height) = (number(&element, "clientWidth"), number(&element, "clientHeight"));
            if width > 0.0 && height > 0.0 {
                board.change(|scene| scene.resize(width, height));
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&canvas);
            watch.set_value(Some((observer, on_resize)));
        }
    });
    on_cleanup(move || {
        watch.try_update_value(|watch| {
            if let Some((observer, _)) = watch.take() {
                observer.disconnect();
            }
        });
    });
}

/// A drawing does not change its colours by itself when the evening comes.
fn follow_theme(board: Board) {
    let Ok(Some(dark)) = window().match_media("(prefers-color-scheme: dark)") else {
        return;
    };
    let on_change = Closure::<dyn Fn()>::new(move || board.change(|_| {}));
    set(&dark, "onchange", on_change.as_ref().clone());
    let held = StoredValue::new_local(Some((dark, on_change)));
    on_cleanup(move || {
        held.try_update_value(|held| {
            if let Some((dark, _)) = held.take() {
                set(&dark, "onchange", JsValue::NULL);
            }
        });
    });
}
