// SPDX-License-Identifier: AGPL-3.0-or-later
//! What draws on the canvas, with the colours of the page as they are now: in the evening they are others.
use crate::{
    map::browser::{call, number, set},
    prelude::*,
};
use leptos::web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use soglia_map::View;
use wasm_bindgen::JsValue;

/// The font of the page.
const FONT: &str = "'Titillium Web', sans-serif";

/// A whole turn.
pub(super) const TURN: f64 = std::f64::consts::TAU;

pub(super) struct Pen {
    pub(super) context: CanvasRenderingContext2d,
    pub(super) view: View,
    style: JsValue,
}

impl Pen {
    /// The drawing gets as many pixels as the screen has, twice those of the page at most: more cost time and show nothing.
    pub(super) fn new(context: CanvasRenderingContext2d, canvas: &HtmlCanvasElement, view: View) -> Self {
        let ratio = number(&window(), "devicePixelRatio").clamp(1.0, 2.0);
        let (width, height) = ((view.width * ratio).floor(), (view.height * ratio).floor());
        if number(canvas, "width") != width || number(canvas, "height") != height {
            set(canvas, "width", width);
            set(canvas, "height", height);
        }
        let matrix = [ratio, 0.0, 0.0, ratio, 0.0, 0.0].map(JsValue::from_f64);
        call(&context, "setTransform", &matrix);
        set(&context, "lineJoin", "round");
        set(&context, "textAlign", "center");
        Self {
            context,
            view,
            style: call(&window(), "getComputedStyle", &[canvas.into()]),
        }
    }

    /// Sets how the next thing is drawn.
    pub(super) fn set(&self, name: &str, value: impl Into<JsValue>) {
        set(&self.context, name, value);
    }

    /// Draws the way that was gone, or closes it.
    pub(super) fn call(&self, name: &str) {
        call(&self.context, name, &[]);
    }

    /// A colour by its name in the style sheet.
    pub(super) fn colour(&self, name: &str) -> String {
        call(&self.style, "getPropertyValue", &[name.into()])
            .as_string()
            .unwrap_or_default()
    }

    pub(super) fn clear(&self) {
        self.set("fillStyle", self.colour("--ground"));
        let all = [0.0, 0.0, self.view.width, self.view.height].map(JsValue::from_f64);
        call(&self.context, "fillRect", &all);
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
        self.call("beginPath");
        way(self);
        self.set("strokeStyle", self.colour(colour));
        self.set("lineWidth", width);
        self.call("stroke");
    }

    pub(super) fn area(&self, colour: &str, way: impl FnOnce(&Self)) {
        self.call("beginPath");
        way(self);
        self.set("fillStyle", self.colour(colour));
        self.call("fill");
    }

    pub(super) fn disc(&self, (x, y): (f64, f64), radius: f64) {
        let circle = [x, y, radius, 0.0, TURN].map(JsValue::from_f64);
        call(&self.context, "arc", &circle);
    }

    /// Dashes of such lengths and gaps from now on; none for a line in one piece.
    pub(super) fn dash(&self, lengths: &[f64]) {
        let lengths: js_sys::Array = lengths.iter().map(|length| JsValue::from_f64(*length)).collect();
        call(&self.context, "setLineDash", &[lengths.into()]);
    }

    /// Words around a point, with a rim in the colour of the ground so that they can be read on lines.
    pub(super) fn words(&self, words: &str, at: (f64, f64), colour: &str, font: &str) {
        self.font(font);
        self.set("strokeStyle", self.colour("--surface"));
        self.set("lineWidth", 3.5);
        call(&self.context, "strokeText", &text(words, at));
        self.plain_words(words, at, colour);
    }

    /// Words on a mark, in the font that is set.
    pub(super) fn plain_words(&self, words: &str, at: (f64, f64), colour: &str) {
        self.set("fillStyle", self.colour(colour));
        call(&self.context, "fillText", &text(words, at));
    }

    pub(super) fn font(&self, font: &str) {
        self.set("font", format!("{font} {FONT}"));
    }
}

fn text(words: &str, (x, y): (f64, f64)) -> [JsValue; 3] {
    [words.into(), x.into(), y.into()]
}
