// SPDX-License-Identifier: AGPL-3.0-or-later
//! When and where a visit is to be: one value, so that nobody gets the day of one tablet with the hour of another.
use super::refusal::Refusal;
use crate::rooms;
use serde::{Deserialize, Serialize};
use soglia_kernel::{calendar::Day, shape::check_length};

/// Minutes of a day: hours are counted from midnight, and lie below it.
pub const DAY_MINUTES: u16 = 24 * 60;

/// Longest place, in characters.
pub const LONGEST_PLACE: u32 = 200;

/// Days back for which a visit that was held already may still be written down.
const DAYS_BACK: i64 = 30;

/// Months ahead for which a visit may be planned.
const MONTHS_AHEAD: u32 = 12;

/// When and where a visit is to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appointment {
    /// The day, in Milan.
    pub day: Day,
    /// From which minute of the day on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// Up to which minute of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
    /// Where; empty where it goes without saying.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

impl Appointment {
    /// The same as it is kept, where a visit may be planned so.
    ///
    /// # Errors
    /// The refusal that says what is wrong with day, hours or place.
    pub fn checked(&self, today: Day) -> Result<Self, rooms::Refusal> {
        check_not_long_ago(self.day, today)?;
        let last = today.plus_months(MONTHS_AHEAD);
        if self.day > last {
            return Err(Refusal::TooFarAhead { last }.into());
        }
        check_hours(self.from, self.to)?;
        let place = self.place.trim();
        check_length(place, LONGEST_PLACE)?;
        Ok(Self {
            place: place.to_owned(),
            ..self.clone()
        })
    }
}

/// A day on which somebody may have been there, held against the day on which it was written down.
pub(super) fn check_not_long_ago(day: Day, written: Day) -> Result<(), Refusal> {
    let first = written.plus_days(-DAYS_BACK);
    if day < first {
        return Err(Refusal::TooFarBack { first });
    }
    Ok(())
}

/// Hours of one day, of which the second comes after the first.
pub(super) fn check_hours(from: Option<u16>, to: Option<u16>) -> Result<(), Refusal> {
    if from.max(to).is_some_and(|minute| minute >= DAY_MINUTES) {
        return Err(Refusal::NoSuchHour);
    }
    match (from, to) {
        (Some(from), Some(to)) if to <= from => Err(Refusal::EndsBeforeItBegan),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

impl std::fmt::Debug for Appointment {
    /// The day, without the place, which tells where somebody lives.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Appointment({})", self.day)
    }
}
