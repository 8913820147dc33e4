// SPDX-License-Identifier: AGPL-3.0-or-later
//! Days and moments.
use crate::{Language, say};
use soglia_domain::calendar::Day;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

const MONTHS_ITALIAN: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "22 novembre 2026".
pub fn day(day: Day, language: Language) -> String {
    let month = usize::try_from(day.month() - 1).unwrap_or_default();
    let name = match language {
        Language::Italian => MONTHS_ITALIAN[month],
        Language::English => MONTHS_ENGLISH[month],
    };
    format!("{} {name} {}", day.day(), day.year())
}

/// "22/11/2026", in both languages: nobody in Milan reads the month first.
pub fn day_short(day: Day, _language: Language) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// "22 novembre 2026, ore 21:33". The milliseconds are counted since 1970 in local time: the caller adds the offset.
pub fn moment(ms_local: i64, language: Language) -> String {
    // Local already: the day of a timestamp would add the offset of Rome once more.
    let date = day(Day::from_epoch_days(ms_local.div_euclid(DAY_MS)), language);
    let minutes = ms_local.div_euclid(60_000).rem_euclid(24 * 60);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    say!(
        language,
        "{date}, ore {hours:02}:{minutes:02}",
        "{date}, {hours:02}:{minutes:02}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_out_or_short() {
        let written = Day::new(2026, 11, 2).expect("a day that exists");
        assert_eq!(day(written, Language::Italian), "2 novembre 2026");
        assert_eq!(day(written, Language::English), "2 November 2026");
        assert_eq!(day_short(written, Language::Italian), "02/11/2026");
    }

    #[test]
    fn a_moment_has_its_minute() {
        let ms = 1_774_000_000_000;
        assert_eq!(moment(ms, Language::Italian), "20 marzo 2026, ore 09:46");
        assert_eq!(moment(-60_000, Language::English), "31 December 1969, 23:59");
        let last_minute = 1_774_051_140_000;
        assert_eq!(moment(last_minute, Language::Italian), "20 marzo 2026, ore 23:59");
    }
}
