// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households that were perhaps taken in twice, on two devices without a network.
//!
//! Two cases are alike when somebody in both has the same tax code, or a name that sounds the same and the same day of
//! birth. Telephone and address never count: workers write down their own where a family has none.
use super::{Household, Row};
use crate::id::HouseholdId;

pub use super::marks::marks;

/// The households among some that look like one, as far as nobody said that they are others or joined them.
pub fn alike<'a>(household: &Household, rows: impl Iterator<Item = &'a Row>) -> Vec<(HouseholdId, &'a str)> {
    let own = marks(household);
    if own.is_empty() || household.joined().is_some() {
        return Vec::new();
    }
    rows.filter(|row| {
        row.id != household.id
            && row.joined.is_none()
            && !household.distinct.contains(&row.id)
            && row.marks.iter().any(|mark| own.contains(mark))
    })
    .map(|row| (row.id, row.label.as_str()))
    .collect()
}

#[cfg(test)]
mod tests;
