// SPDX-License-Identifier: AGPL-3.0-or-later
//! The signs of dwellings: each state has a shape of its own, so that nobody has to tell colours apart.
use crate::prelude::*;
use crate::{dwellings::row::tone, ui::Tone};
use soglia_domain::dwelling::DwellingStateKind;

/// Corners of a sign, eight units around its middle at most; none for a disc.
pub(super) type Shape = &'static [(i8, i8)];

const DISC: Shape = &[];
const SQUARE: Shape = &[(-6, -6), (6, -6), (6, 6), (-6, 6)];
const DIAMOND: Shape = &[(0, -8), (8, 0), (0, 8), (-8, 0)];
const TRIANGLE: Shape = &[(0, -8), (8, 6), (-8, 6)];
const TURNED: Shape = &[(0, 8), (8, -6), (-8, -6)];
const CROSS: Shape = &[
    (-3, -8),
    (3, -8),
    (3, -3),
    (8, -3),
    (8, 3),
    (3, 3),
    (3, 8),
    (-3, 8),
    (-3, 3),
    (-8, 3),
    (-8, -3),
    (-3, -3),
];
const BAR: Shape = &[(-8, -3), (8, -3), (8, 3), (-8, 3)];

/// The radius of a disc, in the units of the others.
pub(super) const RADIUS: f64 = 7.0;

pub(super) const fn shape(state: DwellingStateKind) -> Shape {
    match state {
        DwellingStateKind::Ready => DISC,
        DwellingStateKind::Reserved => DIAMOND,
        DwellingStateKind::UnderWorks => TRIANGLE,
        DwellingStateKind::ToRefurbish => CROSS,
        DwellingStateKind::ToAssess => TURNED,
        DwellingStateKind::Occupied => SQUARE,
        DwellingStateKind::OutOfStock => BAR,
    }
}

/// The colour of a state as the style sheet calls it.
pub(super) fn colour(state: DwellingStateKind) -> &'static str {
    match tone(state) {
        Tone::Good => "--success",
        Tone::Info => "--info",
        Tone::Warn => "--warning",
        Tone::Bad => "--danger",
        Tone::Neutral => "--muted",
    }
}

/// The sign in a line of text, for who compares it with the map.
pub(super) fn sign(state: DwellingStateKind) -> AnyView {
    let corners: Vec<String> = shape(state).iter().map(|(x, y)| format!("{x} {y}")).collect();
    let path = match corners[..] {
        [] => "M-7 0a7 7 0 0 0 14 0a7 7 0 0 0-14 0".to_owned(),
        _ => format!("M{}Z", corners.join("L")),
    };
    view! {
        <svg class="icon map-sign" viewBox="-9 -9 18 18" aria-hidden="true" style:fill=format!("var({})", colour(state))>
            <path d=path></path>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_shape_of_its_own() {
        let shapes = DwellingStateKind::ALL.map(shape);
        for (at, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..at].contains(shape), "{at}");
        }
    }
}
