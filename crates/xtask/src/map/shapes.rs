// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shapes out of GeoJSON, on the grid of the map.

use serde_json::Value;
use soglia_map::Grid;

use crate::shell::{Explain, Outcome, stop};

/// Metres of a step of the grid, to the east and to the north, in Milan.
pub(super) const EAST: f64 = 0.782;
pub(super) const NORTH: f64 = 1.111;

/// Something with a name and its boundary: one ring or more, each without its first point again at the end.
pub(super) struct Shape {
    pub(super) name: String,
    pub(super) rings: Vec<Vec<Grid>>,
}

impl Shape {
    /// Square metres inside the outer ring.
    pub(super) fn area(&self) -> f64 {
        let Some(ring) = self.rings.first() else {
            return 0.0;
        };
        let next = ring.iter().cycle().skip(1);
        let twice: f64 = ring
            .iter()
            .zip(next)
            .map(|(a, b)| {
                let (a, b) = (metres(*a), metres(*b));
                a.0 * b.1 - b.0 * a.1
            })
            .sum();
        twice.abs() / 2.0
    }
}

/// A point of the grid in metres, counted from a corner in the south-west so that products stay exact.
pub(super) fn metres((east, north): Grid) -> (f64, f64) {
    (
        f64::from(east - 860_000) * EAST,
        f64::from(north - 4_510_000) * NORTH,
    )
}

/// Metres between two points of the grid.
pub(super) fn distance(a: Grid, b: Grid) -> f64 {
    let (a, b) = (metres(a), metres(b));
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}

/// How far along the way from `a` to `b` a point lies, from 0 to 1, and how many metres beside it.
pub(super) fn beside(point: Grid, a: Grid, b: Grid) -> (f64, f64) {
    let (p, a, b) = (metres(point), metres(a), metres(b));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = match length > 0.0 {
        true => (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0),
        false => 0.0,
    };
    let (x, y) = (p.0 - a.0 - along * dx, p.1 - a.1 - along * dy);
    (along, (x * x + y * y).sqrt())
}

/// The shapes of a file, with their names from the property `key`, moved by so many steps.
pub(super) fn shapes(file: &str, text: &str, key: &str, shift: Grid) -> Outcome<Vec<Shape>> {
    let json: Value = serde_json::from_str(text).explain(format!("Reading {file}"))?;
    let features = json["features"].as_array().map_or(&[][..], Vec::as_slice);
    let shapes: Option<Vec<Shape>> = features
        .iter()
        .map(|feature| shape(feature, key, shift))
        .collect();
    match shapes {
        Some(shapes) if !shapes.is_empty() => Ok(shapes),
        _ => stop(format!("{file} holds something else than polygons with `{key}`.")),
    }
}

fn shape(feature: &Value, key: &str, shift: Grid) -> Option<Shape> {
    let geometry = &feature["geometry"];
    if geometry["type"] != "Polygon" {
        return None;
    }
    let name = match &feature["properties"][key] {
        Value::String(name) => name.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let rings = geometry["coordinates"].as_array()?.iter();
    let rings: Option<Vec<Vec<Grid>>> = rings.map(|ring| points(ring, shift)).collect();
    Some(Shape { name, rings: rings? })
}

fn points(ring: &Value, shift: Grid) -> Option<Vec<Grid>> {
    let degrees = |value: &Value| Some((value.as_f64()? * 100_000.0).round() as i32);
    let points = ring.as_array()?.iter();
    let mut points: Vec<Grid> = points
        .map(|point| Some((degrees(&point[0])? + shift.0, degrees(&point[1])? + shift.1)))
        .collect::<Option<_>>()?;
    points.pop();
    points.dedup();
    Some(points)
}
