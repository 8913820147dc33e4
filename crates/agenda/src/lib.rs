// SPDX-License-Identifier: AGPL-3.0-or-later
//! Days and hours as programs for calendars read them (iCalendar, RFC 5545). One small writer for the tablet, which makes a
//! file without a network, and for the server, from which a calendar fetches. It knows nothing of visits and tasks: who
//! calls it says what stands in each entry, and so decides what leaves.
#![warn(missing_docs)]
mod line;
#[cfg(test)]
mod tests;

use line::{escaped, line};
use soglia_kernel::calendar::Day;

/// How a file of this kind is called in a header.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Something that stands in a calendar.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Tells it from all others, and stays the same: who reads it again changes the entry they have.
    pub id: &'a str,
    /// The day, in Milan.
    pub day: Day,
    /// From which minute of the day on; none for what has the whole day.
    pub from: Option<u16>,
    /// Up to which minute of it.
    pub to: Option<u16>,
    /// What it is.
    pub title: &'a str,
    /// Where; empty where that is not said.
    pub place: &'a str,
    /// More about it; empty where there is no more.
    pub note: &'a str,
    /// Its page; empty where it has none.
    pub link: &'a str,
}

/// The clock of Milan. Hours are written by it, so that they hold whatever the clock of who reads them says. Its name and its
/// two changes a year have to come with them.
const ROME: &str = "BEGIN:VTIMEZONE\r
TZID:Europe/Rome\r
BEGIN:DAYLIGHT\r
DTSTART:19960331T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
TZNAME:CEST\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
TZNAME:CET\r
END:STANDARD\r
END:VTIMEZONE\r
";

/// A calendar of some entries, written at a moment in milliseconds since 1970.
pub fn calendar<'a>(name: &str, now_ms: i64, entries: impl Iterator<Item = Entry<'a>>) -> String {
    let mut text = String::new();
    let name = escaped(name);
    for (key, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Soglia//Agenda//IT"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
        ("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        ("X-PUBLISHED-TTL", "PT1H"),
    ] {
        line(&mut text, key, value);
    }
    text.push_str(ROME);
    let stamp = stamp(now_ms);
    for entry in entries {
        write(&mut text, &stamp, &entry);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn write(text: &mut String, stamp: &str, entry: &Entry<'_>) {
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &format!("{}@soglia", escaped(entry.id)));
    line(text, "DTSTAMP", stamp);
    match entry.from {
        Some(from) => {
            line(text, "DTSTART;TZID=Europe/Rome", &at(entry.day, from));
            // Without an end it takes no time, as far as anybody knows.
            if let Some(to) = entry.to.filter(|to| *to > from) {
                line(text, "DTEND;TZID=Europe/Rome", &at(entry.day, to));
            }
        }
        None => {
            line(text, "DTSTART;VALUE=DATE", &date(entry.day));
            // It is due on that day, and takes none of its hours.
            line(text, "TRANSP", "TRANSPARENT");
        }
    }
    line(text, "SUMMARY", &escaped(entry.title));
    for (key, words) in [("LOCATION", entry.place), ("DESCRIPTION", entry.note)] {
        if !words.is_empty() {
            line(text, key, &escaped(words));
        }
    }
    if !entry.link.is_empty() {
        line(text, "URL", entry.link);
    }
    line(text, "END", "VEVENT");
}

/// "20260324".
fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// "20260324T093000".
fn at(day: Day, minute: u16) -> String {
    format!("{}T{:02}{:02}00", date(day), minute / 60, minute % 60)
}

/// "20260324T083000Z".
fn stamp(now_ms: i64) -> String {
    let seconds = now_ms.div_euclid(1_000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = date(Day::from_epoch_days(days));
    format!(
        "{day}T{:02}{:02}{:02}Z",
        second / 3_600,
        second / 60 % 60,
        second % 60
    )
}
