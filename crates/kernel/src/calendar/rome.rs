// SPDX-License-Identifier: AGPL-3.0-or-later
//! The clock of Rome, by which deadlines and days are counted: one hour ahead of UTC, two between the last Sundays of
//! March and October at 01:00 UTC (Directive 2000/84/EC; in force in this form since 1996). Of our own, because a table
//! of time zones would be more than everything else a tablet loads.
use super::Day;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// What the clocks in Rome show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RomeTime {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, 0 to 1,439.
    pub minute: u16,
}

impl RomeTime {
    /// What they show at a moment, in milliseconds since 1970.
    pub fn of_ms(ms: i64) -> Self {
        let local = ms + offset_ms(ms);
        Self {
            day: Day::from_epoch_days(local.div_euclid(DAY_MS)),
            minute: (local.rem_euclid(DAY_MS) / MINUTE_MS) as u16,
        }
    }

    /// The last moment at which they show this time, in milliseconds since 1970: in the hour that comes twice the second
    /// one, and for the hour that is left out the one that takes its place. So a deadline is never cut short.
    pub fn latest_ms(self) -> i64 {
        let local = self.day.epoch_days() * DAY_MS + i64::from(self.minute) * MINUTE_MS;
        // With the smaller offset comes the later moment; where summer time holds there, it is one hour earlier.
        let winter = local - HOUR_MS;
        let summer = local - 2 * HOUR_MS;
        if Self::of_ms(winter) == self {
            winter
        } else if Self::of_ms(summer) == self {
            summer
        } else {
            winter
        }
    }

    /// Hours, 0 to 23.
    pub const fn hour(self) -> u16 {
        self.minute / 60
    }
}

/// How far Rome is ahead of UTC.
fn offset_ms(ms: i64) -> i64 {
    let year = Day::from_epoch_days(ms.div_euclid(DAY_MS)).year();
    let change = |month| last_sunday(year, month) * DAY_MS + HOUR_MS;
    if (change(3)..change(10)).contains(&ms) {
        2 * HOUR_MS
    } else {
        HOUR_MS
    }
}

/// The last Sunday of a month of 31 days, as days since 1970.
fn last_sunday(year: i16, month: i8) -> i64 {
    let last = Day::new(year, month, 31).map_or(0, Day::epoch_days);
    // 4 January 1970 was a Sunday.
    last - (last - 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{Timestamp, civil, tz::TimeZone};
    use proptest::prelude::*;

    fn rome() -> TimeZone {
        jiff::tz::TimeZoneDatabase::bundled()
            .get("Europe/Rome")
            .expect("the table of time zones has it")
    }

    fn shown(ms: i64) -> RomeTime {
        let shown = Timestamp::from_millisecond(ms)
            .expect("the moment is in range")
            .to_zoned(rome());
        RomeTime {
            day: Day::constant(shown.year(), shown.month(), shown.day()),
            minute: shown.hour() as u16 * 60 + shown.minute() as u16,
        }
    }

    /// 1996 to 2099.
    const MOMENTS: std::ops::Range<i64> = 820_454_400_000..4_102_444_800_000;

    #[test]
    fn the_deadline_of_the_call_is_a_moment() {
        let noon = RomeTime {
            day: Day::constant(2026, 4, 27),
            minute: 12 * 60,
        };
        assert_eq!(noon.latest_ms(), 1_777_284_000_000);
        assert_eq!(RomeTime::of_ms(1_777_284_000_000), noon);
        assert_eq!(RomeTime::of_ms(1_777_283_999_999).minute, 11 * 60 + 59);
    }

    #[test]
    fn the_hour_that_comes_twice_ends_with_the_second_one() {
        let twice = RomeTime {
            day: Day::constant(2026, 10, 25),
            minute: 2 * 60 + 30,
        };
        let earlier = twice.latest_ms() - HOUR_MS;
        assert_eq!(RomeTime::of_ms(earlier), twice);
        assert!(RomeTime::of_ms(twice.latest_ms() + MINUTE_MS) > twice);
    }

    proptest! {
        #[test]
        fn it_shows_what_the_table_of_time_zones_says(ms in MOMENTS) {
            prop_assert_eq!(RomeTime::of_ms(ms), shown(ms));
        }

        #[test]
        fn around_the_changes_it_shows_the_same(year in 1996_i16..2100, month in prop::sample::select(vec![3_i8, 10]), minutes in -180_i64..180) {
            let ms = last_sunday(year, month) * DAY_MS + HOUR_MS + minutes * MINUTE_MS;
            prop_assert_eq!(RomeTime::of_ms(ms), shown(ms));
        }

        #[test]
        fn the_latest_moment_agrees(year in 1996_i16..2100, month in 1_i8..=12, day in 1_i8..=28, from_end in 0_i8..3, minute in 0_u16..1440) {
            let day = if month == 3 || month == 10 { 31 - from_end * 3 - (day % 3) } else { day };
            let here = RomeTime { day: Day::constant(year, month, day), minute };
            let theirs = civil::date(year, month, day)
                .at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
            let theirs = rome().to_ambiguous_zoned(theirs).later().expect("it is a moment");
            prop_assert_eq!(here.latest_ms(), theirs.timestamp().as_millisecond());
        }
    }
}
