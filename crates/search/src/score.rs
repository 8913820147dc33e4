// SPDX-License-Identifier: AGPL-3.0-or-later
//! How well a word matches: the field first, then whole words before beginnings, then earlier words before later ones.

/// Best possible is 0; at most 127.
pub(crate) const fn score(kind: u8, exact: bool, place: u8) -> u8 {
    let place = if place > 3 { 3 } else { place };
    (if kind > 15 { 15 } else { kind }) * 8 + (if exact { 0 } else { 4 }) + place
}

/// No match.
pub(crate) const NONE: u8 = u8::MAX;

/// The field in which a score was reached.
pub(crate) const fn kind_of(score: u8) -> u8 {
    score / 8
}
