// SPDX-License-Identifier: AGPL-3.0-or-later
//! The days on which the invented work was done: all in the last weeks before the demonstration begins, whenever that is,
//! because work that is half a year old asks for nothing any more.
use soglia_domain::calendar::{Day, is_working_day};

const DAY_MS: i64 = 86_400_000;

/// Eight in UTC: nine in the morning in Milan in winter, ten in summer.
const MORNING_MS: i64 = 8 * 3_600_000;

/// The first cases were opened eight weeks before.
pub(super) const N_DAYS: i64 = 56;

/// The list of dwellings was taken over two weeks before the first case.
const LISTED_BEFORE: i64 = N_DAYS + 14;

/// The calendar of a demonstration.
#[derive(Clone, Copy)]
pub(super) struct Days {
    begins: Day,
}

impl Days {
    /// Of a demonstration that begins on this day.
    pub(super) const fn before(begins: Day) -> Self {
        Self { begins }
    }

    /// The day on which the list of dwellings was taken over.
    pub(super) fn listed(self) -> Day {
        self.begins.plus_days(-LISTED_BEFORE)
    }

    /// The morning of the working day that lies so many days before the beginning, or of the last one before it.
    pub(super) fn working_morning_ms(self, n_days_before: i64) -> i64 {
        let mut day = self.begins.plus_days(-n_days_before);
        while !is_working_day(day) {
            day = day.plus_days(-1);
        }
        morning_ms(day)
    }

    /// The morning so many days before the beginning, and not in the year before it: what was attested then would have
    /// lapsed with that year. On 1 January there is no such day.
    pub(super) fn morning_of_year_ms(self, n_days_before: i64) -> i64 {
        let day = self.begins.plus_days(-n_days_before);
        morning_ms(day.max(self.first_of_year()).min(self.begins.plus_days(-1)))
    }

    /// The morning of the first working day so many days later; none where that is not before the beginning any more.
    pub(super) fn later_ms(self, at_ms: i64, n_days: i64) -> Option<i64> {
        let mut later_ms = at_ms + n_days * DAY_MS;
        while !is_working_day(Day::from_epoch_days(later_ms.div_euclid(DAY_MS))) {
            later_ms += DAY_MS;
        }
        (later_ms < self.begins.epoch_days() * DAY_MS).then_some(later_ms)
    }

    /// A day on which something was attested, so many days before another. An attestation lapses with its year, so it is of
    /// the year of the beginning where that other day is.
    pub(super) fn attested(self, day: Day, n_days_before: i64) -> Day {
        let attested = day.plus_days(-n_days_before);
        let first = self.first_of_year();
        if day < first {
            attested
        } else {
            attested.max(first)
        }
    }

    /// The last day of the year after the beginning.
    pub(super) fn end_of_next_year(self) -> Day {
        Day::constant(self.begins.year() + 1, 12, 31)
    }

    fn first_of_year(self) -> Day {
        Day::constant(self.begins.year(), 1, 1)
    }
}

/// Nine o'clock of a day, in milliseconds since 1970.
pub(super) fn morning_ms(day: Day) -> i64 {
    day.epoch_days() * DAY_MS + MORNING_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_of(ms: i64) -> Day {
        Day::from_epoch_days(ms.div_euclid(DAY_MS))
    }

    #[test]
    fn everything_lies_before_the_beginning_on_any_day_of_the_year() {
        for n in 0..800 {
            let begins = Day::constant(2026, 1, 1).plus_days(n);
            let days = Days::before(begins);
            for n_before in 1..=N_DAYS {
                let opened_ms = days.working_morning_ms(n_before);
                assert!(day_of(opened_ms) < begins && is_working_day(day_of(opened_ms)));
                assert!(day_of(opened_ms) > days.listed());
                let later = days.later_ms(opened_ms, 4);
                assert!(later.is_none_or(|ms| day_of(ms) < begins && ms > opened_ms));
            }
        }
    }

    #[test]
    fn what_is_shown_by_hand_is_attested_in_the_year_of_the_beginning() {
        for n in 1..365 {
            let begins = Day::constant(2026, 1, 1).plus_days(n);
            let days = Days::before(begins);
            let opened = day_of(days.morning_of_year_ms(12));
            assert!(opened < begins);
            assert_eq!(days.attested(opened, 20).year(), begins.year());
        }
    }
}
