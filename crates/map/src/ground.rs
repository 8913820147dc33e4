// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ground of the map, read from its file (`sketch.rs` says how it is written): boundaries, which of them go around each
//! municipality, and names with their place.
use crate::{
    Extent, Spot,
    bytes::Bytes,
    form::{Edge, GRID, Level, MARK},
};

/// A piece of a boundary, between two places where boundaries meet. Both neighbours have the same one.
#[derive(Clone, Debug, PartialEq)]
pub struct Border {
    /// What it is a boundary of; of the largest, where it is one of several.
    pub level: Level,
    /// Its points, in order.
    pub points: Vec<Spot>,
    /// Where it lies.
    pub extent: Extent,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Of what.
    pub level: Level,
    /// The place inside that is farthest from its boundary.
    pub spot: Spot,
    /// How far that is, in metres: how much room the name has.
    pub room: f64,
    /// The name.
    pub text: String,
}

/// Everything that is drawn below the points.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// All boundaries.
    pub borders: Vec<Border>,
    /// The way around each municipality, the largest one first, which is Milan.
    pub areas: Vec<Vec<Edge>>,
    /// Names, those with the most room first.
    pub names: Vec<Name>,
    /// Where all of it lies.
    pub extent: Extent,
}

impl Ground {
    /// Reads the file; none where the bytes are not such a file.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MARK)?);
        let mut pen = (0, 0);
        let n_borders = bytes.count()?;
        let borders: Vec<Border> = (0..n_borders)
            .map(|_| border(&mut bytes, &mut pen))
            .collect::<Option<_>>()?;
        let n_areas = bytes.count()?;
        let areas = (0..n_areas)
            .map(|_| area(&mut bytes, borders.len()))
            .collect::<Option<_>>()?;
        let n_names = bytes.count()?;
        let names = (0..n_names)
            .map(|_| name(&mut bytes, &mut pen))
            .collect::<Option<_>>()?;
        let corners = borders
            .iter()
            .flat_map(|border| [border.extent.low, border.extent.high]);
        Some(Self {
            extent: Extent::around(corners)?,
            borders,
            areas,
            names,
        })
    }

    /// The points around an area, each once.
    pub fn around(&self, area: usize) -> impl Iterator<Item = Spot> + '_ {
        let edges = self.areas.get(area).map_or(&[][..], Vec::as_slice);
        edges.iter().flat_map(|edge| {
            let points = &self.borders[edge.border].points;
            let n = points.len();
            // The last point of each piece is the first one of the next.
            (1..n).map(move |at| points[if edge.backward { n - at } else { at - 1 }])
        })
    }
}

/// The next point: the step from the one before, in the grid of the file.
fn point(bytes: &mut Bytes<'_>, pen: &mut (i32, i32)) -> Option<Spot> {
    pen.0 = pen.0.checked_add(bytes.signed()?)?;
    pen.1 = pen.1.checked_add(bytes.signed()?)?;
    Some(Spot::of(pen.1.checked_mul(GRID)?, pen.0.checked_mul(GRID)?))
}

fn border(bytes: &mut Bytes<'_>, pen: &mut (i32, i32)) -> Option<Border> {
    let level = Level::of(bytes.number()?)?;
    let n = bytes.count()?;
    let points: Vec<Spot> = (0..n).map(|_| point(bytes, pen)).collect::<Option<_>>()?;
    Some(Border {
        level,
        extent: Extent::around(points.iter().copied())?,
        points,
    })
}

fn area(bytes: &mut Bytes<'_>, n_borders: usize) -> Option<Vec<Edge>> {
    let n = bytes.count()?;
    (0..n)
        .map(|_| {
            let number = bytes.number()? as usize;
            let border = number >> 1;
            (border < n_borders).then_some(Edge {
                border,
                backward: number & 1 == 1,
            })
        })
        .collect()
}

fn name(bytes: &mut Bytes<'_>, pen: &mut (i32, i32)) -> Option<Name> {
    Some(Name {
        level: Level::of(bytes.number()?)?,
        spot: point(bytes, pen)?,
        room: f64::from(bytes.number()?),
        text: bytes.text()?.to_owned(),
    })
}
