// SPDX-License-Identifier: AGPL-3.0-or-later
//! Draws the scene, anew for each frame: what is not in the window is left out, so that ten thousand marks cost no more than
//! those in sight.
mod ground;
mod marks;
mod names;
mod pen;

use super::scene::Scene;
use leptos::web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use pen::Pen;
use wasm_bindgen::JsCast;

/// The longest that the bar of the scale may be, in pixels.
const LONGEST_BAR: f64 = 110.0;

/// Where it stands: left, top, right, bottom.
const BAR: (f64, f64, f64, f64) = (8.0, 8.0, 134.0, 36.0);

pub(super) fn paint(scene: &mut Scene, canvas: &HtmlCanvasElement) {
    let (Some(view), Some(context)) = (scene.view, context(canvas)) else {
        return;
    };
    let pen = Pen::new(context, canvas, view);
    pen.clear();
    if let Some(ground) = scene.ground.clone() {
        ground::paint(&pen, &ground);
        let mut taken = marks::taken(&pen, scene);
        taken.push(BAR);
        names::paint(&pen, &ground, taken);
    }
    marks::paint(&pen, scene);
    bar(&pen);
    let n_borders = scene.ground.as_ref().map_or(0, |ground| ground.borders.len());
    // What tests and measurements wait for.
    let _ = canvas.set_attribute("data-drawn", &format!("{n_borders} {}", scene.marks.len()));
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// How long something is on the ground.
fn bar(pen: &Pen) {
    let (metres, pixels) = pen.view.bar(LONGEST_BAR);
    let words = match metres {
        0..1_000 => format!("{metres} m"),
        _ => format!("{} km", metres / 1_000),
    };
    let (left, low) = (16.0, 30.0);
    pen.line("--text", 2.0, |pen| {
        pen.go((left, low - 6.0), true);
        pen.go((left, low), false);
        pen.go((left + pixels, low), false);
        pen.go((left + pixels, low - 6.0), false);
    });
    pen.words(&words, (left + pixels / 2.0, low - 7.0), "--text", "600 13px");
}
