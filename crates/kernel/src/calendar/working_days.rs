// SPDX-License-Identifier: AGPL-3.0-or-later
//! Working days in Italy: Monday to Friday, national holidays apart.
//!
//! The patron of a town, such as 7 December in Milan, is a local holiday and counts as a working day here. The list is
//! that of the years since 2001.
use super::Day;

/// Holidays with a fixed day of the year, as month and day.
const HOLIDAYS: [(i8, i8); 10] = [
    (1, 1),
    (1, 6),
    (4, 25),
    (5, 1),
    (6, 2),
    (8, 15),
    (11, 1),
    (12, 8),
    (12, 25),
    (12, 26),
];

/// San Francesco, a national holiday again from 2026 on (L. 151/2025).
const SAN_FRANCESCO: (i8, i8) = (10, 4);

/// First year in which San Francesco is a holiday.
const SAN_FRANCESCO_SINCE: i16 = 2026;

/// Easter Sunday of a year of the Gregorian calendar: the first Sunday after the full moon of spring, by the tables of the
/// Church turned into whole-number arithmetic.
pub fn easter_sunday(year: i16) -> Day {
    let y = i32::from(year).clamp(1, 9999);
    let (century, golden) = (y / 100, y % 19);
    // Days from 21 March to the full moon, with the corrections for leap years left out and for the moon's drift.
    let moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    // Two late full moons are a day earlier, so that no two of a cycle of 19 years fall together.
    let moon = moon - i32::from(moon == 29 || (moon == 28 && golden > 10));
    let weekday = (y + y / 4 + moon + 2 - century + century / 4) % 7;
    let after = i64::from(moon - weekday);
    // The sum counts from 28 March: Easter lies between 22 March and 25 April.
    Day::constant(y as i16, 3, 28).plus_days(after)
}

/// Whether a day is a national holiday. Sundays are none by themselves.
pub fn is_national_holiday(day: Day) -> bool {
    let of_year = (day.month(), day.day());
    if HOLIDAYS.contains(&of_year) || (of_year == SAN_FRANCESCO && day.year() >= SAN_FRANCESCO_SINCE) {
        return true;
    }
    let easter = easter_sunday(day.year());
    day == easter || day == easter.plus_days(1)
}

/// Whether offices work on a day.
pub fn is_working_day(day: Day) -> bool {
    // 1970-01-01 was a Thursday; Monday is 0.
    let weekday = (day.epoch_days() + 3).rem_euclid(7);
    weekday < 5 && !is_national_holiday(day)
}

/// The working day so many working days after a day, which itself does not count; the same day for none. The last day
/// of the calendar beyond its end.
pub fn working_day_after(day: Day, n_working_days: u32) -> Day {
    let (mut at, mut left) = (day, n_working_days);
    while left > 0 {
        let next = at.plus_days(1);
        if next == at {
            break;
        }
        at = next;
        left -= u32::from(is_working_day(at));
    }
    at
}
