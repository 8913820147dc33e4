// SPDX-License-Identifier: AGPL-3.0-or-later
//! Hours as people type them: "9:30", "09.30", "9". No field knows them, so a form reads them when it is sent.
use crate::record::FormField;
use soglia_domain::visit::DAY_MINUTES;

/// What a form says about the hours of a visit; none where one of them cannot be read.
pub(super) fn hours(from: &FormField, to: &FormField) -> Option<(Option<u16>, Option<u16>)> {
    Some((typed(from)?, typed(to)?))
}

fn typed(field: &FormField) -> Option<Option<u16>> {
    let text = field.get_text();
    if text.is_empty() {
        return Some(None);
    }
    minutes(&text).map(Some)
}

/// The minutes since midnight; none where the text is no hour of a day.
fn minutes(text: &str) -> Option<u16> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((_, minute)) if minute.len() != 2 => return None,
        Some(parts) => parts,
        None => (text, "00"),
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes < DAY_MINUTES).then_some(minutes)
}

/// One or two digits, and nothing that a number of a program may have besides.
fn number(text: &str) -> Option<u16> {
    let is_short = (1..=2).contains(&text.len());
    if !is_short || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// "09:30".
pub(super) fn written(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, read) in [
            ("09:30", 570),
            ("9:30", 570),
            ("9.30", 570),
            (" 18:05 ", 1_085),
            ("9", 540),
            ("00:00", 0),
            ("23:59", 1_439),
        ] {
            assert_eq!(minutes(text), Some(read), "{text}");
        }
    }

    #[test]
    fn what_is_no_hour_is_not_guessed() {
        for text in [
            "", "24:00", "24", "12:60", "9:5", "9:", ":30", "+9:30", "-1", "930", "9:30:00", "mattina",
            "9,30", "٩:٣٠",
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for minute in 0..DAY_MINUTES {
            assert_eq!(minutes(&written(minute)), Some(minute));
        }
    }
}
