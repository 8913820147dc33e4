// SPDX-License-Identifier: AGPL-3.0-or-later
//! What reading and writing the file have in common.

/// What the file begins with, the number of the format at its end.
pub(crate) const MARK: &[u8] = b"SoM1";

/// Millionths of a degree from one point of the grid to the next.
pub(crate) const GRID: i32 = 10;

/// What a boundary or a name is of, from the largest to the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A municipality.
    Municipality,
    /// One of the nine Municipi of Milan.
    Municipio,
    /// A neighbourhood of Milan (NIL).
    Nil,
}

impl Level {
    pub(crate) const ALL: [Self; 3] = [Self::Municipality, Self::Municipio, Self::Nil];

    pub(crate) fn of(number: u32) -> Option<Self> {
        Self::ALL.get(number as usize).copied()
    }
}

/// A piece of the boundary of a municipality, on the way around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The place of the border in the list.
    pub border: usize,
    /// Whether the way goes from its last point to its first.
    pub backward: bool,
}
