// SPDX-License-Identifier: AGPL-3.0-or-later
//! Working days: what the rulebook counts deadlines by.
use super::*;
use proptest::prelude::*;
use soglia_kernel::calendar::{easter_sunday, is_national_holiday, is_working_day, working_day_after};

/// Easter Sundays as printed in calendars, the earliest and the latest possible day among them.
const EASTERS: [(i16, i8, i8); 36] = [
    (1818, 3, 22),
    (1943, 4, 25),
    (1954, 4, 18),
    (1961, 4, 2),
    (1981, 4, 19),
    (2000, 4, 23),
    (2001, 4, 15),
    (2002, 3, 31),
    (2003, 4, 20),
    (2004, 4, 11),
    (2005, 3, 27),
    (2006, 4, 16),
    (2007, 4, 8),
    (2008, 3, 23),
    (2009, 4, 12),
    (2010, 4, 4),
    (2011, 4, 24),
    (2012, 4, 8),
    (2013, 3, 31),
    (2014, 4, 20),
    (2015, 4, 5),
    (2016, 3, 27),
    (2017, 4, 16),
    (2018, 4, 1),
    (2019, 4, 21),
    (2020, 4, 12),
    (2021, 4, 4),
    (2022, 4, 17),
    (2023, 4, 9),
    (2024, 3, 31),
    (2025, 4, 20),
    (2026, 4, 5),
    (2027, 3, 28),
    (2028, 4, 16),
    (2029, 4, 1),
    (2038, 4, 25),
];

#[test]
fn easter_falls_where_calendars_print_it() {
    for (year, month, day) in EASTERS {
        assert_eq!(easter_sunday(year), Day::constant(year, month, day), "{year}");
    }
}

#[track_caller]
fn due(from: Day, n_working_days: u32, expected: Day) {
    assert_eq!(working_day_after(from, n_working_days), expected);
}

/// Section 7.2: the analysis of 10 March 2026 gives a project signed by 8 April, because of Easter Monday.
#[test]
fn section_7_2_a_project_is_due_twenty_working_days_after_the_analysis() {
    let analysis = Day::constant(2026, 3, 10);
    let parameter = Rulebook::published().parameter(ParameterName::PlanDeadlineWorkingDays, analysis);
    let ParameterValue::Number(n_days) = parameter.value else {
        panic!("the deadline is a number of days");
    };
    assert_eq!(n_days, 20);
    due(analysis, n_days, Day::constant(2026, 4, 8));
}

#[test]
fn weekends_and_holidays_do_not_count() {
    // Friday to Monday.
    due(Day::constant(2026, 3, 13), 1, Day::constant(2026, 3, 16));
    // From a Saturday and from a Sunday alike.
    due(Day::constant(2026, 3, 14), 1, Day::constant(2026, 3, 16));
    due(Day::constant(2026, 3, 15), 1, Day::constant(2026, 3, 16));
    // Christmas Eve 2026 is a Thursday; Saint Stephen's day a Saturday.
    due(Day::constant(2026, 12, 24), 1, Day::constant(2026, 12, 28));
    due(Day::constant(2026, 12, 31), 1, Day::constant(2027, 1, 4));
    due(Day::constant(2026, 3, 15), 0, Day::constant(2026, 3, 15));
}

#[test]
fn the_holidays_of_2026_on_days_of_the_week_are_seven() {
    let first = Day::constant(2026, 1, 1);
    let weekdays = (0..365).map(|n| first.plus_days(n)).filter(|day| {
        let weekday = (day.epoch_days() + 3).rem_euclid(7);
        weekday < 5 && is_national_holiday(*day)
    });
    let found: Vec<String> = weekdays.map(|day| day.to_string()).collect();
    let expected = [
        "2026-01-01",
        "2026-01-06",
        "2026-04-06",
        "2026-05-01",
        "2026-06-02",
        "2026-12-08",
        "2026-12-25",
    ];
    assert_eq!(found, expected);
}

#[test]
fn san_francesco_is_a_holiday_from_2026_on() {
    assert!(is_working_day(Day::constant(2024, 10, 4)));
    assert!(is_national_holiday(Day::constant(2026, 10, 4)));
    // The first one on a day of the week is a Monday.
    assert!(!is_working_day(Day::constant(2027, 10, 4)));
    due(Day::constant(2027, 10, 1), 1, Day::constant(2027, 10, 5));
}

#[test]
fn the_patron_of_milan_is_a_local_holiday_and_good_friday_is_none() {
    assert!(is_working_day(Day::constant(2026, 12, 7)));
    assert!(is_working_day(Day::constant(2026, 4, 3)));
}

#[test]
fn the_end_of_the_calendar_stops_the_count() {
    due(Day::constant(9999, 12, 30), u32::MAX, Day::constant(9999, 12, 31));
}

proptest! {
    #[test]
    fn easter_is_a_sunday_of_spring(year in 1583_i16..=9999) {
        let easter = easter_sunday(year);
        prop_assert_eq!((easter.epoch_days() + 3).rem_euclid(7), 6);
        prop_assert!(easter >= Day::constant(year, 3, 22) && easter <= Day::constant(year, 4, 25));
    }

    #[test]
    fn steps_of_working_days_add_up(days in 0_i64..40_000, first in 0_u32..60, second in 0_u32..60) {
        let day = Day::from_epoch_days(days);
        let at_once = working_day_after(day, first + second);
        prop_assert_eq!(working_day_after(working_day_after(day, first), second), at_once);
        prop_assert!(first + second == 0 || is_working_day(at_once));
    }
}
