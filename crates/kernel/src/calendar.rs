// SPDX-License-Identifier: AGPL-3.0-or-later
//! Days, working days, ages and the moment at which a person did something.
mod day;
mod rome;
mod working_days;

pub use day::{Day, NoSuchDay};
pub use rome::RomeTime;
use serde::{Deserialize, Serialize};
pub use working_days::{easter_sunday, is_national_holiday, is_working_day, working_day_after};

/// The moment of a change: a hybrid logical clock. Milliseconds since 1970 as the device showed them, never behind what
/// the device had already seen, and a counter for changes within one millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub ms: i64,
    /// Order within one millisecond.
    #[serde(default)]
    pub counter: u32,
}

impl Timestamp {
    /// The next moment on a clock that shows `now_ms` and last gave `self`.
    #[must_use]
    pub const fn next(self, now_ms: i64) -> Self {
        if now_ms > self.ms {
            Self {
                ms: now_ms,
                counter: 0,
            }
        } else {
            Self {
                ms: self.ms,
                counter: self.counter + 1,
            }
        }
    }

    /// The day in Milan: rules, deadlines and certificates count by it.
    pub fn day(self) -> Day {
        RomeTime::of_ms(self.ms).day
    }
}

/// Completed years on a day; none when the birth lies after it.
pub fn age_on(birth: Day, day: Day) -> Option<u8> {
    if birth > day {
        return None;
    }
    let years = day.year() - birth.year();
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    u8::try_from(years - i16::from(before_birthday)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;

    #[test]
    fn a_clock_that_goes_back_still_moves_forward() {
        let first = Timestamp::default().next(1_000);
        let second = first.next(400);
        assert!(second > first);
        assert_eq!(
            second,
            Timestamp {
                ms: 1_000,
                counter: 1
            }
        );
    }

    #[test]
    fn the_day_of_a_moment() {
        assert_eq!(
            Timestamp {
                ms: 1_774_000_000_000,
                counter: 0
            }
            .day(),
            Day::constant(2026, 3, 20)
        );
        assert_eq!(Timestamp::default().day(), Day::constant(1970, 1, 1));
    }

    #[test]
    fn years_are_completed_on_the_birthday() {
        assert_eq!(
            age_on(Day::constant(2008, 2, 29), Day::constant(2026, 2, 28)),
            Some(17)
        );
        assert_eq!(
            age_on(Day::constant(2008, 2, 29), Day::constant(2026, 3, 1)),
            Some(18)
        );
        assert_eq!(age_on(Day::constant(2090, 1, 1), Day::constant(2026, 3, 1)), None);
    }
}
