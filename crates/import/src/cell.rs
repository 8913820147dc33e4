// SPDX-License-Identifier: AGPL-3.0-or-later
//! What single cells say: sizes, floors, degrees, energy classes.
use crate::fold::{fold, tidy, words};
use soglia_domain::{
    area::{FloorArea, ListedSize, Rooms},
    dwelling::EnergyClass,
};

/// Whether a cell says nothing: empty, a dash, "n.d.".
pub(crate) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    text.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '_' | '/' | '.' | '*' | ' '))
        || matches!(
            lower.as_str(),
            "n.d." | "n.d" | "nd" | "n/d" | "#n/d" | "n/a" | "#n/a" | "null" | "none"
        )
}

/// The text of a cell, none where it says nothing.
pub(crate) fn said(text: &str) -> Option<String> {
    let text = tidy(text);
    let text = text.trim_matches('"').trim();
    (!is_blank(text)).then(|| text.to_owned())
}

/// The size in a cell: rooms, square metres, or the text as it stands. A bare number is square metres of an unstated
/// kind, unless the heading says that the column counts rooms.
pub(crate) fn size(text: &str, in_rooms: bool) -> Option<ListedSize> {
    let text = said(text)?;
    let lower = text.to_lowercase().replace("m²", "mq").replace("m2", "mq");
    let number: String = lower
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))
        .collect();
    let number = number.trim_matches(|c| matches!(c, '.' | ','));
    let unit = words(
        &lower
            .chars()
            .map(|c| if c.is_ascii_digit() { ' ' } else { c })
            .collect::<String>(),
    );
    let read = match unit.as_str() {
        "vani" | "vano" | "v" | "vani catastali" | "rooms" | "room" => rooms(number),
        "" if in_rooms => rooms(number),
        "" | "mq" | "m q" | "mq catastali" | "metri quadri" | "metri quadrati" | "sqm" => area(number),
        _ => None,
    };
    Some(read.unwrap_or(ListedSize::Unread(text)))
}

fn rooms(number: &str) -> Option<ListedSize> {
    let (whole, tenths) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let tenths = tenths.trim_end_matches('0');
    let tenths = if tenths.is_empty() { "0" } else { tenths };
    if tenths.len() > 1 {
        return None;
    }
    let rooms = whole
        .parse::<u16>()
        .ok()?
        .checked_mul(10)?
        .checked_add(tenths.parse().ok()?)?;
    (1..=2_000)
        .contains(&rooms)
        .then_some(ListedSize::Rooms(Rooms(rooms)))
}

fn area(number: &str) -> Option<ListedSize> {
    FloorArea::parse(number).ok().map(ListedSize::Area)
}

/// A surface in a column that says which surface it is.
pub(crate) fn floor_area(text: &str) -> Option<FloorArea> {
    match size(text, false) {
        Some(ListedSize::Area(area)) => Some(area),
        _ => None,
    }
}

/// The floor in a cell: "5°", "piano 2", "T", "rialzato", "S1".
pub(crate) fn floor(text: &str) -> Option<i8> {
    if let Some(below) = text.trim().strip_prefix('-') {
        return below.parse().ok().filter(|n| (1..=3).contains(n)).map(|n: i8| -n);
    }
    let text = words(text);
    let text = text
        .split_whitespace()
        .map(|word| word.trim_end_matches(['°', 'º', 'ª']))
        .filter(|word| !matches!(*word, "piano" | "p" | "floor"))
        .collect::<Vec<_>>()
        .join(" ");
    let floor = match text.as_str() {
        "t" | "pt" | "terra" | "terreno" | "rialzato" | "r" | "pr" | "ground" => 0,
        "s" | "s1" | "seminterrato" | "interrato" | "ps1" => -1,
        "s2" | "ps2" => -2,
        other => {
            let other = other.strip_prefix('p').unwrap_or(other);
            let digits = other.trim_end_matches(|c: char| c.is_alphabetic());
            // What follows the number is an ending such as "o" or "th", not another word.
            if other.len() > digits.len() + 2 {
                return None;
            }
            digits.parse().ok()?
        }
    };
    (-3..=60).contains(&floor).then_some(floor)
}

/// Degrees in millionths. Comma or point; never more than 180.
pub(crate) fn degrees(text: &str) -> Option<i32> {
    let text = text.trim().replace(',', ".");
    let is_plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if !is_plain || !text.contains('.') {
        return None;
    }
    let degrees: f64 = text.parse().ok()?;
    let millionths = (degrees * 1e6).round();
    (millionths.abs() <= 180e6).then_some(millionths as i32)
}

