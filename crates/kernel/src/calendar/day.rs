// SPDX-License-Identifier: AGPL-3.0-or-later
//! A day of the calendar.
//!
//! Of our own, because the client needs little of what a calendar library offers: reading a day, comparing, a few steps
//! forward. The library's error texts and spans of time were 46 kB of what every tablet loads.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, from the year 1 to 9999. On the wire: "2026-11-22".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: i8,
    day: i8,
}

/// The calendar has no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

impl fmt::Display for NoSuchDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day is written as 2026-11-22, and must exist")
    }
}

/// Days before the first of each month of a year that is no leap year.
const DAYS_BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

impl Day {
    /// A day by year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// [`NoSuchDay`] when the calendar has none.
    pub const fn new(year: i16, month: i8, day: i8) -> Result<Self, NoSuchDay> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return Err(NoSuchDay);
        }
        Ok(Self { year, month, day })
    }

    /// A day written in the source, such as a date of the rulebook.
    ///
    /// # Panics
    /// When the calendar has no such day: a mistake in the source, found at build time where it is constant.
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        match Self::new(year, month, day) {
            Ok(day) => day,
            Err(_) => panic!("the calendar has no such day"),
        }
    }

    /// Year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    pub const fn month(self) -> i8 {
        self.month
    }

    /// Day of the month, from 1.
    pub const fn day(self) -> i8 {
        self.day
    }

    /// 31 December of the same year.
    #[must_use]
    pub const fn last_of_year(self) -> Self {
        Self {
            year: self.year,
            month: 12,
            day: 31,
        }
    }

    /// So many days later, or earlier when negative; the first or last day of the calendar beyond its ends.
    #[must_use]
    pub fn plus_days(self, n_days: i64) -> Self {
        Self::from_epoch_days(self.epoch_days().saturating_add(n_days))
    }

    /// So many months later; the last of the month where the day does not exist there.
    #[must_use]
    pub fn plus_months(self, n_months: u32) -> Self {
        let months = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(n_months);
        let (year, month) = (months / 12, (months % 12 + 1) as i8);
        let Ok(year @ 1..=9999) = i16::try_from(year) else {
            return Self::constant(9999, 12, 31);
        };
        let day = self.day.min(days_in_month(year, month));
        Self { year, month, day }
    }

    /// The day so many days after 1970-01-01; the first or last day of the calendar beyond its ends.
    pub fn from_epoch_days(days: i64) -> Self {
        let (first, last) = (Self::constant(1, 1, 1), Self::constant(9999, 12, 31));
        let days = days.clamp(first.epoch_days(), last.epoch_days());
        // A guess by the mean length of a year is at most one year off.
        let mut year = (days as f64 / 365.2425) as i64 + 1970;
        while days_before_year(year + 1) <= days {
            year += 1;
        }
        while days_before_year(year) > days {
            year -= 1;
        }
        let year = year as i16;
        let mut rest = (days - days_before_year(i64::from(year))) as i16;
        let mut month = 1;
        while rest >= i16::from(days_in_month(year, month)) {
            rest -= i16::from(days_in_month(year, month));
            month += 1;
        }
        Self {
            year,
            month,
            day: rest as i8 + 1,
        }
    }

    /// Days since 1970-01-01.
    pub fn epoch_days(self) -> i64 {
        let leap_day = i64::from(self.month > 2 && is_leap(self.year));
        days_before_year(i64::from(self.year))
            + DAYS_BEFORE[self.month as usize - 1]
            + leap_day
            + i64::from(self.day)
            - 1
    }
}

/// Days from 1970-01-01 to 1 January of a year.
const fn days_before_year(year: i64) -> i64 {
    let past = year - 1;
    past * 365 + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400) - 719_162
}

const fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i16, month: i8) -> i8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Day {
    type Err = NoSuchDay;

    fn from_str(text: &str) -> Result<Self, NoSuchDay> {
        let bytes = text.as_bytes();
        let digits = bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        if bytes.len() != 10 || !digits {
            return Err(NoSuchDay);
        }
        let number = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .fold(0_i16, |sum, byte| sum * 10 + i16::from(*byte - b'0'))
        };
        Self::new(number(0, 4), number(5, 7) as i8, number(8, 10) as i8)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-29",
            "2025-13-01",
            "2026-00-10",
            "2026-04-31",
            "26-01-01",
            "2026-1-1",
            "0000-01-01",
            "٢٠٢٦-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NoSuchDay), "{text}");
        }
        assert!("2028-02-29".parse::<Day>().is_ok());
        assert!("1900-02-29".parse::<Day>().is_err());
    }

    #[test]
    fn steps_cross_months_and_years() {
        assert_eq!(
            Day::constant(2026, 12, 31).plus_days(1),
            Day::constant(2027, 1, 1)
        );
        assert_eq!(
            Day::constant(2028, 3, 1).plus_days(-1),
            Day::constant(2028, 2, 29)
        );
        assert_eq!(
            Day::constant(2026, 8, 31).plus_months(6),
            Day::constant(2027, 2, 28)
        );
        assert_eq!(
            Day::constant(9999, 12, 31).plus_days(9),
            Day::constant(9999, 12, 31)
        );
        assert_eq!(Day::constant(1970, 1, 1).epoch_days(), 0);
    }

    proptest! {
        #[test]
        fn every_day_agrees_with_a_calendar_library(days in -719_162_i64..2_932_896) {
            let day = Day::from_epoch_days(days);
            prop_assert_eq!(day.epoch_days(), days);
            let epoch = jiff::civil::date(1970, 1, 1);
            let other = epoch.checked_add(jiff::Span::new().days(days)).expect("within the calendar");
            prop_assert_eq!(day.to_string(), other.to_string());
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        }
    }
}
