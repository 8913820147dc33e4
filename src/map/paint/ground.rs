// SPDX-License-Identifier: AGPL-3.0-or-later
//! Land and boundaries. The nearer the window, the smaller what has a boundary.
use super::pen::Pen;
use soglia_map::{Border, Extent, Ground, Level, Spot};

/// Metres of a pixel below which the Municipi show, and below which the neighbourhoods do.
pub(super) const MUNICIPI: f64 = 45.0;
pub(super) const NIL: f64 = 16.0;

/// Steps shorter than so many pixels are not drawn.
const SHORT: f64 = 0.8;

pub(super) fn paint(pen: &Pen, ground: &Ground) {
    let seen = pen.view.seen(2.0);
    let is_in_sight = |area: &usize| {
        let edges = ground.areas[*area].iter();
        let corners = edges.flat_map(|edge| {
            let extent = ground.borders[edge.border].extent;
            [extent.low, extent.high]
        });
        Extent::around(corners).is_some_and(|extent| extent.meets(&seen))
    };
    let land: Vec<usize> = (0..ground.areas.len()).filter(is_in_sight).collect();
    pen.area("--surface", |pen| {
        for area in &land {
            way(pen, ground.around(*area));
        }
    });
    if land.first() == Some(&0) {
        pen.area("--selected", |pen| way(pen, ground.around(0)));
    }
    let scale = pen.view.scale;
    let levels = [
        (Level::Nil, scale < NIL, "--border-strong", 0.7),
        (Level::Municipio, scale < MUNICIPI, "--border-strong", 1.8),
        (
            Level::Municipality,
            true,
            "--border-strong",
            if scale < MUNICIPI { 1.6 } else { 0.8 },
        ),
    ];
    for (level, shows, colour, width) in levels {
        if !shows {
            continue;
        }
        let is_drawn = |border: &&Border| border.level == level && border.extent.meets(&seen);
        if level == Level::Nil {
            pen.dash(&[4.0, 3.0]);
        }
        pen.line(colour, width, |pen| {
            for border in ground.borders.iter().filter(is_drawn) {
                way(pen, border.points.iter().copied());
            }
        });
        pen.dash(&[]);
    }
}

/// From point to point; what is too short to see is left out, but for the last.
fn way(pen: &Pen, spots: impl Iterator<Item = Spot>) {
    let mut last: Option<(f64, f64)> = None;
    let mut left_out = None;
    for spot in spots {
        let at = pen.view.on_screen(spot);
        let is_short = last.is_some_and(|(x, y)| (at.0 - x).abs() + (at.1 - y).abs() < SHORT);
        if is_short {
            left_out = Some(at);
        } else {
            pen.go(at, last.is_none());
            last = Some(at);
            left_out = None;
        }
    }
    if let Some(at) = left_out {
        pen.go(at, false);
    }
}