/// Between the southern and the northern end of Italy.
pub(crate) fn is_latitude(millionths: i32) -> bool {
    (35_000_000..=48_000_000).contains(&millionths)
}

/// Between the western and the eastern end of Italy.
pub(crate) fn is_longitude(millionths: i32) -> bool {
    (6_000_000..=19_000_000).contains(&millionths)
}

/// The energy class in a cell.
pub(crate) fn energy_class(text: &str) -> Option<EnergyClass> {
    let text = fold(text).to_uppercase();
    let text = text.strip_prefix("CLASSE").unwrap_or(&text);
    EnergyClass::ALL.into_iter().find(|class| class.key() == text)
}

/// A whole number from 1 to `most`, also after a word: "Municipio 5".
pub(crate) fn small_number(text: &str, most: u8) -> Option<u8> {
    let digits = text
        .trim()
        .trim_start_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.');
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    digits.parse().ok().filter(|number| (1..=most).contains(number))
}

pub(crate) fn is_municipio(text: &str) -> bool {
    small_number(text, 9).is_some()
}

pub(crate) fn is_neighbourhood(text: &str) -> bool {
    small_number(text, 88).is_some()
}

pub(crate) fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

pub(crate) fn is_short(text: &str) -> bool {
    text.chars().count() <= 60
}

pub(crate) fn is_area(text: &str) -> bool {
    floor_area(text).is_some()
}

pub(crate) fn is_number(text: &str) -> bool {
    matches!(size(text, true), Some(ListedSize::Rooms(_)))
}

pub(crate) fn is_size(text: &str) -> bool {
    !matches!(size(text, false), Some(ListedSize::Unread(_)))
}

pub(crate) fn is_degrees(text: &str) -> bool {
    degrees(text).is_some()
}

pub(crate) fn is_floor(text: &str) -> bool {
    floor(text).is_some()
}

pub(crate) fn is_energy_class(text: &str) -> bool {
    energy_class(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_understood_as_what_they_are() {
        let check =
            |text: &str, expected: Option<ListedSize>| assert_eq!(size(text, false), expected, "{text}");
        let rooms = |tenths| Some(ListedSize::Rooms(Rooms(tenths)));
        let area = |hundredths| FloorArea::from_hundredths(hundredths).map(ListedSize::Area);
        check("3 vani", rooms(30));
        check("5, 5 vani", rooms(55));
        check("5,5 vani", rooms(55));
        check("11,5 vani", rooms(115));
        check("1 vano", rooms(10));
        check("42 mq.", area(4_200));
        check("mq. 43", area(4_300));
        check("mq 34 ", area(3_400));
        check("65 MQ", area(6_500));
        check("1.793 mq", area(179_300));
        check("63,75", area(6_375));
        check("40,00", area(4_000));
        check("83", area(8_300));
        check("55.5 m²", area(5_550));
        check("55 m2", area(5_500));
        check("-", None);
        check("", None);
        check("n.d.", None);
        check("10 are", Some(ListedSize::Unread("10 are".to_owned())));
        check("5,55 vani", Some(ListedSize::Unread("5,55 vani".to_owned())));
        check("0 vani", Some(ListedSize::Unread("0 vani".to_owned())));
        check("60 mq + box", Some(ListedSize::Unread("60 mq + box".to_owned())));
    }

    #[test]
    fn a_bare_number_below_a_heading_that_says_rooms_counts_rooms() {
        assert_eq!(size("4,5", true), Some(ListedSize::Rooms(Rooms(45))));
        assert_eq!(size("60 mq", true), size("60 mq", false));
    }

    #[test]
    fn floors_are_read_as_lists_write_them() {
        let check = |text: &str, expected| assert_eq!(floor(text), expected, "{text}");
        check("5° PIANO", Some(5));
        check("piano 2", Some(2));
        check("T", Some(0));
        check("rialzato", Some(0));
        check("S1", Some(-1));
        check("-1", Some(-1));
        check("3rd floor", Some(3));
        check("SI", None);
        check("99", None);
    }

    #[test]
    fn degrees_keep_six_decimals() {
        assert_eq!(degrees("45.5317954270704"), Some(45_531_795));
        assert_eq!(degrees("9,0751042275561"), Some(9_075_104));
        assert_eq!(degrees("45"), None);
        assert_eq!(degrees("1510.5"), None);
        assert_eq!(degrees("9e1.0"), None);
    }
}
