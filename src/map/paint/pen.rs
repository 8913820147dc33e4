// SPDX-License-Identifier: AGPL-3.0-or-later
//! What draws on the canvas, with the colours of the page as they are now: in the evening they are others.
use crate::prelude::*;
use leptos::web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};
use soglia_map::View;
use wasm_bindgen::JsValue;

/// The font of the page.
const FONT: &str = "'Titillium Web', sans-serif";

/// A whole turn.
pub(super) const TURN: f64 = std::f64::consts::TAU;

pub(super) struct Pen {
    pub(super) context: CanvasRenderingContext2d,
    pub(super) view: View,
    style: Option<CssStyleDeclaration>,
}

impl Pen {
    /// The drawing gets as many pixels as the screen has, twice those of the page at most: more cost time and show nothing.
    pub(super) fn new(context: CanvasRenderingContext2d, canvas: &HtmlCanvasElement, view: View) -> Self {
        let ratio = window().device_pixel_ratio().clamp(1.0, 2.0);
        let (width, height) = ((view.width * ratio) as u32, (view.height * ratio) as u32);
        if canvas.width() != width || canvas.height() != height {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        // Only a matrix that cannot be turned around is refused.
        let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        context.set_line_join("round");
        context.set_text_align("center");
        context.set_text_baseline("alphabetic");
        Self {
            context,
            view,
            style: window().get_computed_style(canvas).ok().flatten(),
        }
    }

    /// A colour by its name in the style sheet.
    pub(super) fn colour(&self, name: &str) -> String {
        let style = self.style.as_ref();
        style
            .and_then(|style| style.get_property_value(name).ok())
            .unwrap_or_default()
    }

    pub(super) fn clear(&self) {
        self.context.set_fill_style_str(&self.colour("--ground"));
        self.context
            .fill_rect(0.0, 0.0, self.view.width, self.view.height);
    }

    /// Goes on to a point, drawing on the way or not.
    pub(super) fn go(&self, (x, y): (f64, f64), is_lifted: bool) {
        if is_lifted {
            self.context.move_to(x, y);
        } else {
            self.context.line_to(x, y);
        }
    }

    pub(super) fn line(&self, colour: &str, width: f64, way: impl FnOnce(&Self)) {
        self.context.begin_path();
        way(self);
        self.context.set_stroke_style_str(&self.colour(colour));
        self.context.set_line_width(width);
        self.context.stroke();
    }

    pub(super) fn area(&self, colour: &str, way: impl FnOnce(&Self)) {
        self.context.begin_path();
        way(self);
        self.context.set_fill_style_str(&self.colour(colour));
        self.context.fill();
    }

    pub(super) fn disc(&self, (x, y): (f64, f64), radius: f64) {
        // Only a radius below nothing is refused.
        let _ = self.context.arc(x, y, radius, 0.0, TURN);
    }

    /// Dashes of such lengths and gaps from now on; none for a line in one piece.
    pub(super) fn dash(&self, lengths: &[f64]) {
        let lengths: js_sys::Array = lengths.iter().map(|length| JsValue::from_f64(*length)).collect();
        let _ = self.context.set_line_dash(&lengths);
    }

    /// Words around a point, with a rim in the colour of the ground so that they can be read on lines.
    pub(super) fn words(&self, words: &str, at: (f64, f64), colour: &str, font: &str) {
        self.context.set_font(&format!("{font} {FONT}"));
        self.context.set_stroke_style_str(&self.colour("--surface"));
        self.context.set_line_width(3.5);
        let _ = self.context.stroke_text(words, at.0, at.1);
        self.plain_words(words, at, colour);
    }

    /// Words on a mark, in the font that is set.
    pub(super) fn plain_words(&self, words: &str, at: (f64, f64), colour: &str) {
        self.context.set_fill_style_str(&self.colour(colour));
        let _ = self.context.fill_text(words, at.0, at.1);
    }

    pub(super) fn font(&self, font: &str) {
        self.context.set_font(&format!("{font} {FONT}"));
    }
}
