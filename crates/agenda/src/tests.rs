// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is written is read again by the rules of the standard, by a reader that forgives nothing.
use super::*;

/// 20 March 2026, 12:00:05 UTC.
const NOW_MS: i64 = 1_774_008_005_000;

const DAY: Day = Day::constant(2026, 3, 24);

const VISIT: Entry<'static> = Entry {
    id: "visit:00000000-0000-0000-0000-0000000000b2",
    day: DAY,
    from: Some(570),
    to: Some(630),
    title: "Visita a casa",
    place: "",
    note: "",
    link: "",
};

/// A line: its name, its parameters, its value.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

/// Takes the folds out, and every line apart.
fn lines(text: &str) -> Vec<Read> {
    let body = text.strip_suffix("\r\n").expect("the last line has its end");
    let rows: Vec<&str> = body.split("\r\n").collect();
    for row in &rows {
        assert!(row.len() <= 75, "{} octets: {row}", row.len());
        assert!(!row.contains(['\r', '\n']), "{row:?}");
        assert!(!row.is_empty());
    }
    let unfolded = body.replace("\r\n ", "");
    unfolded.split("\r\n").map(read).collect()
}

fn read(line: &str) -> Read {
    let (head, value) = line.split_once(':').expect("a line has a name and a value");
    let mut parts = head.split(';');
    let name = parts.next().expect("a line has a name").to_owned();
    assert!(
        name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'),
        "{name}"
    );
    let parameters = parts.map(|part| {
        let (key, value) = part.split_once('=').expect("a parameter has a value");
        (key.to_owned(), value.to_owned())
    });
    Read {
        name,
        parameters: parameters.collect(),
        value: value.to_owned(),
    }
}

/// The text behind a value, with nothing in it that ought to have been escaped.
fn plain(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().expect("a sign is escaped") {
                'n' => text.push('\n'),
                sign @ ('\\' | ';' | ',') => text.push(sign),
                sign => panic!("nobody escapes {sign:?}"),
            },
            ';' | ',' => panic!("{letter:?} stands bare in {value:?}"),
            letter => text.push(letter),
        }
    }
    text
}

/// The values of an event by their names; every name stands there once.
fn events(text: &str) -> Vec<Vec<Read>> {
    let mut events = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in lines(text) {
        match line.name.as_str() {
            "BEGIN" => {
                if line.value == "VEVENT" {
                    events.push(Vec::new());
                }
                open.push(line.value);
            }
            "END" => assert_eq!(open.pop(), Some(line.value), "what begins ends"),
            _ => {
                if open.last().is_some_and(|part| part == "VEVENT") {
                    let event: &mut Vec<Read> = events.last_mut().expect("an event began");
                    assert!(
                        event.iter().all(|known| known.name != line.name),
                        "{line:?} twice"
                    );
                    event.push(line);
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    events
}

#[track_caller]
fn value(event: &[Read], name: &str) -> String {
    let line = event.iter().find(|line| line.name == name);
    line.unwrap_or_else(|| panic!("{name} is missing")).value.clone()
}

fn one(entry: Entry<'_>) -> Vec<Read> {
    let text = calendar("Soglia", NOW_MS, [entry].into_iter());
    events(&text).pop().expect("there is one")
}

#[test]
fn a_visit_with_hours_stands_at_the_clock_of_milan() {
    let event = one(VISIT);
    let rome = vec![("TZID".to_owned(), "Europe/Rome".to_owned())];
    for (name, expected) in [("DTSTART", "20260324T093000"), ("DTEND", "20260324T103000")] {
        let line = event.iter().find(|line| line.name == name).expect("it is there");
        assert_eq!((line.value.as_str(), &line.parameters), (expected, &rome));
    }
    assert_eq!(value(&event, "DTSTAMP"), "20260320T120005Z");
    assert_eq!(
        value(&event, "UID"),
        "visit:00000000-0000-0000-0000-0000000000b2@soglia"
    );
    let text = calendar("Soglia", NOW_MS, [VISIT].into_iter());
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(text.contains("\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\n"));
}

#[test]
fn what_has_no_hour_has_the_whole_day_and_takes_none_of_it() {
    let event = one(Entry {
        from: None,
        to: None,
        ..VISIT
    });
    let start = event
        .iter()
        .find(|line| line.name == "DTSTART")
        .expect("it is there");
    assert_eq!(start.value, "20260324");
    assert_eq!(start.parameters, [("VALUE".to_owned(), "DATE".to_owned())]);
    assert_eq!(value(&event, "TRANSP"), "TRANSPARENT");
    assert!(event.iter().all(|line| line.name != "DTEND"));
}

#[test]
fn what_has_no_end_is_given_none() {
    let event = one(Entry { to: None, ..VISIT });
    assert_eq!(value(&event, "DTSTART"), "20260324T093000");
    assert!(event.iter().all(|line| line.name != "DTEND"));
}

#[test]
fn names_with_commas_semicolons_and_ends_of_lines_are_not_broken() {
    for words in [
        "Famiglia D’Amico, Rossi; e figli",
        "via Padova 80,\nscala B\r\ncitofono; «Ionescu»",
        "una \\n che nessuno ha mandato a capo \\, \\;",
        "a\rb",
        "END:VEVENT\r\nBEGIN:VALARM\r\nSUMMARY:di un altro",
        "\u{0}\u{7}\u{1b}",
        "",
    ] {
        let event = one(Entry {
            title: words,
            place: words,
            note: words,
            ..VISIT
        });
        let expected: String = words
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|letter| *letter == '\n' || !letter.is_control())
            .collect();
        for name in ["SUMMARY", "LOCATION", "DESCRIPTION"] {
            if !words.is_empty() {
                assert_eq!(plain(&value(&event, name)), expected, "{words:?}");
            }
        }
    }
}

/// Accents, emoji and signs of several octets, at every place of a line.
#[test]
fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
    for letters in ["è", "€", "🏠", "aè€🏠", "👨‍👩‍👧", "x"] {
        for n in 0..120 {
            let title = format!("{}{}", "a".repeat(n % 7), letters.repeat(n));
            let event = one(Entry {
                title: &title,
                ..VISIT
            });
            assert_eq!(plain(&value(&event, "SUMMARY")), title);
        }
    }
}

#[test]
fn a_calendar_without_entries_is_one_all_the_same() {
    let text = calendar("Agenda, di prova", NOW_MS, std::iter::empty());
    assert_eq!(events(&text).len(), 0);
    let name = lines(&text).into_iter().find(|line| line.name == "X-WR-CALNAME");
    assert_eq!(plain(&name.expect("it has a name").value), "Agenda, di prova");
}

#[test]
fn the_moment_is_that_of_no_zone() {
    for (ms, expected) in [
        (0, "19700101T000000Z"),
        (951_868_799_999, "20000229T235959Z"),
        (1_774_008_005_000, "20260320T120005Z"),
    ] {
        assert_eq!(stamp(ms), expected);
    }
}
